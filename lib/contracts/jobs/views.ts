import * as z from "zod";
import { month, sentInstant } from "../core/text.ts";

export const jobStarted = z.strictObject({ jobId: z.string() }).meta({ id: "JobStarted" });

const movedClock = z.strictObject({
  id: z.string(),
  number: z.string(),
  clock: z.string(),
  from: sentInstant,
  to: sentInstant,
  /** Rungs that would fire at once. */
  atOnce: z.array(z.string()),
});

const judgedClock = z.strictObject({
  id: z.string(),
  number: z.string(),
  clock: z.string(),
  before: sentInstant,
  after: sentInstant,
  lateBefore: z.boolean(),
  lateAfter: z.boolean(),
});

/** What a list of households changes: addresses and field names, the first hundred of each. */
const householdsDifference = z.strictObject({
  households: z.int(),
  occupiedHouseholds: z.int(),
  occupiedArea: z.number(),
  added: z.int(),
  gone: z.int(),
  changed: z.int(),
  touched: z.int().meta({ description: "Open complaints of households that are gone" }),
  examples: z.strictObject({
    added: z.array(z.string()),
    gone: z.array(z.string()),
    changed: z.array(z.strictObject({ address: z.string(), fields: z.array(z.string()) })),
    touched: z.array(z.strictObject({ id: z.string(), number: z.string() })),
  }),
});

export const jobView = z
  .strictObject({
    id: z.string(),
    state: z.enum(["running", "done", "failed"]),
    done: z.int(),
    total: z.int(),
    result: z
      .union([
        z.strictObject({ month, edition: z.int() }),
        z.strictObject({
          kind: z.enum(["retime", "dry-run", "replay", "handover", "households", "export", "erasure"]),
          /** Complaints looked at, and how many of them moved (or would). */
          seen: z.int(),
          changed: z.int(),
          moves: z.array(movedClock).exactOptional(),
          judged: z.array(judgedClock).exactOptional(),
          lateBefore: z.int().exactOptional(),
          lateAfter: z.int().exactOptional(),
          difference: householdsDifference.exactOptional(),
        }),
      ])
      .exactOptional(),
    errors: z.array(z.string()),
  })
  .meta({ id: "Job" });
