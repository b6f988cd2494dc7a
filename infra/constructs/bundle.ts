import { execFileSync } from "node:child_process";
import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync } from "esbuild";
import { chartFileNames, drawingFunctions, installedFile } from "../../lib/config/chart-files.ts";
import type { FunctionName } from "../../lib/config/environment.ts";

const projectRoot = join(import.meta.dirname, "..", "..");
const runtime = join(projectRoot, "lib", "adapters", "runtime");

/** CommonJS packages in the bundle call `require`. */
const banner = [
  'import { createRequire as bundleRequire } from "node:module";',
  "const require = bundleRequire(import.meta.url);",
].join("");

/**
 * The code of `functions/NAME.ts` as one ES module with everything in it, the AWS SDK included, so that
 * what was tested is what runs; beside it the font and the rasterizer where the function draws. The asset's hash is that of the output.
 *
 * esbuild is called in this process: NodejsFunction starts it through npx once per function, which takes seconds
 * and fails inside `npm exec`.
 */
export function bundle(name: FunctionName): Code {
  const folder = join(projectRoot, "functions");
  return Code.fromAsset(folder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: local bundling below always succeeds or throws.
      image: DockerImage.fromRegistry("local-bundling-only"),
      // Not run either, but the CDK takes two assets with equal options for the same one.
      command: ["bundle", name],
      local: {
        tryBundle: (output) => {
          buildEntry(join(folder, `${name}.ts`), output);
          if (drawingFunctions.includes(name)) copyChartFiles(output);
          if (name === "pages") buildPages(join(output, "web"));
          return true;
        },
      },
    },
  });
}

/** The staff's pages, in a process of their own: CDK bundles synchronously, vite does not build so. */
function buildPages(folder: string): void {
  execFileSync(process.execPath, [join(projectRoot, "infra", "web", "build-cli.ts"), folder], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}

/**
 * In Lambda and in the local cloud a function's credentials stand in its environment. The SDK would bring the ways of
 * a person's machine along (sign-in, profiles, the metadata of an instance): 200 KB that no function can use.
 */
const alias = {
  "@aws-sdk/credential-provider-node": join(runtime, "function-credentials.ts"),
  // Once under each name.
  "node:http": join(runtime, "node-http.ts"),
  http: join(runtime, "node-http.ts"),
};

/**
 * Builds one entry file into `output`/index.mjs as the functions are built. What is loaded later (buckets, file types,
 * pictures, the API's description) stands in modules of its own beside it. Short names and one byte a character: before the
 * first event V8 reads all of it, the largest part of a start. The map beside it says where an error was in the source
 * (`lib/adapters/runtime/source-stack.ts`).
 */
export function buildEntry(entry: string, output: string): void {
  buildSync({
    absWorkingDir: projectRoot,
    entryPoints: [entry],
    entryNames: "index",
    outdir: output,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    alias,
    minify: true,
    platform: "node",
    target: "node24",
    format: "esm",
    mainFields: ["module", "main"],
    sourcemap: true,
    sourcesContent: false,
    charset: "ascii",
    banner: { js: banner },
    logLevel: "warning",
  });
}

/** Puts the font and the rasterizer beside a bundle. */
export function copyChartFiles(output: string): void {
  for (const file of chartFileNames) copyFileSync(installedFile(file), join(output, file));
}
