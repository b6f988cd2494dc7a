import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { defined } from "../../../lib/domain/present.ts";
import type { Services } from "../contract.ts";
import { OidcIssuer } from "../oidc.ts";
import { credentialsFor, startServices } from "../services/index.ts";
import { type SmtpPort, startSmtp } from "../smtp.ts";
import { type Cloud, openCloud } from "./cloud.ts";
import type { Engine } from "./engine.ts";
import { Admin } from "./http/admin.ts";
import { busy, startPublicServer } from "./http/public-server.ts";
import { lockDirectory, StartError } from "./lock.ts";
import type { InvocationFailure } from "./runtime/protocol.ts";
import { type SampleCompany, type Seed, sampleCompany } from "./sample.ts";
import { loadAssembly } from "./template/assembly.ts";

export type { SampleCompany, Seed } from "./sample.ts";

export interface LocalCloudOptions {
  /** Folder of a cloud assembly of stage `local` (synth.ts). */
  readonly assembly: string;
  /** Folder of everything durable: tables, queues, objects, clock, keys, logs. */
  readonly directory: string;
  /** Wipes `directory` first. */
  readonly fresh?: boolean;
  /** Public port; 0 (default) picks a free one. */
  readonly port?: number;
  /** Name of the tables' engine; absent: whichever suits the machine. */
  readonly engine?: string | undefined;
  /** Loopback SMTP port; 0 (default) picks a free one. */
  readonly smtpPort?: number;
  /** Epoch milliseconds: first virtual instant of a new folder; an older folder is advanced to it. Default: real now. */
  readonly at?: number;
  /** Virtual seconds per real second; without it the clock moves through `engine.advanceTo` only. */
  readonly speed?: number;
  /** Workers per function, default 2. */
  readonly workers?: number;
  /** Functions that the account may run at once; what is beyond is throttled. Default: no limit. */
  readonly concurrency?: number;
  /** Functions ask for tables at the endpoint like for everything else: grants may then change while they run. */
  readonly tablesAtEndpoint?: boolean;
  /** Imports the sample company into a new folder. */
  readonly seed?: Seed;
  readonly onFailure?: (where: string, failure: InvocationFailure) => void;
  readonly onBroken?: (error: unknown) => void;
}

export interface LocalCloud {
  readonly baseUrl: string;
  readonly smtpPort: number;
  readonly engine: Engine;
  readonly services: Services;
  readonly cloud: Cloud;
  readonly company: SampleCompany;
  /** AWS_* with the operator's credentials and the template's variables, for scripts beside the functions. */
  readonly env: Readonly<Record<string, string>>;
  /** A token of a sample user, as the token endpoint gives it. Throws RangeError for an unknown one. */
  tokenFor(userId: string): Promise<string>;
  /** Stops everything; what was accepted stays in the folder. */
  close(): Promise<void>;
}

/**
 * Boots the synthesized stacks on this machine. Throws StartError (a sentence for people) for a busy port, a folder
 * in use or an instant before the folder's clock, TemplateError where the template asks for the impossible.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  // Lambda's time zone; the workers share the process's.
  process.env.TZ = "UTC";
  const { directory, at, speed } = options;
  const onBroken = options.onBroken ?? ((error) => process.emitWarning(String(error)));
  const onFailure = options.onFailure ?? (() => undefined);
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    closing.push(lockDirectory(directory));
    const publicServer = await startPublicServer(options.port ?? 0, onBroken);
    closing.push(() => publicServer.close());
    const state = stateFolder(directory, options.fresh === true);
    const assembly = await loadAssembly(options.assembly);
    const startAt = at ?? Date.now();
    const services = await startServices({ directory: state, port: 0, startAt, engine: options.engine });
    closing.push(() => services.close());
    if (at !== undefined && at < services.clock.now()) throw clockIsAhead(services.clock.now());

    const { baseUrl } = publicServer;
    const logDirectory = join(directory, "logs");
    const { workers = 2 } = options;
    const told = { onFailure, onBroken };
    const cloud = await openCloud({
      services,
      assembly,
      baseUrl,
      credentialsFor,
      logDirectory,
      speed,
      workers,
      ...defined({ concurrency: options.concurrency, tablesAtEndpoint: options.tablesAtEndpoint }),
      ...told,
    });
    closing.push(() => cloud.close());
    const env = operatorEnvironment(services, cloud);
    let company: SampleCompany = { users: [], channelKeys: [] };
    const people = () => company.users;
    const oidc = await openIssuer(directory, baseUrl, cloud, people);
    const smtp = await openSmtp(options.smtpPort ?? 0, cloud, services, onBroken);
    closing.push(() => smtp.close());
    const admin = adminOf(cloud, { services, oidc, speed, people, env });
    publicServer.open({
      api: (request, url) => cloud.api.handle(request, url),
      admin: (request, url) => admin.handle(request, url),
    });
    company = await sampleCompany(directory, options.seed, { env, now: services.clock.now() });
    await options.seed?.connect({ env, now: services.clock.now() });
    cloud.engine.notify();
    if (at !== undefined && at > services.clock.now()) await cloud.engine.advanceTo(at);
    cloud.engine.run().catch(onBroken);
    return {
      baseUrl,
      smtpPort: smtp.port,
      engine: cloud.engine,
      services,
      cloud,
      company,
      env,
      tokenFor: (userId) => oidc.sign(userId),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The folder of what the cloud keeps; `fresh` wipes all that an earlier cloud left. */
