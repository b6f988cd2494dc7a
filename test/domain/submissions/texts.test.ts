import { expect, test } from "vitest";
import { builtInReportingPolicy, reportingPolicyOf } from "../../../lib/domain/policy/reporting-policy.ts";
import { submissionNotices } from "../../../lib/domain/submissions/announcements.ts";
import { sectionList, sectionNames, sectionProse } from "../../../lib/domain/submissions/sections.ts";
import { at } from "../../support/builders.ts";

const march = { month: "2026-03", projectId: "p-1" };
const manager = { personId: "pm-1", post: "project-manager" } as const;
const substitute = { personId: "region-1", post: "region", insteadOf: "project-manager" } as const;

test("each recipient of an announcement gets one mail, whose key says project, announcement and person", () => {
  const about = { kind: "rung", rung: "limit", tone: "escalation" } as const;
  const announcement = { seq: 3, about, at: at("2026-04-03 18:00"), recipients: [manager, substitute] };
  const mail = {
    subject: { kind: "submission", ...march, seq: 3 },
    template: "submission-awaited",
    adapter: "email",
  };
  expect(submissionNotices(announcement, march)).toStrictEqual([
    {
      ...mail,
      key: "submission#p-1#3#pm-1#email",
      recipient: { kind: "person", id: "pm-1", post: "project-manager" },
    },
    {
      ...mail,
      key: "submission#p-1#3#region-1#email",
      recipient: { kind: "person", id: "region-1", post: "region", insteadOf: "project-manager" },
    },
  ]);
});

test.each(["contested", "ruled"] as const)("a case that was %s is told in words of its own", (kind) => {
  const announcement = {
    seq: 1,
    about: { kind, number: "001" },
    at: at("2026-04-03 10:00"),
    recipients: [manager],
  };
  expect(submissionNotices(announcement, march).map(({ template }) => template)).toEqual([
    "submission-contest",
  ]);
});

test("a policy that says nothing of reporting leaves the built-in dates in force", () => {
  const own = { ...builtInReportingPolicy, submitWorkingDay: 2 };
  expect(reportingPolicyOf({ reporting: own })).toBe(own);
  expect(reportingPolicyOf({})).toBe(builtInReportingPolicy);
});

test("D7: a section tells 进展, 措施, 效果 and 问题 in this order, and only what was written", () => {
  expect(sectionProse({ problems: "缺人手", stage: "已开展", effect: "好", measures: "两场讲座" })).toBe(
    "进展：已开展\n措施：两场讲座\n效果：好\n问题：缺人手",
  );
  expect(sectionProse({ measures: "两场讲座" })).toBe("措施：两场讲座");
  expect(sectionProse({})).toBeUndefined();
  expect(sectionProse()).toBeUndefined();
});

test("D7, D8: the sections in the template's order", () => {
  expect(sectionList.map((name) => sectionNames[name].zh)).toEqual([
    "重要工作",
    "客户关系：业委会成立、改选",
    "客户关系：调整物业管理费",
    "客户关系：招投标选聘",
    "专业改进",
    "集团重点工作：营销配合",
    "集团重点工作：社区文化",
    "集团重点工作：员工关心",
    "集团重点工作：规范推进",
    "集团重点工作：其他",
    "投诉前三位分析",
    "重点问题及改进",
  ]);
});
