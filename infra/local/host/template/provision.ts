import * as z from "zod";
import { defined } from "../../../../lib/domain/present.ts";
import type { SecretDefinition, Services } from "../../contract.ts";
import { compileFilters } from "../sources/filter.ts";
import { TemplateError } from "./json.ts";
import type { CloudModel } from "./model.ts";
import { placeholderUrl } from "./placeholder.ts";

/** Addresses that exist only after provisioning: the template's stream ARN → the engine's. */
export interface Provisioned {
  readonly streams: ReadonlyMap<string, string>;
}

/** Creates or updates tables, queues, buckets, schedule groups and recurring schedules; their contents survive. */
export async function provision(
  model: CloudModel,
  services: Services,
  baseUrl: string,
): Promise<Provisioned> {
  for (const queue of model.queues) {
    const { DelaySeconds, VisibilityTimeout, MessageRetentionPeriod, RedrivePolicy } = queue.properties;
    services.queues.define({
      name: queue.name,
      arn: queue.attribute("Arn"),
      delaySeconds: DelaySeconds,
      visibilityTimeoutSeconds: VisibilityTimeout,
      retentionSeconds: MessageRetentionPeriod,
      ...(RedrivePolicy === undefined
        ? {}
        : {
            redrive: {
              deadLetterArn: RedrivePolicy.deadLetterTargetArn,
              maxReceiveCount: RedrivePolicy.maxReceiveCount,
            },
          }),
    });
  }
  for (const bucket of model.buckets) {
    const configurations = bucket.properties.NotificationConfiguration?.QueueConfigurations ?? [];
    const lockDays = bucket.properties.ObjectLockConfiguration?.Rule?.DefaultRetention.Days;
    services.objects.defineBucket({
      name: bucket.name,
      ...defined({ lockDays }),
      crossOrigin: (bucket.properties.CorsConfiguration?.CorsRules ?? []).map((rule) => ({
        origins: rule.AllowedOrigins.map((origin) => (origin === placeholderUrl ? baseUrl : origin)),
        methods: rule.AllowedMethods,
        headers: rule.AllowedHeaders.map((header) => header.toLowerCase()),
      })),
      notifications: configurations.map((configuration) => {
        if (!configuration.Event.startsWith("s3:ObjectCreated:")) {
          throw new TemplateError(
            `${bucket.logicalId}: the event ${configuration.Event} is not supported locally`,
          );
        }
        const rules = configuration.Filter?.S3Key.Rules ?? [];
        const other = rules.find((rule) => rule.Name.toLowerCase() !== "prefix");
        if (other !== undefined) {
          throw new TemplateError(`${bucket.logicalId}: the filter ${other.Name} is not supported locally`);
        }
        return { queueArn: configuration.Queue, prefix: rules[0]?.Value ?? "" };
      }),
    });
  }
  for (const secret of model.secrets) services.secrets.define(definitionOf(secret));
  const streams = new Map<string, string>();
  for (const table of model.tables) {
    const { streamArn } = await services.tables.define(table.name, table.raw);
    if (streamArn !== undefined) streams.set(table.attribute("StreamArn"), streamArn);
  }
  // Every account has it without asking.
  services.schedules.defineGroup("default");
  for (const group of model.scheduleGroups) services.schedules.defineGroup(group.name);
  for (const schedule of model.schedules) {
    const { GroupName, ScheduleExpression, ScheduleExpressionTimezone, State, Target } = schedule.properties;
    if (State !== "ENABLED") continue;
    services.schedules.defineRecurring({
      group: GroupName,
      name: schedule.name,
      expression: ScheduleExpression,
      timeZone: ScheduleExpressionTimezone,
      targetArn: Target.Arn,
      roleArn: Target.RoleArn,
      input: Target.Input,
    });
  }
  routeMailEvents(model, services);
  return { streams };
}

const secretTemplate = z.record(z.string(), z.unknown());

function definitionOf({ name, properties }: CloudModel["secrets"][number]): SecretDefinition {
  const { SecretStringTemplate, GenerateStringKey, PasswordLength } = properties.GenerateSecretString;
  const template = secretTemplate.parse(JSON.parse(SecretStringTemplate));
  return { name, generated: { template, key: GenerateStringKey, length: PasswordLength } };
}

/** SES configuration sets, and the rules of the default bus that put their events on queues. */
function routeMailEvents(
  { configurationSets, eventDestinations, eventRules }: CloudModel,
  services: Services,
) {
  for (const { name } of configurationSets) {
    const told = eventDestinations
      .map(({ properties }) => properties)
      .filter(
        ({ ConfigurationSetName, EventDestination }) =>
          ConfigurationSetName === name && EventDestination.Enabled,
      )
      .flatMap(({ EventDestination }) => EventDestination.MatchingEventTypes);
    services.mails.defineConfigurationSet(name, told);
  }
  const rules = eventRules
    .filter(({ properties }) => properties.State === "ENABLED")
    .map(({ properties }) => ({
      matches: compileFilters([JSON.stringify(properties.EventPattern)]),
      targets: properties.Targets,
    }));
  services.mails.onEvent((event) => {
    for (const { matches, targets } of rules) {
      if (!matches(event)) continue;
      for (const { Arn } of targets) services.queues.send(Arn, JSON.stringify(event));
    }
  });
}
