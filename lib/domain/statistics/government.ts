import { type Case, isReceivedIn } from "./case.ts";
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
  /** Of those whose answer was due, the reply document sent by the ticket's time. */
  readonly answeredInTime: number;
  /** Not yet answered and not yet due, or merged and answered with another: in no rate. */
  readonly waiting: number;
  /** counted − waiting */
  readonly answerDue: number;
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
  /** answeredInTime ÷ answerDue */
  readonly onTimeRate: number | null;
  /** 响应率 = contacted ÷ (contacted + not contacted) */
  readonly responseRate: number | null;
  /** 解决率 = solved ÷ (solved + not solved) */
  readonly resolutionRate: number | null;
  /** 满意率 = satisfied ÷ (satisfied + dissatisfied) */
  readonly satisfactionRate: number | null;
}

/** What is counted of tickets. */
export type TicketCount = Exclude<
  keyof GovernmentRow,
  "system" | "onTimeRate" | "responseRate" | "resolutionRate" | "satisfactionRate"
>;

/** They in the order in which they are shown. */
export const ticketCountNames: readonly TicketCount[] = [
  "received",
  "excluded",
  "returned",
  "merged",
  "withdrawn",
  "referred",
  "platformWithdrew",
  "notOwners",
  "unreasonable",
  "counted",
  "signedInTime",
  "answeredInTime",
  "waiting",
  "answerDue",
  "handedBack",
  "rated",
  "contacted",
  "notContacted",
  "solved",
  "notSolved",
  "satisfied",
  "dissatisfied",
];

/**
 * Rows by platform in the order of their names, 汇总 last, from raw tickets of every kind of record. The rates are those
 * of 接诉即办: what the platform's call-back found in the period, excluded tickets apart (`default`: no source that
 * could be had prints the formulas).
 */
export function governmentTable(cases: Iterable<Case>, options: SheetOptions): GovernmentRow[] {
  const tickets = ticketsOfPeriod(cases, options);
  const holds = ticketCounts(options);
  return [
    ...platformsOf(tickets).map((system) =>
      rowOf(
        system,
        tickets.filter((one) => platformOf(one) === system),
        holds,
      ),
    ),
    rowOf("汇总", tickets, holds),
  ];
}

/** The platforms of some tickets in the order of their names. */
export function platformsOf(tickets: readonly Case[]): readonly string[] {
  return [...new Set(tickets.map(platformOf))].sort();
}

/** Who passed it on. */
export function platformOf(one: Case): string {
  return one.external?.system ?? "其他";
}

/** The tickets that a period's rows count: received or rated in it, oldest first. */
export function ticketsOfPeriod(cases: Iterable<Case>, options: SheetOptions): Case[] {
  const [isReceived, isRated] = [isReceivedIn(options), isRatedIn(options)];
  return [...cases]
    .filter((one) => isTicket(one) && (isReceived(one) || isRated(one)))
    .toSorted((a, b) => epochMs(a.receivedAt, "receivedAt") - epochMs(b.receivedAt, "receivedAt"));
}

/** True for what came with a ticket. */
function isTicket({ channel, external }: Case): boolean {
  return channel === "government" || external !== undefined;
}

/** True if the platform reported in the period what its call-back found, by the cut-off. */
function isRatedIn(options: SheetOptions): Holds {
  const month = monthPeriod(options);
  const asOf = epochMs(options.asOf, "asOf");
  return ({ id, external }) => {
    const at = external?.ticket?.rating?.at;
    if (at === undefined) return false;
    const rated = epochMs(at, `rating of ${id}`);
    return rated <= asOf && within(month, rated);
  };
}

type Holds = (one: Case) => boolean;

/** For which tickets of a period each count holds. */
export function ticketCounts(options: SheetOptions): Readonly<Record<TicketCount, Holds>> {
  const asOf = epochMs(options.asOf, "asOf");
  const received = isReceivedIn(options);
  const isRated = isRatedIn(options);
  const excludedAs =
    (why: TicketExclusion): Holds =>
    (one) =>
      received(one) && one.external?.ticket?.exclusion === why;
  const counted: Holds = (one) => received(one) && isCounted(one);
  const answerDue: Holds = (one) => counted(one) && !isWaiting(one, asOf);
  const rated: Holds = (one) => isCounted(one) && isRated(one);
  const said =
    (question: "contacted" | "solved" | "satisfied", answer: "yes" | "no"): Holds =>
    (one) =>
      rated(one) && one.external?.ticket?.rating?.[question] === answer;
  return {
    received,
    excluded: (one) => received(one) && !isCounted(one),
    returned: excludedAs("returned"),
    merged: excludedAs("merged"),
    withdrawn: excludedAs("withdrawn"),
    referred: excludedAs("referred"),
    platformWithdrew: excludedAs("withdrawn-by-platform"),
    notOwners: excludedAs("not-owner-business"),
    unreasonable: excludedAs("unreasonable"),
    counted,
    signedInTime: (one) => counted(one) && isSignedInTime(one, asOf),
    answeredInTime: (one) =>
      answerDue(one) && isBy(one.external?.ticket?.repliedAt, one.external?.dueAt, asOf),
    waiting: (one) => counted(one) && isWaiting(one, asOf),
    answerDue,
    handedBack: (one) => counted(one) && (one.external?.ticket?.returns ?? 0) > 0,
    rated,
    contacted: said("contacted", "yes"),
    notContacted: said("contacted", "no"),
    solved: said("solved", "yes"),
    notSolved: said("solved", "no"),
    satisfied: said("satisfied", "yes"),
    dissatisfied: said("satisfied", "no"),
  };
}

function rowOf(
  system: string,
  tickets: readonly Case[],
  holds: Readonly<Record<TicketCount, Holds>>,
): GovernmentRow {
  const count = (key: TicketCount) => tickets.filter(holds[key]).length;
  const counts: Record<TicketCount, number> = {
    received: count("received"),
    excluded: count("excluded"),
    returned: count("returned"),
    merged: count("merged"),
    withdrawn: count("withdrawn"),
    referred: count("referred"),
    platformWithdrew: count("platformWithdrew"),
    notOwners: count("notOwners"),
    unreasonable: count("unreasonable"),
    counted: count("counted"),
    signedInTime: count("signedInTime"),
    answeredInTime: count("answeredInTime"),
    waiting: count("waiting"),
    answerDue: count("answerDue"),
    handedBack: count("handedBack"),
    rated: count("rated"),
    contacted: count("contacted"),
    notContacted: count("notContacted"),
    solved: count("solved"),
    notSolved: count("notSolved"),
    satisfied: count("satisfied"),
    dissatisfied: count("dissatisfied"),
  };
  return {
    system,
    ...counts,
    onTimeRate: rate(counts.answeredInTime, counts.answerDue),
    responseRate: rate(counts.contacted, counts.contacted + counts.notContacted),
    resolutionRate: rate(counts.solved, counts.solved + counts.notSolved),
    satisfactionRate: rate(counts.satisfied, counts.satisfied + counts.dissatisfied),
  };
}

function isCounted({ external }: Case): boolean {
  return external?.ticket?.exclusion === undefined;
}

function isSignedInTime({ external }: Case, asOf: number): boolean {
  const { signedAt, repliedAt, signBy } = external?.ticket ?? {};
  return isBy(signedAt ?? repliedAt, signBy ?? external?.dueAt, asOf);
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
