import { describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { duration } from "../../../lib/adapters/messages/when.ts";
import type { NoticeFacts } from "../../../lib/app/ports/notices.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Registration, StoredEvent } from "../../../lib/domain/complaint/events.ts";
import {
  type NoticeRecipient,
  type NoticeTemplate,
  plannedNotice,
} from "../../../lib/domain/notices/notice.ts";
import { after, at, personal, plain, registered, timer } from "../../support/builders.ts";
import { everybody, project } from "../../support/organisation.ts";

const received = at("2026-02-13 10:00");
const customer: NoticeRecipient = { kind: "customer" };
const manager: NoticeRecipient = { kind: "person", id: "manager-1", post: "manager" };
const tracking = "https://desk.example/public/complaints/W012?secret=a&b";

function complaintOf(values: Record<string, string>, more: Partial<Registration> = {}): Complaint {
  const sealed = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, personal(value)]));
  return registered(received, { number: "W012", channel: "wechat", ...more }, sealed);
}

function rendered(
  complaint: Complaint,
  template: NoticeTemplate,
  recipient: NoticeRecipient,
  now: string,
  isSubject: (event: StoredEvent) => boolean = () => true,
  more: Partial<NoticeFacts> = {},
) {
  const event = complaint.events.findLast(isSubject)!;
  const facts: NoticeFacts = {
    notice: plannedNotice(
      {
        key: "key",
        subject: { kind: "complaint", id: complaint.registration.id, seq: event.seq },
        template,
        recipient,
        adapter: "email",
      },
      now,
    ),
    complaint,
    project,
    people: everybody,
    trackingUrl: tracking,
    ratingUrl: `${tracking}#rating`,
    publicUrl: "https://desk.example",
    now,
    ...more,
  };
  return noticeRenderer.render(facts);
}

const ofType = (type: string) => (event: StoredEvent) => event.fact.type === type;

function fired(complaint: Complaint, now: string): Complaint {
  return after(complaint, { type: "fire-rungs" }, now, { by: timer });
}

const values = { matter: "电梯又停了", name: "王女士", phone: "13812345678", email: "w@mail.example" };

describe("to the complainant", () => {
  test("D6: the acknowledgement apologises, gives the number, the next step and both time nodes with their clause", () => {
    const mail = rendered(complaintOf(values), "acknowledgement", customer, received, ofType("registered"));
    expect(mail.subject).toBe("【已受理】您的投诉已登记，编号 W012");
    expect(mail.text).toContain("尊敬的王女士：您好！");
    expect(mail.text).toContain("深表歉意");
    expect(mail.text).toContain("下一步：");
    expect(mail.text).toContain("2月14日（周六）10:00前，依据 D6《物业管理公司用户投诉处理规程》");
    expect(mail.text).toContain("2月25日（周三）18:00前，依据 D6《物业管理公司用户投诉处理规程》");
    expect(mail.text).toContain(tracking);
    expect(mail.html).toContain('href="https://desk.example/public/complaints/W012?secret=a&amp;b"');
    expect(mail.text.indexOf("您的投诉已受理")).toBeLessThan(mail.text.indexOf("Your complaint has been"));
  });

  test("a deadline beyond the published notices is marked provisional (暂定) and names its year", () => {
    const late = at("2026-12-30 10:00");
    const complaint = registered(late, {}, { matter: personal("噪音") }, late);
    const mail = rendered(complaint, "acknowledgement", customer, late, ofType("registered"));
    expect(mail.text).toMatch(/处理结果时限 Result by：2027年1月\d+日（周.）18:00前（暂定/);
    expect(mail.text).toContain("尊敬的客户：");
  });

  test("the reply quotes what the desk wrote and names the time node that is left", () => {
    const replied = after(
      complaintOf(values),
      { type: "reply", via: "email", text: personal("明天15:00\n维保单位到场") },
      at("2026-02-13 11:00"),
    );
    const mail = rendered(replied, "reply", customer, at("2026-02-13 11:01"), ofType("replied"));
    expect(mail.text).toContain("> 明天15:00\n> 维保单位到场");
    expect(mail.html).toContain("明天15:00<br>维保单位到场");
    expect(mail.text).toContain("处理结果时限");
    expect(mail.text).not.toContain("首次回复时限");
  });

  test("D6 §6: the result regrets, says what was done and what comes next; an erased text is named as erased", () => {
    const done: Command = { type: "resolve", via: "email", text: personal("已换新门机") };
    const resolved = after(
      after(complaintOf(values), plain.assign(), at("2026-02-13 11:00")),
      done,
      at("2026-02-13 16:00"),
    );
    const now = at("2026-02-13 16:01");
    const mail = rendered(resolved, "result", customer, now, ofType("resolved"));
    expect(mail.text).toMatch(/再次致歉[\s\S]*已换新门机[\s\S]*2月13日（周五）16:00[\s\S]*回访/);
    const kept = Object.entries(resolved.personal).filter(([, { value }]) => value !== "已换新门机");
    const erased = rendered(
      { ...resolved, personal: Object.fromEntries(kept) },
      "result",
      customer,
      now,
      ofType("resolved"),
    );
    expect(erased.text).toContain("（内容已按要求删除 · erased on request）");
  });
});

