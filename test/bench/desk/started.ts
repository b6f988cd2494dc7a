import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as z from "zod";

const usageSchema = z.object({
  endpoint: z.string(),
  tables: z.string(),
  hostCpuMs: z.number(),
  functions: z.array(z.object({ name: z.string(), cpuMs: z.number(), invocations: z.number() })),
  engine: z.object({ cpuMs: z.number(), rss: z.number() }).nullable(),
  memory: z.object({ rss: z.number(), heapUsed: z.number() }),
  calls: z.array(
    z.object({ caller: z.string(), service: z.string(), operation: z.string(), count: z.number() }),
  ),
});
export type Usage = z.output<typeof usageSchema>;

export interface Answer {
  readonly status: number;
  readonly json: unknown;
}

/** The local cloud in a process of its own, as `npm start` runs it, on a folder of its own. */
export interface StartedDesk {
  readonly baseUrl: string;
  readonly smtpPort: number;
  readonly directory: string;
  asSystem(system: string, path: string, body: object): Promise<Answer>;
  asPerson(
    id: string,
    method: "GET" | "POST" | "PUT",
    path: string,
    body?: object,
    key?: string,
  ): Promise<Answer>;
  /** Moves the clock by a duration; everything that falls due on the way has happened when it returns. */
  pass(duration: string): Promise<void>;
  mails(): Promise<number>;
  usage(): Promise<Usage>;
  close(): Promise<void>;
}

/** Monday morning: everybody is at work. */
const MORNING = "2026-03-02T09:00+08:00";
const STARTS_WITHIN = 180_000;

export async function startDesk(): Promise<StartedDesk> {
  const directory = await mkdtemp(join(tmpdir(), "jiesu-bench-"));
  const [port, smtpPort] = [await freePort(), await freePort()];
  const options = { "--at": MORNING, "--port": port, "--smtp-port": smtpPort, "--data": directory };
  const child = spawn(
    process.execPath,
    ["infra/local/start.ts", ...Object.entries(options).flatMap(([name, value]) => [name, String(value)])],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const baseUrl = `http://127.0.0.1:${port}`;
  await ready(child);
  const tokens = new Map<string, string>();

  async function ask(method: string, path: string, headers: object, body?: object): Promise<Answer> {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { "content-type": "application/json" }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, json: text === "" ? undefined : JSON.parse(text) };
  }

  async function tokenOf(id: string): Promise<string> {
    const known = tokens.get(id);
    if (known !== undefined) return known;
    const answer = await fetch(`${baseUrl}/_local/oidc/token`, {
      method: "POST",
      body: new URLSearchParams({ username: id }),
    });
    const { access_token: token } = z.object({ access_token: z.string() }).parse(await answer.json());
    tokens.set(id, token);
    return token;
  }

  return {
    baseUrl,
    smtpPort,
    directory,
    asSystem: (system, path, body) => ask("POST", path, { "x-api-key": `local-only-${system}` }, body),
    asPerson: async (id, method, path, body, key) =>
      ask(
        method,
        path,
        {
          authorization: `Bearer ${await tokenOf(id)}`,
          ...(key === undefined ? {} : { "idempotency-key": key }),
        },
        body,
      ),
    pass: async (by) => {
      const { status, json } = await ask("POST", "/_local/clock", {}, { by });
      if (status !== 200) throw new Error(`the clock: ${JSON.stringify(json)}`);
      // A token is of twelve hours.
      tokens.clear();
    },
    mails: async () =>
      z.object({ mails: z.number() }).parse((await ask("GET", "/_local/status", {})).json).mails,
    usage: async () => usageSchema.parse((await ask("GET", "/_local/usage", {})).json),
    close: async () => {
      child.kill("SIGINT");
      if (child.exitCode === null) await once(child, "exit");
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** It greets once everything is up, the sample company included. */
async function ready(child: ChildProcess): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  let said = "";
  child.stdout?.on("data", (chunk: Buffer) => {
    said += chunk.toString();
    if (said.includes("is ready")) resolve();
  });
  child.once("exit", () => reject(new Error(`the local cloud did not start: ${said}`)));
  const timer = setTimeout(() => reject(new Error("the local cloud did not start in time")), STARTS_WITHIN);
  await promise.finally(() => clearTimeout(timer));
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("the system gave no port");
  return address.port;
}
