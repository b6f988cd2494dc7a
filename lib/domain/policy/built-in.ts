import { builtIn1 } from "./built-in-1.ts";
import { builtIn2 } from "./built-in-2.ts";
import { builtIn3 } from "./built-in-3.ts";
import { type Policy, type RungRule, rungRule } from "./policy.ts";

/** The built-in policy in force: the last one released. */
export const builtInPolicy: Policy = builtIn3;

/** Every built-in policy ever released: documents keep the version they were decided with, so none is ever taken out. */
export const builtInPolicies: readonly Policy[] = [builtIn1, builtIn2, builtIn3];

/** What of a rung's rule is kept with the decision about it. */
export type DecidedRule = Pick<RungRule, "kind" | "time" | "unless" | "onlyIf">;

/** The rule behind a decided rung; events from before it was kept had the ladders of `built-in-2`. */
export function decidedRule(fact: { readonly rung: string; readonly rule?: DecidedRule }): DecidedRule {
  return fact.rule ?? rungRule(builtIn2, fact.rung);
}
