import { mkdirSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { openClock } from "../clock.ts";
import type { Authorizer, Services, ServicesOptions } from "../contract.ts";
import { accountId, region } from "./account.ts";
import { RecordedCalls } from "./calls.ts";
import { Database, integer } from "./database.ts";
import { directEngine } from "./dynamodb/direct.ts";
import { EngineClient } from "./dynamodb/engine-client.ts";
import { startEngine } from "./dynamodb/engine-process.ts";
import { DynamoDbService } from "./dynamodb/protocol.ts";
import { resolveEngine } from "./dynamodb/resolve.ts";
import { Tables } from "./dynamodb/tables.ts";
import { startEndpoint } from "./http/endpoint.ts";
import type { AwsService } from "./http/wire.ts";
import { MessageStore } from "./messages/message-store.ts";
import { S3Store } from "./s3/object-store.ts";
import { S3Service } from "./s3/protocol.ts";
import { SchedulerService } from "./scheduler/protocol.ts";
import { SchedulerEngine } from "./scheduler/schedule-engine.ts";
import { SecretsService } from "./secrets/protocol.ts";
import { LocalSecrets } from "./secrets/secret-engine.ts";
import { MailStore } from "./ses/mail-store.ts";
import { SesService } from "./ses/protocol.ts";
import { SqsService } from "./sqs/protocol.ts";
import { SqsEngine } from "./sqs/queue-engine.ts";

export { credentialsFor } from "./account.ts";

/** Until a template's roles are known everybody is the operator. */
const openDoor: Authorizer = { check: () => ({ allowed: true }) };

function openDatabase(directory: string, startAt: number) {
  mkdirSync(directory, { recursive: true });
  const db = new Database(join(directory, "services.db"));
  db.define(
    "create table if not exists clock (one integer primary key check (one = 1), now integer not null) strict",
  );
  const clock = openClock(
    {
      load: () => {
        const row = db.get("select now from clock");
        return row === undefined ? undefined : integer(row, "now");
      },
      save: (instant) => {
        db.run("insert or replace into clock values (1, ?)", instant);
      },
    },
    startAt,
  );
  return { db, clock };
}

async function openTableEngine(directory: string, engine = process.env.JIESU_ENGINE) {
  const environment = { ...process.env, JIESU_ENGINE: engine };
  const location = resolveEngine(environment, process.platform, process.arch);
  if (location.kind === "address")
    return { url: location.url, pid: undefined, close: () => Promise.resolve() };
  return startEngine(location, directory);
}

/** Who hears that work may have become due. */
function listening() {
  const listeners: (() => void)[] = [];
  return {
    onActivity: (listener: () => void) => {
      listeners.push(listener);
    },
    activity: () => {
      for (const listener of listeners) listener();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the endpoint has no port");
  return address.port;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/**
 * The AWS services of the local cloud over one folder. Throws one sentence for people when there is no DynamoDB
 * engine; the socket's error (EADDRINUSE) when the port is taken.
 */
export async function startServices(options: ServicesOptions): Promise<Services> {
  const closing: (() => Promise<void> | void)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const { db, clock } = openDatabase(options.directory, options.startAt);
    closing.push(() => db.close());
    const tableEngine = await openTableEngine(options.directory, options.engine);
    closing.push(() => tableEngine.close());
    const engineClient = new EngineClient(tableEngine.url);
    closing.push(() => engineClient.close());

    const { onActivity, activity } = listening();
    const now = () => clock.now();
    const queues = new SqsEngine(db, now, activity);
    const schedules = new SchedulerEngine(db, now, activity);
    const objects = new S3Store(db, now, (queueArn, body) => queues.send(queueArn, body), activity);
    const tables = new Tables(db, engineClient, now, activity);
    const ses = new SesService(new MailStore(db), now);

    const secrets = new LocalSecrets(db);
    const calls = new RecordedCalls();
    let authorizer = openDoor;
    let endpoint = "";
    const services = new Map<string, AwsService>([
      ["sqs", new SqsService(queues, () => endpoint)],
      ["scheduler", new SchedulerService(schedules)],
      ["s3", new S3Service(objects)],
      ["dynamodb", new DynamoDbService(engineClient, tables)],
      ["ses", ses],
      ["secretsmanager", new SecretsService(secrets)],
    ]);
    const server = await startEndpoint({
      port: options.port,
      now,
      services,
      calls,
      authorizer: () => authorizer,
    });
    closing.push(() => closed(server));
    endpoint = `http://127.0.0.1:${portOf(server)}`;
    return {
      endpoint,
      region,
      accountId,
      clock,
      queues,
      schedules,
      objects,
      tables,
      mails: ses,
      messages: new MessageStore(db, now),
      secrets,
      direct: directEngine(tableEngine.url, { tables, calls, authorizer: () => authorizer }),
      calls: () => calls.calls(),
      callCounts: () => calls.counts(),
      enginePid: tableEngine.pid,
      setAuthorizer: (next) => {
        authorizer = next;
      },
      onActivity,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
