import type { DocumentRef } from "../../domain/document/ref.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { HeldMessage } from "./held.ts";
import type { Page, PageRequest } from "./page.ts";

/** Something whose alarm is in the past: a complaint, a group, an emergency event, a notice not handed over, a report run, a job, a held command. */
export type OverdueAlarm = {
  readonly ref: ItemRef;
  readonly alarmKey: string;
  /** When it was due. */
  readonly at: Instant;
} & (
  | { readonly kind: "document"; readonly document: DocumentRef }
  | { readonly kind: "notice" }
  /** What a system outside is to be told. */
  | { readonly kind: "delivery" }
  | { readonly kind: "run"; readonly runId: string }
  | { readonly kind: "job"; readonly jobId: string }
  | { readonly kind: "held"; readonly held: HeldMessage }
);

/** Address of an item for queues and the sweep. */
export interface ItemRef {
  readonly pk: string;
  readonly sk: string;
}

export interface AlarmStore {
  /** How many shards are to be looked through now: an operator may have raised their number since this process began. */
  shards(): Promise<number>;
  overdue(shard: number, before: Instant, page: PageRequest): Promise<Page<OverdueAlarm>>;
  /** Counts one more rescue of the same alarm and returns how often it was rescued; undefined, and not counted, beyond `atMost`. */
  countRescue(alarm: OverdueAlarm, atMost: number): Promise<number | undefined>;
  /** Takes the item out of the sweep until its next write; it stays listed as put aside. */
  putAside(alarm: OverdueAlarm): Promise<void>;
  /** What is put aside, page by page. */
  aside(page: PageRequest): Promise<Page<OverdueAlarm>>;
  /** Rescues of all time and items put aside, for people. */
  totals(): Promise<{ readonly rescues: number; readonly aside: number }>;
}
