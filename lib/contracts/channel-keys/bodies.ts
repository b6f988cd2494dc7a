import * as z from "zod";
import { channelNames } from "../../domain/classification/sources.ts";
import { id, line } from "../core/text.ts";

/** What a channel system may do: in `company.json` and in `PUT /channel-keys` alike. */
export const systemTerms = {
  system: id,
  name: line(100),
  channels: z.array(z.enum(channelNames)).min(1).max(channelNames.length),
  projectIds: z.array(id).min(1).max(500).exactOptional(),
  addresses: z
    .array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]))
    .min(1)
    .max(100)
    .exactOptional()
    .meta({ description: "Network addresses and ranges it calls from; from anywhere unless said" }),
  signed: z.literal(true).exactOptional().meta({
    description: "Its requests carry x-timestamp and x-signature besides the key",
  }),
  perMinute: z
    .int()
    .min(1)
    .max(100_000)
    .exactOptional()
    .meta({ description: "Most requests of one key in a minute; unlimited unless said" }),
};

const version = z.int().min(0).meta({ description: "The one you saw; 0 for a new system" });

/** `PUT /channel-keys` */
export const channelKeyBody = z.discriminatedUnion("action", [
  z.strictObject({ action: z.literal("set"), version, ...systemTerms }).meta({
    id: "ChannelSystemEntry",
    description: "A new system with its first key, or what a system may do from now on",
  }),
  z
    .strictObject({
      action: z.literal("rotate"),
      version,
      system: id,
      overlapHours: z.int().min(0).max(720).exactOptional().meta({
        description: "How long keys in force stay valid beside the new one; 24 unless said",
      }),
    })
    .meta({ id: "ChannelKeyRotation", description: "A new key; those in force end after the overlap" }),
  z
    .strictObject({ action: z.literal("revoke"), version, system: id, keyId: id.exactOptional() })
    .meta({ id: "ChannelKeyEnd", description: "Ends one key, or all of the system, at once" }),
]);
