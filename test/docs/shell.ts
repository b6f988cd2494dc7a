import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { text } from "node:stream/consumers";

/** Between the outputs of two blocks; no command prints it. */
const boundary = "\u001e";

/**
 * Runs the blocks in one shell, as somebody who pastes them from top to bottom: variables live on. A failing command
 * or an HTTP status of 400 and more ends it. Returns what each block printed; throws with everything that was said.
 */
export async function runBlocks(blocks: readonly string[], directory: string): Promise<string[]> {
  mkdirSync(directory, { recursive: true });
  // The README's plain `curl -s` says nothing of a refusal's status; this makes it an error here.
  writeFileSync(join(directory, ".curlrc"), "fail-with-body\nshow-error\nmax-time = 60\n");
  const script = blocks.map((block) => `${block}\nprintf '\\036'\n`).join("");
  // Nothing of the caller's environment: a proxy or a .curlrc must not decide.
  const child = spawn(
    "sh",
    ["-eu", "-c", `command -v curl >/dev/null || { echo "curl is not installed" >&2; exit 127; }\n${script}`],
    {
      cwd: directory,
      env: { PATH: process.env.PATH, CURL_HOME: directory },
      stdio: ["ignore", "pipe", "pipe"],
    },
  );
  const [printed, complaints, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => {
      child.once("error", reject);
      child.once("close", resolve);
    }),
  ]);
  const outputs = printed.split(boundary);
  if (code !== 0) {
    throw new Error(`block ${outputs.length} ended with ${code}: ${complaints}\n${outputs.at(-1)}`);
  }
  return outputs.slice(0, -1);
}
