import * as z from "zod";
import { defined } from "../../../../lib/domain/present.ts";
import type { AccessNeed } from "../../contract.ts";
import { TemplateError } from "../template/json.ts";

const list = z.union([z.string().transform((text) => [text]), z.array(z.string())]);
const statementSchema = z.looseObject({
  Sid: z.string().optional(),
  Effect: z.enum(["Allow", "Deny"]),
  Action: list.optional(),
  NotAction: list.optional(),
  Resource: list.optional(),
  NotResource: list.optional(),
  Condition: z.unknown().optional(),
});

/** The one condition that the local cloud evaluates: the partitions of a table that a statement is about. */
const leadingKeysCondition = z.strictObject({
  "ForAllValues:StringLike": z.strictObject({ "dynamodb:LeadingKeys": list }),
});

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

/** Reads a policy document. Throws TemplateError for other conditions than on leading keys, NotResource and malformed statements. */
export function readStatements(source: string, document: { readonly Statement: unknown }): PolicyStatement[] {
  const parsed = z
    .union([z.array(statementSchema), statementSchema.transform((one) => [one])])
    .safeParse(document.Statement);
  if (!parsed.success) throw new TemplateError(`${source}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.map((statement) => {
    const condition = leadingKeysCondition.optional().safeParse(statement.Condition);
    if (!condition.success) {
      throw new TemplateError(
        `${source}: the local cloud evaluates dynamodb:LeadingKeys and no other condition`,
      );
    }
    const leadingKeys = condition.data?.["ForAllValues:StringLike"]["dynamodb:LeadingKeys"];
    if (statement.NotResource !== undefined || statement.Resource === undefined) {
      throw new TemplateError(`${source}: a statement must name its Resource`);
    }
    if ((statement.Action === undefined) === (statement.NotAction === undefined)) {
      throw new TemplateError(`${source}: a statement must have either Action or NotAction`);
    }
    return {
      source,
      effect: statement.Effect,
      actions: statement.Action ?? [],
      notActions: statement.NotAction,
      resources: statement.Resource,
      ...defined({ leadingKeys }),
    };
  });
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
