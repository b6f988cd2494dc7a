import * as z from "zod";
import { id } from "./text.ts";

/** `POST /quarantine/{id}/accept`: whose complaint the mail is. */
export const acceptBody = z.strictObject({ projectId: id }).meta({ id: "AcceptMail" });
