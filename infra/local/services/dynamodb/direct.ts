import type { Authorizer, DirectEngine } from "../../contract.ts";
import type { RecordedCalls } from "../calls.ts";
import type { Tables } from "./tables.ts";

/** The engine for functions that speak with it themselves; undefined for one that they cannot reach as it is spoken of here. */
export function directEngine(
  url: URL,
  {
    tables,
    calls,
    authorizer,
  }: { readonly tables: Tables; readonly calls: RecordedCalls; readonly authorizer: () => Authorizer },
): DirectEngine | undefined {
  if (url.protocol !== "http:") return undefined;
  return {
    url: url.href,
    called: (keyId, made) => {
      const written = new Set<string>();
      for (const { operation, needs, at, status, denied, written: names } of made) {
        calls.add({ keyId, service: "dynamodb", operation, needs, at, status }, denied);
        // So that the ledger knows of it; and whoever lets pass what it refuses is broken.
        const verdicts = needs.map((need) => authorizer().check(keyId, need).allowed);
        if (!denied && verdicts.includes(false))
          process.emitWarning(`${keyId} was let through to ${operation}, which its role does not allow`);
        for (const name of names) written.add(name);
      }
      if (written.size > 0) tables.wrote(written);
    },
    lost: () => tables.mayHaveWritten(),
  };
}
