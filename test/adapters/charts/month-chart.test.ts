import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { paintMonth } from "../../../lib/adapters/charts/index.ts";
import { monthChartSvg } from "../../../lib/adapters/charts/month-chart.ts";
import { rasterize } from "../../../lib/adapters/charts/rasterize.ts";
import type { MonthFigures } from "../../../lib/app/ports/document-input.ts";

const row = (month: string, received: number, rate: number | null) => ({
  month,
  received,
  done: 0,
  open: received,
  handlingRate: rate,
  timelyRate: rate,
  firstFollowUpSatisfaction: null,
  estate: 0,
  historical: 0,
  recorded: true,
});
const months = Array.from({ length: 13 }, (_, index) =>
  index === 12 ? "2026-03" : `${index < 10 ? 2025 : 2026}-${String(((index + 2) % 12) + 1).padStart(2, "0")}`,
);
const figures: MonthFigures = {
  trend: months.map((month, index) => row(month, index * 3, index === 4 ? null : index / 13)),
  classes: ["房屋管理", "设备管理", "安全管理"].map((name, index) => ({
    name,
    count: index + 1,
    before: index,
  })),
  words: { current: "本月", before: "上月" },
};

/** Width, height and the pixels of a PNG whose rows are unfiltered. */
function decoded(png: Uint8Array) {
  const bytes = Buffer.from(png);
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const length = bytes.readUInt32BE(33);
  const rows = inflateSync(bytes.subarray(41, 41 + length));
  const dark = (x: number, y: number) => (rows[y * (width * 4 + 1) + 1 + x * 4] ?? 255) < 128;
  return { width, height, dark };
}

function darkPixels(png: Uint8Array): number {
  const { width, height, dark } = decoded(png);
  let count = 0;
  for (let y = 0; y < height; y += 1) for (let x = 0; x < width; x += 1) if (dark(x, y)) count += 1;
  return count;
}

describe("the month's chart", () => {
  test("is a PNG of twice the size it is shown in, the same each time", async () => {
    const chart = await paintMonth(figures);
    expect(decoded(chart.png)).toMatchObject({ width: chart.width * 2, height: chart.height * 2 });
    expect(chart.words).toContain("13");
    expect(Buffer.compare(Buffer.from((await paintMonth(figures)).png), Buffer.from(chart.png))).toBe(0);
  });

  test("has its Chinese words drawn: a missing font would lose them without a sound", async () => {
    const words = (text: string) =>
      rasterize(
        `<svg xmlns="http://www.w3.org/2000/svg" width="80" height="24"><text x="2" y="18" font-size="16">${text}</text></svg>`,
      ).then(darkPixels);
    expect(await words("")).toBe(0);
    // 一 is one stroke, 督 has thirteen: not the same box for both.
    expect(await words("一")).toBeGreaterThan(20);
    expect(await words("督")).toBeGreaterThan(2 * (await words("一")));
  });

  test("names the classes and the months, with the year where one begins; a rate nobody can divide is a gap", () => {
    const svg = monthChartSvg(figures);
    for (const word of [
      "房屋管理",
      "安全管理",
      "处理完成率",
      "完成及时率",
      "本月",
      "上月",
      "3月",
      "2025",
      "2026",
    ])
      expect(svg).toContain(word);
    expect(svg).not.toContain("NaN");
  });

  test("can be drawn of any figures", () => {
    const rate = fc.option(fc.double({ min: 0, max: 1, noNaN: true }));
    const count = fc.nat(5000);
    fc.assert(
      fc.property(fc.array(fc.tuple(count, rate), { minLength: 13, maxLength: 13 }), count, (trend, now) => {
        const svg = monthChartSvg({
          ...figures,
          trend: trend.map(([received, of], index) => row(months[index] ?? "", received, of)),
          classes: [{ name: "未分类", count: now, before: 0 }],
        });
        expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      }),
      { numRuns: 20 },
    );
  });
});
