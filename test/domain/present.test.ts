import fc from "fast-check";
import { expect, expectTypeOf, test } from "vitest";
import { defined } from "../../lib/domain/present.ts";

test("what is undefined is absent, everything else stays as it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.option(fc.anything(), { nil: undefined })), (fields) => {
      const kept = defined(fields);
      expect(Object.values(kept)).not.toContain(undefined);
      expect(kept).toEqual(fields);
      expect(Object.keys(kept)).toEqual(Object.keys(fields).filter((name) => fields[name] !== undefined));
    }),
  );
});

test("a field called __proto__ is a field", () => {
  const kept = defined(JSON.parse('{"__proto__": {"post": "headquarters"}, "via": "phone"}'));
  expect(Object.keys(kept)).toEqual(["__proto__", "via"]);
  expect("post" in kept).toBe(false);
});

test("false, zero, null and the empty text are values", () => {
  expect(Object.keys(defined({ a: false, b: 0, c: null, d: "", e: undefined }))).toEqual([
    "a",
    "b",
    "c",
    "d",
  ]);
});

test("the compiler knows which fields may be absent", () => {
  const grade: number | undefined = [5].at(0);
  const told = defined({ via: "phone", grade });
  expectTypeOf(told.via).toEqualTypeOf<"phone">();
  expectTypeOf<typeof told>().toExtend<{ readonly via: string; readonly grade?: number }>();
});
