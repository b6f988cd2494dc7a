import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { readDocument, root } from "../docs/markdown.ts";
import { allowedScripts, licencesPage, packages } from "./lockfile.ts";

/** May be shipped beside Apache-2.0 code: permissive, a font's licence, and MPL-2.0 for files that are not changed. */
const shippable: readonly string[] = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "ISC",
  "MIT",
  "MIT-0",
  "MPL-2.0",
  "OFL-1.1",
];
/** Besides, for what builds and tests and reaches nobody. */
const forBuilding: readonly string[] = ["BlueOak-1.0.0", "CC-BY-4.0", "Python-2.0"];

/** One of an SPDX choice is enough: `(MIT OR EUPL-1.1+)`. */
function isUnder(licence: string, allowed: readonly string[]): boolean {
  return licence
    .replace(/^\((.*)\)$/, "$1")
    .split(" OR ")
    .some((one) => allowed.includes(one));
}

const named = (list: readonly { readonly path: string; readonly licence: string }[]) =>
  list.map(({ path, licence }) => `${path}: ${licence}`);

test("whatever is shipped is under a licence that may go with ours, whatever builds it under one that we know", () => {
  const foreign = packages().filter(
    ({ licence, isShipped }) => !isUnder(licence, isShipped ? shippable : [...shippable, ...forBuilding]),
  );
  expect(named(foreign)).toEqual([]);
  expect(packages().filter(({ isShipped }) => isShipped).length).toBeGreaterThan(100);
});

test("docs/licences.md lists what is shipped: npm run licences", () => {
  expect(readDocument("docs/licences.md")).toBe(licencesPage());
});

test("every package is the one that was locked: its digest is written down", () => {
  expect(named(packages().filter(({ isPinned }) => !isPinned))).toEqual([]);
});

test("install scripts run for the packages named in package.json alone", () => {
  const running = packages().flatMap(({ name, runsScript }) => (runsScript ? [name] : []));
  expect(running.filter((name) => !allowedScripts().includes(name))).toEqual([]);
});

test("npm run sbom prints what is shipped as CycloneDX, with versions, licences and digests", async () => {
  const script = join(root, "test", "supply-chain", "sbom-cli.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [script], { maxBuffer: 64 * 1024 * 1024 });
  const bom = JSON.parse(stdout);
  expect(bom).toMatchObject({
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    metadata: {
      component: { type: "application", name: "jiesu", licenses: [{ license: { id: "Apache-2.0" } }] },
    },
  });
  const zod = bom.components.find(({ name }: { name: string }) => name === "zod");
  expect(zod).toMatchObject({ purl: `pkg:npm/zod@${zod.version}`, licenses: [{ expression: "MIT" }] });
  expect(zod.hashes).toEqual([{ alg: "SHA-512", content: expect.stringMatching(/^[0-9a-f]{128}$/) }]);
  const shipped = packages().filter(({ isShipped }) => isShipped);
  expect(bom.components).toHaveLength(new Set(shipped.map(({ name, version }) => `${name} ${version}`)).size);
});
