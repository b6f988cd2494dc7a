import { isClassCode } from "../../../domain/classification/classes.ts";
import { isChannel } from "../../../domain/classification/sources.ts";
import { dueAt } from "../../../domain/clocks/clock.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { levels, recordKinds } from "../../../domain/complaint/events.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import type { Case } from "../../../domain/statistics/case.ts";
import type { FactRow } from "../../../domain/statistics/fact-row.ts";
import { taskOf } from "../../periods/as-of.ts";

/**
 * A record as the month's views count it: from its fact row, with what only the document holds where it was loaded.
 * @throws RangeError when the row says something that no list of ours has: a figure is never computed from a guess
 */
export function caseOf(id: string, fact: FactRow, policy: Policy, known?: Complaint): Case {
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
    ...(level === undefined ? {} : { level }),
    ...(known === undefined ? {} : ofDocument(known)),
  };
}

function ofDocument({ causeFactor, clocks, registration, repliedAt }: Complaint) {
  const clock = clocks.find(({ name }) => name === "firstReply");
  const { external } = registration;
  return {
    intake: registration.intake,
    ...(causeFactor === undefined ? {} : { causeFactor }),
    ...(clock === undefined
      ? {}
      : { reply: { dueAt: dueAt(clock), ...(repliedAt === undefined ? {} : { at: repliedAt }) } }),
    ...(external === undefined ? {} : { external: { system: external.system, dueAt: external.dueAt } }),
  };
}
