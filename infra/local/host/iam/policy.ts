import * as z from "zod";
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

/** One statement of a synthesized policy, without conditions: the local cloud has no request context to test them. */
export interface PolicyStatement {
  /** Where it stands in the template, for reports. */
  readonly source: string;
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[];
}

/** Reads a policy document. Throws TemplateError for conditions, NotResource and malformed statements. */
export function readStatements(source: string, document: { readonly Statement: unknown }): PolicyStatement[] {
  const parsed = z
    .union([z.array(statementSchema), statementSchema.transform((one) => [one])])
    .safeParse(document.Statement);
  if (!parsed.success) throw new TemplateError(`${source}: ${z.prettifyError(parsed.error)}`);
  return parsed.data.map((statement) => {
    if (statement.Condition !== undefined) {
      throw new TemplateError(
        `${source}: IAM conditions are not evaluated by the local cloud; grant without one`,
      );
    }
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
  return statement.resources.some((pattern) => matchesWildcard(pattern, need.resource, false));
}

/** IAM's decision: an explicit Deny wins, otherwise one Allow is enough, otherwise no. */
export function isAllowed(statements: readonly PolicyStatement[], need: AccessNeed): boolean {
  const relevant = statements.filter((statement) => applies(statement, need));
  return (
    relevant.some(({ effect }) => effect === "Allow") && !relevant.some(({ effect }) => effect === "Deny")
  );
}
