import * as z from "zod";
import type { GroupRow } from "../../../app/ports/groups.ts";
import {
  followUpOutcomes,
  followUpVias,
  groupLevels,
  handlingSteps,
  replyVias,
  type StoredEvent,
  validities,
} from "../../../domain/complaint/events.ts";
import type { Candidate } from "../../../domain/groups/candidate.ts";
import type { GroupFact, GroupIdentity, MemberAction, RefusedMember } from "../../../domain/groups/events.ts";
import type { Evidence } from "../../../domain/groups/evidence.ts";
import { type Group, groupStatuses, type Member, type RunningCommand } from "../../../domain/groups/group.ts";
import { memberCommandNames } from "../../../domain/groups/names.ts";
import { once } from "../../../domain/once.ts";
import { posts } from "../../../domain/organisation/organisation.ts";
import { alarmShape, archivedShape, armedShape, personalShape } from "../complaints/complaint-schema.ts";
import { actor, clockFacts, eventShape, redactedShape } from "../complaints/event-schema.ts";
import { recipient } from "../complaints/recipient-schema.ts";
import { classCode } from "../complaints/registration-schema.ts";
import { documentClock } from "../core/clock-schema.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";

const ids = z.array(text);
const level = z.enum(groupLevels);

const identity = {
  id: text,
  projectId: text,
  timeZone: text,
  code: classCode,
  ordinal: z.int().min(1),
} satisfies Shape<GroupIdentity>;

const candidate = {
  complaintId: text,
  number: text,
  kind: z.enum(["complaint", "opinion"]),
  receivedAt: instant,
  party: text.exactOptional(),
  building: text.exactOptional(),
  headcount: z.int().exactOptional(),
} satisfies Shape<Candidate>;

const evidenceShape = {
  scope: z.enum(["building", "project"]),
  building: text.exactOptional(),
  households: count,
  headcount: count,
  from: instant,
  to: instant,
} satisfies Shape<Evidence>;
const evidence = z.looseObject(evidenceShape);

const bare = <N extends MemberAction["type"]>(type: N) => z.looseObject({ type: z.literal(type) });
const telling = <N extends "reply" | "resolve" | "explain-invalid">(type: N) =>
  z.looseObject({ type: z.literal(type), via: z.enum(replyVias) });

const action = once(
  (): z.ZodType<MemberAction> =>
    z.discriminatedUnion("type", [
      telling("reply"),
      telling("resolve"),
      telling("explain-invalid"),
      z.looseObject({
        type: z.literal("assign"),
        departmentId: text,
        handlerId: text.exactOptional(),
        limitAt: instant.exactOptional(),
      }),
      bare("accept"),
      z.looseObject({
        type: z.literal("follow-up"),
        outcome: z.enum(followUpOutcomes),
        grade: z.int().exactOptional(),
        via: z.enum(followUpVias).exactOptional(),
      }),
      z.looseObject({ type: z.literal("close"), posts: z.array(z.enum(posts)).exactOptional() }),
      z.looseObject({ type: z.literal("judge"), validity: z.enum(validities) }),
      z.looseObject({
        type: z.literal("plan"),
        act: z.discriminatedUnion("kind", [
          z.looseObject({ kind: z.literal("write"), nodes: z.array(z.looseObject({ dueAt: instant })) }),
          z.looseObject({ kind: z.literal("approve") }),
        ]),
      }),
      z.looseObject({ type: z.literal("progress"), nodeId: text.exactOptional() }),
      z.looseObject({ type: z.literal("daily-report"), departmentIds: ids }),
      bare("sign-off"),
      z.looseObject({ type: z.literal("check-effect"), effective: z.boolean() }),
      z.looseObject({
        type: z.literal("review"),
        actions: z.array(z.looseObject({ ownerId: text, dueAt: instant })),
      }),
      z.looseObject({
        type: z.enum(handlingSteps),
        departmentIds: ids.exactOptional(),
        personIds: ids.exactOptional(),
        testimonies: count.exactOptional(),
        affected: count.exactOptional(),
      }),
    ]),
);
const actionName = z.enum(memberCommandNames);

const refused = {
  complaintId: text,
  code: text,
  missing: ids.exactOptional(),
} satisfies Shape<RefusedMember>;
const recipients = z.array(recipient);
const candidates = z.array(z.looseObject(candidate));

const one = <T extends GroupFact["type"]>(type: T) => ({ type: z.literal(type) });

