import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Place, stepped } from "./cursor.ts";

const rows = (...ids: string[]) => ids.map((id) => ({ id }));

describe("the row that keys act on", () => {
  it("is the first where none was, and stays within the list", () => {
    expect(stepped(rows("a", "b"), undefined, -1)).toEqual({ id: "a", index: 0 });
    expect(stepped(rows("a", "b"), { id: "b", index: 1 }, 1)).toEqual({ id: "b", index: 1 });
    expect(stepped([], { id: "b", index: 1 }, 1)).toBeUndefined();
  });

  it("is the one that has taken the place of a row that left, or the one before", () => {
    const before = { id: "b", index: 1 };
    expect(stepped(rows("a", "c"), before, 1)).toEqual({ id: "c", index: 1 });
    expect(stepped(rows("a", "c"), before, -1)).toEqual({ id: "a", index: 0 });
    expect(stepped(rows("a"), before, 1)).toEqual({ id: "a", index: 0 });
  });

  it("meets each row once on the way down, however the list is sorted anew behind it", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 30 }),
        fc.nat(),
        (numbers, turn) => {
          const list = rows(...numbers.map(String));
          const met: string[] = [];
          let place: Place | undefined;
          for (let step = 0; step < list.length; step += 1) {
            // What lies behind comes in another order: the place is known by the row, not by its number.
            const behind = list.slice(0, Math.max(0, met.length - 1));
            const cut = behind.length === 0 ? 0 : turn % behind.length;
            const now = [...behind.slice(cut), ...behind.slice(0, cut), ...list.slice(behind.length)];
            place = stepped(now, place, 1);
            met.push(place?.id ?? "");
          }
          expect(met).toEqual(list.map(({ id }) => id));
        },
      ),
    );
  });
});
