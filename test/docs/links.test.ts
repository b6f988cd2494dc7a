import { existsSync, globSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { readDocument, relativeLinks, root } from "./markdown.ts";

const documents = globSync(["*.md", "docs/**/*.md"], { cwd: root }).sort();

test("every relative link of the documents leads somewhere", () => {
  const links = documents.flatMap((document) =>
    relativeLinks(readDocument(document)).map((target) => ({ document, target })),
  );
  expect(links.length).toBeGreaterThan(30);
  const broken = links.filter(({ document, target }) => !existsSync(join(root, dirname(document), target)));
  expect(broken).toEqual([]);
});

test("pictures stay small enough for a slow line", () => {
  const pictures = globSync("docs/images/*", { cwd: root });
  expect(pictures.length).toBeGreaterThan(0);
  expect(pictures.filter((picture) => statSync(join(root, picture)).size > 300 * 1024)).toEqual([]);
});
