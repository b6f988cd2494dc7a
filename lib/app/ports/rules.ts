import type { CalendarEdition } from "../../domain/editions/calendars.ts";
import type { PolicyEdition } from "../../domain/editions/scope.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Freshness } from "./freshness.ts";
import type { Published } from "./published.ts";

/** Published policies and calendars; nothing published is ever changed (docs/clocks-and-policies.md). */
export interface RuleStore {
  /** `now` unless said otherwise: who publishes looks at what stands. */
  published(freshness?: Freshness): Promise<Published>;
  policy(version: string): Promise<Policy | undefined>;
  /** Publishes unless the version is taken; true if it was published. */
  publishPolicy(edition: PolicyEdition, policy: Policy): Promise<boolean>;
  publishCalendar(edition: CalendarEdition): Promise<boolean>;
}