/** One schema per kind of fact; a kind that the domain adds is missing here at compile time. */
const facts = () =>
  ({
    proposed: z.looseObject({
      ...one("proposed"),
      ...identity,
      members: candidates,
      barred: ids,
      evidence,
      level,
      confirmAt: instant,
      recipients,
    }),
    evidenced: z.looseObject({
      ...one("evidenced"),
      evidence,
      level,
      confirmAt: instant.exactOptional(),
      recipients,
    }),
    membersAdded: z.looseObject({ ...one("membersAdded"), members: candidates, joined: z.boolean() }),
    memberLeft: z.looseObject({ ...one("memberLeft"), complaintId: text, barred: z.boolean() }),
    confirmed: z.looseObject({ ...one("confirmed"), recipients, fits: z.array(actionName).exactOptional() }),
    membersSettled: z.looseObject({ ...one("membersSettled"), joined: ids, dropped: ids }),
    commandGiven: z.looseObject({ ...one("commandGiven"), action: action(), only: ids.exactOptional() }),
    commandCarriedOut: z.looseObject({
      ...one("commandCarriedOut"),
      action: actionName,
      already: ids,
      refused: z.array(z.looseObject(refused)),
      recipients: recipients.exactOptional(),
      fits: z.array(actionName).exactOptional(),
    }),
    planShared: z.looseObject({ ...one("planShared"), planned: z.boolean() }),
    handedOver: z.looseObject({ ...one("handedOver"), fromPersonId: text, toPersonId: text }),
    erased: z.looseObject({
      ...one("erased"),
      refs: ids,
      complaintIds: ids,
      redacted: z.array(redactedShape).exactOptional(),
    }),
    resolved: z.looseObject({ ...one("resolved"), sample: ids }),
    closed: z.looseObject(one("closed")),
    dissolved: z.looseObject({ ...one("dissolved"), because: z.enum(["person", "too-few"]) }),
    ...clockFacts(),
  }) satisfies { [T in GroupFact["type"]]: z.ZodType<Extract<GroupFact, { type: T }>> };

const fact = () => {
  const f = facts();
  return z.discriminatedUnion("type", [
    f.proposed,
    f.evidenced,
    f.membersAdded,
    f.memberLeft,
    f.confirmed,
    f.membersSettled,
    f.commandGiven,
    f.commandCarriedOut,
    f.handedOver,
    f.erased,
    f.resolved,
    f.closed,
    f.dissolved,
    f.planShared,
    f.clockStarted,
    f.clockStopped,
    f.rungDecided,
    f.rungAcknowledged,
  ]);
};

/** An event of a group. */
export const groupEvent = once(
  (): z.ZodType<StoredEvent<GroupFact>> =>
    z.looseObject({ ...eventShape, fact: fact() } satisfies Shape<StoredEvent<GroupFact>>),
);
const member = { ...candidate, joined: z.boolean() } satisfies Shape<Member>;
const running = () =>
  ({
    commandId: text,
    action: action(),
    by: actor,
    since: instant,
    seq: count,
    complaintIds: ids,
  }) satisfies Shape<RunningCommand>;

const group = () =>
  ({
    schema: z.literal(1),
    identity: z.looseObject(identity),
    status: z.enum(groupStatuses),
    version: count,
    level,
    evidence,
    proposedAt: instant,
    confirmAt: instant.exactOptional(),
    endedAt: instant.exactOptional(),
    members: z.array(z.looseObject(member)),
    barred: ids,
    leaving: ids,
    departmentId: text.exactOptional(),
    handlerId: text.exactOptional(),
    sample: ids.exactOptional(),
    planned: z.literal(true).exactOptional(),
    running: z.looseObject(running()).exactOptional(),
    clocks: z.array(documentClock),
    alarm: z.looseObject(alarmShape),
    lastEventAt: instant,
    events: z.array(groupEvent()),
    archive: z.array(z.looseObject(archivedShape)).exactOptional(),
    personal: z.record(text, z.looseObject(personalShape)),
    revision: count,
    writtenAt: instant,
    armed: z.looseObject(armedShape),
    outbox: z.array(count),
  }) satisfies Shape<Group>;

/** A stored group; fields of a later release are kept, as a complaint's are (ADR 0020). */
export const groupSchema = once((): z.ZodType<Group> => z.looseObject(group()));

/** What the list of groups shows, projected into the fact index. */
export const groupRow: z.ZodType<GroupRow> = z.looseObject({
  id: text,
  code: text,
  status: z.enum(groupStatuses),
  level,
  members: count,
  evidence,
  proposedAt: instant,
  endedAt: instant.exactOptional(),
} satisfies Shape<GroupRow>);
