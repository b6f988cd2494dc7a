/** `npm run demo`: a whole month of the sample company in a few minutes, and what came of it. */
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Temporal } from "temporal-polyfill";
import { StartError } from "../local/host/lock.ts";
import { SynthError, synthesize } from "../local/synth.ts";
import { UsageError } from "../usage-error.ts";
import { playMonth, ResumeError } from "./month.ts";
import { summary } from "./summary.ts";

const root = join(import.meta.dirname, "..", "..");
const usage = `用法 Usage: npm run demo -- [选项 options]
  --seed N         随机种子，默认 2026 · seed of the month
  --complaints N   四个渠道的投诉数，默认 265 · complaints over the four channels
  --data DIR       数据文件夹，默认 .jiesu/demo · data folder
  --resume         继续被中断的演示 · goes on with a demo that was interrupted
  --help           本说明 · this text`;

interface DemoOptions {
  readonly seed: number;
  readonly complaints: number;
  readonly directory: string;
  readonly resume: boolean;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(text: string): void {
  process.stderr.write(`${text}\n`);
}

function readOptions(args: readonly string[]): DemoOptions | "help" {
  const values = parse(args);
  if (values.help) return "help";
  return {
    seed: whole("--seed", values.seed, 0),
    complaints: whole("--complaints", values.complaints, 1),
    directory: values.data ?? join(root, ".jiesu", "demo"),
    resume: values.resume,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      strict: true,
      options: {
        seed: { type: "string", default: "2026" },
        complaints: { type: "string", default: "265" },
        data: { type: "string" },
        resume: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    if (error instanceof TypeError) throw new UsageError(error.message);
    throw error;
  }
}

function whole(option: string, text: string, least: number): number {
  const number = Number(text);
  if (!/^\d{1,6}$/.test(text) || number < least) {
    throw new UsageError(
      `${option} 应为不小于 ${least} 的整数 · ${option} must be a whole number from ${least}`,
    );
  }
  return number;
}

/** One line that is written over on a terminal; elsewhere a line for each tenth. */
function progressLine(): (at: number, share: number) => void {
  let shown = -1;
  return (at, share) => {
    // A log gets a line per tenth, a terminal one line that counts up.
    const step = process.stdout.isTTY ? 1 : 10;
    const percent = Math.floor((share * 100) / step) * step;
    if (percent === shown) return;
    shown = percent;
    const day = Temporal.Instant.fromEpochMilliseconds(at)
      .toZonedDateTimeISO("Asia/Shanghai")
      .toPlainDateTime()
      .toString({ smallestUnit: "minute" });
    const text = `  ${String(percent).padStart(3)} %  ${day.replace("T", " ")}`;
    process.stdout.write(process.stdout.isTTY ? `\r${text}` : `${text}\n`);
  };
}

async function run({ seed, complaints, directory, resume }: DemoOptions): Promise<void> {
  const startedAt = performance.now();
  const assembly = await synthesize({
    onProgress: (seconds) => {
      if (seconds === 0) print("合成模板与打包函数 · synthesizing the template and bundling the functions …");
    },
  });
  print(`示例物业的 2026 年 10 月 · October 2026 of the sample company (--seed ${seed})`);
  const { figures, files, mails } = await playMonth({
    seed,
    complaints,
    firstDay: 1,
    assembly,
    directory,
    resume,
    onProgress: progressLine(),
    onFailure: (where, message) => complain(`\n重试 tried again: ${where}: ${message.split("\n")[0]}`),
  });
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  print(`\n\n${summary(figures, { files, mails, seconds })}`);
}

async function main(): Promise<number> {
  try {
    const options = readOptions(process.argv.slice(2));
    if (options === "help") print(usage);
    else await run(options);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) complain(`${error.message}\n\n${usage}`);
    else if (error instanceof ResumeError || error instanceof StartError || error instanceof SynthError) {
      complain(error.message);
    } else complain(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}

process.exit(await main());
