import * as z from "zod";
import type { StaffCommandName } from "../../domain/complaint/commands/index.ts";
import { uploads } from "../core/uploads.ts";

export const version = z.int().min(1).meta({ description: "The version of the complaint that was seen" });
/** What a photo, a signed sheet or a letter may go with. */
export const files = { attachments: uploads.exactOptional() };

export type Sent = { readonly version: number; readonly attachments?: readonly string[] };

/** Reads a body into the version that was seen, the uploads that go with it, and the command itself. */
export function body<const N extends StaffCommandName, S extends z.ZodType<Sent>>(type: N, schema: S) {
  return schema.transform(({ version, attachments = [], ...fields }) => ({
    version,
    attachments,
    command: { type, ...fields },
  }));
}
