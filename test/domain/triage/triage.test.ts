import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClassCode,
  classCodes,
  complaintClasses,
  planClassOf,
  serviceClassOf,
  tierClassOf,
} from "../../../lib/domain/classification/classes.ts";
import { triage } from "../../../lib/domain/triage/triage.ts";
import { corpus } from "./corpus.ts";

const words = (text: string, speaksFor: string) =>
  triage(text)
    .evidence.filter((one) => one.speaksFor === speaksFor)
    .map(({ from, to }) => text.slice(from, to));

describe("hints from the phrase table", () => {
  test("the corpus: nine of ten texts get the class a person would choose, every class is met", () => {
    const missed = corpus.filter(([text, code]) => triage(text).classCode !== code);
    expect(missed.length).toBeLessThanOrEqual(corpus.length * 0.1);
    const points = classCodes.filter((code) => code.split(".").length === 3);
    expect(new Set(corpus.map(([, code]) => code))).toEqual(new Set(points));
  });

  test.each(["困在电梯里了", "配电箱漏电", "三楼着火了", "家里有燃气味"])(
    "D6: %s is a matter of safety",
    (text) => {
      expect(triage(text).safety).toBe(true);
    },
  );

  test.each(["没有着火", "并没有漏电", "从未发生火灾"])("a denial speaks for nothing: %s", (text) => {
    expect(triage(text).evidence).toEqual([]);
  });

  test("the longest phrase wins: 垃圾桶满 is waste, not dirt", () => {
    expect(words("垃圾桶满了", "1.4.2")).toEqual(["垃圾桶满"]);
  });

  test("D11: who speaks of lawyers or cracks may have a grave complaint, who asks has an opinion", () => {
    expect(triage("再不处理我就起诉").level).toBe("A");
    expect(triage("请问装修手续怎么办理").level).toBe("C");
    expect(triage("请问几点上班").level).toBe("E");
  });

  test("a known point alone is no matter of safety, a grave word among others is enough for A", () => {
    expect(triage("五栋电梯又坏了").safety).toBe(false);
    expect(triage("今天停水，再不处理我就起诉").level).toBe("A");
  });

  test("an opinion among words of safety is still an opinion", () => {
    expect(triage("请问着火了打哪个电话")).toMatchObject({ level: "E", safety: true });
  });

  test("of several points the one with the longest words wins, then the one named first, wherever they stand", () => {
    expect(triage("停水三天，下水道返水到客厅").classCode).toBe("1.2.3");
    expect(triage("下水道返水到客厅，又停水三天").classCode).toBe("1.2.3");
    expect(triage("停水又停电").classCode).toBe("1.2.4");
    expect(triage("停电又停水").classCode).toBe("1.2.5");
    expect(triage("小区的事情说了很久：停水，水压低，水箱脏；灯不亮").classCode).toBe("1.2.4");
  });

  test("nothing known, nothing proposed", () => {
    for (const text of ["今天天气不错", ""]) {
      const nothing = { table: triage("停水").table, safety: false, evidence: [] };
      expect(triage(text)).toStrictEqual(nothing);
    }
  });

  test("evidence lies in the text, in order, and long nonsense costs no more than its length", () => {
    const text = fc.array(
      fc.constantFrom("电", "梯", "困", "人", "漏", "水", "没", "有", "着", "火", "a", "😀"),
    );
    fc.assert(
      fc.property(text, (characters) => {
        const joined = characters.join("");
        const { evidence } = triage(joined);
        const froms = evidence.map(({ from }) => from);
        expect(froms).toEqual([...froms].sort((a, b) => a - b));
        expect(evidence.every(({ from, to }) => from >= 0 && from < to && to <= joined.length)).toBe(true);
      }),
    );
  });
});

describe("class lists (D5)", () => {
  test("about sixty problem points, each with its names and its place in the lists of D2, D8 and D13", () => {
    const points = classCodes.filter((code) => code.split(".").length === 3);
    expect(points.length).toBeGreaterThanOrEqual(60);
    expect(new Set(classCodes.map((code) => complaintClasses[code].zh)).size).toBe(classCodes.length);
    const seen = (view: (code: ClassCode) => string) => [...new Set(classCodes.map(view))].sort();
    expect(seen(planClassOf)).toEqual(["安全保障", "服务", "环境卫生", "设施设备"]);
    expect(seen(tierClassOf)).toEqual(["服务", "管理", "设施"]);
    expect(seen(serviceClassOf)).toEqual(["地产相关", "基础服务"]);
  });

  test("D13: charges are 管理; D8: what the developer answers for is 地产相关", () => {
    expect(tierClassOf("1.5.5")).toBe("管理");
    expect(serviceClassOf("1.7.2")).toBe("地产相关");
    expect(serviceClassOf("1.2.2")).toBe("基础服务");
  });
});
