import * as z from "zod";
import type { StaffCommandName } from "../../domain/complaint/commands/index.ts";
import type { DeviceTime } from "../../domain/document/event.ts";
import { defined } from "../../domain/present.ts";
import { instant } from "../core/text.ts";
import { uploads } from "../core/uploads.ts";

export type { DeviceTime } from "../../domain/document/event.ts";

const device = z.strictObject({ at: instant, sentAt: instant }).meta({
  id: "DeviceTime",
  description:
    "By the clock of the device on which it was given, perhaps without signal and long before it could be sent: when it was given, and when it was sent. Recorded beside our own time; decides nothing",
});

/** What every command says: the version that was seen, and when its device gave it. */
export const seen = {
  version: z.int().min(1).meta({ description: "The version of the complaint that was seen" }),
  device: device.exactOptional(),
};
/** What a photo, a signed sheet or a letter may go with. */
export const files = { attachments: uploads.exactOptional() };

export type SentWith = {
  readonly version: number;
  readonly device?: DeviceTime;
  readonly attachments?: readonly string[];
};

/** Reads a body into the version that was seen, the device's time, the uploads that go with it, and the command itself. */
export function body<const N extends StaffCommandName, S extends z.ZodType<SentWith>>(type: N, schema: S) {
  return schema.transform(({ version, device: time, attachments = [], ...fields }) => ({
    version,
    ...defined({ device: time }),
    attachments,
    command: { type, ...fields },
  }));
}
