import * as z from "zod";
import type { Scope } from "../../domain/editions/scope.ts";
import { contradictions } from "../../domain/policy/contradictions.ts";
import { id, instant, line, month } from "../core/text.ts";
import { completed, policyChanges, presetNames } from "./policy-presets.ts";

const scoped = /^(region|city|project):.+$/;

/** What a policy or calendar holds for: `company`, `region:NAME`, `city:NAME`, `project:ID`. */
export const scope = line(200)
  .check((context) => {
    if (!isScope(context.value)) {
      context.issues.push({
        code: "invalid_format",
        format: "regex",
        pattern: `company | ${scoped.source}`,
        input: context.value,
      });
    }
  })
  .pipe(z.custom<Scope>((value) => typeof value === "string" && isScope(value)))
  .meta({ type: "string", description: "company, region:NAME, city:NAME or project:ID" });

function isScope(value: string): value is Scope {
  return value === "company" || scoped.test(value);
}

const policyShape = {
  scope: scope.default("company"),
  /** The preset whose values hold wherever this policy says nothing. */
  base: z.enum(presetNames).default("default"),
  /** Absent: at once. */
  effectiveFrom: instant.exactOptional(),
  ...policyChanges,
};

interface Said {
  readonly base: (typeof presetNames)[number];
}

/** A policy that contradicts itself is refused with the path of every contradiction. */
function consistent<T extends Said & Parameters<typeof completed>[2]>(context: z.core.ParsePayload<T>): void {
  for (const { path, zh, en } of contradictions(completed("draft", context.value.base, context.value))) {
    context.issues.push({
      code: "custom",
      path: [...path],
      params: { rule: "contradiction", zh, en },
      input: context.value,
    });
  }
}

/** `GET /policies`: in force for a project, or the company; and, by its version, the text of any that was published. */
export const policiesQuery = z.strictObject({
  projectId: id.exactOptional(),
  version: line(200).exactOptional(),
});

/** `PUT /policies`. */
export const policyBody = z.strictObject(policyShape).check(consistent).meta({ id: "Policy" });

/** `POST /policies/dry-run`: the policy, and with `replay` the month to judge again by it. */
export const dryRunBody = z
  .strictObject({ ...policyShape, replay: month.exactOptional() })
  .check(consistent)
  .meta({ id: "PolicyDryRun" });
