import * as z from "zod";
import type { ResolvedResource, TemplateResolver } from "./intrinsics.ts";
import { type JsonObject, TemplateError } from "./json.ts";

const number = z.coerce.number();
const policyDocument = z.looseObject({ Statement: z.unknown() });

const queueProperties = z.looseObject({
  DelaySeconds: number.default(0),
  VisibilityTimeout: number.default(30),
  MessageRetentionPeriod: number.default(345_600),
  RedrivePolicy: z.looseObject({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
});
const bucketProperties = z.looseObject({
  CorsConfiguration: z
    .looseObject({
      CorsRules: z.array(
        z.looseObject({
          AllowedOrigins: z.array(z.string()),
          AllowedMethods: z.array(z.string()),
          AllowedHeaders: z.array(z.string()).default([]),
        }),
      ),
    })
    .optional(),
  ObjectLockConfiguration: z
    .looseObject({
      Rule: z.looseObject({ DefaultRetention: z.looseObject({ Days: z.number() }) }).optional(),
    })
    .optional(),
  NotificationConfiguration: z
    .looseObject({
      QueueConfigurations: z
        .array(
          z.looseObject({
            Event: z.string(),
            Queue: z.string(),
            Filter: z
              .looseObject({
                S3Key: z.looseObject({
                  Rules: z.array(z.looseObject({ Name: z.string(), Value: z.string() })),
                }),
              })
              .optional(),
          }),
        )
        .default([]),
    })
    .optional(),
});
const functionProperties = z.looseObject({
  Code: z.looseObject({ S3Key: z.string() }),
  Handler: z.string(),
  Role: z.string(),
  Timeout: number.default(3),
  MemorySize: number.default(128),
  Environment: z.looseObject({ Variables: z.record(z.string(), z.coerce.string()).default({}) }).default({
    Variables: {},
  }),
  DeadLetterConfig: z.looseObject({ TargetArn: z.string() }).optional(),
});
const destination = z.looseObject({ OnFailure: z.looseObject({ Destination: z.string() }).optional() });
const mappingProperties = z.looseObject({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: z.boolean().default(true),
  BatchSize: number.optional(),
  MaximumBatchingWindowInSeconds: number.default(0),
  FunctionResponseTypes: z.array(z.string()).default([]),
  FilterCriteria: z.looseObject({ Filters: z.array(z.looseObject({ Pattern: z.string() })) }).optional(),
  ScalingConfig: z.looseObject({ MaximumConcurrency: number }).optional(),
  BisectBatchOnFunctionError: z.boolean().default(false),
  MaximumRetryAttempts: number.default(-1),
  MaximumRecordAgeInSeconds: number.default(-1),
  DestinationConfig: destination.optional(),
});
const invokeConfigProperties = z.looseObject({
  FunctionName: z.string(),
  MaximumRetryAttempts: number.default(2),
  DestinationConfig: destination.optional(),
});
const routeProperties = z.looseObject({ ApiId: z.string(), RouteKey: z.string(), Target: z.string() });
const integrationProperties = z.looseObject({
  IntegrationUri: z.string(),
  PayloadFormatVersion: z.string().default("1.0"),
  TimeoutInMillis: number.default(30_000),
});
const scheduleProperties = z.looseObject({
  GroupName: z.string().default("default"),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default("UTC"),
  State: z.string().default("ENABLED"),
  Target: z.looseObject({
    Arn: z.string(),
    RoleArn: z.string(),
    Input: z.string().default("{}"),
    DeadLetterConfig: z.looseObject({ Arn: z.string() }).optional(),
  }),
});
const receiptRuleProperties = z.looseObject({
  Rule: z.looseObject({
    Enabled: z.boolean().default(true),
    Actions: z
      .array(
        z.looseObject({
          S3Action: z
            .looseObject({ BucketName: z.string(), ObjectKeyPrefix: z.string().default("") })
            .optional(),
        }),
      )
      .default([]),
  }),
});
const secretProperties = z.looseObject({
  GenerateSecretString: z.looseObject({
    SecretStringTemplate: z.string().default("{}"),
    GenerateStringKey: z.string(),
    PasswordLength: number.default(32),
  }),
});
const configurationSetProperties = z.looseObject({ Name: z.string() });
const eventDestinationProperties = z.looseObject({
  ConfigurationSetName: z.string(),
  EventDestination: z.looseObject({
    Enabled: z.boolean().default(true),
    MatchingEventTypes: z.array(z.string()),
    EventBridgeDestination: z.looseObject({ EventBusArn: z.string() }),
  }),
});
const eventRuleProperties = z.looseObject({
  State: z.string().default("ENABLED"),
  EventPattern: z.looseObject({}),
  Targets: z.array(z.looseObject({ Arn: z.string() })),
});
const roleProperties = z.looseObject({
  AssumeRolePolicyDocument: policyDocument,
  ManagedPolicyArns: z.array(z.string()).default([]),
  Policies: z.array(z.looseObject({ PolicyName: z.string(), PolicyDocument: policyDocument })).default([]),
});
const policyProperties = z.looseObject({
  PolicyDocument: policyDocument,
  Roles: z.array(z.string()).default([]),
});
const anyProperties = z.looseObject({});

/** A resource of the template with its properties checked. */
export interface TypedResource<P> {
  readonly logicalId: string;
  readonly stack: string;
  readonly name: string;
  readonly ref: string;
  readonly attribute: (name: string) => string;
  readonly raw: JsonObject;
  readonly properties: P;
}

function typed<P>(resolver: TemplateResolver, type: string, schema: z.ZodType<P>): TypedResource<P>[] {
  return resolver.resources(type).map((resource: ResolvedResource) => {
    const parsed = schema.safeParse(resource.properties);
    if (!parsed.success) {
      throw new TemplateError(
        `${resource.stack}.${resource.logicalId} (${type}): ${z.prettifyError(parsed.error)}`,
      );
    }
    return { ...resource, raw: resource.properties, properties: parsed.data };
  });
}

/** Everything of the template that the host runs, typed. Throws TemplateError naming the resource that is wrong. */
export function readModel(resolver: TemplateResolver) {
  return {
    tables: typed(resolver, "AWS::DynamoDB::Table", anyProperties),
    queues: typed(resolver, "AWS::SQS::Queue", queueProperties),
    buckets: typed(resolver, "AWS::S3::Bucket", bucketProperties),
    functions: typed(resolver, "AWS::Lambda::Function", functionProperties),
    mappings: typed(resolver, "AWS::Lambda::EventSourceMapping", mappingProperties),
    invokeConfigs: typed(resolver, "AWS::Lambda::EventInvokeConfig", invokeConfigProperties),
    routes: typed(resolver, "AWS::ApiGatewayV2::Route", routeProperties),
    integrations: typed(resolver, "AWS::ApiGatewayV2::Integration", integrationProperties),
    scheduleGroups: typed(resolver, "AWS::Scheduler::ScheduleGroup", anyProperties),
    schedules: typed(resolver, "AWS::Scheduler::Schedule", scheduleProperties),
    receiptRules: typed(resolver, "AWS::SES::ReceiptRule", receiptRuleProperties),
    secrets: typed(resolver, "AWS::SecretsManager::Secret", secretProperties),
    configurationSets: typed(resolver, "AWS::SES::ConfigurationSet", configurationSetProperties),
    eventDestinations: typed(
      resolver,
      "AWS::SES::ConfigurationSetEventDestination",
      eventDestinationProperties,
    ),
    eventRules: typed(resolver, "AWS::Events::Rule", eventRuleProperties),
    roles: typed(resolver, "AWS::IAM::Role", roleProperties),
    policies: typed(resolver, "AWS::IAM::Policy", policyProperties),
    managedPolicies: typed(resolver, "AWS::IAM::ManagedPolicy", policyProperties),
  };
}

export type CloudModel = ReturnType<typeof readModel>;
export type FunctionResource = CloudModel["functions"][number];
export type MappingResource = CloudModel["mappings"][number];
