import type { Services } from "../../contract.ts";
import type { Engine } from "../engine.ts";
import type { IamLedger } from "../iam/ledger.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";
import type { InvocationFailure } from "../runtime/protocol.ts";
import { TemplateError } from "../template/json.ts";
import type { CloudModel, MappingResource } from "../template/model.ts";
import type { Provisioned } from "../template/provision.ts";
import { QueueSource } from "./queue-source.ts";
import { ScheduleSource } from "./schedule-source.ts";
import { StreamSource } from "./stream-source.ts";

export interface SourceOptions {
  readonly model: CloudModel;
  readonly provisioned: Provisioned;
  readonly services: Services;
  readonly engine: Engine;
  readonly iam: IamLedger;
  /** Function ARN → its workers. */
  readonly pools: ReadonlyMap<string, FunctionPool>;
  readonly onFailure: (where: string, failure: InvocationFailure) => void;
}

const queueNeeds = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"];
const streamNeeds = ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"];

/**
 * Connects event sources and schedules to functions. Throws TemplateError where AWS would refuse the deployment: an
 * unknown function or source, or a role that does not let Lambda's poller read it.
 */
export function connectSources(options: SourceOptions): void {
  const { model, engine } = options;
  for (const mapping of model.mappings) {
    if (mapping.properties.Enabled) engine.add(sourceOf(mapping, options));
  }
  engine.add(scheduleSource(options));
}

function sourceOf(mapping: MappingResource, options: SourceOptions) {
  const { services, provisioned, engine, onFailure } = options;
  const { EventSourceArn, FunctionName } = mapping.properties;
  const pool = [...options.pools.values()].find(
    ({ definition }) => definition.name === FunctionName || definition.arn === FunctionName,
  );
  if (pool === undefined) throw new TemplateError(`${mapping.logicalId}: no function ${FunctionName}`);
  const shared = { mapping, pool, engine, onFailure };
  const streamArn = provisioned.streams.get(EventSourceArn);
  if (streamArn !== undefined) {
    demand(mapping, pool, options.iam, streamNeeds, EventSourceArn);
    demand(mapping, pool, options.iam, ["dynamodb:ListStreams"], "*");
    return new StreamSource({
      ...shared,
      streamArn,
      tables: services.tables,
      sendFailure: failureSender(options),
    });
  }
  if (!options.model.queues.some((queue) => queue.attribute("Arn") === EventSourceArn)) {
    throw new TemplateError(
      `${mapping.logicalId}: ${EventSourceArn} is neither a queue nor a table's stream`,
    );
  }
  if (mapping.properties.MaximumBatchingWindowInSeconds > 0) {
    throw new TemplateError(`${mapping.logicalId}: the local cloud has batching windows for streams only`);
  }
  demand(mapping, pool, options.iam, queueNeeds, EventSourceArn);
  return new QueueSource({ ...shared, queues: services.queues, region: services.region });
}

function demand(
  mapping: MappingResource,
  pool: FunctionPool,
  iam: IamLedger,
  actions: readonly string[],
  resource: string,
): void {
  for (const action of actions) {
    const verdict = iam.checkRole(pool.definition.roleArn, { action, resource }, "lambda.amazonaws.com");
    if (!verdict.allowed) throw new TemplateError(`${mapping.logicalId}: ${verdict.reason}`);
  }
}

/** Sends to a dead-letter queue if the role allows it; a refusal is reported, as AWS counts a delivery error. */
function failureSender({ iam, services, onFailure }: SourceOptions) {
  return (roleArn: string, queueArn: string, body: string, service?: string): void => {
    const verdict = iam.checkRole(roleArn, { action: "sqs:SendMessage", resource: queueArn }, service);
    if (verdict.allowed) services.queues.send(queueArn, body);
    else
      onFailure(queueArn, { errorType: "DeadLetterNotDelivered", errorMessage: verdict.reason, trace: [] });
  };
}

function scheduleSource(options: SourceOptions): ScheduleSource {
  const { model, services, engine, iam, pools, onFailure } = options;
  const deadLetters = new Map<string, string>();
  for (const { name, properties } of model.schedules) {
    const arn = properties.Target.DeadLetterConfig?.Arn;
    if (arn !== undefined) deadLetters.set(`${properties.GroupName}/${name}`, arn);
  }
  return new ScheduleSource({
    schedules: services.schedules,
    queues: services.queues,
    engine,
    iam,
    pools,
    deadLetters,
    queueArns: new Set(model.queues.map((queue) => queue.attribute("Arn"))),
    asyncRule: (functionArn) => asyncRule(model, functionArn),
    sendFailure: failureSender(options),
    onFailure,
  });
}

/** The function's own rule for asynchronous events: EventInvokeConfig, else DeadLetterConfig, else Lambda's default. */
function asyncRule(model: CloudModel, functionArn: string) {
  const resource = model.functions.find((one) => one.attribute("Arn") === functionArn);
  const config = model.invokeConfigs.find(
    ({ properties }) => properties.FunctionName === resource?.name || properties.FunctionName === functionArn,
  );
  return {
    retries: config?.properties.MaximumRetryAttempts ?? 2,
    onFailure:
      config?.properties.DestinationConfig?.OnFailure?.Destination ??
      resource?.properties.DeadLetterConfig?.TargetArn,
  };
}
