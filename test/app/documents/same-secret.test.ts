import fc from "fast-check";
import { expect, test } from "vitest";
import { sameSecret } from "../../../lib/app/documents/same-secret.ts";

const secret = "v1=3f9a";

test("a secret is the same one whole: no beginning, end, longer or nearly right one", () => {
  expect(sameSecret(secret, "v1=3f9a")).toBe(true);
  for (const wrong of ["", "v", "v1=3f9", "1=3f9a", "v1=3f9a0", "v1=3f9b", "V1=3f9a", `${secret}\u0000`])
    expect([wrong, sameSecret(secret, wrong)]).toEqual([wrong, false]);
  expect(sameSecret("a\u0000", "a")).toBe(false);
});

test("it is what equality says, whatever the two are", () => {
  const text = fc.string({ unit: "binary", maxLength: 6 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(sameSecret(one, one)).toBe(true);
      expect(sameSecret(one, other)).toBe(one === other);
    }),
  );
});
