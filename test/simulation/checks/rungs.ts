import { checkPosts, checkQuiet, postsOf } from "./duties.ts";
import type { Known, Say } from "./known.ts";
import type { Json } from "./naive.ts";
import { checkEveryPost, checkRecipients, type Staff } from "./recipients.ts";
import { checkOnShift } from "./rosters.ts";

/** What of a run a rung is judged by. */
export interface Course {
  readonly counts: { rungs: number; late: number };
  readonly gentle: boolean;
  readonly otherRules: boolean;
  readonly published: readonly { readonly kind: string }[];
  readonly staff: Staff;
}

/** Each rung at most once, never early, its lateness honest, at its hour, to somebody who works there. */
export function checkRung(
  id: string,
  known: Known,
  { fact, recordedAt }: Json,
  document: Json,
  { counts, gentle, otherRules, published, staff }: Course,
  say: Say,
): void {
  counts.rungs += 1;
  const key = [fact.name, fact.cycle, fact.key ?? "", fact.rung, fact.audience ?? ""].join("#");
  const about = `${id} ${key}`;
  if (known.rungs.has(key)) say("a-rung-once", about);
  known.rungs.add(key);
  const [due, at] = [Date.parse(fact.due), Date.parse(recordedAt)];
  if (at < due) say("no-rung-early", `${about}: ${recordedAt} before ${fact.due}`);
  if (Math.abs((at - due) / 1000 - fact.lateBy) > 2) say("lateness-is-honest", `${about}: ${fact.lateBy} s`);
  if (fact.lateBy > 180) {
    counts.late += 1;
    if (gentle && !otherRules && at - known.alone > 180_000)
      say("no-rung-late-without-fault", `${about} by ${fact.lateBy} s`);
  }
  const { registration } = document;
  const isBuiltIn = registration !== undefined && published.every(({ kind }) => kind !== "policy");
  if (isBuiltIn && !otherRules && !known.pressed && !isLoud(registration))
    checkQuiet(about, fact, document, say);
  // What a group is told of is some member's, whom it was given to: the model does not follow which.
  const isAlone = registration !== undefined;
  const place = {
    projectId: registration?.projectId ?? document.identity?.projectId,
    handlers: isAlone ? new Set([document.handlerId].filter((one) => one !== undefined)) : staff.handlers,
    at: recordedAt,
    ...(isAlone && document.departmentId !== undefined ? { departmentId: document.departmentId } : {}),
  };
  checkRecipients(about, fact, place, staff, isAlone ? say : unlessPassedOver(say));
  if (isBuiltIn) checkPosts(about, fact, say);
  // Whoever leaves gives shifts away, and what is late may have been decided by a clock of before.
  if (isAlone && staff.left.size === 0) checkOnShift(about, fact, staff.rosters, place, at, say);
  if (isBuiltIn && fact.audience === undefined && fact.unneeded !== true)
    checkEveryPost(about, fact, postsOf(fact), { ...place, author: authorOf(fact, document) }, staff, say);
  if (fact.recipients.length === 0 && fact.audience === undefined && fact.unneeded !== true)
    say("somebody-hears", about);
  // News of a complaint is needless once somebody was given it; nothing else ever is.
  const isGiven = registration === undefined || document.departmentId !== undefined;
  const isNeedless = fact.rule?.unless === "assigned" ? isGiven : fact.rule?.unless === "accepted";
  if (fact.unneeded === true && !isNeedless) say("what-is-needless-was-done", about);
}

/** Whoever entered it knows that it is there: news is for the others. */
function authorOf({ rule }: Json, { events }: Json): string | undefined {
  return rule?.kind === "news" ? events.find(({ seq }: Json) => seq === 1)?.by?.id : undefined;
}

/** Of a group's rungs nobody can say here which department they are about. */
function unlessPassedOver(say: Say): Say {
  return (rule, about) => {
    if (rule !== "nobody-is-passed-over") say(rule, about);
  };
}

/** What the quiet hours do not hold back, however mild it is: the press, and what others have set an instant for. */
function isLoud({ channel, external }: Json): boolean {
  return channel === "press" || external !== undefined;
}
