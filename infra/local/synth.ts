import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { delimiter, dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { defined } from "../../lib/domain/present.ts";
import { contentHash } from "../inputs/content-hash.ts";

const root = join(import.meta.dirname, "..", "..");
/** Everything the template and the bundles are made of. */
const inputs = ["infra", "functions", "lib", "web", "data", "cdk.json", "package-lock.json", "tsconfig.json"];
const notInputs = [join("infra", "local")];

/** `cdk synth` failed; the message is its output. */
export class SynthError extends Error {
  override readonly name = "SynthError";
}

/** Hash over names and contents of all inputs. */
export function inputHash(): Promise<string> {
  return contentHash(inputs, notInputs);
}

export interface SynthOptions {
  /** Called while `cdk synth` runs with the seconds passed; not called when the cache has the answer. */
  readonly onProgress?: (seconds: number) => void;
  /** Folder of the cached assemblies; default `.jiesu/synth`. */
  readonly cache?: string;
  /** Ends `cdk synth`; the promise then rejects with an AbortError. */
  readonly signal?: AbortSignal;
}

/**
 * The cloud assembly of stage `local`, from the cache when nothing it is made of has changed. Returns its folder.
 * Throws SynthError with the output of `cdk synth`.
 */
export async function synthesize(options: SynthOptions = {}): Promise<string> {
  const cache = options.cache ?? join(root, ".jiesu", "synth");
  const hash = await inputHash();
  const target = join(cache, hash);
  await mkdir(cache, { recursive: true });
  await othersDone(cache, hash, options.signal);
  if (!existsSync(join(target, "manifest.json"))) {
    // A killed synth must never look like a finished one.
    const draft = join(cache, `draft-${process.pid}-${hash}`);
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft);
    try {
      await runCdk(draft, options);
      await rename(draft, target).catch((error: unknown) => {
        // Another process may have finished the same synth meanwhile and be running on it.
        if (!existsSync(join(target, "manifest.json"))) throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  await prune(cache, hash);
  return target;
}

/**
 * Waits while another living process makes the same assembly: twice at once takes both twice as long. Two that begin
 * in the same instant both make it, and the first to finish counts. Not waited for longer than a synth can take: the
 * number of a process that was killed may be another one's by now.
 */
async function othersDone(cache: string, hash: string, signal: AbortSignal | undefined): Promise<void> {
  const until = performance.now() + othersTakeMs;
  while (performance.now() < until) {
    const drafts = (await readdir(cache)).filter((name) => name.endsWith(`-${hash}`));
    if (!drafts.some(isOfLivingProcess)) return;
    await wait(200, undefined, defined({ signal }));
  }
}

const othersTakeMs = 90_000;

/** Clouds that are running load their bundles late, so the latest assemblies stay whoever uses them. */
const kept = 8;

async function prune(cache: string, keep: string): Promise<void> {
  const others = (await readdir(cache)).filter((name) => name !== keep && !isOfLivingProcess(name));
  const aged = await Promise.all(
    others.map(async (name) => ({ name, at: await changedAt(join(cache, name)) })),
  );
  const stale = aged.sort((a, b) => b.at - a.at).slice(kept);
  await Promise.all(stale.map(({ name }) => rm(join(cache, name), { recursive: true, force: true })));
}

/** Epoch milliseconds; 0 for what another process has pruned meanwhile. */
async function changedAt(path: string): Promise<number> {
  try {
    return (await stat(path)).mtimeMs;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return 0;
    throw error;
  }
}

function isOfLivingProcess(name: string): boolean {
  const pid = /^draft-(\d+)(?:-|$)/.exec(name)?.[1];
  if (pid === undefined || Number(pid) === process.pid) return false;
  try {
    process.kill(Number(pid), 0);
    return true;
  } catch {
    // No such process: its draft is rubbish.
    return false;
  }
}

function runCdk(output: string, { onProgress, signal }: SynthOptions): Promise<void> {
  const require = createRequire(import.meta.url);
  const cli = join(dirname(require.resolve("aws-cdk/package.json")), "bin", "cdk");
  const startedAt = performance.now();
  const seconds = () => Math.round((performance.now() - startedAt) / 1000);
  return new Promise((resolve, reject) => {
    onProgress?.(0);
    const child = spawn(process.execPath, [cli, "synth", "--quiet", "-c", "stage=local", "-o", output], {
      cwd: root,
      // cdk.json says `node infra/app.ts`: that must be this Node, not an older one of the machine.
      env: {
        ...process.env,
        CDK_DISABLE_CLI_TELEMETRY: "true",
        PATH: [dirname(process.execPath), join(root, "node_modules", ".bin"), process.env.PATH].join(
          delimiter,
        ),
      },
      stdio: ["ignore", "pipe", "pipe"],
      ...defined({ signal }),
    });
    const printed: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => printed.push(chunk.toString()));
    const timer = setInterval(() => onProgress?.(seconds()), 1000);
    child.on("error", (error) => {
      clearInterval(timer);
      reject(error);
    });
    child.on("close", (code) => {
      clearInterval(timer);
      if (code === 0) resolve();
      else reject(new SynthError(`cdk synth ended with ${code}:\n${printed.join("")}`));
    });
  });
}
