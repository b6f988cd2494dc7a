import type { PaperFacts } from "../../../app/ports/paper-facts.ts";
import { type Clock, type ClockOutcome, clockOutcome, dueAt } from "../../../domain/clocks/clock.ts";
import type { Complaint } from "../../../domain/complaint/document.ts";
import { filesLeftOf, filesOf } from "../../../domain/complaint/files.ts";
import { clockNamed } from "../../../domain/words/clocks.ts";
import { levelLabel, statusWords, validityWords } from "../../../domain/words/complaint.ts";
import { className } from "../../messages/names.ts";
import { nodeNumber, sentenceOf } from "../../messages/sentences.ts";
import { datesIn } from "../../messages/when.ts";
import { filledFrom, textsOf } from "../filled.ts";
import { heading, type List, one, prose, type SheetBlock, two } from "../sheet.ts";

const outcomes: Readonly<Record<ClockOutcome, string>> = {
  running: "进行中",
  paused: "暂停",
  kept: "按时",
  missed: "超时",
  lapsed: "不再需要",
};

/** What the machine notes for itself and no inspector asks for. */
const unsaid: ReadonlySet<string> = new Set(["clockStarted", "clockStopped", "clockRetimed", "hinted"]);

/**
 * 投诉处理经过 (D10): what was done when and by whom, every limit with its outcome, the files, and what the chain of events says.
 * The first sheet of an inspection file (迎检卷宗).
 */
export function caseHistory(facts: PaperFacts): SheetBlock[] {
  const { complaint } = facts;
  const filled = filledFrom(facts);
  return [
    {
      kind: "grid",
      rows: [
        two(
          ["编号", complaint?.registration.number],
          ["状态", complaint && statusWords[complaint.status].zh],
        ),
        two(["接到时间", filled.at(complaint?.registration.receivedAt)], ["打印时间", filled.at(facts.at)]),
        two(["客户", filled.name], ["单元号码", filled.unit]),
        two(["投诉类别", complaint && className(complaint).zh], ["分级", levelOf(complaint)]),
        two(["有效性", validityOf(complaint)], ["解决部门", filled.department(complaint?.departmentId)]),
        one("投诉内容", filled.value("matter"), 3),
      ],
    },
    heading("时限", 2),
    limits(facts),
    heading("经过", 2),
    course(facts),
    heading("附件", 2),
    files(complaint),
    heading("记录核验", 2),
    prose(proofWords(facts)),
  ];
}

function levelOf(complaint: Complaint | undefined): string | undefined {
  return complaint?.level === undefined ? undefined : levelLabel(complaint.level).zh;
}

function validityOf(complaint: Complaint | undefined): string | undefined {
  return complaint?.validity === undefined ? undefined : validityWords[complaint.validity].zh;
}

function limits(facts: PaperFacts): List {
  const { complaint, at } = facts;
  const filled = filledFrom(facts);
  const row = (clock: Clock) => [
    clock.name === "node" && clock.key !== undefined
      ? `${clockNamed(clock).zh} ${nodeNumber(clock.key)}`
      : clockNamed(clock).zh,
    filled.at(clock.startedAt) ?? "",
    filled.at(dueAt(clock)) ?? "",
    // Nobody did what nobody waits for any more.
    (clock.lapsed === true ? undefined : filled.at(clock.stoppedAt)) ?? "",
    outcomes[clockOutcome(clock, at, complaint?.endedAt)],
  ];
  return {
    kind: "list",
    head: ["时限", "开始", "到期", "完成", "结果"],
    widths: [18, 23, 23, 23, 13],
    centred: [1, 2, 3, 4],
    rows: complaint?.clocks.map(row) ?? [],
    empty: complaint === undefined ? 4 : 0,
  };
}

function course(facts: PaperFacts): List {
  const { complaint, project, people } = facts;
  const list = { kind: "list", head: ["时间", "经办", "事项"], widths: [25, 17, 58] } as const;
  if (complaint === undefined || project === undefined) return { ...list, rows: [], empty: 8 };
  const filled = filledFrom(facts);
  const dates = datesIn(complaint.registration.timeZone, complaint.registration.receivedAt);
  const told = complaint.events.filter(({ fact }) => !unsaid.has(fact.type));
  return {
    ...list,
    rows: told.map((event) => [
      filled.at(event.occurredAt) ?? "",
      filled.actor(event.by) ?? actors[event.by.kind],
      [sentenceOf(event.fact, { people, project }, dates).zh, ...textsOf(complaint, [event])].join("\n"),
    ]),
  };
}

const actors = { person: "员工", channel: "渠道系统", customer: "客户", timer: "系统" } as const;

function files(complaint: Complaint | undefined): SheetBlock {
  const rows = complaint === undefined ? [] : [...filesOf(complaint), ...filesLeftOf(complaint)];
  if (complaint !== undefined && rows.length === 0) return prose("无");
  return {
    kind: "list",
    head: ["序号", "名称", "大小"],
    widths: [12, 66, 22],
    centred: [0, 2],
    rows: rows.map(({ id, name, size, left }, index) => [
      String(index + 1),
      `${name ?? id}${left === undefined ? "" : "（未单独保存，见原邮件）"}`,
      `${Math.ceil(size / 1024)} KB`,
    ]),
    empty: complaint === undefined ? 3 : 0,
  };
}

function proofWords({ proof }: PaperFacts): string {
  if (proof === undefined) return "记录条数：　　　　　末条校验值：";
  const { events, head, sound } = proof;
  const found = sound
    ? "逐条核验一致：登记以来没有改动、删减或插入。"
    : "核验不一致：有记录与其校验值不符，须查明原因。";
  return `本投诉共 ${events} 条记录，每条的校验值（SHA-256）都包含前一条。${found}末条校验值：${head}`;
}
