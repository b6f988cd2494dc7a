import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin, Rollup } from "vite";
import { rasterize } from "../../lib/adapters/charts/rasterize.ts";

const page = "m.html";
const worker = "m/sw.js";
/** Runs before the application and asks for the jobs meanwhile. */
const early = "early";
const manifestFile = "m/manifest.webmanifest";
const colour = "#0f4c81";
/** Pixels; the first is what an iPhone shows. */
const sizes = [180, 192, 512] as const;
/** What the worker's source says where the list of files goes. */
const placeholder = "__PRECACHE__";

interface Icon {
  readonly file: string;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/**
 * Makes the handler's application installable and able to open without signal: icons from the one drawing, a manifest
 * that names them, and the list of files that the service worker keeps, under a version that changes with any of them.
 */
export function installable(webFolder: string): Plugin {
  let icons: readonly Icon[] = [];
  return {
    name: "jiesu-installable",
    apply: "build",
    buildStart: async () => {
      icons = await drawnIcons(join(webFolder, "src", "app", "icon.svg"));
    },
    transformIndexHtml: (_, { filename, bundle = {} }) => {
      if (!filename.endsWith(page)) return [];
      return [
        // Before the application's own script, and not held up by its style.
        {
          tag: "script",
          attrs: { async: true, fetchpriority: "high", src: `/${earlyOf(bundle).fileName}` },
          injectTo: "head-prepend",
        },
        { tag: "link", attrs: { rel: "manifest", href: `/${manifestFile}` } },
        { tag: "link", attrs: { rel: "apple-touch-icon", href: `/${icons[0]?.file}` } },
      ];
    },
    generateBundle(_, bundle) {
      for (const { file, bytes } of icons) {
        this.emitFile({ type: "asset", fileName: file, source: bytes });
      }
      this.emitFile({ type: "asset", fileName: manifestFile, source: manifest(icons) });
      keepFiles(bundle, icons);
    },
  };
}

/** The file that asks early. Throws where it would need another one. */
function earlyOf(bundle: Rollup.OutputBundle): Rollup.OutputChunk {
  const found = Object.values(bundle).find(
    (one) => one.type === "chunk" && one.isEntry && one.name === early,
  );
  if (found?.type !== "chunk") throw new TypeError("what asks early was not built");
  if (found.imports.length > 0 || found.exports.length > 0)
    throw new TypeError("what asks early must stand alone");
  return found;
}

/** Writes into the worker what it keeps: everything that the handler's page loads, and the icons. */
function keepFiles(bundle: Rollup.OutputBundle, icons: readonly Icon[]): void {
  const chunks = Object.values(bundle).flatMap((one) => (one.type === "chunk" ? [one] : []));
  const entry = chunks.find(({ facadeModuleId }) => facadeModuleId?.endsWith(page) === true);
  const sw = chunks.find(({ fileName }) => fileName === worker);
  if (entry === undefined || sw === undefined) throw new TypeError("the handler's page was not built");
  if (sw.imports.length > 0) throw new TypeError("the service worker must stand alone");
  const files = new Set(icons.map(({ file }) => file));
  const add = (chunk: Rollup.OutputChunk): void => {
    if (files.has(chunk.fileName)) return;
    files.add(chunk.fileName);
    for (const css of chunk.viteMetadata?.importedCss ?? []) files.add(css);
    if (chunk.dynamicImports.length > 0 && chunk === entry) {
      throw new TypeError("the handler's page loads nothing later: a new release would take it away");
    }
    for (const name of chunk.imports) {
      const next = bundle[name];
      if (next?.type === "chunk") add(next);
    }
  };
  add(entry);
  add(earlyOf(bundle));
  const kept = [...files].map((file) => `/${file}`).toSorted();
  const list = { version: hashOf(kept.join("\n")), entry: `/${entry.fileName}`, files: kept };
  // The text stands inside a string of either kind of quotes, so it is written without any.
  const quoted = new RegExp(`["'\`]${placeholder}["'\`]`);
  if (!quoted.test(sw.code)) throw new TypeError("the service worker has no place for its list");
  sw.code = sw.code.replace(quoted, JSON.stringify(JSON.stringify(list)));
}

/** One drawing to the edge: a phone cuts it to its own shape, and what counts stands in the middle. */
async function drawnIcons(file: string): Promise<readonly Icon[]> {
  const svg = await readFile(file, "utf8");
  const drawing = svg.slice(svg.indexOf(">") + 1, svg.lastIndexOf("</svg>"));
  return Promise.all(
    sizes.map(async (size) => {
      const half = size / 2;
      const bytes = await rasterize(
        `<svg xmlns="http://www.w3.org/2000/svg" width="${half}" height="${half}" viewBox="0 0 32 32"><rect width="32" height="32" fill="${colour}"/><g transform="translate(3.2 3.2) scale(.8)">${drawing}</g></svg>`,
      );
      return { file: `assets/icon-${size}-${hashOf(bytes)}.png`, size, bytes };
    }),
  );
}

function manifest(icons: readonly Icon[]): string {
  return JSON.stringify({
    id: "/m",
    name: "接诉 处理",
    short_name: "接诉",
    description: "投诉处理：接单、到场拍照、进展、完成，无信号也能用",
    lang: "zh-CN",
    start_url: "/m",
    scope: "/m",
    display: "standalone",
    orientation: "portrait",
    background_color: "#f3f5f7",
    theme_color: colour,
    icons: icons.flatMap(({ file, size }) =>
      ["any", "maskable"].map((purpose) => ({
        src: `/${file}`,
        sizes: `${size}x${size}`,
        type: "image/png",
        purpose,
      })),
    ),
  });
}

function hashOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("base64url").slice(0, 8);
}
