import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

/** A second of the stream, a few of reactions: three minutes would be the sweep. */
const REACTIONS = 170_000;
const NOTICES = 280_000;

/**
 * How long things take while nothing goes wrong that could delay them: then the ordinary way does it all, and a sweep that
 * had to help shows that it does not.
 */
export class Pace {
  /** By document: numbers of the outbox with when they came into it. */
  readonly #owed = new Map<string, Map<number, number>>();

  reactions(id: string, outbox: readonly number[], now: number, say: Say): void {
    const known = this.#owed.get(id) ?? new Map<number, number>();
    for (const [number, since] of known) {
      if (outbox.includes(number)) continue;
      known.delete(number);
      if (now - since > REACTIONS) say("reactions-in-time", `${id} event ${number} after ${now - since} ms`);
    }
    for (const number of outbox) if (!known.has(number)) known.set(number, now);
    this.#owed.set(id, known);
  }

  notice(ref: string, notice: Json, now: number, say: Say): void {
    if (notice.status.M.state.S !== "handedOver") return;
    const due = Date.parse(notice.notBefore?.S ?? notice.plannedAt.S);
    if (now - due > NOTICES)
      say("notices-in-time", `${ref} ${now - due} ms after ${new Date(due).toISOString()}`);
  }
}
