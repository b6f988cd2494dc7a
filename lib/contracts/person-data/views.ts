import * as z from "zod";
import { keptNames, removedNames } from "../../domain/person-data/receipt.ts";
import { personDataKinds, personDataStates } from "../../domain/person-data/request.ts";
import { nightlyKinds, retentionKinds } from "../../domain/policy/privacy-policy.ts";
import { sentInstant } from "../core/text.ts";
import { cursor } from "../core/views.ts";

export const personDataRequest = z
  .strictObject({
    id: z.string(),
    kind: z.enum(personDataKinds),
    number: z.string(),
    projectId: z.string(),
    by: z.string().meta({ description: "customer, or the person of ours who was asked" }),
    askedAt: sentInstant,
    dueAt: sentInstant,
    state: z.enum(personDataStates),
    reason: z.string().exactOptional(),
    job: z
      .strictObject({
        startedAt: sentInstant,
        startedBy: z.string(),
        complaints: z.int().meta({ description: "Complaints of the person" }),
        done: z.int(),
        total: z.int(),
        finishedAt: sentInstant.exactOptional(),
        copyUntil: sentInstant.exactOptional().meta({ description: "Until when the copy can be fetched" }),
        removed: z.partialRecord(z.enum(removedNames), z.int()),
        kept: z.array(z.enum(keptNames)),
        waiting: z.array(z.string()).meta({ description: "Complaints that wait until they are over" }),
      })
      .exactOptional(),
  })
  .meta({ id: "PersonDataRequest" });

export const personDataStarted = z
  .strictObject({ jobId: z.string(), request: personDataRequest })
  .meta({ id: "PersonDataStarted" });

export const personDataCopy = z.strictObject({ url: z.url() }).meta({ id: "PersonDataCopy" });

/** Requests for a copy or erasure, newest first. */
export const personDataPage = z
  .strictObject({ items: z.array(personDataRequest), cursor })
  .meta({ id: "PersonDataRequests" });

/** What is kept how long, and what the nightly runs removed; it names nobody. */
export const retention = z
  .strictObject({
    kinds: z.array(
      z.strictObject({
        kind: z.enum(retentionKinds),
        days: z.int(),
        by: z
          .enum(["night", "store"])
          .meta({ description: "The nightly run by policy, or the store itself" }),
      }),
    ),
    nights: z
      .array(
        z.strictObject({
          date: z.iso.date(),
          startedAt: sentInstant,
          finishedAt: sentInstant.exactOptional().meta({ description: "Absent: it broke off" }),
          removed: z.partialRecord(z.enum(nightlyKinds), z.int()),
        }),
      )
      .meta({ description: "Newest first" }),
    nextAt: sentInstant,
  })
  .meta({ id: "Retention" });
