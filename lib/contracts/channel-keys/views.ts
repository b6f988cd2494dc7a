import * as z from "zod";
import { sentInstant } from "../core/text.ts";

const key = z.strictObject({
  id: z.string(),
  createdAt: sentInstant,
  createdBy: z.string(),
  validUntil: sentInstant.exactOptional(),
  endedBy: z.string().exactOptional(),
  lastUsedAt: sentInstant.exactOptional().meta({ description: "To the hour" }),
  valid: z.boolean(),
});

const system = {
  system: z.string(),
  name: z.string(),
  channels: z.array(z.string()),
  projectIds: z.array(z.string()).exactOptional(),
  addresses: z.array(z.string()).exactOptional(),
  signed: z.literal(true).exactOptional(),
  perMinute: z.int().exactOptional(),
  version: z.int(),
  createdAt: sentInstant.exactOptional(),
  lastRotatedAt: sentInstant.exactOptional(),
  keys: z.array(key),
};

export const channelKeyList = z
  .strictObject({ items: z.array(z.strictObject(system)) })
  .meta({ id: "ChannelKeys" });

export const channelKeyChanged = z
  .strictObject({
    ...system,
    secret: z.string().exactOptional().meta({ description: "The new key, shown this once" }),
    signingSecret: z.string().exactOptional().meta({
      description: "What this key's requests are signed with, shown this once",
    }),
  })
  .meta({ id: "ChannelKeyChanged" });
