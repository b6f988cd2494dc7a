import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { withoutPeople, withoutPhones } from "../../../lib/domain/organisation/free-text.ts";

describe("what customers write, in files that leave the project", () => {
  test.each([
    ["请回电13812345678，谢谢", "请回电138****5678，谢谢"],
    ["电话138-1234-5678或138 1234 5678", "电话138****5678或138****5678"],
    ["+86 13812345678", "138****5678"],
    ["座机0755-12345678", "座机075****5678"],
    ["合同编号201381234567890不是电话", "合同编号201381234567890不是电话"],
    ["物业费1380.5元，3月12日缴", "物业费1380.5元，3月12日缴"],
  ])("%s", (text, expected) => {
    expect(withoutPhones(text)).toBe(expected);
  });

  test.each([
    ["3栋2单元502室漏水", "3栋2单元***室漏水"],
    ["1208房空调不冷", "***房空调不冷"],
    ["2026房屋维修资金", "2026房屋维修资金"],
    ["3号楼一层大堂", "3号楼一层大堂"],
  ])("%s", (text, expected) => {
    expect(withoutPeople(text)).toBe(expected);
  });

  test("no mobile number is left whole, whatever stands around it", () => {
    const around = fc.stringMatching(/^[\u4e00-\u9fffA-Za-z，。:： ]{0,8}$/);
    fc.assert(
      fc.property(around, fc.stringMatching(/^1[3-9]\d{9}$/), around, (before, phone, after) => {
        expect(withoutPhones(`${before}${phone}${after}`)).not.toContain(phone);
      }),
    );
  });
});
