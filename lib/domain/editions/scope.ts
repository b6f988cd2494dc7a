import type { Instant } from "../time/instant.ts";

/** What a published rule holds for: the company, a region, a city company, or one project. */
export type Scope = "company" | `region:${string}` | `city:${string}` | `project:${string}`;

/** Where a complaint belongs. */
export interface Place {
  readonly projectId: string;
  readonly city: string;
  readonly region: string;
}

/** The scopes that a project stands in, nearest first: project → city → region → company (docs/clocks-and-policies.md). */
export function scopesOf({ projectId, city, region }: Place): readonly Scope[] {
  return [`project:${projectId}`, `city:${city}`, `region:${region}`, "company"];
}

/** A published rule: immutable, numbered within its scope. */
export interface Edition {
  /** `company@3`: scope and running number; stamped on every clock that used it. */
  readonly version: string;
  readonly scope: Scope;
  readonly number: number;
  readonly publishedAt: Instant;
  /** Person id. */
  readonly publishedBy: string;
}

/** A policy's edition; it holds from its effective date on. */
export interface PolicyEdition extends Edition {
  readonly effectiveFrom: Instant;
}

/** The policy in force: the nearest scope that has one, there the one that took effect last. Undefined: the built-in. */
export function policyInForce(
  editions: readonly PolicyEdition[],
  place: Place,
  at: Instant,
): PolicyEdition | undefined {
  const effective = editions.filter(({ effectiveFrom }) => effectiveFrom <= at);
  for (const scope of scopesOf(place)) {
    const [latest] = effective.filter((edition) => edition.scope === scope).sort(latestFirst);
    if (latest !== undefined) return latest;
  }
  return undefined;
}

function latestFirst(a: PolicyEdition, b: PolicyEdition): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? 1 : -1;
  return b.number - a.number;
}

/** The next version of a scope after those published. */
export function nextVersion(
  editions: readonly Edition[],
  scope: Scope,
): { readonly version: string; readonly number: number } {
  const last = Math.max(0, ...editions.filter((e) => e.scope === scope).map((e) => e.number));
  return { version: `${scope}@${last + 1}`, number: last + 1 };
}
