import type { Recipient } from "../escalation/recipients.ts";
import type { Post } from "../organisation/organisation.ts";
import { dutyHalfOf, isDutyHalf, wholeOf } from "../policy/rung-id.ts";
import type { Instant } from "../time/instant.ts";
import type { Rung, ToldPerson } from "./clock.ts";

/**
 * Quiet hours put off nobody who is on duty (`default`): a rung that falls into them stands twice on its clock, as
 * `limit@on-duty` at its own instant for whoever is on duty then, and as `limit` at the shifted one for the others.
 */
export const audiences = ["on-duty", "off-duty"] as const;
export type Audience = (typeof audiences)[number];

/** True if the person is on shift at an instant, now or later. */
export type OnDuty = (personId: string, at: Instant) => boolean;

/** What a decision about a rung says of it. */
interface Decision {
  readonly rung: string;
  readonly recipients: readonly Recipient[];
  readonly unneeded?: true;
}

/** For whom the rung is, or undefined for everybody at its posts. */
export function audienceOf({ id }: Rung, rungs: readonly Rung[]): Audience | undefined {
  if (isDutyHalf(id)) return "on-duty";
  return rungs.some((rung) => rung.id === dutyHalfOf(id)) ? "off-duty" : undefined;
}

/**
 * Who of the holders of a rung's posts hears of it now: nobody twice of one rung. The later half misses nobody: at the end
 * of the quiet hours it is for everybody not told yet, and where the first half came at their start, also for the holders
 * of a post that nobody was told for (the roster was changed).
 */
export function toldNow(
  rung: Rung,
  rungs: readonly Rung[],
  holders: readonly Recipient[],
  now: Instant,
  onDuty: OnDuty,
): readonly Recipient[] {
  const audience = audienceOf(rung, rungs);
  const other = otherHalf(rung.id, rungs);
  const told = other?.told ?? [];
  const isFirst = other !== undefined && other.decidedAt === undefined;
  const fresh = holders.filter(({ personId }) => !told.some((one) => one.personId === personId));
  const isMissed = (holder: Recipient) =>
    other?.decidedAt !== undefined && !told.some(({ post }) => post === askedPost(holder));
  switch (audience) {
    case undefined:
      return holders;
    case "on-duty":
      return fresh.filter((holder) => onDuty(holder.personId, now) || isMissed(holder));
    case "off-duty":
      return isFirst ? fresh.filter(({ personId }) => !onDuty(personId, other.at)) : fresh;
  }
}

/** A clock's rungs after a decision; whom half a rung has told is kept for the other half. */
export function withDecision(
  rungs: readonly Rung[],
  decision: Decision,
  decidedAt: Instant,
): readonly Rung[] {
  return rungs.map((rung) => {
    if (rung.id !== decision.rung) return rung;
    return audienceOf(rung, rungs) === undefined
      ? { ...rung, decidedAt }
      : { ...rung, decidedAt, told: decision.recipients.map(toldOf) };
  });
}

/** True if the decision, together with the rung's other half, reached nobody at all. */
export function reachedNobody({ rung, recipients, unneeded }: Decision, rungs: readonly Rung[]): boolean {
  if (unneeded === true) return false;
  const other = otherHalf(rung, rungs);
  const isLast = other === undefined ? !isDutyHalf(rung) : other.decidedAt !== undefined;
  return isLast && recipients.length === 0 && (other?.told ?? []).length === 0;
}

function otherHalf(id: string, rungs: readonly Rung[]): Rung | undefined {
  const other = isDutyHalf(id) ? wholeOf(id) : dutyHalfOf(id);
  return rungs.find((rung) => rung.id === other);
}

function toldOf(recipient: Recipient): ToldPerson {
  return { personId: recipient.personId, post: askedPost(recipient) };
}

/** The post that was asked for, whoever stands in for it. */
function askedPost({ post, insteadOf }: Recipient): Post {
  return insteadOf ?? post;
}
