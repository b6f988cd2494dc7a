import * as z from "zod";
import { line } from "../core/text.ts";

/** The secret of the complainant's tracking link. */
export const trackingQuery = z.strictObject({ secret: line(100) });
