import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { levelDuties, urgencyDuties } from "../../../lib/domain/complaint/rules/duties.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import {
  basedOn,
  clauseOf,
  clauseWords,
  isClause,
  isDefault,
  regulationsOf,
} from "../../../lib/domain/regulations/clause.ts";
import { isRegulation, regulations } from "../../../lib/domain/regulations/regulations.ts";

describe("a clause in words", () => {
  test.each([
    ["D6", "依据 D6《物业管理公司用户投诉处理规程》"],
    ["D9, D12", "依据 D9《物业中心客户投诉处理制度》、D12《物业客户投诉处理制度》"],
    ["default", "依据公司规定（默认）"],
    ["D6 default", "依据公司规定（默认，参照 D6《物业管理公司用户投诉处理规程》）"],
    ["external", "依据转办单上的办理时限"],
    ["extension", "依据经批准的延期"],
    ["本公司投诉管理办法第3条", "依据本公司投诉管理办法第3条"],
    ["ISO 9001", "依据 ISO 9001"],
  ])("%s: %s", (clause, zh) => {
    expect(basedOn(clauseOf(clause)).zh).toBe(zh);
  });

  test("in English too", () => {
    expect(basedOn("D6").en).toBe("under D6 “Rules for handling users' complaints”");
    expect(basedOn("external").en).toBe("under the time on the external ticket");
    expect(basedOn("D6 default").en).toContain("default");
  });

  test("every regulation that any rule cites is one of the fifteen, and a default is never shown as law", () => {
    const limits = Object.values(builtInPolicy.clocks).flatMap((rule) => [
      ...rule.limits,
      ...(rule.urgentLimits ?? []),
      ...(rule.graveLimits ?? []),
    ]);
    const duties = [...Object.values(levelDuties), ...Object.values(urgencyDuties)].flat();
    for (const { clause } of [...limits, ...duties]) {
      const { zh, en } = clauseWords(clause);
      for (const code of clause.match(/D\d+/g) ?? []) {
        expect(regulationsOf(clause)).toContain(code);
        expect(zh).toContain(`${code}《`);
      }
      expect(isDefault(clause)).toBe(clause.includes("default"));
      expect(/默认/.test(zh)).toBe(isDefault(clause));
      expect(/\bdefault\b/.test(en)).toBe(isDefault(clause));
      expect(zh).not.toMatch(/external|extension|default/);
    }
    expect(Object.keys(regulations)).toHaveLength(15);
  });

  test("what a company cites is shown as it wrote it; a blank text cites nothing", () => {
    const known = (text: string) =>
      text.split(", ").some(isRegulation) || /default|external|extension/.test(text);
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 100 }), (text) => {
        fc.pre(isClause(text) && !known(text));
        expect(clauseWords(clauseOf(text))).toEqual({ zh: text, en: text });
      }),
    );
    expect(() => clauseOf(" ")).toThrow(RangeError);
  });
});
