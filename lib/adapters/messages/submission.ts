import type { NoticeFacts } from "../../app/ports/notices.ts";
import type { Project } from "../../domain/organisation/organisation.ts";
import {
  type Contest,
  type Submission,
  type SubmissionAnnouncement,
} from "../../domain/submissions/submission.ts";
import { contestReasonWords } from "../../domain/words/submissions.ts";
import type { FactLine, Message, MessagePart, Tone, Words } from "./message.ts";
import { addressed, whereToAct } from "./staff.ts";
import { type Dates, datesIn } from "./when.ts";

/** Messages about a project's submission of a month: it is awaited, a case is contested, the region has ruled. */
export function submissionMessage(facts: NoticeFacts): Message {
  const { notice, submission, project } = facts;
  if (notice.subject.kind !== "submission" || submission === undefined || project === undefined) {
    throw new TypeError(`notice ${notice.key} is rendered without its submission`);
  }
  const { seq } = notice.subject;
  const announcement = submission.announcements.find((candidate) => candidate.seq === seq);
  if (announcement === undefined) throw new TypeError(`announcement ${seq} of ${notice.key} is not there`);
  const dates = datesIn(submission.timeZone, facts.now);
  const said = sayingOf(announcement, submission, dates);
  const [year = "", month = ""] = submission.month.split("-");
  return {
    subject: {
      zh: `【${said.mark.zh}】${project.name} ${year}年${Number(month)}月`,
      en: `[${said.mark.en}] ${project.name}, ${submission.month}`,
    },
    title: said.mark,
    tone: said.tone,
    blocks: [
      { kind: "paragraph", words: addressed(facts, said.text) },
      { kind: "facts", lines: factLines(submission, project, dates) },
      ...said.more,
      whereToAct(
        facts,
        `/months/${submission.month}/bulletin?project=${encodeURIComponent(submission.projectId)}`,
      ),
    ],
  };
}

interface Saying {
  readonly mark: Words;
  readonly text: Words;
  readonly tone: Tone;
  readonly more: readonly MessagePart[];
}

function sayingOf({ about, at }: SubmissionAnnouncement, submission: Submission, dates: Dates): Saying {
  switch (about.kind) {
    case "rung":
      return about.tone === "escalation" && submission.dueAt <= at
        ? overdue(submission, dates)
        : awaited(submission, dates);
    case "reminded":
      return reminded(submission, at, dates);
    case "contested":
    case "ruled":
      return aboutCase(about.kind, caseOf(submission, about.number), submission);
  }
}

function awaited({ dueAt }: Submission, dates: Dates): Saying {
  return {
    mark: { zh: "月报待上报", en: "Monthly submission" },
    tone: "reminder",
    text: {
      zh: `请填写本月工作与投诉分析，并于 ${dates.at(dueAt)} 前确认上报。对非我方责任、重复或恶意的投诉，可在通报前提出异议。`,
      en: `please write the month's texts and confirm them by ${dates.en(dueAt)}. Cases that are not yours, duplicate or malicious can be contested until the bulletin.`,
    },
    more: [],
  };
}

/** Region or headquarters ask for it. */
function reminded({ dueAt }: Submission, at: string, dates: Dates): Saying {
  const late = dueAt < at;
  return {
    mark: { zh: "催报：月报待上报", en: "Please submit the month" },
    tone: late ? "alarm" : "reminder",
    text: {
      zh: `上级催报：该项目的月报${late ? `应于 ${dates.at(dueAt)} 前确认上报，至今未确认` : `请于 ${dates.at(dueAt)} 前确认上报`}。请尽快填写并确认。`,
      en: `you are asked for the project's month: ${late ? `it was due at ${dates.en(dueAt)} and is not confirmed` : `it is due at ${dates.en(dueAt)}`}. Please write and confirm it.`,
    },
    more: [],
  };
}

function overdue({ dueAt }: Submission, dates: Dates): Saying {
  return {
    mark: { zh: "月报上报超时", en: "Monthly submission overdue" },
    tone: "alarm",
    text: {
      zh: `该项目的月报应于 ${dates.at(dueAt)} 前确认上报，至今未确认。通报将列为未上报。请督促。`,
      en: `the project's submission was due at ${dates.en(dueAt)} and is not confirmed. The bulletin will list it as missing. Please see to it.`,
    },
    more: [],
  };
}

function aboutCase(kind: "contested" | "ruled", contest: Contest, { personal }: Submission): Saying {
  const reason = contestReasonWords[contest.reason];
  const text =
    personal[`${kind === "ruled" ? "ruling" : "contest"}.${contest.number}`]?.value ?? "（已清除）";
  const upheld = contest.ruling?.upheld === true;
  const more: MessagePart[] = [{ kind: "quote", title: { zh: "说明", en: "In words" }, text }];
  if (kind === "contested") {
    return {
      mark: { zh: "投诉异议待裁定", en: "A contested case" },
      tone: "reminder",
      text: {
        zh: `项目对投诉 ${contest.number} 提出异议（${reason.zh}），请在通报前裁定。`,
        en: `the project contests complaint ${contest.number} (${reason.en}). Please rule before the bulletin.`,
      },
      more,
    };
  }
  return {
    mark: { zh: "投诉异议已裁定", en: "A contested case was ruled on" },
    tone: "calm",
    text: {
      zh: `投诉 ${contest.number} 的异议（${reason.zh}）${upheld ? "成立，通报将另列剔除后的数据" : "不成立"}。`,
      en: `the objection to complaint ${contest.number} (${reason.en}) is ${upheld ? "upheld; the bulletin shows the figures without it too" : "rejected"}.`,
    },
    more,
  };
}

function caseOf({ contests }: Submission, number: string): Contest {
  const found = contests.find((contest) => contest.number === number);
  if (found === undefined) throw new TypeError(`case ${number} is not contested`);
  return found;
}

function factLines(submission: Submission, project: Project, dates: Dates): FactLine[] {
  const { dueAt, bulletinAt, provisional, contests } = submission;
  const mark = provisional ? { zh: "（暂定）", en: " (provisional)" } : { zh: "", en: "" };
  const when = (at: string) => ({ zh: `${dates.at(at)}${mark.zh}`, en: `${dates.en(at)}${mark.en}` });
  return [
    { label: { zh: "项目", en: "Project" }, value: project.name },
    { label: { zh: "上报截止", en: "Due" }, value: when(dueAt), strong: true },
    { label: { zh: "通报", en: "Bulletin" }, value: when(bulletinAt) },
    { label: { zh: "异议", en: "Contested cases" }, value: String(contests.length) },
  ];
}
