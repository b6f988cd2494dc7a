import { expect, test } from "vitest";
import { estateClasses, isEstateRelated, toEstateClass } from "../../../lib/domain/classification/estate.ts";

test("D1's classes as they are written, with D10's 销售管理; what is missing or unknown is 其他, so that no task is lost", () => {
  for (const name of estateClasses) expect(toEstateClass(` ${name}\n`)).toBe(name);
  expect(toEstateClass("销售管理")).toBe("营销管理");
  for (const name of [null, undefined, "", "不明"]) expect(toEstateClass(name)).toBe("其他");
});

test("D8: the developer answers for product, works, design and marketing", () => {
  expect(estateClasses.filter(isEstateRelated)).toEqual(["产品缺陷", "工程质量", "规划设计", "营销管理"]);
});
