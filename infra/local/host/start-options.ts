import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { UsageError } from "../../usage-error.ts";
import { type EngineName, engineNames } from "../services/dynamodb/resolve.ts";

/** What the command line of `npm start` asks for. */
export interface StartOptions {
  readonly speed: number;
  /** Epoch milliseconds. */
  readonly at: number | undefined;
  readonly fresh: boolean;
  readonly port: number;
  readonly smtpPort: number;
  readonly directory: string;
  /** The engine of the tables; absent: whichever suits the machine. */
  readonly engine: EngineName | undefined;
  /** Functions that may run at once, as a quota of Lambda; absent: no limit. */
  readonly concurrency: number | undefined;
}

export const usage = `用法 Usage: npm start -- [选项 options]
  --speed N          虚拟时间为真实时间的 N 倍，默认 1 · virtual seconds per real second
  --at INSTANT       起始时刻，如 2026-03-01T09:00+08:00 · first virtual instant
  --fresh            先清空数据 · wipe the data first
  --port PORT        接口端口，默认 8787 · port of the API
  --smtp-port PORT   收信端口，默认 2525 · port that takes mail
  --data DIR         数据文件夹，默认 .jiesu/data · data folder
  --engine NAME      数据表引擎：${engineNames.join("、")} · engine of the tables
  --concurrency N    同时运行的函数上限，超出的被限流；默认不限 · functions at once, beyond it they are throttled
  --help             显示本说明 · this text`;

function portOf(option: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new UsageError(`${option} 应为 0–65535 的端口 · ${option} must be a port from 0 to 65535: ${text}`);
  }
  return port;
}

function countOf(option: string, text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1)
    throw new UsageError(`${option} 应为 1 以上的整数 · ${option} must be a number from 1 on: ${text}`);
  return count;
}

function instantOf(text: string): number {
  try {
    return Temporal.Instant.from(text).epochMilliseconds;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new UsageError(`--at 应为带时区的时刻 · --at must be an instant with its offset: ${text}`);
  }
}

function engineOf(text: string): EngineName {
  const known = engineNames.find((name) => name === text);
  if (known !== undefined) return known;
  const names = engineNames.join(", ");
  throw new UsageError(`--engine 只能是 · --engine is one of ${names}: ${text}`);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        speed: { type: "string", default: "1" },
        at: { type: "string" },
        fresh: { type: "boolean", default: false },
        port: { type: "string", default: "8787" },
        "smtp-port": { type: "string", default: "2525" },
        data: { type: "string" },
        engine: { type: "string" },
        concurrency: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(`参数有误 · bad arguments: ${error.message}`);
    throw error;
  }
}

/** Reads the command line; "help" when asked for it. Throws UsageError naming the option that is wrong. */
export function readStartOptions(args: readonly string[], root: string): StartOptions | "help" {
  const values = parse(args);
  if (values.help) return "help";
  const speed = Number(values.speed);
  if (!(speed > 0 && speed <= 1_000_000)) {
    throw new UsageError(`--speed 应为正数 · --speed must be a number above 0: ${values.speed}`);
  }
  return {
    speed,
    at: values.at === undefined ? undefined : instantOf(values.at),
    fresh: values.fresh,
    port: portOf("--port", values.port),
    smtpPort: portOf("--smtp-port", values["smtp-port"]),
    engine: values.engine === undefined ? undefined : engineOf(values.engine),
    concurrency: values.concurrency === undefined ? undefined : countOf("--concurrency", values.concurrency),
    directory: values.data === undefined ? join(root, ".jiesu", "data") : resolve(values.data),
  };
}