describe("asking for an opinion (D4, D13)", () => {
  const assigned = after(complaintOf(values), plain.assign(), at("2026-02-13 11:00"));
  const told = (via: "phone" | "email") =>
    after(assigned, { type: "resolve", via, text: personal("已修复") }, at("2026-02-13 16:00"));

  test("a link for each of the five grades, the best first, in both parts", () => {
    const now = at("2026-02-13 16:01");
    for (const [via, template] of [
      ["phone", "satisfaction-request"],
      ["email", "result"],
    ] as const) {
      const { text, html } = rendered(told(via), template, customer, now, ofType("resolved"));
      const grades = [...text.matchAll(/^(\d) (\S+) .*：(https:\S+)$/gm)].map(([, grade, name, url]) => [
        grade,
        name,
        url,
      ]);
      expect(grades.map(([grade, name]) => `${grade} ${name}`)).toEqual([
        "5 非常满意",
        "4 满意",
        "3 一般",
        "2 不满意",
        "1 非常不满意",
      ]);
      for (const [grade, , url] of grades) {
        expect(url).toBe(`${tracking}#rating&grade=${grade}`);
        expect(html).toContain(`href="${url?.replaceAll("&", "&amp;")}"`);
      }
    }
  });
});

describe("to managers", () => {
  const assigned = after(
    after(complaintOf(values), plain.assign(), at("2026-02-13 11:00")),
    { type: "classify", classCode: "1.2", level: "C" },
    at("2026-02-13 11:30"),
  );
  const limit = fired(fired(assigned, at("2026-02-14 08:00")), at("2026-02-14 10:00"));
  const isLimit = (event: StoredEvent) => event.fact.type === "rungDecided" && event.fact.rung === "limit";

  test("an escalation says which clock and clause, since when late, who holds it and what was done", () => {
    const mail = rendered(limit, "escalation", manager, at("2026-02-14 12:15"), isLimit);
    expect(mail.subject).toBe("【督办】W012 示例一期：首次回复已超时2小时15分钟");
    for (const line of [
      "级别 Level：C 一般投诉",
      "分类 Class：1.2 设备管理",
      "时限 Clock：首次回复，依据 D6《物业管理公司用户投诉处理规程》",
      "应完成 Due：2月14日（周六）10:00",
      "触发 Step：到达时限",
      "现责任人 Held by：工程部 handler-1",
      "- 2月13日（周五）10:00　登记（微信）",
      "- 2月13日（周五）11:00　指派工程部 handler-1",
      "https://desk.example/c/",
    ]) {
      expect(mail.text).toContain(line);
    }
  });

  test("it holds the complainant's name and room and only a masked phone, no address, no tracking link", () => {
    const { text, html } = rendered(limit, "escalation", manager, at("2026-02-14 12:15"), isLimit);
    expect(text).toContain("王女士　3栋 1单元 502室　138****5678");
    for (const part of [text, html]) {
      expect(part).not.toContain("13812345678");
      expect(part).not.toContain("w@mail.example");
      expect(part).not.toContain("secret=");
    }
  });

  test("a clock that was met before the mail was written is not called overdue", () => {
    const replied = after(limit, plain.reply(), at("2026-02-14 11:00"));
    const mail = rendered(replied, "escalation", manager, at("2026-02-14 12:15"), isLimit);
    expect(mail.subject).toContain("首次回复已完成（超时1小时）");
  });

  test("a reminder says how long is left, and who stands in for whom", () => {
    const half = fired(after(assigned, plain.accept(), at("2026-02-13 11:30")), at("2026-02-14 08:00"));
    const recipient = { ...manager, insteadOf: "handler" };
    const mail = rendered(half, "reminder", recipient, at("2026-02-14 08:00"), ofType("rungDecided"));
    expect(mail.subject).toContain("【提醒】W012 示例一期：首次回复还剩2小时");
    expect(mail.text).toContain("「当值处理人」当前无人在岗，由您代为接收");
  });

  test("D11: the daily report's request says until when, what it holds and when the last one was", () => {
    let grave = complaintOf(values, { level: "A", number: "W013" });
    const report: Command = { type: "daily-report", text: personal("x"), departmentIds: ["engineering"] };
    grave = after(grave, report, at("2026-02-13 12:00"));
    grave = fired(grave, at("2026-02-13 18:00"));
    grave = fired(grave, at("2026-02-14 14:00"));
    const isDaily = (event: StoredEvent) =>
      event.fact.type === "rungDecided" && event.fact.rung === "daily-four-fifths";
    const recipient = { kind: "person", id: "supervisor-1", post: "supervisor" } as const;
    const mail = rendered(grave, "daily-report-request", recipient, at("2026-02-14 14:00"), isDaily, {
      acknowledgeUrl: "https://desk.example/public/acknowledgements/x",
    });
    expect(mail.subject).toBe("【日报】W013 示例一期：请于 2月14日（周六）18:00 前提交");
    for (const line of [
      "写明已联系的部门和处理进展",
      "日报时限 Due：2月14日（周六）18:00，依据 D11《客户投诉、意见处理工作规程》",
      "上次日报 Last report：2月13日（周五）12:00，已联系：工程部",
      "https://desk.example/public/acknowledgements/x",
      "?do=daily-report",
    ]) {
      expect(mail.text).toContain(line);
    }
  });

  test("a safety complaint is named as such from its first message", () => {
    const safety = fired(complaintOf(values, { safety: true }), received);
    const mail = rendered(safety, "reminder", manager, received, ofType("rungDecided"));
    expect(mail.subject).toContain("【安全·提醒】");
    expect(mail.text).toContain("安全 Safety：涉及人身/财产安全");
    expect(mail.text).toContain("触发 Step：安全/紧急投诉，立即通知");
  });

  test("the matter is quoted up to 300 characters and can do nothing", () => {
    const hostile = `<img src=x onerror=alert(1)>"'&${"长".repeat(400)}`;
    const late = fired(
      complaintOf({ ...values, matter: hostile, name: "<b>王</b>" }),
      at("2026-02-14 10:00"),
    );
    const mail = rendered(late, "escalation", manager, at("2026-02-14 12:15"), isLimit);
    expect(mail.html).toContain("&lt;img src=x onerror=alert(1)&gt;");
    expect(mail.html).not.toMatch(/<img|<b>/);
    const quoted = /^> (.*)$/m.exec(mail.text)![1]!;
    expect(quoted).toBe(`${hostile.slice(0, 300)}……`);
  });

  test("a subject stays one line whatever the number and project hold", () => {
    const odd = rendered(
      { ...limit, registration: { ...limit.registration, number: "W\r\nBcc: x@y.example" } },
      "escalation",
      manager,
      at("2026-02-14 12:15"),
      isLimit,
    );
    expect(odd.subject).not.toMatch(/[\r\n]/);
  });
});

