import fc from "fast-check";
import { expect, test } from "vitest";
import { drawSample } from "../../../lib/domain/groups/sample.ts";
import { builtInGroupPolicy as policy } from "../../../lib/domain/policy/group-policy.ts";
import { sha256 } from "../../support/crypto.ts";

const ids = (count: number) => Array.from({ length: count }, (_, n) => `complaint-${n}`);
const draw = (count: number, level: "B" | "D", id = "series.1") =>
  drawSample({ id, level }, ids(count), policy, sha256);

test.each([
  [1, 1],
  [5, 5],
  [6, 5],
  [25, 5],
  [26, 6],
  [100, 20],
])("of %i members of a D, %i are called: 20 %%, at least five", (members, called) => {
  expect(draw(members, "D")).toHaveLength(called);
});

test("of a B everybody is called", () => {
  expect(draw(40, "B")).toEqual(ids(40));
});

test("the lot is the hash: the same again, another for another group, and never anybody twice or from outside", () => {
  expect(draw(100, "D")).toEqual(draw(100, "D"));
  expect(draw(100, "D", "series.2")).not.toEqual(draw(100, "D"));
  fc.assert(
    fc.property(fc.nat({ max: 80 }), fc.string(), (count, id) => {
      const drawn = draw(count, "D", id);
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(ids(count)).toEqual(expect.arrayContaining(drawn));
    }),
  );
});
