import { type Clock, type ClockKey, clockId } from "../clocks/clock.ts";

/** Clocks, each once, in the order in which a whole history started them. */
export function inOrderOfStart(
  clocks: readonly Clock[],
  events: readonly { readonly seq: number; readonly fact: { readonly type: string } }[],
): readonly Clock[] {
  const started = new Map<string, number>();
  for (const { seq, fact } of events) {
    if (isStart(fact) && !started.has(clockId(fact))) started.set(clockId(fact), seq);
  }
  const order = (clock: Clock) => started.get(clockId(clock)) ?? 0;
  const once = new Map(clocks.map((clock) => [clockId(clock), clock]));
  return [...once.values()].toSorted((a, b) => order(a) - order(b));
}

function isStart(fact: { readonly type: string }): fact is { readonly type: "clockStarted" } & ClockKey {
  return fact.type === "clockStarted";
}
