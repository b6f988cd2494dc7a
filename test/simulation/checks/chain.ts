import type { Known, Say } from "./known.ts";
import { marked } from "./marked.ts";
import { inOrder, type Json, sha } from "./naive.ts";

/** A new event goes on where the history ended: without a gap, hashed, its personal values apart and as their digests say. */
export function checkChain(id: string, known: Known, event: Json, document: Json, say: Say): void {
  const { hash, ...rest } = event;
  const previous = known.hashes.at(-1) ?? "";
  if (event.seq !== known.hashes.length + 1)
    say("numbered-without-gap", `${id}: ${event.seq} after ${known.hashes.length}`);
  if (sha(`${previous}\n${inOrder(rest)}`) !== hash) say("chain-verifies", `${id} event ${event.seq}`);
  known.hashes.push(hash);
  for (const [field, digest] of Object.entries(event.digests ?? {})) {
    const value = document.personal?.[`${event.seq}.${field}`];
    if (value !== undefined && sha(`${value.salt}\u0000${value.value}`) !== digest)
      say("chain-verifies", `${id} event ${event.seq} ${field}`);
  }
  const spilled = marked(inOrder(event.fact));
  if (spilled !== undefined)
    say("no-personal-value-in-events", `${id} event ${event.seq} ${event.fact.type}: ${spilled}`);
}
