import fc from "fast-check";
import { expect, test } from "vitest";
import { afterName, printed, printedPercent } from "../../lib/domain/printed.ts";

test("a document prints a figure as the workbook shows it: halves go up, whatever the machine holds", () => {
  expect(printedPercent(23 / 2000)).toBe("1.2%");
  expect(printedPercent(41 / 160)).toBe("25.6%");
  expect(printed(41 / 160, 4)).toBe("0.2563");
  expect(printed(1.005, 2)).toBe("1.01");
  expect(printed(-0.25, 1)).toBe("-0.3");
  expect(printed(-0.01, 1)).toBe("0.0");
});

test("every rate of whole numbers is rounded by its digits on paper", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20_000 }), fc.nat(20_000), (whole, some) => {
      const part = some % (whole + 1);
      // Tenths of a per cent, halves up, in whole numbers alone.
      const tenths = Math.floor((2000 * part + whole) / (2 * whole));
      expect(printedPercent(part / whole)).toBe(`${Math.floor(tenths / 10)}.${tenths % 10}%`);
    }),
    { numRuns: 2000 },
  );
});

test("a name that ends in Latin letters has room after it, a Chinese one needs none", () => {
  expect(
    ["示例物业", "Jiesu sample company", "示例物业（集团）"].map((name) => `${afterName(name)}2026年10月`),
  ).toEqual(["示例物业2026年10月", "Jiesu sample company 2026年10月", "示例物业（集团）2026年10月"]);
});
