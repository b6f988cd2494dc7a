import { builtIn1 } from "./built-in-1.ts";
import { builtIn2 } from "./built-in-2.ts";
import { builtIn3 } from "./built-in-3.ts";
import { completed } from "./completed.ts";
import { type Policy, type PublishedPolicy, type RungRule, rungRule } from "./policy.ts";

/** The built-in policy in force: the last one released. */
export const builtInPolicy: Policy = builtIn3;

/** Every built-in policy as it was released: documents keep the version they were decided with, so none is ever taken out. */
export const releasedPolicies: readonly PublishedPolicy[] = [builtIn1, builtIn2, builtIn3];

/** The same with every clock of today. */
export const builtInPolicies: readonly Policy[] = releasedPolicies.map(withEveryClock);

/**
 * A published policy with every clock of today: of one that is younger than the policy it says what the first built-in
 * policy with that clock says, which is frozen like the policy itself.
 */
export function withEveryClock(policy: PublishedPolicy): Policy {
  return completed(policy, releasedPolicies);
}

/** What of a rung's rule is kept with the decision about it. */
export type DecidedRule = Pick<RungRule, "kind" | "time" | "unless" | "onlyIf">;

/** The rule behind a decided rung; events from before it was kept had the ladders of `built-in-2`. */
export function decidedRule(fact: { readonly rung: string; readonly rule?: DecidedRule }): DecidedRule {
  return fact.rule ?? rungRule(builtIn2, fact.rung);
}