function stateFolder(directory: string, fresh: boolean): string {
  for (const part of fresh ? ["state", "logs", "sample.json", "oidc-key.json"] : []) {
    rmSync(join(directory, part), { recursive: true, force: true });
  }
  const state = join(directory, "state");
  mkdirSync(state, { recursive: true });
  return state;
}

function adminOf(
  { engine, iam, pools, model }: Cloud,
  more: Pick<ConstructorParameters<typeof Admin>[0], "services" | "oidc" | "speed" | "people" | "env">,
): Admin {
  return new Admin({ ...more, engine, iam, pools, buckets: model.buckets.map(({ name }) => name) });
}

function openIssuer(
  directory: string,
  baseUrl: string,
  cloud: Cloud,
  users: () => SampleCompany["users"],
): Promise<OidcIssuer> {
  return OidcIssuer.open({
    issuer: `${baseUrl}/_local/oidc`,
    audience: cloud.variables.OIDC_AUDIENCE ?? "jiesu",
    directory,
    now: () => cloud.engine.now(),
    users,
  });
}

/** With which the operator's tools, and anybody's AWS command line, work on this cloud. */
function operatorEnvironment(services: Services, cloud: Cloud) {
  const { accessKeyId, secretAccessKey } = credentialsFor("operator");
  return {
    ...cloud.variables,
    AWS_REGION: services.region,
    AWS_ENDPOINT_URL: services.endpoint,
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
  };
}

function clockIsAhead(now: number): StartError {
  const iso = new Date(now).toISOString();
  return new StartError(
    `数据文件夹的时钟已到 ${iso}，只能向前；用 --fresh 清空后可从更早开始。` +
      ` · The data folder's clock is already at ${iso} and moves forward only; start earlier with --fresh, which wipes it.`,
  );
}

/** Mail goes where the template's receipt rule puts it. */
async function openSmtp(
  port: number,
  { model, engine }: Cloud,
  services: Services,
  onError: (error: unknown) => void,
): Promise<SmtpPort> {
  const actions = model.receiptRules
    .filter(({ properties }) => properties.Rule.Enabled)
    .flatMap(({ properties }) => properties.Rule.Actions)
    .flatMap(({ S3Action }) => (S3Action === undefined ? [] : [S3Action]));
  try {
    return await startSmtp({
      port,
      now: () => engine.now(),
      onError,
      store: async (messageId, raw) => {
        if (actions.length === 0) throw new Error("the template has no SES receipt rule that stores mail");
        engine.touch();
        for (const { BucketName, ObjectKeyPrefix } of actions) {
          services.objects.put(BucketName, `${ObjectKeyPrefix}${messageId}`, raw, "message/rfc822");
        }
      },
    });
  } catch (error) {
    throw error instanceof Error && "code" in error && error.code === "EADDRINUSE"
      ? busy(port, "--smtp-port")
      : error;
  }
}
