import type { Services } from "../contract.ts";
import { Engine } from "./engine.ts";
import { type FunctionSettings, functionDefinitions, templateVariables } from "./functions.ts";
import { HttpApi } from "./http/api.ts";
import { IamLedger } from "./iam/ledger.ts";
import { type RoleGrants, readRoles } from "./iam/roles.ts";
import { Concurrency } from "./runtime/concurrency.ts";
import { type DirectTables, FunctionPool } from "./runtime/function-pool.ts";
import { givingBack } from "./runtime/giving-back.ts";
import type { InvocationFailure, InvocationResult } from "./runtime/protocol.ts";
import { connectSources } from "./sources/connect.ts";
import type { Assembly } from "./template/assembly.ts";
import { TemplateResolver } from "./template/intrinsics.ts";
import { type CloudModel, readModel } from "./template/model.ts";
import { provision } from "./template/provision.ts";

export interface CloudOptions {
  readonly services: Services;
  readonly assembly: Assembly;
  readonly baseUrl: string;
  readonly credentialsFor: FunctionSettings["credentialsFor"];
  readonly logDirectory: string;
  /** Virtual seconds per real second; undefined: only `advanceTo` moves the clock. */
  readonly speed: number | undefined;
  /** Workers per function. */
  readonly workers: number;
  /** Functions that the account may run at once; absent: no limit. */
  readonly concurrency?: number;
  /** Functions ask for tables at the endpoint like for everything else. */
  readonly tablesAtEndpoint?: boolean;
  /** A function or a delivery failed; it is retried by its source's rule. */
  readonly onFailure: (where: string, failure: InvocationFailure) => void;
  /** The local cloud itself broke. */
  readonly onBroken: (error: unknown) => void;
}

/** The synthesized stacks, running over the local services. */
export interface Cloud {
  readonly model: CloudModel;
  readonly engine: Engine;
  readonly iam: IamLedger;
  readonly api: HttpApi;
  readonly pools: ReadonlyMap<string, FunctionPool>;
  readonly concurrency: Concurrency;
  /** The template's variables that all functions share (TABLE_NAME, queue addresses, bucket names …). */
  readonly variables: Readonly<Record<string, string>>;
  /** Resource types of the template that are not run, each with the reason. */
  readonly ignored: ReadonlyMap<string, string>;
  /** Calls a function directly; `name` is `sweep`, its logical id or its physical name. Throws RangeError. */
  invoke(name: string, event: unknown): Promise<InvocationResult>;
  close(): Promise<void>;
}

/** Without pacing nothing depends on real time, so the template's timeout only guards against a hang. */
const unpacedTimeoutMs = (timeoutMs: number) => Math.max(60_000, 4 * timeoutMs);

/** Real milliseconds without an event after which the host gives back memory. */
const REST_MS = 5_000;

