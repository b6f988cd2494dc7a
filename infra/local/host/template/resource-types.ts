import { createHash } from "node:crypto";

/** Where the stacks are "deployed": values of the pseudo parameters and addresses of the local services. */
export interface DeploymentEnvironment {
  readonly partition: string;
  readonly region: string;
  readonly accountId: string;
  /** Endpoint of the local AWS services, no trailing slash. */
  readonly endpoint: string;
  /** Public base address of the API, no trailing slash. */
  readonly baseUrl: string;
}

/** A resource with its physical name chosen. */
export interface PhysicalResource {
  readonly name: string;
  readonly environment: DeploymentEnvironment;
  /** A string property of the resource, resolved. */
  readonly property: (name: string) => string | undefined;
}

type Attribute = (resource: PhysicalResource) => string;

/** How one CloudFormation type gets its name, `Ref` and attributes; `ignored` says why the host does not run it. */
export interface ResourceType {
  readonly nameProperty?: string;
  readonly nameLimit: number;
  readonly lowerCase?: boolean;
  readonly ref: Attribute;
  readonly attributes: Readonly<Record<string, Attribute>>;
  readonly ignored?: string;
}

const name: Attribute = (r) => r.name;
const arnOf =
  (service: string, resource: (r: PhysicalResource) => string): Attribute =>
  (r) => {
    const { partition, region, accountId } = r.environment;
    return `arn:${partition}:${service}:${region}:${accountId}:${resource(r)}`;
  };
const globalArn =
  (service: string, resource: (r: PhysicalResource) => string): Attribute =>
  (r) =>
    `arn:${r.environment.partition}:${service}::${r.environment.accountId}:${resource(r)}`;

const tableArn = arnOf("dynamodb", (r) => `table/${r.name}`);
const queueArn = arnOf("sqs", name);
const queueUrl: Attribute = (r) => `${r.environment.endpoint}/${r.environment.accountId}/${r.name}`;
const bucketArn: Attribute = (r) => `arn:${r.environment.partition}:s3:::${r.name}`;
const topicArn = arnOf("sns", name);
const managedPolicyArn = globalArn("iam", (r) => `policy/${r.name}`);

/** The label is a constant: the local table has one stream, and policies and mappings must name the same one. */
const streamLabel = "2025-01-01T00:00:00.000";

const ignored = (reason: string, ref: Attribute = name, attributes: ResourceType["attributes"] = {}) => ({
  nameLimit: 255,
  ref,
  attributes,
  ignored: reason,
});

