import type { TicketAnswer } from "../complaint/tickets.ts";
import { type Case, receivedInPeriod } from "./case.ts";
import { epochMs } from "./instant.ts";
import { monthPeriod, within } from "./period.ts";
import { rate, type SheetOptions } from "./sheet.ts";
import type { TicketExclusion } from "./ticket-figures.ts";

/** 政府转办 of one platform (12345, 街道, 住建局 …). */
export interface GovernmentRow {
  readonly system: string;
  /** Received in the period, whatever became of it: counted + excluded. */
  readonly received: number;
  readonly excluded: number;
  readonly returned: number;
  readonly merged: number;
  readonly withdrawn: number;
  readonly referred: number;
  readonly platformWithdrew: number;
  readonly notOwners: number;
  readonly unreasonable: number;
  readonly counted: number;
  /** Signed for or answered within the limit for signing. */
  readonly signedInTime: number;
  /** Reply document sent by the ticket's time. */
  readonly answeredInTime: number;
  /** Not yet answered and not yet due: in no rate. */
  readonly waiting: number;
  /** Handed back by the platform at least once (退回重办). */
  readonly handedBack: number;
  /** Rated by the platform in the period and not excluded; tickets of earlier periods too. */
  readonly rated: number;
  readonly contacted: number;
  readonly notContacted: number;
  readonly solved: number;
  readonly notSolved: number;
  readonly satisfied: number;
  readonly dissatisfied: number;
  /** answeredInTime ÷ (counted − waiting) */
  readonly onTimeRate: number | null;
  /** 响应率 = contacted ÷ (contacted + not contacted) */
  readonly responseRate: number | null;
  /** 解决率 = solved ÷ (solved + not solved) */
  readonly resolutionRate: number | null;
  /** 满意率 = satisfied ÷ (satisfied + dissatisfied) */
  readonly satisfactionRate: number | null;
}

/**
 * Rows by platform in the order of their names, 汇总 last, from raw tickets of every kind of record. The rates are those
 * of 接诉即办: what the platform's call-back found in the period, excluded tickets apart (`default`: no source that
 * could be had prints the formulas).
 */
export function governmentTable(cases: Iterable<Case>, options: SheetOptions): GovernmentRow[] {
  const all = [...cases].filter(isTicket);
  const received = receivedInPeriod(all, options);
  const rated = all.filter((one) => isRatedInPeriod(one, options));
  const systems = [...new Set([...received, ...rated].map(systemOf))].sort();
  const row = (system: string, isOfIt: (one: Case) => boolean) =>
    rowOf(system, received.filter(isOfIt), rated.filter(isOfIt), epochMs(options.asOf, "asOf"));
  return [
    ...systems.map((system) => row(system, (one) => systemOf(one) === system)),
    row("汇总", () => true),
  ];
}

/** The tickets that a period's rows count: received or rated in it, oldest first. */
export function ticketsOfPeriod(cases: Iterable<Case>, options: SheetOptions): Case[] {
  const all = [...cases].filter(isTicket);
  const received = new Set(receivedInPeriod(all, options));
  return all
    .filter((one) => received.has(one) || isRatedInPeriod(one, options))
    .toSorted((a, b) => epochMs(a.receivedAt, "receivedAt") - epochMs(b.receivedAt, "receivedAt"));
}

/** True for what came with a ticket. */
function isTicket({ channel, external }: Case): boolean {
  return channel === "government" || external !== undefined;
}

/** True if the platform reported in the period what its call-back found, by the cut-off. */
function isRatedInPeriod(one: Case, options: SheetOptions): boolean {
  const at = one.external?.ticket?.rating?.at;
  if (at === undefined) return false;
  const rated = epochMs(at, `rating of ${one.id}`);
  return rated <= epochMs(options.asOf, "asOf") && within(monthPeriod(options), rated);
}

function systemOf(one: Case): string {
  return one.external?.system ?? "其他";
}

function rowOf(
  system: string,
  received: readonly Case[],
  rated: readonly Case[],
  asOf: number,
): GovernmentRow {
  const excludedAs = (why: TicketExclusion) =>
    received.filter(({ external }) => external?.ticket?.exclusion === why).length;
  const standing = received.filter(isCounted);
  const count = (holds: (one: Case) => boolean) => standing.filter(holds).length;
  const answers = answersOf(rated.filter(isCounted));
  const counted = standing.length;
  const waiting = count((one) => isWaiting(one, asOf));
  const answeredInTime = count(({ external }) => isBy(external?.ticket?.repliedAt, external?.dueAt, asOf));
  return {
    system,
    received: received.length,
    excluded: received.length - counted,
    returned: excludedAs("returned"),
    merged: excludedAs("merged"),
    withdrawn: excludedAs("withdrawn"),
    referred: excludedAs("referred"),
    platformWithdrew: excludedAs("withdrawn-by-platform"),
    notOwners: excludedAs("not-owner-business"),
    unreasonable: excludedAs("unreasonable"),
    counted,
    signedInTime: count(({ external }) => {
      const { signedAt, repliedAt, signBy } = external?.ticket ?? {};
      return isBy(signedAt ?? repliedAt, signBy ?? external?.dueAt, asOf);
    }),
    answeredInTime,
    waiting,
    handedBack: count(({ external }) => (external?.ticket?.returns ?? 0) > 0),
    ...answers,
    onTimeRate: rate(answeredInTime, counted - waiting),
    responseRate: rate(answers.contacted, answers.contacted + answers.notContacted),
    resolutionRate: rate(answers.solved, answers.solved + answers.notSolved),
    satisfactionRate: rate(answers.satisfied, answers.satisfied + answers.dissatisfied),
  };
}

function isCounted({ external }: Case): boolean {
  return external?.ticket?.exclusion === undefined;
}

/** Merged tickets owe no answer of their own: like those not due yet, they are in no rate of ours. */
function isWaiting({ external }: Case, asOf: number): boolean {
  const { repliedAt, merged } = external?.ticket ?? {};
  if (merged === true) return true;
  const sent = repliedAt !== undefined && epochMs(repliedAt, "reply document") <= asOf;
  return !sent && (external === undefined || epochMs(external.dueAt, "ticket due") >= asOf);
}

function isBy(at: string | undefined, limit: string | undefined, asOf: number): boolean {
  if (at === undefined || limit === undefined) return false;
  const done = epochMs(at, "instant");
  return done <= asOf && done <= epochMs(limit, "limit");
}

function answersOf(rated: readonly Case[]) {
  const count = (question: "contacted" | "solved" | "satisfied", answer: TicketAnswer) =>
    rated.filter(({ external }) => external?.ticket?.rating?.[question] === answer).length;
  return {
    rated: rated.length,
    contacted: count("contacted", "yes"),
    notContacted: count("contacted", "no"),
    solved: count("solved", "yes"),
    notSolved: count("solved", "no"),
    satisfied: count("satisfied", "yes"),
    dissatisfied: count("satisfied", "no"),
  };
}
