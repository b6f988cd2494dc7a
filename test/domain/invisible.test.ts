import fc from "fast-check";
import { expect, test } from "vitest";
import { isVisible, withoutMarks } from "../../lib/domain/invisible.ts";

test("marks of direction and zero-widths leave a name; what people see of it stays, emoji of several parts too", () => {
  expect(withoutMarks("王\u200b先\u202e生\ufeff")).toBe("王先生");
  expect(withoutMarks("账单\u202efdp.exe")).toBe("账单fdp.exe");
  for (const seen of ["👨‍👩‍👧", "a\u00adb", "می\u200cخواهم", "3栋 1单元"])
    expect(withoutMarks(seen)).toBe(seen);
});

test("text that nobody can see says nothing", () => {
  for (const empty of ["", " ", "\u200b", "\u2060\n", "\u202e\u2066", "\u3164", "\u2800", "\u00ad\u180e"])
    expect([empty, isVisible(empty)]).toEqual([empty, false]);
  for (const said of ["a", "。", "\u200b电梯", "1"]) expect(isVisible(said)).toBe(true);
});

test("leaving marks out changes nothing twice, and never what can be seen at all", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const plain = withoutMarks(text);
      expect(withoutMarks(plain)).toBe(plain);
      expect(isVisible(plain)).toBe(isVisible(text));
    }),
  );
});
