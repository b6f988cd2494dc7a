import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ListSchedulesCommand, SchedulerClient } from "@aws-sdk/client-scheduler";
import { receiverKeys } from "../../../infra/local/host/http/receivers.ts";
import { typedFor } from "../../../infra/ops/command.ts";
import { opsCommands } from "../../../infra/ops/commands/index.ts";
import { awsConfig } from "../../../infra/ops/store.ts";
import { readDocument, root } from "../../docs/markdown.ts";
import { type Command, commandsIn } from "../../infra/ops/runbooks/commands.ts";
import type { Night } from "./night.ts";

/** What stands for the words in angle brackets and braces of a runbook's commands. */
export interface Named {
  readonly complaintId: string;
  readonly number: string;
  readonly jobId: string;
  readonly month: string;
}

/** A command as it was carried out, and what it printed or answered. */
export interface Done {
  readonly text: string;
  readonly said: string;
}

const HEADQUARTERS = "headquarters";

/** Carries out every command of an alarm's runbook, in its order, on the local cloud. Throws where one fails. */
export async function follow(
  night: Night,
  alarm: string,
  named: Named,
  bodies: Readonly<Record<string, unknown>> = {},
): Promise<readonly Done[]> {
  const done = new Map<string, string>();
  for (const command of commandsIn(readDocument(`docs/runbooks/${alarm}.md`))) {
    // A path with … speaks of several routes.
    if (command.text.includes("…")) continue;
    const text = filledIn(command.text, { ...named, jobId: jobIn([...done.values()]) ?? named.jobId });
    // Chinese and English name the same command.
    if (done.has(text)) continue;
    const [filled = command] = commandsIn(`\`${text}\``);
    done.set(text, await carriedOut(night, filled, bodies[command.text]));
  }
  return [...done].map(([text, said]) => ({ text, said }));
}

/** The job that the last answer named. */
function jobIn(said: readonly string[]): string | undefined {
  return said.flatMap((one) => /"jobId":"([^"]+)"/.exec(one)?.[1] ?? []).at(-1);
}

function filledIn(text: string, { complaintId, number, jobId, month }: Named): string {
  return text
    .replaceAll(/<stage>|<阶段>/g, "local")
    .replaceAll(/<number>|<编号>/g, number)
    .replaceAll("<id>", HEADQUARTERS)
    .replaceAll("{YYYY-MM}", month)
    .replaceAll("/jobs/{id}", `/jobs/${jobId}`)
    .replaceAll("{id}", complaintId)
    .replaceAll("<place>", `complaint/${complaintId}`)
    .replaceAll("<sweep>", "SweepFunction");
}

function carriedOut(night: Night, command: Command, body: unknown): Promise<string> {
  switch (command.kind) {
    case "npm":
      return script(night, command.script, command.args);
    case "aws":
      return aws(night, command);
    case "call":
      return call(night, command, body);
  }
}

/** Operators' commands as a person types them; the local cloud has no CloudFormation, so `doctor` looks at the table alone. */
async function script(night: Night, name: string, args: readonly string[]): Promise<string> {
  const env: Readonly<Record<string, string>> = {
    ...night.desk.cloud.env,
    JIESU_NOW: new Date(night.now).toISOString(),
  };
  if (name === "audit") {
    const running = promisify(execFile)(process.execPath, ["infra/ops/audit.ts"], {
      cwd: root,
      env: { PATH: process.env.PATH, ...env },
    });
    // What it finds it says, and ends with 1.
    const { stdout } = await running.catch((ended: { readonly stdout: string }) => ended);
    return stdout;
  }
  if (name !== "ops") throw new RangeError(`a runbook asks for npm run ${name}`);
  return ops(night, args[1] === "--stage" ? args.slice(0, 1) : args);
}

/** An operator's command as it is typed behind `npm run ops --`; what it printed. */
export async function ops(night: Night, [command = "", ...typed]: readonly string[]): Promise<string> {
  const env: Readonly<Record<string, string>> = {
    ...night.desk.cloud.env,
    JIESU_NOW: new Date(night.now).toISOString(),
  };
  const found = opsCommands.find((one) => one.name === command);
  if (found === undefined) throw new RangeError(`no command ops ${command}`);
  const folder = mkdtempSync(join(tmpdir(), "jiesu-night-"));
  const printed: string[] = [];
  try {
    writeFileSync(join(folder, "file.json"), JSON.stringify(services(env["PUBLIC_URL"])));
    const paths = typed.map((word) => (word === "file.json" ? join(folder, word) : word));
    await found.run(typedFor(found, paths), { env, print: (text) => printed.push(text) });
  } finally {
    rmSync(folder, { recursive: true });
  }
  return printed.join("\n");
}

/** The services of the local cloud, as the sample company has them. */
function services(publicUrl = "") {
  return {
    wecom: { ...receiverKeys.wecom, baseUrl: `${publicUrl}/_local/wecom` },
    sms: { ...receiverKeys.sms, url: `${publicUrl}/_local/sms/send` },
  };
}

/** The AWS command line's calls that runbooks make. */
async function aws(
  night: Night,
  { service, operation, args }: Extract<Command, { kind: "aws" }>,
): Promise<string> {
  const { cloud, env } = night.desk.cloud;
  const option = (name: string) => args[args.indexOf(`--${name}`) + 1] ?? "";
  switch (`${service} ${operation}`) {
    case "scheduler list-schedules": {
      const client = new SchedulerClient(awsConfig(env));
      const { Schedules } = await client.send(
        new ListSchedulesCommand({ NamePrefix: option("name-prefix") }),
      );
      return JSON.stringify(Schedules);
    }
    case "lambda list-functions": {
      const [, part = ""] = /contains\(FunctionName, '(\w+)'\)/.exec(option("query")) ?? [];
      return JSON.stringify(
        [...cloud.pools.values()]
          .map(({ definition: { name } }) => name)
          .filter((name) => name.includes(part)),
      );
    }
    case "lambda get-account-settings":
      return JSON.stringify(night.others.quota);
    case "lambda put-function-concurrency":
      night.takeUp(Number(option("reserved-concurrent-executions")));
      return option("reserved-concurrent-executions");
    // It is granted later, or never.
    case "service-quotas request-service-quota-increase":
      return JSON.stringify({ RequestedQuota: { DesiredValue: Number(option("desired-value")) } });
    case "lambda invoke": {
      const pools = [...cloud.pools.values()];
      const found = pools.find(({ definition: { name } }) => name.includes(option("function-name")));
      const result = await cloud.invoke(found?.definition.name ?? "", JSON.parse(option("payload")));
      if (!result.ok) throw new Error(result.failure.errorMessage);
      return result.payload;
    }
    default:
      throw new RangeError(`a runbook asks for aws ${service} ${operation}`);
  }
}

async function call(
  night: Night,
  { method, path }: Extract<Command, { kind: "call" }>,
  body: unknown,
): Promise<string> {
  const { desk } = night;
  if (method === "GET" && ["/", "/config.json", "/health"].includes(path)) {
    const response = await fetch(`${desk.cloud.baseUrl}${path}`);
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  }
  if (method !== "GET" && method !== "POST" && method !== "PUT") throw new RangeError(method);
  const answer = await desk.client.asPerson(
    HEADQUARTERS,
    method,
    path,
    method === "GET" ? undefined : (body ?? {}),
    `night-${night.now}`,
  );
  // Signing in by WeCom is off here, and says so.
  const isOff = path.startsWith("/sign-in/") && answer.status === 404;
  if (answer.status >= 400 && !isOff)
    throw new Error(`${method} ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return JSON.stringify(answer.body);
}
