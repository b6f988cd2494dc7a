import * as z from "zod";
import { statuses } from "../../domain/complaint/document.ts";
import { groupLevels, urgencies } from "../../domain/complaint/events.ts";
import { groupStatuses } from "../../domain/groups/group.ts";
import { groupCommandNames } from "../../domain/groups/names.ts";
import { sentInstant } from "../core/text.ts";

const evidence = z.strictObject({
  scope: z.enum(["building", "project"]),
  building: z.string().exactOptional(),
  households: z.int().meta({ description: "Distinct households, by person where the room is unknown" }),
  headcount: z.int().meta({ description: "The largest joint letter; 1 without one" }),
  from: sentInstant,
  to: sentInstant,
});

const row = {
  id: z.string(),
  code: z.string().meta({ description: "投诉点 the problem point its members share" }),
  status: z.enum(groupStatuses),
  level: z.enum(groupLevels).meta({ description: "B 群体投诉, D 群体意见 (D11)" }),
  evidence,
  proposedAt: sentInstant,
  endedAt: sentInstant.exactOptional(),
};

/** The groups of a project, newest first. */
export const groupPage = z
  .strictObject({
    items: z.array(z.strictObject({ ...row, members: z.int() })),
    cursor: z.string().exactOptional().meta({ description: "Absent on the last page" }),
  })
  .meta({ id: "GroupPage" });

const allowed = z.array(z.enum(groupCommandNames)).meta({
  description: "Commands the asking person may give now",
});

const clock = z.strictObject({
  name: z.string(),
  cycle: z.int(),
  key: z.string().exactOptional(),
  startedAt: sentInstant,
  dueAt: sentInstant,
  provisional: z.boolean(),
  stoppedAt: sentInstant.exactOptional(),
  clause: z.string(),
  complaintId: z.string().exactOptional().meta({ description: "The member whose clock it follows" }),
  rungs: z.array(
    z.strictObject({
      id: z.string(),
      at: sentInstant,
      decidedAt: sentInstant.exactOptional(),
      acknowledgedAt: sentInstant.exactOptional(),
    }),
  ),
});

/** One group with its members. */
export const groupView = z
  .strictObject({
    ...row,
    projectId: z.string(),
    version: z.int(),
    confirmAt: sentInstant
      .exactOptional()
      .meta({ description: "When a proposal stands by itself unless a person decides before" }),
    departmentId: z.string().exactOptional(),
    handlerId: z.string().exactOptional(),
    members: z.array(
      z.strictObject({
        complaintId: z.string(),
        number: z.string(),
        kind: z.enum(["complaint", "opinion"]),
        receivedAt: sentInstant,
        building: z.string().exactOptional(),
        headcount: z.int().exactOptional(),
        joined: z.boolean().meta({ description: "Its own escalation rests" }),
        status: z.enum(statuses).exactOptional(),
        sampled: z.boolean().exactOptional().meta({ description: "To be called after the solution" }),
        repliedAt: sentInstant.exactOptional().meta({ description: "When this household was first told" }),
        firstGrade: z.int().exactOptional().meta({ description: "What this household gave, and no other" }),
        calls: z.int().exactOptional().meta({ description: "Attempts to call it in this cycle" }),
        missing: z.array(z.string()).exactOptional().meta({
          description: "What it lacks itself before the group can be closed",
        }),
      }),
    ),
    urgency: z.enum(urgencies).meta({
      description: "That of its most urgent open member; a B is at least 重要 (D13)",
    }),
    missing: z.array(z.string()).meta({
      description:
        "Duties of level and urgency that no member has on record, a department's sign-off among them; alternatives joined by |",
    }),
    running: z.string().exactOptional().meta({ description: "The command now on its way to the members" }),
    clocks: z.array(clock),
    allowed,
  })
  .meta({ id: "Group" });

/** Answer to a group command; the same key again gives the same. */
export const groupCommandResult = z
  .strictObject({
    version: z.int(),
    status: z.enum(groupStatuses),
    allowed,
    results: z.array(
      z.strictObject({
        complaintId: z.string(),
        number: z.string(),
        outcome: z.enum(["done", "already", "refused"]).meta({
          description: "already: somebody brought this member there before",
        }),
        code: z.string().exactOptional().meta({ description: "Why it was refused, as in problems" }),
        detail: z.string().exactOptional(),
        missing: z.array(z.string()).exactOptional().meta({ description: "What it still lacks" }),
      }),
    ),
  })
  .meta({ id: "GroupCommandResult" });

/** Everything that happened to a group, oldest first. */
export const groupHistoryView = z
  .strictObject({
    id: z.string(),
    events: z.array(
      z.strictObject({
        seq: z.int(),
        type: z.string(),
        occurredAt: sentInstant,
        recordedAt: sentInstant,
        by: z.strictObject({
          kind: z.enum(["person", "customer", "channel", "timer"]),
          id: z.string().exactOptional(),
          name: z.string().exactOptional(),
        }),
        sentence: z.strictObject({ zh: z.string(), en: z.string() }),
        facts: z.record(z.string(), z.unknown()),
        texts: z.record(z.string(), z.string()).meta({ description: "Free text; erased values are absent" }),
      }),
    ),
  })
  .meta({ id: "GroupHistory" });
