import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { root } from "../docs/markdown.ts";
import { packages } from "./lockfile.ts";

const manifest = z.looseObject({ name: z.string(), version: z.string(), license: z.string() });

/**
 * What a release consists of, as CycloneDX 1.5. From package-lock.json: `npm sbom --omit dev` leaves out what a tool for
 * building needs too.
 */
export function sbom(): object {
  const { name, version, license } = manifest.parse(
    JSON.parse(readFileSync(join(root, "package.json"), "utf8")),
  );
  const parts = new Map(
    packages()
      .filter(({ isShipped }) => isShipped)
      .map((part) => [purl(part.name, part.version), part]),
  );
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.5",
    version: 1,
    metadata: {
      component: { type: "application", name, version, licenses: [{ license: { id: license } }] },
    },
    components: [...parts]
      .sort(([a], [b]) => a.localeCompare(b, "en"))
      .map(([ref, part]) => ({
        type: "library",
        "bom-ref": ref,
        name: part.name,
        version: part.version,
        purl: ref,
        licenses: [{ expression: part.licence.replace(/^\((.*)\)$/, "$1") }],
        ...(part.integrity === undefined ? {} : { hashes: [hashOf(part.integrity)] }),
      })),
  };
}

function purl(name: string, version: string): string {
  return `pkg:npm/${name.replace("@", "%40")}@${version}`;
}

/** `sha512-<base64>`, as the lockfile writes it. */
function hashOf(integrity: string) {
  const [algorithm = "", digest = ""] = integrity.split("-");
  return { alg: algorithm.replace("sha", "SHA-"), content: Buffer.from(digest, "base64").toString("hex") };
}
