import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

let program: URL | undefined;

/**
 * What a function's thread runs (`worker.ts`), as JavaScript, translated once per process: a thread that has to read TypeScript
 * loads Node's reader for it, which takes a tenth of a second and more memory than most bundles.
 */
export function workerProgram(): URL {
  program ??= translated();
  return program;
}

function translated(): URL {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL("./worker.ts", import.meta.url))],
    bundle: true,
    write: false,
    platform: "node",
    target: "node24",
    format: "esm",
    minifyWhitespace: true,
    logLevel: "warning",
  });
  const text = outputFiles.map(({ text: part }) => part).join("");
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}
