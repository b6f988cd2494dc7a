import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { orderStreams } from "./stream-order.ts";

/** A running DynamoDB engine. */
export interface EngineProcess {
  readonly url: URL;
  close(): Promise<void>;
}

/** Real milliseconds. */
const healthyWithin = 15_000;
const goneWithin = 5000;
const checkEvery = 10;

/**
 * The engine's guard: it starts the engine, says its process id, and ends it when its own standard input closes. That
 * happens also when this process is killed, so an engine never outlives its cloud.
 */
const guard =
  '"$@" </dev/null >&3 2>&3 & engine=$!; echo "$engine"; read -r _; kill -9 "$engine"; wait "$engine"';

/** Starts the engine on a free loopback port over `directory`/tables.db. Throws with the end of its log. */
export async function startEngine(program: string, directory: string): Promise<EngineProcess> {
  const database = join(directory, "tables.db");
  const pidFile = join(directory, "engine.pid");
  const logFile = join(directory, "engine.log");
  await endOrphan(pidFile, database);
  const port = await freePort();
  const args = ["--host", "127.0.0.1", "--port", String(port), "--db-path", database];
  const log = openSync(logFile, "w");
  const guarded = process.platform !== "win32";
  // A group of its own: Ctrl-C must reach the cloud first, which still needs the engine to end its work.
  const child = guarded
    ? spawn("/bin/sh", ["-c", guard, "guard", program, ...args], {
        detached: true,
        stdio: ["pipe", "pipe", log, log],
      })
    : spawn(program, args, { stdio: ["ignore", log, log] });
  closeSync(log);
  await once(child, "spawn");
  const pid = guarded && child.stdout !== null ? Number(await firstLine(child.stdout)) : child.pid;
  writeFileSync(pidFile, String(pid));
  const ended = once(child, "exit");
  const close = async () => {
    if (guarded) child.stdin?.end();
    else child.kill();
    await ended;
    rmSync(pidFile, { force: true });
  };
  const url = new URL(`http://127.0.0.1:${port}`);
  if (!(await healthy(url, performance.now() + healthyWithin))) {
    await close();
    throw new Error(`the DynamoDB engine did not start: ${readFileSync(logFile, "utf8").slice(-500)}`);
  }
  try {
    orderStreams(database);
  } catch (error) {
    await close();
    throw error;
  }
  return { url, close };
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string> {
  let seen = "";
  for await (const chunk of stream) {
    seen += chunk.toString();
    if (seen.includes("\n")) break;
  }
  return seen.split("\n")[0] ?? "";
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

async function healthy(url: URL, deadline: number): Promise<boolean> {
  while (performance.now() < deadline) {
    if (await answers(url)) return true;
    await pause(checkEvery);
  }
  return false;
}

function answers(url: URL): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request(url, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    // Not listening yet.
    probe.on("error", () => resolve(false));
    probe.end();
  });
}

/** An engine that an earlier start has left over the same database; any other process under that id is left alone. */
async function endOrphan(pidFile: string, database: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  if (Number.isInteger(pid) && pid > 0) {
    const deadline = performance.now() + goneWithin;
    while (serves(pid, database)) {
      if (performance.now() > deadline) {
        throw new Error(`an earlier DynamoDB engine does not end: process ${pid}`);
      }
      process.kill(pid, "SIGKILL");
      await pause(checkEvery);
    }
  }
  rmSync(pidFile, { force: true });
}

function serves(pid: number, database: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(database);
  } catch {
    // The process is gone, or the system has no /proc: SQLite's own locks guard the file then.
    return false;
  }
}
