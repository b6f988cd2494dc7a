import type { Subscription, Subscriptions } from "../../domain/subscriptions/subscription.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { KeyFigures, ReportSpan } from "./report-run.ts";

/** What is sent to everybody who takes the files of one part of the tree for one period. Never changed once written. */
export interface MailedFiles {
  readonly runId: string;
  /** How many projects the run had counted: one that succeeds late makes another delivery. */
  readonly built: number;
  readonly subscription: Subscription;
  /** The part of the tree by its name. */
  readonly name: string;
  readonly month: string;
  readonly span?: ReportSpan;
  /** Of a month: the edition whose figures these are. */
  readonly edition?: number;
  readonly asOf: Instant;
  readonly recordedUntil: Instant;
  readonly madeAt: Instant;
  readonly figures: KeyFigures;
  /** Names of the projects that could not be counted. */
  readonly missing: readonly string[];
  readonly files: readonly DeliveredFile[];
}

export interface DeliveredFile {
  readonly key: string;
  /** What it is saved as. */
  readonly title: string;
  readonly size: number;
  readonly contentType: string;
}

/** Which delivery: a run's, of one subscription. */
export interface DeliveryRef {
  readonly runId: string;
  readonly built: number;
  /** `subscriptionId` */
  readonly subscription: string;
}

export interface SubscriptionStore {
  find(personId: string): Promise<Subscriptions | undefined>;
  /** Everybody's. */
  list(): Promise<readonly Subscriptions[]>;
  /** Writes them if they stand one version lower (not at all for version 1); false if not. */
  put(subscriptions: Subscriptions): Promise<boolean>;
  /** Writes a delivery unless it is there; forgotten after `until`. */
  deliver(delivery: MailedFiles, until: Instant): Promise<void>;
  delivery(ref: DeliveryRef): Promise<MailedFiles | undefined>;
  /** Those of the last two months or so, of a `subscriptionId`. */
  deliveries(subscription: string): Promise<readonly MailedFiles[]>;
}
