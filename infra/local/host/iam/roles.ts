import * as z from "zod";
import { TemplateError } from "../template/json.ts";
import type { CloudModel } from "../template/model.ts";
import type { PolicyStatement } from "./decision.ts";
import { readStatements } from "./policy.ts";

/** A role of the template: who may take it and what it may do. */
export interface RoleGrants {
  readonly arn: string;
  readonly logicalId: string;
  readonly trusted: readonly string[];
  readonly statements: readonly PolicyStatement[];
}

/** AWS's own policies that only concern logs and traces, which the local cloud does not put behind IAM. */
const harmlessManagedPolicies = [
  "service-role/AWSLambdaBasicExecutionRole",
  "AWSXRayDaemonWriteAccess",
  "AWSXrayWriteOnlyAccess",
];

const trustSchema = z.looseObject({
  Statement: z.array(
    z.looseObject({
      Principal: z.looseObject({ Service: z.union([z.string(), z.array(z.string())]).optional() }),
    }),
  ),
});

/** Roles by ARN with the statements of inline, attached and managed policies. Throws TemplateError for unknown ones. */
export function readRoles(model: CloudModel): ReadonlyMap<string, RoleGrants> {
  const managed = new Map(
    model.managedPolicies.map((policy) => [
      policy.ref,
      readStatements(policy.logicalId, policy.properties.PolicyDocument),
    ]),
  );
  const roles = new Map<string, RoleGrants>();
  for (const role of model.roles) {
    const { Policies, ManagedPolicyArns, AssumeRolePolicyDocument } = role.properties;
    const statements = Policies.flatMap((policy) =>
      readStatements(`${role.logicalId}.${policy.PolicyName}`, policy.PolicyDocument),
    );
    for (const policy of model.policies) {
      if (policy.properties.Roles.includes(role.name)) {
        statements.push(...readStatements(policy.logicalId, policy.properties.PolicyDocument));
      }
    }
    for (const policy of model.managedPolicies) {
      if (policy.properties.Roles.includes(role.name)) statements.push(...(managed.get(policy.ref) ?? []));
    }
    for (const arn of ManagedPolicyArns) {
      const own = managed.get(arn);
      if (own !== undefined) statements.push(...own);
      else if (!harmlessManagedPolicies.some((name) => arn.endsWith(`:policy/${name}`))) {
        throw new TemplateError(
          `${role.logicalId}: the managed policy ${arn} is not known to the local cloud`,
        );
      }
    }
    const trust = trustSchema.parse(AssumeRolePolicyDocument);
    roles.set(role.attribute("Arn"), {
      arn: role.attribute("Arn"),
      logicalId: role.logicalId,
      trusted: trust.Statement.flatMap(({ Principal: { Service = [] } }) => Service),
      statements,
    });
  }
  return roles;
}
