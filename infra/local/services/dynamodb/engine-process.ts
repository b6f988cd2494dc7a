import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type EngineProgram, tableFiles } from "./engine-program.ts";
import { orderStreams } from "./stream-order.ts";

/** A running DynamoDB engine. */
export interface EngineProcess {
  readonly url: URL;
  readonly pid: number | undefined;
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

/** Starts the engine on a free loopback port over files in `directory`. Throws with the end of its log. */
export async function startEngine(
  { path: program, file, args: told }: EngineProgram,
  directory: string,
): Promise<EngineProcess> {
  const pidFile = join(directory, "engine.pid");
  const logFile = join(directory, "engine.log");
  refuseForeignTables(directory, file);
  await endOrphan(pidFile, directory);
  const port = await freePort();
  const args = told(port, directory);
  const log = openSync(logFile, "w");
  const guarded = process.platform !== "win32";
  // A group of its own: Ctrl-C must reach the cloud first, which still needs the engine to end its work.
  const child = guarded
    ? spawn("/bin/sh", ["-c", guard, "guard", program, ...args], {
        detached: true,
        cwd: directory,
        stdio: ["pipe", "pipe", log, log],
      })
    : spawn(program, args, { cwd: directory, stdio: ["ignore", log, log] });
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
    orderStreams(join(directory, "tables.db"));
  } catch (error) {
    await close();
    throw error;
  }
  return { url, pid, close };
}

/** Tables that another engine has written would seem to be lost. */
function refuseForeignTables(directory: string, file: string): void {
  const others = tableFiles.filter((other) => other !== file && existsSync(join(directory, other)));
  if (others.length === 0 || existsSync(join(directory, file))) return;
  throw new Error(
    "数据文件夹由另一种数据表引擎写成：请用原来的 --engine，或用 --fresh 重新开始" +
      ` · another engine has written the tables in ${directory}: start with that --engine, or again with --fresh`,
  );
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
      // One engine greets, the other asks for a signature: both listen.
      resolve(response.statusCode === 200 || response.statusCode === 400);
    });
    // Not listening yet.
    probe.on("error", () => resolve(false));
    probe.end();
  });
}

/** An engine that an earlier start has left over the same files; any other process under that id is left alone. */
async function endOrphan(pidFile: string, directory: string): Promise<void> {
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8"));
  if (Number.isInteger(pid) && pid > 0) {
    const deadline = performance.now() + goneWithin;
    while (serves(pid, directory)) {
      if (performance.now() > deadline) {
        throw new Error(`an earlier DynamoDB engine does not end: process ${pid}`);
      }
      process.kill(pid, "SIGKILL");
      await pause(checkEvery);
    }
  }
  rmSync(pidFile, { force: true });
}

function serves(pid: number, directory: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes(directory);
  } catch {
    // The process is gone, or the system has no /proc: SQLite's own locks guard the file then.
    return false;
  }
}
