/** `npm start`: the local cloud in paced mode, until Ctrl-C. */
import { join } from "node:path";
import { defined } from "../../lib/domain/present.ts";
import { UsageError } from "../usage-error.ts";
import { greeting } from "./host/greeting.ts";
import { startLocalCloud } from "./host/index.ts";
import { StartError } from "./host/lock.ts";
import type { InvocationFailure } from "./host/runtime/protocol.ts";
import { readStartOptions, type StartOptions, usage } from "./host/start-options.ts";
import { seedSampleCompany } from "./sample.ts";
import { SynthError, synthesize } from "./synth.ts";

const root = join(import.meta.dirname, "..", "..");

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function showProgress(seconds: number): void {
  const text = `合成模板与打包函数 · synthesizing the template and bundling the functions … ${seconds} s`;
  if (process.stdout.isTTY) process.stdout.write(`\r${text}`);
  else if (seconds === 0) print(text);
}

function showFailure(directory: string): (where: string, failure: InvocationFailure) => void {
  return (where, { errorType, errorMessage }) => {
    const [firstLine = ""] = errorMessage.split("\n");
    complain(`失败 failed: ${where}: ${errorType}: ${firstLine.slice(0, 300)}  (${join(directory, "logs")})`);
  };
}

/** Aborts at the first Ctrl-C or SIGTERM; a second one ends the process at once. */
function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  return controller.signal;
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

async function run(options: StartOptions): Promise<void> {
  const signal = stopSignal();
  const { directory, at, speed } = options;
  let synthesized = false;
  const assembly = await synthesize({
    signal,
    onProgress: (seconds) => {
      synthesized = true;
      showProgress(seconds);
    },
  });
  if (synthesized && process.stdout.isTTY) print("");
  const cloud = await startLocalCloud({
    assembly,
    directory,
    speed,
    fresh: options.fresh,
    port: options.port,
    smtpPort: options.smtpPort,
    engine: options.engine,
    seed: seedSampleCompany,
    ...defined({ at, concurrency: options.concurrency }),
    onFailure: showFailure(directory),
    onBroken: (error) => complain(`本地云出错 · the local cloud broke: ${String(error)}`),
  });
  print(greeting(cloud, speed, directory));
  await aborted(signal);
  print("正在停止 · stopping");
  await cloud.close();
}

async function main(): Promise<number> {
  try {
    const options = readStartOptions(process.argv.slice(2), root);
    if (options === "help") print(usage);
    else await run(options);
    return 0;
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") return 130;
    if (error instanceof UsageError) complain(`${error.message}\n\n${usage}`);
    else if (error instanceof StartError || error instanceof SynthError) complain(error.message);
    else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exit(await main());
