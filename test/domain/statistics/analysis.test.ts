import { describe, expect, it } from "vitest";
import { monthlyAnalysis, type SheetOptions } from "../../../lib/domain/statistics/index.ts";
import { at, task } from "./tasks.ts";

const march: SheetOptions = { month: "2026-03", timeZone: "Asia/Shanghai", asOf: at("2026-04-05 12:00") };
const property = { estateClass: "物业服务" };

describe("D8: the month's analysis", () => {
  const month = [
    task("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-04 10:00", { firstFollowUpSatisfied: true }),
    task("2026-03-03 09:00", "2026-03-06 18:00", "2026-03-09 10:00", { firstFollowUpSatisfied: false }),
    // Completed in April, before the cut-off: done, though not a completion of March.
    task("2026-03-31 09:00", "2026-04-03 18:00", "2026-04-02 10:00"),
    // Open and due exactly at the cut-off: not overdue yet.
    task("2026-03-31 09:00", "2026-04-05 12:00", null, { firstFollowUpSatisfied: true }),
    task("2026-03-20 09:00", "2026-03-25 18:00", null, property),
    task("2026-03-21 09:00", "2026-03-25 18:00", "2026-04-05 12:00:00.001", {
      ...property,
      firstFollowUpSatisfied: true,
    }),
    task("2026-03-22 09:00", "2026-03-25 18:00", "2026-03-25 18:00", {
      ...property,
      validity: "assisted",
      firstFollowUpSatisfied: true,
    }),
    // No figures of March: received before, invalid, an opinion, withdrawn.
    task("2026-02-28 23:59:59.999", "2026-03-05 18:00", "2026-03-04 10:00", property),
    task("2026-03-02 09:00", "2026-03-05 18:00", null, { ...property, validity: "invalid" }),
    task("2026-03-02 09:00", "2026-03-05 18:00", null, { ...property, recordKind: "opinion" }),
    task("2026-03-02 09:00", "2026-03-05 18:00", null, {
      ...property,
      endedAt: at("2026-03-03 09:00"),
      ending: "withdrawn",
    }),
  ];

  it("counts received, done and open, and the rates by their definitions", () => {
    expect(monthlyAnalysis(month, march)).toEqual({
      received: 7,
      done: 4,
      open: 3,
      handlingRate: 4 / 7,
      timelyRate: 3 / (4 + 2),
      firstFollowUpSatisfaction: 2 / 3,
      estate: {
        received: 4,
        done: 3,
        open: 1,
        handlingRate: 3 / 4,
        timelyRate: 2 / 3,
        firstFollowUpSatisfaction: 1 / 2,
      },
      basic: {
        received: 3,
        done: 1,
        open: 2,
        handlingRate: 1 / 3,
        timelyRate: 1 / 3,
        firstFollowUpSatisfaction: 1,
      },
    });
  });

  it("has no rate where nothing is to be divided", () => {
    const nothing = {
      received: 0,
      done: 0,
      open: 0,
      handlingRate: null,
      timelyRate: null,
      firstFollowUpSatisfaction: null,
    };
    expect(monthlyAnalysis([], march)).toEqual({ ...nothing, basic: nothing, estate: nothing });
  });

  it("divides the seven classes into 地产相关 and 基础服务", () => {
    const classes = [
      "产品缺陷",
      "工程质量",
      "规划设计",
      "营销管理",
      "销售管理",
      "客户服务",
      "物业服务",
      "其他",
      "未知",
    ];
    const side = (estateClass: string) => {
      const one = task("2026-03-02 09:00", "2026-03-05 18:00", null, { estateClass });
      return monthlyAnalysis([one], march).estate.received;
    };
    expect(classes.map(side)).toEqual([1, 1, 1, 1, 1, 0, 0, 0, 0]);
  });
});
