import type { ServiceName, ServiceTerms, ShownTerms, TestedWay } from "../../domain/services/terms.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Fleeting } from "./errands.ts";

/** A service that is set up. */
export interface KnownService {
  readonly service: ServiceName;
  /** What may be shown; absent where an operator set it up by command. */
  readonly shown?: ShownTerms;
  readonly changedAt?: Instant;
  /** A person's id. */
  readonly changedBy?: string;
}

/** How services outside are reached. What is secret of it is written here and read only by whoever speaks to them. */
export interface ServiceStore {
  known(): Promise<readonly KnownService[]>;
  /** Puts it in the place of what stood there; others are not touched. */
  put(terms: ServiceTerms, change: { readonly at: Instant; readonly by: string }): Promise<void>;
  /** Nothing goes by it any more. */
  remove(service: ServiceName): Promise<void>;
  /** Whatever this process knows of settings is read again before the next message. */
  lookAgain(): void;
}

/** A message that somebody sends to himself to see whether a service works; told for an hour. */
export interface ServiceTest extends Fleeting {
  readonly way: TestedWay;
  /** Who asked, and gets it. */
  readonly personId: string;
  readonly askedAt: Instant;
  readonly state: "waiting" | "sent" | "failed";
  /** What the service said, without addresses. */
  readonly reason?: string;
}
