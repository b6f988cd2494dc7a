import { readFileSync } from "node:fs";
import { join } from "node:path";

export const root = join(import.meta.dirname, "..", "..");

/** A document of the repository, by its path from the root. */
export function readDocument(path: string): string {
  return readFileSync(join(root, path), "utf8");
}

/** The contents of the fenced blocks of one language, in order. */
export function fencedBlocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```(\w*)\n(.*?)^```$/gms)].flatMap(([, tag, text = ""]) =>
    tag === language ? [text.trimEnd()] : [],
  );
}

/** Targets of the links and images outside fenced blocks that point into the repository, without their anchors. */
export function relativeLinks(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```.*?^```$/gms, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = ""]) => {
    const [path = ""] = target.split("#");
    return path === "" || /^[a-z]+:/.test(path) ? [] : [decodeURIComponent(path)];
  });
}
