import { checkPosts, checkQuiet } from "./duties.ts";
import type { Known, Say } from "./known.ts";
import type { Json } from "./naive.ts";
import { checkRecipients, type Staff } from "./recipients.ts";

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
  if (isBuiltIn) checkPosts(about, fact, say);
  if (isBuiltIn && !otherRules && !known.pressed && !isLoud(registration)) checkQuiet(about, fact, say);
  const { departmentId } = registration === undefined ? ({} as Json) : document;
  const projectId = registration?.projectId ?? document.identity?.projectId;
  checkRecipients(about, fact, { projectId, departmentId, at: recordedAt }, staff, say);
  if (fact.recipients.length === 0 && fact.audience === undefined && fact.unneeded !== true)
    say("somebody-hears", about);
  // News of a complaint is needless once somebody was given it; nothing else ever is.
  const isGiven = registration === undefined || document.departmentId !== undefined;
  const isNeedless = fact.rule?.unless === "assigned" ? isGiven : fact.rule?.unless === "accepted";
  if (fact.unneeded === true && !isNeedless) say("what-is-needless-was-done", about);
}

/** What the quiet hours do not hold back, however mild it is: the press, and what others have set an instant for. */
function isLoud({ channel, external }: Json): boolean {
  return channel === "press" || external !== undefined;
}
