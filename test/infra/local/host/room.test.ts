import { describe, expect, test } from "vitest";
import { Engine, type WorkSource } from "../../../../infra/local/host/engine.ts";

/* Consumers step back while somebody waits for an answer: on AWS they have machines of their own. */

function engineWith(pieces: number) {
  const running = new Set<string>();
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const engine = new Engine({
    clock: { shared: new SharedArrayBuffer(8), now: () => 0, set: () => undefined },
    speed: undefined,
    realNow: () => 0,
    totals: () => ({ invocations: 0, failures: 0 }),
    onBroken: (error) => {
      throw error;
    },
  });
  const source = (name: string): WorkSource => {
    let left = pieces;
    return {
      nextAt: () => undefined,
      pump: () => {
        for (; left > 0 && engine.room > 0; left -= 1) {
          const piece = `${name}${left}`;
          began.push(piece);
          running.add(piece);
          engine.start(async () => {
            await new Promise<void>((resolve) => ends.push(resolve));
            running.delete(piece);
          });
        }
      },
    };
  };
  for (const name of ["a", "b"]) engine.add(source(name));
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const later = async () => {
    for (let n = 0; n < 5; n += 1) await turn();
  };
  return { engine, running, began, ends, later };
}

describe("while somebody waits for an answer", () => {
  test("one piece of work runs at a time, and each source gets its turn", async () => {
    const { engine, running, began, ends, later } = engineWith(3);
    let answer = () => {};
    const asked = engine.answer(() => new Promise<void>((resolve) => (answer = resolve)));
    engine.notify();
    for (let n = 0; n < 4; n += 1) {
      await later();
      expect(running.size).toBe(1);
      ends.shift()?.();
    }
    expect(new Set(began.slice(0, 4).map((piece) => piece[0]))).toEqual(new Set(["a", "b"]));
    answer();
    await asked;
  });

  test("and without anybody waiting all of it runs", async () => {
    const { engine, running, later } = engineWith(3);
    engine.notify();
    await later();
    expect(running.size).toBe(6);
  });
});