describe("who reads English gets it first, the Chinese below", () => {
  test("the complainant by their own choice, else by their project's", () => {
    const ask = (complaint: Complaint, more: Partial<NoticeFacts> = {}) =>
      rendered(complaint, "acknowledgement", customer, received, ofType("registered"), more);
    const own = ask(complaintOf(values, { language: "en" }));
    expect(own.subject).toBe("[Registered] Your complaint has the number W012");
    expect(own.html).toContain('<html lang="en">');
    expect(own.text).toMatch(/^Your complaint has been registered\n您的投诉已受理\n/);
    expect(own.text).toContain(
      "First reply by 首次回复时限: 2026-02-14 (Sat) 10:00, under D6 “Rules for handling users' complaints”",
    );
    const abroad: Partial<NoticeFacts> = { project: { ...project, language: "en" } };
    expect(ask(complaintOf(values), abroad).subject).toBe(own.subject);
    expect(ask(complaintOf(values, { language: "zh" }), abroad).subject).toContain("【已受理】");
  });

  test("one of our people: every fact and every line of what was done", () => {
    const assigned = after(complaintOf(values), plain.assign(), at("2026-02-13 11:00"));
    const late = fired(fired(assigned, at("2026-02-14 08:00")), at("2026-02-14 10:00"));
    const people = everybody.map((person) => ({ ...person, language: "en" as const }));
    const mail = rendered(late, "escalation", manager, at("2026-02-14 12:15"), ofType("rungDecided"), {
      people,
    });
    expect(mail.subject).toContain("[Escalation] W012 示例一期: first reply overdue by 2 h 15 min");
    for (const line of [
      "manager-1 (customer-service manager): this complaint needs you",
      "Due 应完成: 2026-02-14 (Sat) 10:00",
      "Level 级别: not decided yet",
      "- 2026-02-13 (Fri) 11:00 Assigned to 工程部 handler-1",
    ]) {
      expect(mail.text).toContain(line);
    }
  });
});

