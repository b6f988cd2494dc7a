import { existsSync } from "node:fs";
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { extname, join, relative } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build, type InlineConfig, type PluginOption } from "vite";
import { contentHash } from "../inputs/content-hash.ts";
import { installable } from "./installable.ts";

const root = join(import.meta.dirname, "..", "..");
const web = join(root, "web");
/** Everything the pages are made of. */
const inputs = [
  "web",
  join("infra", "web"),
  join("lib", "domain"),
  join("lib", "adapters", "charts"),
  "package-lock.json",
];

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
  ".json": "application/json",
};
const compressible = new Set([".html", ".js", ".css", ".svg", ".webmanifest", ".json"]);

/**
 * The staff's pages, built and precompressed with a list of the files (lib/adapters/web-files); from the cache when
 * nothing they are made of has changed. Returns the folder. Throws what vite throws.
 */
export async function buildWeb(): Promise<string> {
  const cache = join(root, ".jiesu", "web");
  const target = join(cache, await contentHash(inputs));
  if (existsSync(join(target, "files.json"))) return target;
  await mkdir(cache, { recursive: true });
  const draft = join(cache, `draft-${process.pid}`);
  await rm(draft, { recursive: true, force: true });
  try {
    await asInUse(async () => {
      await build(built(draft, { desk: "index.html" }, []));
      // Apart, so that a phone gets one file and nothing of the desk's, and its list of files is complete.
      await build(
        built(draft, { m: "m.html", early: join("src", "m", "early.ts"), worker: join("worker", "sw.ts") }, [
          installable(web),
        ]),
      );
    });
    await compressAll(draft);
    await rename(draft, target).catch((error: unknown) => {
      // Another process may have finished the same build meanwhile.
      if (!existsSync(join(target, "files.json"))) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  await forgetOthers(cache, target);
  return target;
}

/**
 * Whoever builds, a test too: vite takes what is built under another NODE_ENV for a developer's, with React's larger and slower
 * half and every effect twice, and whoever came next was served that.
 */
async function asInUse(work: () => Promise<void>): Promise<void> {
  const before = process.env["NODE_ENV"];
  process.env["NODE_ENV"] = "production";
  try {
    await work();
  } finally {
    if (before === undefined) delete process.env["NODE_ENV"];
    else process.env["NODE_ENV"] = before;
  }
}

/** One of the applications, with its own list of files, into the same folder. */
function built(
  outDir: string,
  inputs: Readonly<Record<string, string>>,
  plugins: PluginOption[],
): InlineConfig {
  const [name] = Object.keys(inputs);
  const input = Object.fromEntries(Object.entries(inputs).map(([one, file]) => [one, join(web, file)]));
  return {
    configFile: join(web, "vite.config.ts"),
    build: { outDir, emptyOutDir: false, manifest: `manifest-${name}.json`, rollupOptions: { input } },
    plugins,
    logLevel: "warn",
  };
}

/** Builds and copies into `folder`, which is then complete by itself. */
export async function putWeb(folder: string): Promise<void> {
  await cp(await buildWeb(), folder, { recursive: true });
}

async function compressAll(folder: string): Promise<void> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((one) =>
    one.isFile(),
  );
  const list: Record<string, { type: string; encodings: string[] }> = {};
  for (const { parentPath, name } of files) {
    const file = join(parentPath, name);
    const type = types[extname(name)];
    if (type === undefined) throw new TypeError(`no content type for ${name}`);
    const encodings = ["identity"];
    if (compressible.has(extname(name)) && extname(name) !== ".html") {
      const bytes = await readFile(file);
      await writeFile(
        `${file}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      );
      await writeFile(`${file}.gz`, gzipSync(bytes, { level: 9 }));
      encodings.unshift("br", "gzip");
    }
    list[relative(folder, file)] = { type, encodings };
  }
  await writeFile(join(folder, "files.json"), JSON.stringify(list));
}

/** The latest builds stay: a checkout that goes back and forth need not build each time. */
const kept = 4;

async function forgetOthers(cache: string, target: string): Promise<void> {
  const names = (await readdir(cache)).filter(
    (name) => !name.startsWith("draft-") && join(cache, name) !== target,
  );
  for (const name of names.slice(kept - 1)) await rm(join(cache, name), { recursive: true, force: true });
}
