import { describe, expect, test } from "vitest";
import { readSetupCode, setupCodeOf } from "../../../lib/domain/setup/code.ts";

describe("the code with which a company is set up", () => {
  test("is a hundred bits in four groups, and every bit of them counts", () => {
    expect(setupCodeOf(new Uint8Array(13))).toBe("00000-00000-00000-00000");
    expect(setupCodeOf(new Uint8Array(13).fill(255))).toBe("ZZZZZ-ZZZZZ-ZZZZZ-ZZZZZ");
    // The last bytes come first: 32 is a one in the second letter.
    expect(setupCodeOf(Uint8Array.from([...Array.from({ length: 12 }, () => 0), 32]))).toBe(
      "01000-00000-00000-00000",
    );
  });

  test("is not made of fewer than a hundred random bits", () => {
    expect(() => setupCodeOf(new Uint8Array(12))).toThrow(
      new RangeError("too few random bytes for a set-up code"),
    );
    // A hundred and four bits are enough, and so is more.
    expect(setupCodeOf(new Uint8Array(16))).toMatch(/^(?:0{5}-){3}0{5}$/);
  });

  test("is read as people type it: small letters, wide ones, blanks and dashes, O for 0, I and L for 1", () => {
    expect(readSetupCode("abcde-fghjk mnpqr stv12")).toBe("ABCDEFGHJKMNPQRSTV12");
    expect(readSetupCode("ＡＢ１２—oO iIlL")).toBe("AB12001111");
    expect(readSetupCode("  —·  ")).toBe("");
  });
});
