import type { AccessNeed } from "../../contract.ts";

/** One statement of a synthesized policy. */
export interface PolicyStatement {
  /** Where it stands in the template, for reports. */
  readonly source: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[];
  /** Patterns that every partition key of the call must match one of; absent: all partitions. */
  readonly leadingKeys?: readonly string[];
}

const compiled = new Map<string, RegExp>();

/** IAM wildcards: `*` any run, `?` one character; actions are compared without case. */
export function matchesWildcard(pattern: string, text: string, ignoreCase: boolean): boolean {
  const key = `${ignoreCase ? "i" : "c"}${pattern}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    const source = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, "\\$&")
      .replaceAll("*", ".*")
      .replaceAll("?", ".");
    expression = new RegExp(`^${source}$`, ignoreCase ? "is" : "s");
    compiled.set(key, expression);
  }
  return expression.test(text);
}

/** True if the statement speaks about this action on this resource, whatever its effect. */
export function applies(statement: PolicyStatement, need: AccessNeed): boolean {
  const named = statement.notActions ?? statement.actions;
  const action = named.some((pattern) => matchesWildcard(pattern, need.action, true));
  if (statement.notActions === undefined ? !action : action) return false;
  const patterns = statement.leadingKeys;
  const isItsPartition = (key: string) =>
    patterns === undefined || patterns.some((pattern) => matchesWildcard(pattern, key, false));
  // A call that names no partition (a scan) is not let through, as AWS's ForAllValues would: nothing here grants one.
  if (patterns !== undefined && need.leadingKeys === undefined) return false;
  if (!(need.leadingKeys ?? []).every(isItsPartition)) return false;
  return statement.resources.some((pattern) => matchesWildcard(pattern, need.resource, false));
}

/** IAM's decision: an explicit Deny wins, otherwise one Allow is enough, otherwise no. */
export function isAllowed(statements: readonly PolicyStatement[], need: AccessNeed): boolean {
  const relevant = statements.filter((statement) => applies(statement, need));
  return (
    relevant.some(({ effect }) => effect === "Allow") && !relevant.some(({ effect }) => effect === "Deny")
  );
}
