import * as z from "zod";
import { id } from "./text.ts";

/** Uploads that a complaint or command names. */
export const uploads = z.array(id).max(20);
