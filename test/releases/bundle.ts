import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build, type Plugin } from "esbuild";
import { moduleFiles } from "../simulation/engine/module-files.ts";

/** The API's description is a third of the code and nobody asks for it here. */
const withoutDescription: Plugin = {
  name: "without-description",
  setup(building) {
    building.onLoad({ filter: /docs[\\/]openapi\.json$/ }, () => ({ contents: "{}", loader: "json" }));
  },
};

/** The registry of a release's modules: an object of namespaces by their files, without those that it does not have. */
function entryOf(files: readonly string[]): string {
  const imports = files.map((file, index) => `import * as m${index} from "./${file}";`);
  const fields = files.map((file, index) => `${JSON.stringify(file)}: m${index},`);
  return [...imports, "export const modules = {", ...fields, "};"].join("\n");
}

/**
 * A release's own code as one compressed module, from a checkout of its tag. Packages are left out: they are
 * those of whoever loads it, so that this keeps no copy of other people's code.
 */
export async function bundleRelease(checkout: string, has: (file: string) => boolean): Promise<Uint8Array> {
  const { outputFiles } = await build({
    absWorkingDir: checkout,
    stdin: {
      contents: entryOf(moduleFiles.filter((file) => has(join(checkout, file)))),
      resolveDir: checkout,
    },
    write: false,
    bundle: true,
    packages: "external",
    plugins: [withoutDescription],
    minify: true,
    keepNames: true,
    platform: "node",
    target: "node24",
    format: "esm",
    charset: "utf8",
    legalComments: "none",
  });
  const [code] = outputFiles;
  if (code === undefined) throw new Error("nothing was built");
  return gzipSync(code.contents, { level: 9 });
}
