import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { FunctionName } from "./environment.ts";

/** What a picture needs beside code: the rasterizer and a Chinese font, each by its place next to its package's entry. */
export const chartFiles = {
  "resvg.wasm": { entry: "@resvg/resvg-wasm", path: "index_bg.wasm" },
  "chart-font.otf": { entry: "@embedpdf/fonts-sc", path: "../fonts/NotoSansHans-Regular.otf" },
} as const;
export type ChartFile = keyof typeof chartFiles;
export const chartFileNames: readonly ChartFile[] = ["resvg.wasm", "chart-font.otf"];
/** The functions that draw: their bundles hold the files. */
export const drawingFunctions: readonly FunctionName[] = ["report-build"];

/** The family name that stands in the font file. */
export const chartFont = "Noto Sans S Chinese";

const packages = createRequire(import.meta.url);

/** Where a file lies in its package. @throws Error when the package is not installed */
export function installedFile(file: ChartFile): string {
  const { entry, path } = chartFiles[file];
  return join(dirname(packages.resolve(entry)), path);
}

/** A bundle has the files beside its code (infra/constructs/bundle.ts), a checkout in its packages. */
export function readChartFile(file: ChartFile): Promise<Buffer> {
  const beside = new URL(`./${file}`, import.meta.url);
  return readFile(existsSync(beside) ? beside : installedFile(file));
}
