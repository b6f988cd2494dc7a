import { type ClassCode, complaintClasses, topClassOf } from "../classification/classes.ts";
import type { Channel } from "../classification/sources.ts";
import type { CauseFactor, Intake, Level, RecordKind } from "../complaint/events.ts";
import type { Post } from "../organisation/organisation.ts";
import type { AnalysisTask } from "./analysis.ts";
import { epochMs } from "./instant.ts";
import { monthPeriod, within } from "./period.ts";
import type { SheetOptions } from "./sheet.ts";
import type { TicketCase } from "./ticket-figures.ts";

/** One record with what the month's views ask of it beyond D1: short enough to keep for every record there is. */
export interface Case extends AnalysisTask {
  readonly number: string;
  readonly recordKind: RecordKind;
  readonly channel: Channel;
  /** Nobody has judged the validity yet: counted as valid, shown as 未判定. */
  readonly unjudged?: true;
  readonly classCode?: ClassCode;
  readonly level?: Level;
  /** Known for the records of the period only, as the two that follow. */
  readonly causeFactor?: CauseFactor;
  /** Due instant of the first reply and when it was given. */
  readonly reply?: { readonly dueAt: string; readonly at?: string };
  /** Where the complaint was received (D14: 公司直接受理 = company). */
  readonly intake?: Intake;
  /** The government ticket it came with; also known for what its platform rated in the period. */
  readonly external?: {
    readonly system: string;
    readonly dueAt: string;
    readonly ticketNo?: string;
    readonly ticket?: TicketCase;
  };
  readonly building?: string;
  /** Who has it at the cut-off; the company outside does the department's work. */
  readonly departmentId?: string;
  readonly handlerId?: string;
  readonly contractorId?: string;
  /** 重复投诉: the same household and matter within 30 days. */
  readonly repeated?: true;
  /** The result's limit stood still at some time (暂停). */
  readonly paused?: true;
  /** 无法回访: closed without having reached anybody. */
  readonly unreachable?: true;
  /** The highest post that an escalation has named, and whether a rung of the ladder was decided late. */
  readonly climbed?: { readonly post?: Post; readonly late?: true };
  /** Limits of registering and of following up: when due, and when done. */
  readonly limits?: readonly CaseLimit[];
}

export interface CaseLimit {
  readonly name: "record" | "followUp";
  readonly dueAt: string;
  readonly at?: string;
}

/** What a class is called while nobody has classified the record. */
export const unclassified = "未分类";
/** The same for level, validity and cause. */
export const undecided = "未定";

/** K8.3-F2's seven classes (D5) in their order, and 未分类 last. */
export const topClasses: readonly string[] = [
  ...Object.entries(complaintClasses)
    .filter(([code]) => code.split(".").length === 2)
    .map(([, { zh }]) => zh),
  unclassified,
];

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(complaintClasses).map(([code, { zh }]) => [code, zh]),
);

/** The K8.3-F2 class of a record, one of {@link topClasses}. */
export function topClassName(code: ClassCode | undefined): string {
  return (code && names.get(topClassOf(code))) ?? unclassified;
}

/** 受理: every record received in the period by the cut-off, also what has ended since; an old ledger's stand in the trend alone. */
export function receivedInPeriod(cases: Iterable<Case>, options: SheetOptions): Case[] {
  return [...cases].filter(isReceivedIn(options));
}

/** Whether a record is one of {@link receivedInPeriod}; the period's bounds are worked out once, not for each record. */
export function isReceivedIn(options: SheetOptions): (one: Case) => boolean {
  const month = monthPeriod(options);
  const asOf = epochMs(options.asOf, "asOf");
  return (one) => {
    const received = epochMs(one.receivedAt, `receivedAt of ${one.id}`);
    return one.historical !== true && received <= asOf && within(month, received);
  };
}

/** True for what was withdrawn, referred or merged by the cut-off. */
export function hasEnded({ id, endedAt }: Case, options: SheetOptions): boolean {
  return typeof endedAt === "string" && epochMs(endedAt, `endedAt of ${id}`) <= epochMs(options.asOf, "asOf");
}

/** Records received in the period by the cut-off and not ended by then. */
function casesOfPeriod(cases: Iterable<Case>, options: SheetOptions): Case[] {
  return receivedInPeriod(cases, options).filter((one) => !hasEnded(one, options));
}

/** The complaints among them that are tasks: valid, assisted or not judged yet. */
export function tasksOfPeriod(cases: Iterable<Case>, options: SheetOptions): Case[] {
  return casesOfPeriod(cases, options).filter(
    ({ recordKind, validity }) => recordKind === "complaint" && validity !== "invalid",
  );
}

/** Counts by a key. */
export function countBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, number> {
  const counts = new Map<K, number>();
  for (const item of items) {
    const key = keyOf(item);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
