import { describe, expect, it } from "vitest";
import { cellText } from "../../../lib/adapters/workbook/text.ts";

describe("a text longer than a cell can hold", () => {
  const limit = 32_767;

  it("is cut with a visible mark, never in the middle of a character", () => {
    const fits = "长".repeat(limit);
    expect(cellText(fits) === fits).toBe(true);
    const cut = cellText(`${"长".repeat(limit - 6)}😀${"长".repeat(20)}`);
    expect([cut.length, cut.slice(-7)]).toEqual([limit - 1, "长长…（截断）"]);
  });
});
