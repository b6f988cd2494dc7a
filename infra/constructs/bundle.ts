import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { AssetHashType, DockerImage } from "aws-cdk-lib";
import { Code } from "aws-cdk-lib/aws-lambda";
import { buildSync } from "esbuild";
import { chartFileNames, drawingFunctions, installedFile } from "../../lib/config/chart-files.ts";
import type { FunctionName } from "../../lib/config/environment.ts";

const projectRoot = join(import.meta.dirname, "..", "..");

/**
 * CommonJS packages in the bundle call `require`. Source maps are switched on in the code because an environment
 * variable for it would not be one of the function's own settings.
 */
const banner = [
  'import { createRequire as bundleRequire } from "node:module";',
  "const require = bundleRequire(import.meta.url);",
  "process.setSourceMapsEnabled(true);",
].join("");

/**
 * The code of `functions/NAME.ts` as one readable ES module with everything in it, the AWS SDK included, so that
 * what was tested is what runs; beside it the font and the rasterizer where the function draws. The asset's hash is that of the output.
 *
 * esbuild is called in this process: NodejsFunction starts it through npx once per function, which takes seconds
 * and fails inside `npm exec`.
 */
export function bundle(name: FunctionName): Code {
  const folder = join(projectRoot, "functions");
  const entry = join(folder, `${name}.ts`);
  return Code.fromAsset(folder, {
    assetHashType: AssetHashType.OUTPUT,
    bundling: {
      // Never pulled: local bundling below always succeeds or throws.
      image: DockerImage.fromRegistry("local-bundling-only"),
      // Not run either, but the CDK takes two assets with equal options for the same one.
      command: ["bundle", name],
      local: {
        tryBundle: (output) => {
          buildSync({
            absWorkingDir: projectRoot,
            entryPoints: [entry],
            outfile: join(output, "index.mjs"),
            bundle: true,
            platform: "node",
            target: "node24",
            format: "esm",
            mainFields: ["module", "main"],
            sourcemap: true,
            sourcesContent: false,
            charset: "utf8",
            banner: { js: banner },
            logLevel: "warning",
          });
          for (const file of drawingFunctions.includes(name) ? chartFileNames : []) {
            copyFileSync(installedFile(file), join(output, file));
          }
          return true;
        },
      },
    },
  });
}
