import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import type { Violation } from "./checks/known.ts";

/** What a process says of one seed. */
export interface SeedLine {
  readonly seed: number;
  readonly ms: number;
  readonly digest: string;
  readonly violations: readonly Violation[];
  readonly counts: { readonly events: number };
}

/** Runs seeds in a process of their own and tells of each. Rejects with what the process said if it dies or is stopped. */
export function runSeeds(
  args: readonly string[],
  onSeed: (line: SeedLine) => void,
  signal?: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = fileURLToPath(new URL("seeds.ts", import.meta.url));
    const child = spawn(process.execPath, ["--disable-warning=ExperimentalWarning", script, ...args], {
      stdio: ["ignore", "pipe", "pipe"],
      // Every lane reads the same thousand files: what the first has compiled the others need not.
      env: { NODE_COMPILE_CACHE: join(tmpdir(), "jiesu-simulation"), ...process.env },
    });
    let said = "";
    child.stderr.on("data", (part: Buffer) => {
      said = `${said}${part.toString("utf8")}`.slice(-4000);
    });
    createInterface({ input: child.stdout }).on("line", (line) => onSeed(JSON.parse(line) as SeedLine));
    signal?.addEventListener("abort", () => child.kill());
    child.on("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`seeds ended with ${code}: ${said}`)),
    );
  });
}
