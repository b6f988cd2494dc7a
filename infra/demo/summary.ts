import { Temporal } from "temporal-polyfill";
import { type Post, posts } from "../../lib/domain/organisation/organisation.ts";
import { clockWords } from "../../lib/domain/words/clocks.ts";
import { postWords } from "../../lib/domain/words/organisation.ts";
import type { Escalation, Figures } from "./figures.ts";
import { table } from "./table.ts";

const words = new Map(Object.entries(clockWords));
const clockName = (clock: string) => {
  const found = words.get(clock);
  return found === undefined ? clock : `${found.zh} ${found.en}`;
};
const rungNames: Readonly<Record<string, string>> = {
  limit: "到期 limit",
  "plus-4h": "+4 工时 +4 h",
  "plus-1d": "+1 工作日 +1 d",
  headquarters: "总部 headquarters",
  "plus-10min": "+10 分钟 +10 min",
  "plus-30min": "+30 分钟 +30 min",
  "plus-60min": "+60 分钟 +60 min",
};
const reasonNames: Readonly<Record<string, string>> = {
  "auto-reply": "自动回复 automatic reply",
  "unknown-project": "项目不明 unknown project",
  bounce: "退信 bounce",
};

/** What the demo prints at the end: Chinese first, English second. */
export function summary(
  figures: Figures,
  places: { readonly files: string; readonly mails: string; readonly seconds: number },
): string {
  const sections = [
    section("各渠道受理 Received per channel", receivedTable(figures)),
    section("时限 Clocks", clocksTable(figures)),
    section(
      `督办邮件 Escalation mails: ${figures.escalations.length}  (另有提醒 and reminders: ${figures.reminders})`,
      figures.escalations.length === 0 ? "  –" : escalationTable(figures.escalations),
    ),
    section("巡检 Sweep", `  补发 rescues ${figures.rescues}    搁置 put aside ${figures.aside}`),
    section("隔离邮件 Quarantined mails", quarantineTable(figures)),
    section(
      "文件 Files",
      [
        `  月报 files     ${places.files}`,
        `  邮件 mails     ${places.mails}  (${figures.mails} .eml)`,
        `  用时 took      ${places.seconds} s`,
      ].join("\n"),
    ),
  ];
  return sections.join("\n\n");
}

function section(title: string, body: string): string {
  return `${title}\n${body}`;
}

function receivedTable({ received }: Figures): string {
  const rows = received.map(({ channel, source, complaints, others }) => [
    source,
    channel,
    String(complaints),
    String(others),
    String(complaints + others),
  ]);
  const sum = (column: number) => String(rows.reduce((total, row) => total + Number(row[column]), 0));
  return table(
    ["来源", "channel", "投诉 complaints", "其他 others", "合计 total"],
    [...rows, ["汇总", "total", sum(2), sum(3), sum(4)]],
    [2, 3, 4],
  );
}

function clocksTable({ clocks }: Figures): string {
  const rows = Object.entries(clocks).map(([name, { kept, missed, running, paused, lapsed }]) => [
    clockName(name),
    String(kept),
    String(missed),
    String(running),
    String(paused),
    String(lapsed),
  ]);
  return table(
    ["时限 clock", "按时 kept", "超时 missed", "进行中 running", "暂停 paused", "已撤回 lapsed"],
    rows,
    [1, 2, 3, 4],
  );
}

function escalationTable(escalations: readonly Escalation[]): string {
  return table(
    ["发出 sent", "编号 no.", "时限 clock", "级别 rung", "收件人 recipient", "岗位 post", "晚于级别 late"],
    escalations.map(({ sentAt, number, clock, rung, recipient, address, post, insteadOf, lateSeconds }) => [
      localTime(sentAt),
      number,
      clockName(clock),
      rungNames[rung] ?? rung,
      `${recipient} <${address}>`,
      insteadOf === undefined ? postName(post) : `${postName(post)} (代 for ${postName(insteadOf)})`,
      duration(lateSeconds),
    ]),
    [6],
  );
}

function quarantineTable({ quarantined }: Figures): string {
  if (quarantined.length === 0) return "  –";
  return table(
    ["原因 reason", "发件人 from", "主题 subject"],
    quarantined.map(({ reason, from, subject }) => [reasonNames[reason] ?? reason, from, subject]),
  );
}

function localTime(at: string): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO("Asia/Shanghai")
    .toPlainDateTime()
    .toString({ smallestUnit: "second" })
    .replace("T", " ");
}

function isPost(name: string): name is Post {
  return posts.some((post) => post === name);
}

function postName(name: string): string {
  return isPost(name) ? postWords[name].zh : name;
}

function duration(seconds: number): string {
  return seconds < 120 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
