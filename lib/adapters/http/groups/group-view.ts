import type * as z from "zod";
import type { GroupCommandResult, MemberResult } from "../../../app/groups/command.ts";
import type { GroupHistory, ShownGroup } from "../../../app/groups/read.ts";
import type { groupCommandResult, groupHistoryView, groupView } from "../../../contracts/groups/views.ts";
import { isWireProblem, type Language } from "../../../contracts/problems.ts";
import { type Clock, firstLimit } from "../../../domain/clocks/clock.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { urgencyOf } from "../../../domain/groups/needs.ts";
import { followedMember } from "../../../domain/groups/waiting.ts";
import { defined } from "../../../domain/present.ts";
import { groupSentence } from "../../messages/group-history.ts";
import { actorView } from "../complaints/history-view.ts";
import { detailOf } from "../core/refusal.ts";

type View = z.output<typeof groupView>;

/** One group with its members as they stand. */
export function groupViewOf({ group, allowed, members, missing }: ShownGroup): View {
  const { identity, status, version, level, evidence, proposedAt, sample } = group;
  const documents = new Map(members.map((complaint) => [complaint.registration.id, complaint]));
  return {
    id: identity.id,
    projectId: identity.projectId,
    code: identity.code,
    status,
    version,
    level,
    evidence,
    proposedAt,
    ...(group.status === "proposed" && group.confirmAt !== undefined ? { confirmAt: group.confirmAt } : {}),
    ...defined({ endedAt: group.endedAt, departmentId: group.departmentId, handlerId: group.handlerId }),
    ...(group.running === undefined ? {} : { running: group.running.action.type }),
    members: group.members.map((member) => ({
      ...memberView(member, sample, documents.get(member.complaintId)),
      ...defined({ missing: mutable(missing.ofMembers.get(member.complaintId)) }),
    })),
    urgency: urgencyOf(members),
    missing: [...missing.ofGroup],
    clocks: group.clocks.map(clockView),
    allowed: [...allowed],
  };
}

function memberView(
  withParty: ShownGroup["group"]["members"][number],
  sample: readonly string[] | undefined,
  complaint: Complaint | undefined,
): View["members"][number] {
  const { party: _, ...member } = withParty;
  return {
    ...member,
    ...(complaint === undefined ? {} : standingOf(complaint)),
    ...(sample === undefined ? {} : { sampled: sample.includes(member.complaintId) }),
  };
}

function standingOf({ status, repliedAt, firstGrade, attempts }: Complaint) {
  return {
    status,
    ...defined({ repliedAt, firstGrade, calls: attempts.length === 0 ? undefined : attempts.length }),
  };
}

function mutable(names: readonly string[] | undefined): string[] | undefined {
  return names === undefined ? undefined : [...names];
}

function clockView(clock: Clock): View["clocks"][number] {
  const first = firstLimit(clock);
  return {
    name: clock.name,
    cycle: clock.cycle,
    ...defined({ key: clock.key, complaintId: followedMember(clock) }),
    startedAt: clock.startedAt,
    dueAt: first.dueAt,
    provisional: first.provisional,
    ...defined({ stoppedAt: clock.stoppedAt }),
    clause: first.clause,
    rungs: clock.rungs.map(({ id, at, decidedAt, acknowledgedAt }) => ({
      id,
      at,
      ...defined({ decidedAt, acknowledgedAt }),
    })),
  };
}

/** The answer to a group command; why a member was refused is said in the caller's language. */
export function groupResultView(
  { group, allowed, results }: GroupCommandResult,
  language: Language,
): z.output<typeof groupCommandResult> {
  return {
    version: group.version,
    status: group.status,
    allowed: [...allowed],
    results: results.map(({ missing, ...result }) => ({
      ...result,
      ...(missing === undefined ? {} : { missing: [...missing] }),
      ...refusedBecause({ missing, ...result }, language),
    })),
  };
}

function refusedBecause({ code, missing }: MemberResult, language: Language): { readonly detail?: string } {
  if (code === undefined || !isWireProblem(code)) return {};
  return { detail: detailOf(code, missing === undefined ? {} : { missing }, language, "") };
}

/** Everything that happened to a group, in sentences. */
export function groupHistoryOf({ group, events, people }: GroupHistory): z.output<typeof groupHistoryView> {
  return {
    id: group.identity.id,
    events: events.map(({ event, texts }) => ({
      seq: event.seq,
      type: event.fact.type,
      occurredAt: event.occurredAt,
      recordedAt: event.recordedAt,
      by: actorView(event.by, people),
      sentence: groupSentence(event.fact, group.identity.timeZone, event.recordedAt),
      facts: withoutParties(event.fact),
      texts: { ...texts },
    })),
  };
}

/** Households and hashed contacts are for grouping alone. */
function withoutParties(fact: GroupHistory["events"][number]["event"]["fact"]): Record<string, unknown> {
  const { type: _, ...facts } = fact;
  if (!("members" in facts)) return facts;
  return { ...facts, members: facts.members.map(({ party: __, ...member }) => member) };
}
