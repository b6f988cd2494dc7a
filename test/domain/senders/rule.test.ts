import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type SenderRule,
  type SenderTreatment,
  senderPattern,
  senderRuleAmong,
  senderRuleFor,
} from "../../../lib/domain/senders/rule.ts";

function rule(sender: string, treatment: SenderTreatment, more: Partial<SenderRule> = {}): SenderRule {
  return { sender, treatment, reason: "示例", source: "company", version: 1, ...more };
}

describe("a sender has one form", () => {
  test.each([
    [" <Robot@Mail.Example> ", "robot@mail.example"],
    ["Ｒobot＠mail.example", "robot@mail.example"],
    ["Mail.Example", "@mail.example"],
    ["@a.mail.example", "@a.mail.example"],
  ])("%j is %j", (typed, pattern) => {
    expect(senderPattern(typed)).toBe(pattern);
    expect(senderPattern(pattern)).toBe(pattern);
  });

  test.each([
    "",
    "@",
    "example",
    "@example",
    "*",
    "@*.example",
    "a b@mail.example",
    "a@b@mail.example",
    "a@",
  ])("%j is nobody's, so that no rule means everybody", (typed) =>
    expect(senderPattern(typed)).toBeUndefined(),
  );
});

describe("which rule counts", () => {
  const rules = [
    rule("@mail.example", "drop"),
    rule("@a.mail.example", "quarantine"),
    rule("boss@a.mail.example", "allow"),
    rule("@a.mail.example", "allow", { projectId: "p1" }),
    rule("old@mail.example", "allow", { ended: true }),
  ];
  test.each([
    ["x@mail.example", undefined, "drop"],
    ["x@deep.mail.example", undefined, "drop"],
    ["x@a.mail.example", undefined, "quarantine"],
    ["BOSS@a.Mail.example", undefined, "allow"],
    ["x@a.mail.example", "p1", "allow"],
    ["x@a.mail.example", "p2", "quarantine"],
    ["old@mail.example", undefined, "drop"],
    ["x@othermail.example", undefined, undefined],
    ["", undefined, undefined],
    ["12345@city.gov.cn", "p1", "allow"],
    ["12345@gov.cn.example", "p1", undefined],
  ])("mail of %j to project %j: %j", (address, projectId, treatment) => {
    expect(senderRuleFor(rules, address, projectId)?.treatment).toBe(treatment);
  });

  test("what people decided goes before what is built in", () => {
    const own = [rule("@gov.cn", "quarantine")];
    expect(senderRuleFor(own, "a@city.gov.cn", undefined)?.treatment).toBe("quarantine");
  });

  test("to several projects the mildest counts, whatever their order", () => {
    const kinds = ["allow", "quarantine", "drop", undefined] as const;
    const byMildness = ["allow", undefined, "quarantine", "drop"] as const;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 4 }), (treatments) => {
        const some = treatments.flatMap((treatment, index) =>
          treatment === undefined ? [] : [rule("a@m.example", treatment, { projectId: `p${index}` })],
        );
        const ids = treatments.map((_, index) => `p${index}`);
        const mildest = byMildness[Math.min(...treatments.map((one) => byMildness.indexOf(one)))];
        expect(senderRuleAmong(some, "a@m.example", ids)?.treatment).toBe(mildest);
        expect(senderRuleAmong(some, "a@m.example", ids.toReversed())?.treatment).toBe(mildest);
      }),
    );
  });
});
