import { expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { loadChineseCalendar } from "../../../lib/domain/calendar/index.ts";
import { plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { builtInReportingPolicy } from "../../../lib/domain/policy/reporting-policy.ts";
import { submissionNotices } from "../../../lib/domain/submissions/announcements.ts";
import {
  announceDue,
  contestCase,
  openSubmission,
  ruleOnCase,
} from "../../../lib/domain/submissions/decide.ts";
import type { Submission } from "../../../lib/domain/submissions/submission.ts";
import { at, personal, ZONE } from "../../support/builders.ts";
import { holding } from "../../support/emergencies.ts";
import { everybody, project } from "../../support/organisation.ts";

const opening = {
  month: "2026-03",
  projectId: project.id,
  timeZone: ZONE,
  policyVersion: "p",
  calendarVersion: "c",
  periodEnd: "2026-03-31T15:59:59.999Z",
  now: at("2026-04-01 02:00"),
};
const opened = openSubmission(opening, loadChineseCalendar(), builtInReportingPolicy);

/** The mail of the last announcement, to its first recipient. */
function mailOf(submission: Submission | { readonly refused: string }) {
  if ("refused" in submission) throw new Error(submission.refused);
  const plan = submission.announcements.flatMap((one) => submissionNotices(one, submission)).at(-1);
  if (plan === undefined) throw new Error("nobody is told");
  const now = submission.writtenAt;
  const notice = plannedNotice(plan, now);
  const facts = { notice, project, submission, people: everybody, publicUrl: "https://desk.example", now };
  return { ...noticeRenderer.render(facts), brief: noticeRenderer.brief(facts) };
}

const contested = contestCase(
  opened,
  {
    complaintId: "c",
    number: "001",
    reason: "malicious",
    text: personal("<b>编造</b>"),
    by: "pm",
    now: at("2026-04-02 10:00"),
  },
  holding,
);

test("the project manager is asked with the limit, the bulletin's day and where to write", () => {
  const mail = mailOf(announceDue(opened, at("2026-04-01 09:00"), holding));
  expect(mail.subject).toBe("【月报待上报】示例一期 2026年3月");
  expect(mail.text).toContain("请填写本月工作与投诉分析，并于 4月3日（周五）18:00 前确认上报");
  expect(mail.text).toContain("4月9日（周四）18:00");
  expect(mail.text).toContain("https://desk.example/months/2026-03/bulletin?project=project-1");
  expect(mail.brief.title).toBe("月报待上报");
});

test("after the limit region and headquarters hear that it is overdue", () => {
  const mail = mailOf(announceDue(opened, at("2026-04-03 18:00"), holding));
  expect(mail.subject).toContain("【月报上报超时】");
  expect(mail.text).toContain("The bulletin will list it as missing");
});

test("the region is asked to rule, the project hears the ruling; words of people are never markup", () => {
  const asked = mailOf(contested);
  expect(asked.text).toContain("项目对投诉 001 提出异议（恶意），请在通报前裁定");
  expect(asked.html).toContain("&lt;b&gt;编造&lt;/b&gt;");
  if ("refused" in contested) throw new Error(contested.refused);
  const ruling = {
    number: "001",
    upheld: true,
    text: personal("属实"),
    by: "r",
    now: at("2026-04-03 10:00"),
  };
  expect(mailOf(ruleOnCase(contested, ruling, holding)).text).toContain(
    "异议（恶意）成立，通报将另列剔除后的数据",
  );
  expect(mailOf(ruleOnCase(contested, { ...ruling, upheld: false }, holding)).text).toContain("不成立");
});
