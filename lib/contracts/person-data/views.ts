import * as z from "zod";
import { personDataKinds } from "../../domain/person-data/request.ts";
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
    state: z.enum(["open", "overdue", "done", "refused"]),
    reason: z.string().exactOptional(),
  })
  .meta({ id: "PersonDataRequest" });

/** Requests for a copy or erasure, newest first. */
export const personDataPage = z
  .strictObject({ items: z.array(personDataRequest), cursor })
  .meta({ id: "PersonDataRequests" });
