import type { Say } from "./known.ts";
import type { Json } from "./naive.ts";

/** Rescues pause for a quarter of an hour at most, the sweep comes every five minutes, a sender's claim lasts two. */
const MADE_GOOD = 25 * 60_000;

/** What is owed since when: reactions, timers that have passed, messages. Whatever was lost is made good soon after. */
export class Owed {
  readonly #since = new Map<string, number>();
  readonly #pending = new Set<string>();

  forget(): void {
    this.#since.clear();
    this.#pending.clear();
  }

  document(ref: string, { outbox, armed, alarm }: Json, now: number): void {
    if (outbox.length > 0 || armed.epoch !== alarm.epoch) {
      if (!this.#pending.has(ref)) this.#since.set(ref, now);
      this.#pending.add(ref);
      return;
    }
    this.#pending.delete(ref);
    if (alarm.at === undefined) this.#since.delete(ref);
    else this.#since.set(ref, Date.parse(alarm.at));
  }

  notice(ref: string, notice: Json): void {
    const { state } = notice.status.M;
    if (state.S !== "planned" && state.S !== "claimed") this.#since.delete(ref);
    else this.#since.set(ref, Date.parse(notice.notBefore?.S ?? notice.plannedAt.S));
  }

  /** Nothing is owed any more that has been for long since something last went wrong. */
  check(now: number, lastTrouble: number, say: Say): void {
    for (const [ref, since] of this.#since) {
      if (now - Math.max(since, lastTrouble) < MADE_GOOD) continue;
      say("made-good-in-time", `${ref} is owed since ${new Date(since).toISOString()}`);
      this.#since.delete(ref);
    }
  }
}
