import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { gunzipSync } from "node:zlib";
import { type Build, loadBuild, modulesIn } from "./build.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const folder = join(root, "test", "corpus", "releases");
/** Inside of the repository, so that the packages are found. */
const unpacked = join(root, ".jiesu", "releases");

/** Released versions whose own code is kept (`npm run record-release`). */
export const keptReleases: readonly string[] = readdirSync(folder).map((file) => basename(file, ".mjs.gz"));

/** Another build to run beside this one: a kept release by its number, or a checkout by its folder. */
export function besideBuild(what: string): Promise<Build> {
  return keptReleases.includes(what)
    ? releasedBuild(what)
    : loadBuild(what, modulesIn(pathToFileURL(`${what}/`)));
}

/** A release's code as it was, over the packages that are installed here. */
async function releasedBuild(release: string): Promise<Build> {
  const code = gunzipSync(readFileSync(join(folder, `${release}.mjs.gz`)));
  const file = join(
    unpacked,
    `${release}-${createHash("sha256").update(code).digest("hex").slice(0, 12)}.mjs`,
  );
  if (!existsSync(file)) {
    mkdirSync(unpacked, { recursive: true });
    // Two processes may come at once: neither may see half a file.
    writeFileSync(`${file}.${process.pid}`, code);
    renameSync(`${file}.${process.pid}`, file);
  }
  const { modules } = (await import(pathToFileURL(file).href)) as {
    modules: Readonly<Record<string, unknown>>;
  };
  return loadBuild(release, async (name) => modules[name]);
}
