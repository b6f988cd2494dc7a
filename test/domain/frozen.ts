import { createHash } from "node:crypto";
import { canonicalJson } from "../../lib/domain/document/chain.ts";

/** `as released`, or what to do now that something released has become something else. */
export function stateOf(name: string, value: unknown, digest: string, instead: string): string {
  const found = createHash("sha256").update(canonicalJson(value)).digest("hex").slice(0, 16);
  if (found === digest) return "as released";
  return `${name} has been released and never changes: documents are stamped with it. ${instead} (digest ${found})`;
}
