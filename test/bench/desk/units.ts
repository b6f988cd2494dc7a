import { openCountedDesk } from "../../cost/counted-desk.ts";
import { type Counts, liveOne } from "../../cost/life.ts";
import { type Figure, rounded } from "./measured.ts";

const words: readonly (readonly [Counts["part"], string])[] = [
  ["intake", "a registration"],
  ["command", "a command"],
  ["react", "a reaction"],
  ["alarm", "a timer"],
  ["send", "a mail"],
];

/** Calls, round trips and capacity units of each step in an ordinary life (docs/cost.md). */
export async function units(): Promise<Figure[]> {
  const desk = await openCountedDesk();
  // The first life warms every function up.
  await liveOne(desk, 1);
  const began = performance.now();
  const life = await liveOne(desk, 2);
  const seconds = (performance.now() - began) / 1000;
  await desk.close();
  const lines = words.map(([part, what]): Figure => {
    const of = life.filter((one) => one.part === part).map(({ counted }) => counted);
    const mean = (value: (one: (typeof of)[number]) => number) =>
      rounded(of.reduce((sum, one) => sum + value(one), 0) / of.length, 1);
    return {
      ...untimed(what, of.length),
      calls: mean(({ calls }) => calls.length),
      units: { write: mean(({ writeUnits }) => writeUnits), read: mean(({ readUnits }) => readUnits) },
      note: `${Math.max(...of.map(({ rounds }) => rounds))} round trips at most`,
    };
  });
  const sum = (value: (one: Counts) => number) => life.reduce((total, one) => total + value(one), 0);
  const whole: Figure = {
    ...untimed("a whole life", 1),
    seconds: rounded(seconds, 2),
    perSecond: rounded(1 / seconds, 1),
    calls: sum(({ counted }) => counted.calls.length),
    units: {
      write: sum(({ counted }) => counted.writeUnits),
      read: sum(({ counted }) => counted.readUnits),
    },
  };
  return [...lines, whole];
}

function untimed(what: string, count: number) {
  return { part: "units", what, count, inFlight: 1, seconds: 0, perSecond: 0 };
}
