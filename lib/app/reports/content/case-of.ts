import { isClassCode } from "../../../domain/classification/classes.ts";
import { isChannel } from "../../../domain/classification/sources.ts";
import { type Clock, dueAt } from "../../../domain/clocks/clock.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { levels, recordKinds } from "../../../domain/complaint/events.ts";
import { LATE_AFTER_SECONDS } from "../../../domain/complaint/rules/rungs.ts";
import { type Project, posts } from "../../../domain/organisation/organisation.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { defined } from "../../../domain/present.ts";
import type { Case, CaseLimit } from "../../../domain/statistics/case.ts";
import type { FactRow } from "../../../domain/statistics/fact-row.ts";
import { ticketCase } from "../../../domain/statistics/ticket-case.ts";
import { taskOf } from "../../periods/as-of.ts";

/**
 * A record as the month's views count it: from its fact row, with what only the document holds where it was loaded;
 * of `rated`, an earlier period's ticket that its platform rated in this one, the ticket alone.
 * @throws RangeError when the row says something that no list of ours has: a figure is never computed from a guess
 */
export function caseOf(
  id: string,
  fact: FactRow,
  policy: Policy,
  known?: { readonly complaint: Complaint; readonly project: Pick<Project, "departments"> },
  rated?: Complaint,
): Case {
  const { channel, classCode } = fact;
  const recordKind = recordKinds.find((kind) => kind === fact.kind);
  const level = levels.find((one) => one === fact.level);
  if (recordKind === undefined || !isChannel(channel)) {
    throw new RangeError(`record ${id} has an unknown kind or channel: ${fact.kind}, ${channel}`);
  }
  return {
    ...taskOf(id, fact, policy),
    number: fact.number,
    recordKind,
    channel,
    ...(fact.validity === undefined ? { unjudged: true as const } : {}),
    ...(classCode !== undefined && isClassCode(classCode) ? { classCode } : {}),
    ...defined({ level }),
    ...defined({ external: rated === undefined ? undefined : ticketCase(rated, policy) }),
    ...(known === undefined ? {} : ofDocument(known.complaint, known.project, policy)),
  };
}

function ofDocument(complaint: Complaint, { departments }: Pick<Project, "departments">, policy: Policy) {
  const { causeFactor, clocks, departmentId, ending, handlerId, registration, repeat } = complaint;
  const { intake, location } = registration;
  const contractorId = departments.find(({ id }) => id === departmentId)?.contractorId;
  const paused = clocks.some(({ name, pauses = [] }) => name === "result" && pauses.length > 0);
  const limits = clocks.flatMap(limitOf);
  return {
    intake,
    ...defined({
      causeFactor,
      departmentId,
      handlerId,
      contractorId,
      building: location.building,
      external: ticketCase(complaint, policy),
      reply: firstReplyOf(clocks),
    }),
    ...(repeat === undefined ? {} : { repeated: true as const }),
    ...(paused ? { paused: true as const } : {}),
    ...(ending === "unreachable" ? { unreachable: true as const } : {}),
    ...(limits.length === 0 ? {} : { limits }),
    climbed: climbedOf(complaint),
  };
}

/** D6: whatever tells the customer the next steps is the first reply: the result, a plan agreed or an explanation at the desk, too. */
function firstReplyOf(clocks: readonly Clock[]): Case["reply"] {
  const clock = clocks.find(({ name }) => name === "firstReply");
  if (clock === undefined || clock.lapsed === true) return undefined;
  return { dueAt: dueAt(clock), ...defined({ at: clock.stoppedAt }) };
}

/** How high the ladder went: reminders name nobody above. */
function climbedOf({ events }: Complaint): NonNullable<Case["climbed"]> {
  let highest = -1;
  let late = false;
  for (const { fact } of events) {
    if (fact.type !== "rungDecided") continue;
    late ||= fact.lateBy > LATE_AFTER_SECONDS;
    if (fact.rule?.kind === "reminder") continue;
    // Before events kept what the ladder said, the built-in one reminded handlers and their heads alone.
    const least = fact.rule === undefined ? posts.indexOf("supervisor") : 0;
    for (const { post } of fact.recipients)
      if (posts.indexOf(post) >= least) highest = Math.max(highest, posts.indexOf(post));
  }
  return { ...defined({ post: posts[highest] }), ...(late ? { late: true as const } : {}) };
}

/** A limit that nobody waits for any more is neither kept nor missed. */
function limitOf(clock: Clock): CaseLimit[] {
  const { name, stoppedAt, lapsed } = clock;
  if ((name !== "record" && name !== "followUp") || lapsed) return [];
  return [{ name, dueAt: dueAt(clock), ...defined({ at: stoppedAt }) }];
}
