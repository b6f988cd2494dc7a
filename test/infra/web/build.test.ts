import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { buildWeb } from "../../../infra/web/build.ts";
import { fileList } from "../../../lib/adapters/web-files/files.ts";

const root = join(import.meta.dirname, "..", "..", "..");
const chunk = z.looseObject({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  css: z.array(z.string()).default([]),
});
type Manifest = Record<string, z.infer<typeof chunk>>;

let folder: string;
beforeAll(async () => {
  folder = await buildWeb();
}, 120_000);

/** Everything that must have come before a page of the desk is there. */
function filesOf(entry: string, manifest: Manifest, seen = new Set<string>()): Set<string> {
  const { file, imports, css } = chunk.parse(manifest[entry]);
  for (const one of [file, ...css]) seen.add(one);
  for (const next of imports) if (!seen.has(manifest[next]?.file ?? "")) filesOf(next, manifest, seen);
  return seen;
}

describe("the built pages", () => {
  it("are those in use, whoever builds them: under a test runner libraries would be a developer's", () => {
    expect(process.env.NODE_ENV).toBe("test");
    expect(readdirSync(join(folder, "assets")).filter((file) => file.includes("jsx-dev"))).toEqual([]);
  });

  it("need at most 300 KB, compressed with brotli, until the inbox is there", () => {
    const text = readFileSync(join(folder, "manifest-desk.json"), "utf8");
    const manifest = z.record(z.string(), chunk).parse(JSON.parse(text));
    const files = filesOf("src/pages/inbox/view.tsx", manifest, filesOf("index.html", manifest));
    const bytes = [...files].map((file) => statSync(join(folder, `${file}.br`)).size);
    expect(bytes.length).toBeGreaterThan(3);
    const total = bytes.reduce((sum, size) => sum + size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(300_000);
  });

  it("need at most 100 KB, compressed with brotli, for the whole of the handler's application", () => {
    const manifest = z
      .record(z.string(), chunk)
      .parse(JSON.parse(readFileSync(join(folder, "manifest-m.json"), "utf8")));
    const loaded = [...filesOf("m.html", manifest)];
    const total = loaded.reduce((sum, file) => sum + statSync(join(folder, `${file}.br`)).size, 0);
    expect(total).toBeGreaterThan(50_000);
    expect(total).toBeLessThan(100_000);
    // Every one of them is kept for opening without signal, and what is loaded later is nothing.
    const worker = readFileSync(join(folder, "m", "sw.js"), "utf8");
    for (const file of loaded) expect(worker).toContain(`/${file}`);
    expect(manifest["m.html"]).not.toHaveProperty("dynamicImports");
    expect(worker).not.toMatch(/\bimport\b|\bexport\b|__PRECACHE__/);
  });

  it("are installable: the manifest names icons that are there, in the sizes it says", () => {
    const { icons, scope, start_url } = z
      .looseObject({
        scope: z.string(),
        start_url: z.string(),
        icons: z.array(z.looseObject({ src: z.string(), sizes: z.string(), purpose: z.string() })),
      })
      .parse(JSON.parse(readFileSync(join(folder, "m", "manifest.webmanifest"), "utf8")));
    expect([scope, start_url]).toEqual(["/m", "/m"]);
    expect(icons.map(({ sizes, purpose }) => `${purpose} ${sizes}`)).toContain("any 512x512");
    for (const { src, sizes } of icons) {
      const png = readFileSync(join(folder, src));
      // Width and height stand in the header of a PNG.
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}`).toBe(sizes);
    }
  });

  it("are there compressed and plain, under names that change with their content", () => {
    const files = fileList.parse(JSON.parse(readFileSync(join(folder, "files.json"), "utf8")));
    const assets = Object.keys(files).filter((name) => name.startsWith("assets/"));
    expect(assets.length).toBeGreaterThan(3);
    for (const name of assets) {
      expect(name).toMatch(/-[\w-]{8}\.\w+$/);
      // A picture is compressed already.
      const encodings = name.endsWith(".png") ? ["identity"] : ["br", "gzip", "identity"];
      expect(files[name]?.encodings).toEqual(encodings);
    }
  });

  it("hold no script or style inline, no address of elsewhere, and React as built for production", () => {
    const index = readFileSync(join(folder, "index.html"), "utf8");
    expect(index).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=|https?:/);
    const files = fileList.parse(JSON.parse(readFileSync(join(folder, "files.json"), "utf8")));
    const code = Object.keys(files)
      .filter((name) => name.endsWith(".js"))
      .map((name) => readFileSync(join(folder, name), "utf8"))
      .join("\n");
    expect(code).not.toContain("Download the React DevTools");
    expect(code).not.toContain(root);
  });
});