test("headquarters hears which month and edition is ready, its figures and where to get it", () => {
  const now = at("2026-03-01 02:05");
  const facts: NoticeFacts = {
    notice: plannedNotice(
      {
        key: "key",
        subject: { kind: "report", month: "2026-02", edition: 2 },
        template: "month-ready",
        recipient: { kind: "person", id: "headquarters-1", post: "headquarters" },
        adapter: "email",
      },
      now,
    ),
    people: everybody,
    publicUrl: "https://desk.example",
    now,
    titles: new Map([
      ["complaints-2026-02-edition-2.xlsx", "2026年2月客户投诉处理统计报表（第2版）.xlsx"],
      ["bulletin-2026-02-edition-2.docx", "2026年2月客户投诉工作月报（第2版）.docx"],
    ]),
    files: [{ name: "2026年2月客户投诉工作月报（第2版）.docx", contentType: "x", content: Uint8Array.of(1) }],
    report: {
      month: "2026-02",
      edition: 2,
      runId: "run",
      asOf: at("2026-02-28 23:59"),
      madeAt: now,
      issuedBy: "schedule",
      projectIds: ["project-1"],
      submitted: { inTime: ["project-1"], late: [], missing: ["project-2"] },
      contested: {
        upheld: 2,
        rejected: 1,
        pending: 0,
        figures: {
          received: 295,
          done: 259,
          open: 36,
          handlingRate: 259 / 295,
          timelyRate: 0.9,
          firstFollowUpSatisfaction: null,
        },
      },
      missing: [{ projectId: "project-2", name: "示例二期", reason: "failed", error: "RangeError" }],
      files: [
        { name: "complaints-2026-02-edition-2.xlsx", size: 45_678 },
        { name: "bulletin-2026-02-edition-2.docx", size: 1_234 },
        { name: "analysis-project-1-2026-02-edition-2.docx", size: 1, projectId: "project-1" },
      ].map((file) => ({ ...file, key: file.name, sha256: "00", contentType: "x" })),
      figures: {
        received: 297,
        done: 260,
        open: 37,
        handlingRate: 260 / 297,
        timelyRate: 0.9,
        firstFollowUpSatisfaction: null,
      },
    },
  };
  const mail = noticeRenderer.render(facts);
  expect(mail.subject).toBe("【月报】2026年2月客户投诉统计（第2版）已生成");
  expect(mail.text).toContain("数据截止到2月28日（周六）23:59");
  expect(mail.text).toContain("处理率 Handling rate：87.5%");
  expect(mail.text).toContain("首次回访满意率 First follow-up satisfaction：—");
  expect(mail.text).toContain("- 示例二期：统计失败 (RangeError)");
  expect(mail.text).toContain("项目异议：成立 2 件，不成立 1 件，未裁定 0 件");
  expect(mail.text).toContain("处理率 Handling rate：87.8%");
  expect(mail.text).toContain("按时 1，迟报 0，未报 1");
  expect(mail.text).toContain("- 2026年2月客户投诉处理统计报表（第2版）.xlsx（45 KB）");
  expect(mail.text).toContain("- 2026年2月客户投诉工作月报（第2版）.docx（2 KB，见附件）");
  expect(mail.text).toContain("- 各项目的报表与分析报告共 1 个文件，见页面");
  expect(mail.text).not.toContain("edition-2");
  expect(mail.html).toContain('href="https://desk.example/months/2026-02"');
  expect(mail).not.toHaveProperty("pictures");
  const png = Uint8Array.of(1, 2, 3);
  const shown = noticeRenderer.render({ ...facts, chart: png });
  expect(shown.pictures).toEqual([{ name: "chart.png", png }]);
  expect(shown.html).toMatch(/<img src="cid:chart\.png" [^>]*alt="图：近13个月[^"]*Chart: thirteen months/);
  expect(shown.text).toContain("[图：近13个月投诉任务");
});

test.each([
  [59, "不到1分钟", "less than a minute"],
  [60, "1分钟", "1 min"],
  [3600, "1小时", "1 h"],
  [2 * 86_400 + 3 * 3600 + 59 * 60, "2天3小时", "2 d 3 h"],
  [86_400 + 5 * 60, "1天", "1 d"],
  [-15 * 60, "15分钟", "15 min"],
])("%d seconds are %s", (seconds, zh, en) => {
  const from = Date.parse(received);
  expect(duration(received, new Date(from + seconds * 1000).toISOString())).toEqual({ zh, en });
});
