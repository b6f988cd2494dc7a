import * as z from "zod";
import { adapters } from "../../domain/policy/notice-policy.ts";
import { sentInstant } from "../core/text.ts";
import { paperForm } from "../papers/bodies.ts";

const actor = z.strictObject({
  kind: z.enum(["person", "customer", "channel", "timer"]),
  id: z.string().exactOptional(),
  name: z.string().exactOptional(),
});

/** Everything that happened to a complaint, oldest first. */
export const historyView = z
  .strictObject({
    id: z.string(),
    number: z.string(),
    events: z.array(
      z.strictObject({
        seq: z.int(),
        type: z.string(),
        sentence: z.strictObject({ zh: z.string(), en: z.string() }),
        occurredAt: sentInstant,
        recordedAt: sentInstant,
        by: actor,
        device: z
          .strictObject({
            at: sentInstant,
            sentAt: sentInstant,
            aheadBySeconds: z
              .int()
              .meta({ description: "The device's clock against ours; negative: behind" }),
            happenedAt: sentInstant.meta({ description: "By our clock, as the device's tells it" }),
          })
          .exactOptional()
          .meta({ description: "Given on a device, perhaps without signal: its time, and what it comes to" }),
        facts: z.record(z.string(), z.unknown()).meta({ description: "The event's own fields" }),
        texts: z.record(z.string(), z.string()).meta({ description: "Free text; erased values are absent" }),
        notices: z.array(
          z.strictObject({
            key: z.string(),
            template: z.string(),
            recipient: z.string(),
            way: z.enum(adapters),
            state: z.enum(["planned", "claimed", "handedOver", "unneeded", "failed"]),
            at: sentInstant.exactOptional(),
            attempt: z.int(),
            possibleDuplicates: z.int(),
          }),
        ),
      }),
    ),
    calls: z
      .array(z.strictObject({ at: sentInstant, by: actor }))
      .meta({ description: "Who was shown the complainant's number in order to call, oldest first" }),
    papers: z
      .array(z.strictObject({ form: paperForm, at: sentInstant, by: actor }))
      .meta({ description: "Who took which paper form, oldest first" }),
  })
  .meta({ id: "History" });

/** What was checked of a history, and what did not agree with itself. */
export const proofView = z
  .strictObject({
    checkedAt: sentInstant,
    events: z.int().meta({ description: "Events whose hashes were computed anew, each over the one before" }),
    values: z.int().meta({ description: "Personal values and texts that were compared with their digests" }),
    erased: z.int().meta({ description: "Values that an event says were erased" }),
    clocks: z.int().meta({ description: "Clocks whose due instants were counted anew" }),
    head: z.string().meta({ description: "SHA-256 of the newest event over all before it, base64url" }),
    faults: z.array(
      z.strictObject({
        fault: z.enum(["hash", "sequence", "personal", "hole", "state", "due", "rung"]),
        seq: z.int().exactOptional(),
        clock: z.string().exactOptional(),
      }),
    ),
  })
  .meta({ id: "ComplaintProof" });
