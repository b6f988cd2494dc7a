import { ArnFormat, Stack, Token, Validations } from "aws-cdk-lib";
import { PolicyStatement, type Role } from "aws-cdk-lib/aws-iam";
import type { Bucket } from "aws-cdk-lib/aws-s3";
import { flattenCfnReference } from "cdk-nag/lib/utils/flatten-cfn-reference.js";
import type { FunctionName } from "../../lib/config/environment.ts";
import type { SecretName } from "../../lib/config/secrets.ts";
import {
  type BucketName,
  bucketNames,
  type Foundation,
  type IndexName,
  indexNames,
  type QueueName,
  queueNames,
  rawMailPrefix,
} from "../constructs/foundation.ts";
import { secretsPrefix } from "../constructs/installation-key.ts";
import { type GrantTarget, grantsOf } from "./grants.ts";

/** A resource of a statement; one that must end in a wildcard says why and how cdk-nag spells it. */
interface Scope {
  readonly arn: string;
  readonly wildcard?: { readonly finding: string; readonly reason: string };
}

/** Adds exactly the grants of infra/catalogue/grants.ts to a function's role. */
export function allow(role: Role, name: FunctionName, foundation: Foundation): void {
  for (const grant of grantsOf(name)) {
    const scopes = scopesOf(grant.on, foundation, Stack.of(role));
    role.addToPolicy(
      new PolicyStatement({
        actions: [...grant.actions],
        resources: scopes.map((scope) => scope.arn),
        ...onlyIn(grant.partitions),
      }),
    );
    for (const { wildcard } of scopes) {
      if (wildcard === undefined) continue;
      Validations.of(role).acknowledge({
        id: `AwsSolutions-IAM5[Resource::${wildcard.finding}]`,
        reason: wildcard.reason,
      });
    }
  }
}

/** Every partition key that a call names must be of these kinds. */
function onlyIn(partitions: readonly string[] | undefined) {
  if (partitions === undefined) return {};
  return { conditions: { "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [...partitions] } } };
}

function scopesOf(target: GrantTarget, foundation: Foundation, stack: Stack): readonly Scope[] {
  const { table } = foundation;
  switch (target) {
    case "table":
      return [{ arn: table.tableArn }];
    case "stream":
      return [{ arn: streamArnOf(foundation) }];
    case "every-stream":
      return [
        {
          arn: "*",
          wildcard: {
            finding: "*",
            reason: "dynamodb:ListStreams knows no narrower resource; Lambda's poller needs it.",
          },
        },
      ];
    case "schedules":
      return [
        wildcard(
          stack,
          stack.formatArn({
            service: "scheduler",
            resource: "schedule",
            resourceName: `${foundation.scheduleGroupName}/*`,
          }),
          "One-time schedules are named after complaints at run time; only those of our own group are reachable.",
        ),
      ];
    case "schedule-role":
      return [{ arn: foundation.scheduleRole.roleArn }];
    case "mail":
      return (["identity", "configuration-set"] as const).map((resource) =>
        wildcard(
          stack,
          stack.formatArn({ service: "ses", resource, resourceName: "*" }),
          "SES also checks the recipients' identities while the account is in its sandbox, and the sender's default configuration set, which the operator may name freely.",
        ),
      );
    default:
      return [isSecret(target) ? secretScope(target, foundation, stack) : namedScope(target, foundation)];
  }
}

function isSecret(target: GrantTarget): target is `secret:${SecretName}` {
  return target.startsWith("secret:");
}

/** Secrets Manager adds six characters of its own to a secret's name. */
function secretScope(target: `secret:${SecretName}`, { stage }: Foundation, stack: Stack): Scope {
  return {
    arn: stack.formatArn({
      service: "secretsmanager",
      resource: "secret",
      resourceName: `${secretsPrefix(stage)}${target.slice("secret:".length)}-??????`,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    }),
  };
}

function namedScope(
  target:
    | `index:${IndexName}`
    | `queue:${QueueName}`
    | `bucket:${BucketName}`
    | `objects:${BucketName}`
    | "inbox"
    | "kept-mails",
  { table, queues, buckets }: Foundation,
): Scope {
  const index = indexNames.find((name) => target === `index:${name}`);
  if (index !== undefined) return { arn: `${table.tableArn}/index/${index}` };
  const queue = queueNames.find((name) => target === `queue:${name}`);
  if (queue !== undefined) return { arn: queues[queue].queueArn };
  const bucket = bucketNames.find((name) => target === `bucket:${name}`);
  if (bucket !== undefined) return { arn: buckets[bucket].bucketArn };
  if (target === "inbox") return objectsOf(buckets.mail, `${rawMailPrefix}*`);
  if (target === "kept-mails") return objectsOf(buckets.mail, "mail/*");
  const objects = bucketNames.find((name) => target === `objects:${name}`);
  if (objects !== undefined) return objectsOf(buckets[objects], "*");
  throw new Error(`unknown grant target ${target}`);
}

function objectsOf(bucket: Bucket, pattern: string): Scope {
  // The export's name is what cdk-nag sees in the other stack; asking for it here makes no second export.
  const imported = Stack.of(bucket).exportValue(bucket.bucketArn);
  const stack = Stack.of(bucket);
  return {
    arn: bucket.arnForObjects(pattern),
    wildcard: {
      finding: `${flattenCfnReference(stack.resolve(imported))}/${pattern}`,
      reason: "Objects are named at run time; the grant covers the objects of one bucket and single actions.",
    },
  };
}

function wildcard(stack: Stack, arn: string, reason: string): Scope {
  return { arn, wildcard: { finding: flattenCfnReference(stack.resolve(arn)), reason } };
}

function streamArnOf({ table }: Foundation): string {
  if (table.tableStreamArn === undefined || !Token.isUnresolved(table.tableStreamArn)) {
    throw new Error("the complaint table has no stream");
  }
  return table.tableStreamArn;
}
