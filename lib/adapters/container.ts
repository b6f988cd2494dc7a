import type { Ports } from "../app/ports.ts";
import type { VariableName } from "../config/environment.ts";
import { ConfigurationError, type FunctionName, readEnvironment } from "../config/environment.ts";
import { type AwsConfig, awsClients } from "./aws-clients.ts";
import { systemClock } from "./clock.ts";
import { newHashKey, nodeCrypto } from "./crypto.ts";
import { alarmStore } from "./dynamodb/alarm-store.ts";
import { boxStore } from "./dynamodb/box-store.ts";
import { complaintStore } from "./dynamodb/complaint-store.ts";
import { counters } from "./dynamodb/counters.ts";
import { noticeStore } from "./dynamodb/notice-store.ts";
import { organisationStore } from "./dynamodb/organisation-store.ts";
import { quarantineStore } from "./dynamodb/quarantine-store.ts";
import { reportStore } from "./dynamodb/report-store.ts";
import { type InstallationSettings, installationSettings, loadSettings } from "./dynamodb/settings.ts";
import { parseMail } from "./mail-in/index.ts";
import { sesMailer } from "./mail-out/ses.ts";
import { noticeRenderer } from "./messages/index.ts";
import { once } from "./once.ts";
import { outgoingQueue } from "./queue/sqs.ts";
import { schedulerTimers } from "./schedule/timers.ts";
import { objectStore } from "./storage/object-store.ts";
import { telemetry } from "./telemetry.ts";

type Values = Readonly<Partial<Record<VariableName, string>>>;

/** Functions whose role may not write: they cannot be the first to decide the installation's settings. */
const readers: readonly FunctionName[] = ["public-api"];

/**
 * The ports of one function, made once per execution environment. A port exists as soon as it is asked for, from the
 * variables that this function has; asking for another one throws ConfigurationError. Rejects if a variable is missing.
 */
export async function container(
  name: FunctionName,
  env: Record<string, string | undefined> = process.env,
  aws: AwsConfig = {},
): Promise<Ports> {
  return compose(name, readEnvironment(name, env), aws, !readers.includes(name));
}

/** The ports for the operator's tools (imports, samples): everything for which `values` has the variables. */
export function operatorContainer(values: Values, aws: AwsConfig = {}): Promise<Ports> {
  return compose("operator", values, aws, true);
}

async function compose(name: string, values: Values, aws: AwsConfig, mayWrite: boolean): Promise<Ports> {
  const clients = awsClients(aws);
  const setting = (key: VariableName): string => {
    const value = values[key];
    if (value === undefined) throw new ConfigurationError(`${name} has no setting ${key}`);
    return value;
  };
  const table = once(() => ({ client: clients.dynamodb(), name: setting("TABLE_NAME") }));
  const settings =
    values.TABLE_NAME === undefined
      ? undefined
      : mayWrite
        ? await installationSettings(table(), newHashKey)
        : await loadSettings(table());
  if (values.TABLE_NAME !== undefined && settings === undefined) {
    throw new ConfigurationError(`${name}: no function that may write has set the installation up yet`);
  }
  // Keyed hashes and shards are asked for synchronously, so what they need is read before the first event.
  const installed = (): InstallationSettings => {
    if (settings === undefined) throw new ConfigurationError(`${name} has no setting TABLE_NAME`);
    return settings;
  };
  const queue = (key: VariableName) => outgoingQueue(clients.sqs(), setting(key));
  return lazily({
    clock: () => systemClock,
    crypto: () => nodeCrypto(installed().hashKey),
    complaints: () => complaintStore(table(), installed().alarmShards),
    alarms: () => alarmStore(table(), installed().alarmShards),
    counters: () => counters(table()),
    organisation: () => organisationStore(table()),
    notices: () => noticeStore(table(), installed().alarmShards),
    quarantine: () => quarantineStore(table()),
    boxes: () => boxStore(table()),
    reports: () => reportStore(table()),
    reactQueue: () => queue("REACT_QUEUE_URL"),
    alarmQueue: () => queue("ALARM_QUEUE_URL"),
    noticeQueue: () => queue("NOTICE_QUEUE_URL"),
    reportQueue: () => queue("REPORT_QUEUE_URL"),
    mailInQueue: () => queue("MAIL_IN_QUEUE_URL"),
    timers: () =>
      schedulerTimers(clients.scheduler(), {
        group: setting("SCHEDULE_GROUP"),
        queueArn: setting("ALARM_QUEUE_ARN"),
        roleArn: setting("SCHEDULE_ROLE_ARN"),
      }),
    mailbox: () => objectStore(clients.s3(), setting("MAIL_BUCKET")),
    reportFiles: () => objectStore(clients.s3(), setting("REPORTS_BUCKET")),
    mailer: () => sesMailer(clients.ses(), setting("MAIL_FROM")),
    renderer: () => noticeRenderer,
    // Loaded by the one function that prints workbooks, when it prints one.
    workbook: () => async (input) => (await import("./reports/index.ts")).buildMonthlyWorkbook(input),
    parseMail: () => parseMail,
    telemetry: () => telemetry,
    publicUrl: () => setting("PUBLIC_URL"),
  });
}

type Makers = { readonly [K in keyof Ports]: () => Ports[K] };

/** Ports as properties that are made when first read. */
function lazily(makers: Makers): Ports {
  const ports = {};
  for (const [name, make] of Object.entries(makers)) {
    Object.defineProperty(ports, name, { enumerable: true, get: once<unknown>(make) });
  }
  if (!hasAll(ports, makers)) throw new TypeError("a port is missing");
  return ports;
}

function hasAll(ports: object, makers: Makers): ports is Ports {
  return Object.keys(makers).every((name) => name in ports);
}
