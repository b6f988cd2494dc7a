import type { NoticeFacts } from "../../app/ports/notices.ts";
import { dueAt, firstLimit, isSameClock } from "../../domain/clocks/clock.ts";
import { basedOn } from "../../domain/regulations/clause.ts";
import { historyLines } from "./history.ts";
import { holder } from "./holders.ts";
import type { Message, Said } from "./message.ts";
import { levelName } from "./names.ts";
import { acknowledging, addressed, complainantLine, matterQuote, openPage } from "./staff.ts";
import { type ComplaintSubject, complaintSubject } from "./subject.ts";

/**
 * To the 主管 before the daily limit (D11, levels A and B): today's report is due, what it must hold (departments
 * contacted, progress), when the last one was given, and what has been done.
 */
export function dailyReportRequest(facts: NoticeFacts): Message {
  const subject = complaintSubject(facts);
  const { complaint, project, event, dates } = subject;
  const { fact } = event;
  if (fact.type !== "rungDecided") throw new TypeError(`event ${event.seq} is no rung of the ladder`);
  const clock = complaint.clocks.find((candidate) => isSameClock(candidate, fact));
  if (clock === undefined)
    throw new TypeError(`the daily report of event ${event.seq} is not in the document`);
  const { number, id } = complaint.registration;
  const due = dates.words(dueAt(clock));
  const clause = basedOn(firstLimit(clock).clause);
  return {
    subject: {
      zh: `【日报】${number} ${project.name}：请于 ${due.zh} 前提交`,
      en: `[Daily report] ${number} ${project.name}: due ${due.en}`,
    },
    title: { zh: "请提交今日日报", en: "Today's report is due" },
    tone: "reminder",
    blocks: [
      {
        kind: "paragraph",
        words: addressed(facts, {
          zh: "重大、群体投诉须每日与相关部门联系，并向项目经理报告。请提交今日日报，写明已联系的部门和处理进展。",
          en: "grave and group complaints are reported to the project manager every day. Please give today's report: which departments were contacted, and how far it is.",
        }),
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "编号", en: "Number" }, value: number, strong: true },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          { label: { zh: "级别", en: "Level" }, value: levelName(complaint) },
          {
            label: { zh: "日报时限", en: "Due" },
            value: { zh: `${due.zh}\n${clause.zh}`, en: `${due.en}\n${clause.en}` },
            strong: true,
          },
          { label: { zh: "上次日报", en: "Last report" }, value: lastReport(subject) },
          {
            label: { zh: "现责任人", en: "Held by" },
            value: holder({ people: facts.people, project }, complaint.departmentId, complaint.handlerId),
          },
          { label: { zh: "投诉人", en: "Complainant" }, value: complainantLine(complaint) },
        ],
      },
      matterQuote(complaint),
      {
        kind: "list",
        title: { zh: "已做的工作", en: "Done so far" },
        lines: historyLines(complaint, { people: facts.people, project }, dates),
      },
      ...acknowledging(facts),
      openPage(facts, `/c/${id}?do=daily-report`),
    ],
  };
}

/** When, and which departments had been contacted. */
function lastReport({ complaint, project, dates }: ComplaintSubject): Said {
  const last = complaint.events.findLast(({ fact }) => fact.type === "dailyReported");
  if (last?.fact.type !== "dailyReported") return { zh: "尚无", en: "none yet" };
  const names = last.fact.departmentIds.map(
    (id) => project.departments.find((department) => department.id === id)?.name ?? id,
  );
  return {
    zh: `${dates.at(last.occurredAt)}\n已联系：${names.join("、")}`,
    en: `${dates.en(last.occurredAt)}\ncontacted: ${names.join(", ")}`,
  };
}