/** Brings the template to life: provisions, loads functions, connects sources. Throws TemplateError. */
export async function openCloud(options: CloudOptions): Promise<Cloud> {
  const { services, assembly, baseUrl, credentialsFor, speed, onFailure } = options;
  const resolver = new TemplateResolver(assembly.stacks, {
    partition: "aws",
    region: services.region,
    accountId: services.accountId,
    endpoint: services.endpoint,
    baseUrl,
  });
  const model = readModel(resolver);
  const definitions = functionDefinitions(model, assembly, {
    region: services.region,
    endpoint: services.endpoint,
    baseUrl,
    credentialsFor,
  });
  const roleOfKey = new Map(
    definitions.map(({ name, roleArn }) => [credentialsFor(name).accessKeyId, roleArn]),
  );
  const roles = readRoles(model);
  const iam = new IamLedger(roles, roleOfKey);
  services.setAuthorizer(iam);
  const provisioned = await provision(model, services, baseUrl);

  const concurrency = new Concurrency(options.concurrency);
  const onDone = givingBack(REST_MS);
  const pools = new Map(
    definitions.map((definition) => [
      definition.arn,
      new FunctionPool(definition, {
        clock: services.clock,
        logDirectory: options.logDirectory,
        workers: options.workers,
        concurrency,
        direct: options.tablesAtEndpoint === true ? undefined : directTables(options, roles),
        onDone,
        timeoutMs: ({ timeoutMs }) => (speed === undefined ? unpacedTimeoutMs(timeoutMs) : timeoutMs),
      }),
    ]),
  );
  const engine = new Engine({
    clock: services.clock,
    speed,
    realNow: () => performance.now(),
    totals: () => totalsOf(pools),
    onBroken: options.onBroken,
  });
  connectSources({ model, provisioned, services, engine, iam, pools, onFailure });
  services.onActivity(() => engine.notify());
  const api = new HttpApi({ model, pools, engine, accountId: services.accountId, onFailure });
  return {
    model,
    engine,
    iam,
    api,
    pools,
    concurrency,
    variables: sharedVariables(model, { baseUrl, endpoint: services.endpoint }),
    ignored: ignoredTypes(resolver),
    invoke: (name, event) => engine.track(() => poolNamed(pools, name).invoke(event)),
    close: async () => {
      engine.stop();
      await Promise.all([...pools.values()].map((pool) => pool.close()));
      await engine.drained();
    },
  };
}

/** Functions speak with the tables' engine themselves, held to their roles in their own threads. */
function directTables(
  { services: { direct }, credentialsFor }: CloudOptions,
  roles: ReadonlyMap<string, RoleGrants>,
): DirectTables | undefined {
  if (direct === undefined) return undefined;
  return {
    access: ({ roleArn }) => {
      const role = roles.get(roleArn);
      // A role that is not in the template may do nothing.
      const nothing = { arn: roleArn, logicalId: roleArn, trusted: [], statements: [] };
      return { url: direct.url, role: role ?? nothing };
    },
    onCalls: ({ name }, calls) => direct.called(credentialsFor(name).accessKeyId, calls),
    onLost: () => direct.lost(),
  };
}

function totalsOf(pools: ReadonlyMap<string, FunctionPool>) {
  let invocations = 0;
  let failures = 0;
  for (const { counts } of pools.values()) {
    invocations += counts.invocations;
    failures += counts.failures;
  }
  return { invocations, failures };
}

function ignoredTypes(resolver: TemplateResolver): Map<string, string> {
  const ignored = new Map<string, string>();
  for (const [type, reason] of resolver.census()) {
    if (reason !== undefined)
      ignored.set(type, reason ?? "unknown to the local cloud; nothing depends on it");
  }
  return ignored;
}

/** Variables on whose value all functions that have them agree. */
function sharedVariables(
  model: CloudModel,
  addresses: Pick<FunctionSettings, "baseUrl" | "endpoint">,
): Record<string, string> {
  const values = new Map<string, Set<string>>();
  for (const resource of model.functions) {
    for (const [key, value] of Object.entries(templateVariables(resource, addresses))) {
      values.set(key, (values.get(key) ?? new Set()).add(value));
    }
  }
  return Object.fromEntries(
    [...values].flatMap(([key, set]) => (set.size === 1 ? [...set].map((value) => [key, value]) : [])),
  );
}

function poolNamed(pools: ReadonlyMap<string, FunctionPool>, name: string): FunctionPool {
  const pascal = name.replaceAll(/(^|-)([a-z])/g, (_whole, _dash, letter: string) => letter.toUpperCase());
  const found = [...pools.values()].filter(
    ({ definition }) =>
      definition.name === name ||
      definition.logicalId === name ||
      definition.logicalId.startsWith(`${pascal}Function`),
  );
  const [pool] = found;
  if (pool === undefined || found.length > 1)
    throw new RangeError(`${found.length} functions are called ${name}`);
  return pool;
}
