/** Something that will happen at an instant of the virtual clock. */
export interface Event {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/** The virtual clock and what is still to come, in order of time and, within an instant, of arrival. */
export class Time {
  #now: number;
  #order = 0;
  readonly #heap: Event[] = [];

  constructor(startAt: number) {
    this.#now = startAt;
  }

  get now(): number {
    return this.#now;
  }

  /** Lets something happen at an instant, or now if that has passed. */
  at(instant: number, run: () => void): Event {
    this.#order += 1;
    const event = { at: Math.max(Math.round(instant), this.#now), order: this.#order, run, cancelled: false };
    this.#push(event);
    return event;
  }

  after(milliseconds: number, run: () => void): Event {
    return this.at(this.#now + Math.max(0, Math.round(milliseconds)), run);
  }

  get nextAt(): number | undefined {
    return this.#heap[0]?.at;
  }

  /** Moves on to the next event and runs it; false if nothing comes before or at `until`. */
  step(until: number): boolean {
    for (;;) {
      const next = this.#heap[0];
      if (next === undefined || next.at > until) {
        this.#now = Math.max(this.#now, until);
        return false;
      }
      this.#pop();
      // Most time limits and waits are over before they come: nothing happens then, and nobody need be waited for.
      if (next.cancelled) continue;
      this.#now = next.at;
      next.run();
      return true;
    }
  }

  #push(event: Event): void {
    const heap = this.#heap;
    heap.push(event);
    let at = heap.length - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(heap[at] as Event, heap[parent] as Event)) break;
      [heap[at], heap[parent]] = [heap[parent] as Event, heap[at] as Event];
      at = parent;
    }
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    heap[0] = last;
    let at = 0;
    for (;;) {
      const left = 2 * at + 1;
      let first = at;
      for (const child of [left, left + 1]) {
        const one = heap[child];
        if (one !== undefined && isBefore(one, heap[first] as Event)) first = child;
      }
      if (first === at) return;
      [heap[at], heap[first]] = [heap[first] as Event, heap[at] as Event];
      at = first;
    }
  }
}

function isBefore(a: Event, b: Event): boolean {
  return a.at < b.at || (a.at === b.at && a.order < b.order);
}
