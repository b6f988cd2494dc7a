import * as z from "zod";
import { defined } from "../../../../lib/domain/present.ts";
import { TemplateError } from "../template/json.ts";
import type { PolicyStatement } from "./decision.ts";

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
