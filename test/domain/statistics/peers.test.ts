import { describe, expect, test } from "vitest";
import type { Case } from "../../../lib/domain/statistics/case.ts";
import { comparison } from "../../../lib/domain/statistics/comparison.ts";
import { areaBand, type ProjectCases } from "../../../lib/domain/statistics/peers.ts";
import { strengths } from "../../../lib/domain/statistics/strengths.ts";
import { at, task } from "./tasks.ts";

const march = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-04-01 00:00") };

function cases(count: number, more: Partial<Case> & { late?: number } = {}): Case[] {
  const { late = 0, ...own } = more;
  return Array.from({ length: count }, (_, index) => ({
    ...task("2026-03-02 09:00", "2026-03-05 18:00", index < late ? "2026-03-09 10:00" : "2026-03-04 10:00"),
    number: String(index),
    recordKind: "complaint",
    channel: "phone",
    classCode: "1.2.1",
    ...own,
  }));
}

function tower(name: string, own: Partial<ProjectCases>): ProjectCases {
  return { projectId: name, name, type: "大厦", floorArea: 50_000, cases: [], ...own };
}

describe("D15: like with like", () => {
  test("100,000 m² and more are one band, less the other", () => {
    expect([99_999, 100_000].map((floorArea) => areaBand({ floorArea }))).toEqual([
      "10万㎡以下",
      "10万㎡以上",
    ]);
  });

  test("a rank only among those of one type and band with ten complaints; equal rates share it", () => {
    const rows = comparison(
      [
        tower("一", { cases: cases(10) }),
        tower("二", { cases: cases(10) }),
        tower("三", { cases: cases(12, { late: 6 }) }),
        tower("少", { cases: cases(9) }),
        tower("大", { floorArea: 200_000, cases: cases(30, { late: 30 }) }),
      ],
      march,
    );
    const ranks = Object.fromEntries(rows.map(({ name, peers, rank }) => [name, [peers, rank]]));
    expect(ranks).toEqual({ 一: [4, 1], 二: [4, 1], 三: [4, 3], 少: [4, null], 大: [1, null] });
  });

  test("where people live, per thousand occupied households; without their number no rate is guessed", () => {
    const estate = cases(2, { estateClass: "工程质量" });
    const basic = cases(4, { estateClass: "物业服务" });
    const home = { type: "普通住宅", cases: [...estate, ...basic] };
    const [known, unknown] = comparison(
      [tower("甲", { ...home, households: 2000 }), tower("乙", home)],
      march,
    ).sort((a, b) => (a.base === undefined ? 1 : 0) - (b.base === undefined ? 1 : 0));
    expect(known).toMatchObject({ complaintRate: 3, basicRate: 2, base: { unit: "千户", amount: 2 } });
    expect(unknown).toMatchObject({ complaintRate: null, basicRate: null });
  });

  test("业务强弱项: weak from 1.5 times what the peers' pooled rate gives, strong down to its inverse", () => {
    const verdicts = strengths(
      [
        tower("弱", { cases: cases(9) }),
        tower("中", { cases: cases(5) }),
        tower("强", { cases: cases(1) }),
        tower("孤", { type: "别墅", cases: cases(50) }),
      ],
      march,
    ).map(({ name, cells }) => {
      const equipment = cells[1];
      return [name, equipment?.count, equipment?.expected, equipment?.verdict];
    });
    expect(verdicts).toEqual([
      ["弱", 9, 3, "弱"],
      ["中", 5, 5, null],
      ["强", 1, 7, "强"],
      ["孤", 50, null, null],
    ]);
  });
});
