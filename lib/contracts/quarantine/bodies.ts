import * as z from "zod";
import { cursor, limit } from "../core/queries.ts";
import { id } from "../core/text.ts";

/** `POST /quarantine/{id}/accept`: whose complaint the mail is. */
export const acceptBody = z.strictObject({ projectId: id }).meta({ id: "AcceptMail" });

/** A plain page of a list. */
export const pageQuery = z.strictObject({ cursor: cursor.exactOptional(), limit: limit.exactOptional() });