/** Every resource type the host knows; a type that is not here may exist, but no used value may depend on it. */
export const resourceTypes: Readonly<Record<string, ResourceType>> = {
  "AWS::DynamoDB::Table": {
    nameProperty: "TableName",
    nameLimit: 255,
    ref: name,
    attributes: { Arn: tableArn, StreamArn: (r) => `${tableArn(r)}/stream/${streamLabel}` },
  },
  "AWS::SQS::Queue": {
    nameProperty: "QueueName",
    nameLimit: 80,
    ref: queueUrl,
    attributes: { Arn: queueArn, QueueName: name, QueueUrl: queueUrl },
  },
  "AWS::S3::Bucket": {
    nameProperty: "BucketName",
    nameLimit: 63,
    lowerCase: true,
    ref: name,
    attributes: {
      Arn: bucketArn,
      DomainName: (r) => `${r.name}.s3.amazonaws.com`,
      RegionalDomainName: (r) => `${r.name}.s3.${r.environment.region}.amazonaws.com`,
    },
  },
  "AWS::Lambda::Function": {
    nameProperty: "FunctionName",
    nameLimit: 64,
    ref: name,
    attributes: { Arn: arnOf("lambda", (r) => `function:${r.name}`) },
  },
  "AWS::Lambda::EventSourceMapping": { nameLimit: 64, ref: name, attributes: { Id: name } },
  "AWS::Lambda::EventInvokeConfig": { nameLimit: 64, ref: name, attributes: {} },
  "AWS::IAM::Role": {
    nameProperty: "RoleName",
    nameLimit: 64,
    ref: name,
    attributes: { Arn: globalArn("iam", (r) => `role/${r.name}`), RoleId: name },
  },
  "AWS::IAM::Policy": { nameLimit: 128, ref: name, attributes: {} },
  "AWS::IAM::ManagedPolicy": {
    nameProperty: "ManagedPolicyName",
    nameLimit: 128,
    ref: managedPolicyArn,
    attributes: { PolicyArn: managedPolicyArn },
  },
  "AWS::Scheduler::ScheduleGroup": {
    nameProperty: "Name",
    nameLimit: 64,
    ref: name,
    attributes: { Arn: arnOf("scheduler", (r) => `schedule-group/${r.name}`) },
  },
  "AWS::Scheduler::Schedule": {
    nameProperty: "Name",
    nameLimit: 64,
    ref: name,
    attributes: {
      Arn: arnOf("scheduler", (r) => `schedule/${r.property("GroupName") ?? "default"}/${r.name}`),
    },
  },
  "AWS::ApiGatewayV2::Api": {
    nameLimit: 128,
    ref: name,
    attributes: { ApiId: name, ApiEndpoint: (r) => r.environment.baseUrl },
  },
  "AWS::ApiGatewayV2::Integration": { nameLimit: 128, ref: name, attributes: { IntegrationId: name } },
  "AWS::ApiGatewayV2::Route": { nameLimit: 128, ref: name, attributes: { RouteId: name } },
  "AWS::SecretsManager::Secret": {
    nameProperty: "Name",
    nameLimit: 512,
    ref: arnOf("secretsmanager", (r) => `secret:${r.name}-aaaaaa`),
    attributes: { Id: arnOf("secretsmanager", (r) => `secret:${r.name}-aaaaaa`) },
  },
  "AWS::SES::ConfigurationSet": { nameProperty: "Name", nameLimit: 64, ref: name, attributes: {} },
  "AWS::SES::ConfigurationSetEventDestination": { nameLimit: 64, ref: name, attributes: {} },
  "AWS::Events::Rule": {
    nameProperty: "Name",
    nameLimit: 64,
    ref: name,
    attributes: { Arn: arnOf("events", (r) => `rule/${r.name}`) },
  },
  "AWS::SES::ReceiptRule": { nameLimit: 64, ref: name, attributes: {} },

  "AWS::ApiGatewayV2::Stage": ignored(
    "the local API has the $default stage only; throttling is not imitated",
  ),
  "AWS::Lambda::Permission": ignored("the host invokes functions only where the template connects them"),
  "AWS::SQS::QueuePolicy": ignored("S3, SES and the Scheduler are the host itself"),
  "AWS::S3::BucketPolicy": ignored("S3, SES and the Scheduler are the host itself"),
  "AWS::SNS::TopicPolicy": ignored("alarms are not raised locally"),
  "AWS::SNS::Topic": ignored("alarms are not raised locally", topicArn, {
    TopicArn: topicArn,
    TopicName: name,
  }),
  "AWS::SNS::Subscription": ignored("alarms are not raised locally"),
  "AWS::CloudWatch::Alarm": ignored("alarms are not raised locally", name, {
    Arn: arnOf("cloudwatch", (r) => `alarm:${r.name}`),
  }),
  "AWS::CloudWatch::CompositeAlarm": ignored("alarms are not raised locally"),
  "AWS::CloudWatch::Dashboard": ignored("there are no metrics locally"),
  "AWS::Logs::LogGroup": ignored("logs go to one file per function", name, {
    Arn: arnOf("logs", (r) => `log-group:${r.name}:*`),
  }),
  "AWS::Logs::MetricFilter": ignored("there are no metrics locally"),
  "AWS::SES::ReceiptRuleSet": ignored("the loopback SMTP port applies the rules of every set"),
  "AWS::SES::EmailIdentity": ignored("the local mail page takes every sender"),
  "AWS::KMS::Key": ignored("local files are not encrypted", name, {
    Arn: arnOf("kms", (r) => `key/${r.name}`),
  }),
  "AWS::KMS::Alias": ignored("local files are not encrypted"),
  "AWS::CDK::Metadata": ignored("describes the CDK version only"),
};

/** Physical name `<stack>-<logicalId>`, cut to the type's limit with a hash so that it stays unique and stable. */
export function physicalName(type: ResourceType, stack: string, logicalId: string): string {
  const raw = `${stack}-${logicalId}`.replaceAll(/[^A-Za-z0-9-]/g, "-");
  const full = type.lowerCase === true ? raw.toLowerCase() : raw;
  if (full.length <= type.nameLimit) return full;
  const hash = createHash("sha256").update(full).digest("hex").slice(0, 8);
  return `${full.slice(0, type.nameLimit - 9)}-${hash}`;
}
