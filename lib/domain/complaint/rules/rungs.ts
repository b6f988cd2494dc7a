import type { Temporal } from "temporal-polyfill";
import { audienceOf, type OnDuty, toldNow, withDecision } from "../../clocks/audience.ts";
import { type Clock, dueAt, isSameClock, keyOf, ownRungs, type Rung } from "../../clocks/clock.ts";
import { type Rules, startClock } from "../../clocks/start.ts";
import type { Recipient } from "../../escalation/recipients.ts";
import type { Post } from "../../organisation/organisation.ts";
import { type Policy, type RungKind, rungRule, type Unless } from "../../policy/policy.ts";
import { defined } from "../../present.ts";
import { fromInstant, type Instant, secondsBetween, toInstant } from "../../time/instant.ts";
import type { Recipients } from "../decision.ts";
import { type Complaint, timedClocks } from "../document.ts";
import type { FactDraft, RungDecided } from "../events.ts";
import { asOwner } from "./actions.ts";
import { isOutdated, retimed } from "./retime.ts";
import { type TimedComplaint, timingFor } from "./timing.ts";

/** A rung is late when it fires more than this after its instant (timers have 60 s precision). */
export const LATE_AFTER_SECONDS = 180;

interface Firing extends Rules {
  readonly now: Temporal.Instant;
  readonly recipients?: Recipients;
  readonly onDuty?: OnDuty;
}

/**
 * Decides every rung whose instant has come, exactly once each, however late the timer is, and starts the next daily
 * report. Clocks computed under rules that are no longer in force are computed again first: then nothing else happens,
 * and the new timer decides.
 */
export function decideRungs(complaint: Complaint, firing: Firing): FactDraft[] {
  const now = toInstant(firing.now);
  if (isOutdated(complaint, firing)) return retimed(complaint, complaint, firing, now, "rules");
  return timedClocks(complaint).flatMap((clock) => {
    const asked = askedFor(clock, complaint);
    const recipients = (posts: readonly Post[], kind: RungKind) =>
      withoutWriter(firing.recipients?.(posts, asked) ?? [], kind, complaint);
    const isDone = (unless: Unless) => isTaken(complaint, unless);
    return [
      ...dueRungs(ownRungs(clock, complaint.group?.since), clock, { ...firing, recipients, isDone }),
      ...nextDay(clock, complaint, firing, now),
    ];
  });
}

/**
 * D6 接单: true once somebody was given it, or whoever it was last given to has taken it. One that was never given to
 * anybody, or whose acceptance was given up, is not accepted.
 */
export function isTaken({ departmentId, clocks, cycle }: Complaint, unless: Unless): boolean {
  switch (unless) {
    case "assigned":
      return departmentId !== undefined;
    case "accepted": {
      const last = clocks.findLast((clock) => clock.name === "accept" && clock.cycle === cycle);
      return last?.stoppedAt !== undefined && last.lapsed !== true;
    }
  }
}

/** Whoever wrote it down needs no news of it. */
function withoutWriter(holders: readonly Recipient[], kind: RungKind, { events }: Complaint) {
  const writer = events.find(({ seq }) => seq === 1)?.by;
  if (kind !== "news" || writer?.kind !== "person") return holders;
  return holders.filter(({ personId }) => personId !== writer.id);
}

/** D15: a corrective action is its owner's, whoever handles the complaint. */
function askedFor({ name, key }: Clock, complaint: Complaint): Complaint {
  if (name !== "corrective") return complaint;
  const action = complaint.actions?.find(({ id }) => id === key);
  return action === undefined ? complaint : asOwner(complaint, action.ownerId);
}

/**
 * The decisions about those of a clock's pending rungs whose instant has come, the earliest first: when both halves of a
 * rung that the quiet hours have split are late, the second knows whom the first has told.
 */
export function dueRungs(
  pending: readonly Rung[],
  clock: Pick<Clock, "name" | "cycle" | "key" | "rungs">,
  firing: {
    readonly now: Temporal.Instant;
    readonly policy: Policy;
    readonly recipients: (posts: readonly Post[], kind: RungKind) => readonly Recipient[];
    /** True where what a rung would have asked for has been done. */
    readonly isDone: (unless: Unless) => boolean;
    readonly onDuty?: OnDuty;
  },
): FactDraft<RungDecided>[] {
  const now = toInstant(firing.now);
  const due = pending
    .filter((rung) => rung.at <= now)
    .toSorted((a, b) => Number(a.at > b.at) - Number(a.at < b.at));
  let { rungs } = clock;
  return due.map((rung) => {
    const { kind, time, posts, unless, onlyIf } = rungRule(firing.policy, rung.id);
    const onDuty = firing.onDuty ?? (() => false);
    const isUnneeded = unless !== undefined && firing.isDone(unless);
    const audience = audienceOf(rung, rungs);
    const recipients = isUnneeded ? [] : toldNow(rung, rungs, firing.recipients(posts, kind), now, onDuty);
    const fact: RungDecided = {
      type: "rungDecided",
      ...keyOf(clock),
      rung: rung.id,
      ...defined({ audience }),
      rule: { kind, time, ...defined({ unless, onlyIf }) },
      ...(isUnneeded ? { unneeded: true } : {}),
      due: rung.at,
      lateBy: secondsBetween(rung.at, now),
      recipients,
    };
    rungs = withDecision(rungs, fact, now);
    return { fact, occurredAt: now };
  });
}

/** D11: a daily report that was not given is missed, and the next day's is due all the same. */
function nextDay(clock: Clock, complaint: Complaint, rules: Rules, now: Instant): FactDraft[] {
  if (clock.name !== "dailyReport" || clock.stoppedAt !== undefined || dueAt(clock) > now) return [];
  const next = dailyReportClock(complaint, dueAt(clock), rules);
  const isThere = complaint.clocks.some((other) => isSameClock(other, next));
  return isThere ? [] : [{ fact: { type: "clockStarted", ...next }, occurredAt: now }];
}

/**
 * D11: the clock of a daily report, each day 18:00; its key is the local day it is due. It starts when A or B is set,
 * and after that at the due instant of the day before, whether the report was given or not.
 */
export function dailyReportClock(
  complaint: TimedComplaint & Pick<Complaint, "cycle"> & Partial<Pick<Complaint, "clocks">>,
  startedAt: Instant,
  rules: Rules,
) {
  const timing = timingFor("dailyReport", complaint);
  const { key: _, ...clock } = startClock("dailyReport", complaint.cycle, startedAt, timing, rules);
  const day = fromInstant(dueAt(clock)).toZonedDateTimeISO(rules.calendar.timeZone).toPlainDate();
  const key = day.toString();
  // The level went and came back within the day: the day's report is due once more.
  const given = (complaint.clocks ?? []).filter(
    (one) => one.lapsed === true && one.key?.startsWith(key) === true && one.cycle === complaint.cycle,
  );
  return { ...clock, key: given.length === 0 ? key : `${key}.${given.length + 1}` };
}
