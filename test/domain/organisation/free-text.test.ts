import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  hiddenText,
  withoutPeople,
  withoutPhones,
  withShortNames,
} from "../../../lib/domain/organisation/free-text.ts";

describe("what customers write, in files that leave the project", () => {
  test.each([
    ["请回电13812345678，谢谢", "请回电138****5678，谢谢"],
    ["电话138-1234-5678或138 1234 5678", "电话138****5678或138****5678"],
    ["+86 13812345678", "138****5678"],
    ["座机0755-12345678", "座机075****5678"],
    ["座机（021）55556666", "座机021****6666"],
    ["１３８１２３４５６７８", "138****5678"],
    ["138.1234.5678", "138****5678"],
    ["400-820-8820", "400****8820"],
    ["写信到wang.li@mail.example吧", "写信到w***@mail.example吧"],
    ["合同编号201381234567890不是电话", "合同编号201381234567890不是电话"],
    ["物业费1380.5元，3月12日缴", "物业费1380.5元，3月12日缴"],
  ])("%s", (text, expected) => {
    expect(withoutPhones(text)).toBe(expected);
  });

  test.each([
    ["3栋2单元502室漏水", "3栋2单元***室漏水"],
    ["1208房空调不冷", "***房空调不冷"],
    ["2单元502漏水", "2单元***漏水"],
    ["3-2-502漏水", "3-2-***漏水"],
    ["3栋2026年起漏水", "3栋2026年起漏水"],
    ["2026-03-05来电", "2026-03-05来电"],
    ["2026房屋维修资金", "2026房屋维修资金"],
    ["3号楼一层大堂", "3号楼一层大堂"],
  ])("%s", (text, expected) => {
    expect(withoutPeople(text)).toBe(expected);
  });

  test.each([
    ["王建国来电，王建国不满意", ["王建国"], "王某来电，王某不满意"],
    ["王先生来电", ["王先生"], "王先生来电"],
    ["欧阳修齐来访", ["欧阳修齐"], "欧阳某来访"],
    ["Li Wang来信", ["Li Wang"], "Li Wang来信"],
  ])("%s", (text, names, expected) => {
    expect(withShortNames(text, names)).toBe(expected);
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

describe("a long text is read in a time that grows with its length", () => {
  // Read from each of its characters, a text of this length took minutes, and whoever opened its complaint waited in vain.
  test.each(["a", "1-", "a.", "-", "3-2-", "+86", "13812345678a", "x@", "栋 "])("of %j alone", (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    const begun = performance.now();
    for (const read of [withoutPhones, withoutPeople, (long: string) => hiddenText(long, ["王建国"])])
      expect(read(text).length).toBeGreaterThan(0);
    expect(performance.now() - begun).toBeLessThan(10_000);
  });
});
