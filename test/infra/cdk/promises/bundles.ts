import { readdirSync, readFileSync, statSync } from "node:fs";
import { isBuiltin } from "node:module";
import { basename, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { functionVariables } from "../../../../lib/config/environment.ts";
import { lambdaOf, root, type Synthesized, synthesize } from "../support.ts";

const names = Object.keys(functionVariables);
let outdir: string;
let bundled: Synthesized;
beforeAll(() => {
  bundled = synthesize("local", { bundles: true });
  outdir = bundled.app.outdir;
}, 180_000);

const assetOf = (name: string) =>
  join(outdir, `asset.${String(lambdaOf(bundled, name).properties.Code.S3Key).replace(/\.zip$/, "")}`);

describe("function bundles", () => {
  it.each(names)(
    "%s is one readable module below 6 MB, or 7.5 MB where it draws charts, with a source map and nothing native",
    (name) => {
      const files = readdirSync(assetOf(name), { recursive: true }).map(String);
      const draws = name === "report-build";
      const beside = draws ? ["chart-font.otf", "resvg.wasm"] : [];
      // The staff's pages; what is in them is checked where they are built.
      const code = name === "pages" ? files.filter((file) => !/^web(\/|$)/.test(file)) : files;
      expect(code.length < files.length).toBe(name === "pages");
      expect(code.sort()).toEqual([...beside, "index.mjs", "index.mjs.map"].sort());
      expect(statSync(join(assetOf(name), "index.mjs")).size).toBeLessThan(draws ? 7_500_000 : 6_000_000);
      const { sources } = JSON.parse(readFileSync(join(assetOf(name), "index.mjs.map"), "utf8"));
      const entries = sources.filter((source: string) => /(?:^|\/)functions\/[^/]+\.ts$/.test(source));
      expect(entries.map((source: string) => basename(source))).toEqual([`${name}.ts`]);
      const source = readFileSync(join(assetOf(name), "index.mjs"), "utf8");
      expect(source).toMatch(/export \{[^}]*\bhandler\b[^}]*\};/);
      expect(source).not.toMatch(/require\("[^"]+\.node"\)/);
      expect(source.includes(root)).toBe(false);
    },
  );

  it("need nothing beside themselves: only Node's own modules stay imported", () => {
    for (const name of names) {
      const code = readFileSync(join(assetOf(name), "index.mjs"), "utf8");
      const imported = [...code.matchAll(/^import [^;]*?from "([^"]+)";$/gm)].map((match) => match[1]!);
      expect(imported.length).toBeGreaterThan(0);
      const foreign = imported.filter((module) => !isBuiltin(module));
      expect(foreign).toEqual([]);
    }
  });
});
