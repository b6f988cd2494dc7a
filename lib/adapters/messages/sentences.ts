import { complaintClasses } from "../../domain/classification/classes.ts";
import { dueAt } from "../../domain/clocks/clock.ts";
import { rungWords } from "../../domain/clocks/rung-words.ts";
import type { FactOf, FactType } from "../../domain/complaint/commands/definition.ts";
import type { Fact, SignedSheet } from "../../domain/complaint/events.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import { regulationWords } from "../../domain/regulations/regulations.ts";
import { causeFactorWords, dutyCauseWords } from "../../domain/words/causes.ts";
import { channelWords, replyViaWords } from "../../domain/words/channels.ts";
import { clockNamed, pauseReasonWords } from "../../domain/words/clocks.ts";
import {
  endingWords,
  followUpOutcomeWords,
  levelLabel,
  recordKindWords,
  urgencyWords,
  validityWords,
} from "../../domain/words/complaint.ts";
import { stepWords } from "../../domain/words/duties.ts";
import { capital } from "../../domain/words/words.ts";
import { type HolderNames, holder, personName } from "./holders.ts";
import type { Words } from "./message.ts";
import { postNamed } from "./names.ts";
import { ticketSentences } from "./ticket-sentences.ts";
import type { Dates } from "./when.ts";

/** What a sentence is told with: names of people and departments, dates in the project's time zone. */
interface Telling {
  readonly names: HolderNames;
  readonly dates: Dates;
}

type Sentence<T extends FactType> = (fact: FactOf<T>, telling: Telling) => Words;

/** What happened, as a plain sentence without any free text or personal value. */
export function sentenceOf(fact: Fact, names: HolderNames, dates: Dates): Words {
  return sentence(fact.type, fact, { names, dates });
}

function sentence<T extends FactType>(type: T, fact: FactOf<T>, telling: Telling): Words {
  return sentences[type](fact, telling);
}

/** One sentence for each kind of event; a kind without one does not compile. */
const sentences: { readonly [T in FactType]: Sentence<T> } = {
  registered: (fact) => {
    const channel = channelWords[fact.channel];
    return words(`登记（${channel.zh}）`, `Registered (${channel.en})`);
  },
  hinted: (fact) => hintSentence(fact),
  registrationCompleted: () => words("补全登记", "Registration completed"),
  corrected: () => words("更正登记", "Registration corrected"),
  converted: (fact) => {
    const kind = recordKindWords[fact.recordKind];
    return words(`转为${kind.zh}，编号 ${fact.number}`, `Converted to ${kind.en}, number ${fact.number}`);
  },
  clockStarted: (fact, { dates }) => clockSentence(fact, dates),
  clockStopped: (fact, { dates }) => clockSentence(fact, dates),
  clockPaused: (fact, { dates }) => clockSentence(fact, dates),
  clockResumed: (fact, { dates }) => clockSentence(fact, dates),
  clockExtended: (fact, { dates }) => clockSentence(fact, dates),
  clockRetimed: (fact, { dates }) => clockSentence(fact, dates),
  rungDecided: (fact, { names }) => rungSentence(fact, names),
  rungAcknowledged: () => words("已确认收到督办", "Escalation acknowledged"),
  replied: (fact) =>
    words(`已回复客户（${replyViaWords[fact.via].zh}）`, `Customer answered ${replyViaWords[fact.via].en}`),
  assigned: (fact, { names }) => held("指派", "Assigned to ", fact, names),
  transferred: (fact, { names }) => held("转交", "Transferred to ", fact, names),
  handedOver: (fact, { names }) => {
    const [from, to] = [fact.fromPersonId, fact.toPersonId].map((id) => personName(names.people, id));
    return words(`${from} 的工作移交给 ${to}`, `Handed over from ${from} to ${to}`);
  },
  accepted: () => words("已接单", "Accepted"),
  classified: (fact) => classifiedSentence(fact),
  judged: (fact) => judgedSentence(fact),
  invalidExplained: (fact) =>
    words(
      `已解释无效原因（${replyViaWords[fact.via].zh}）`,
      `Explained as invalid ${replyViaWords[fact.via].en}`,
    ),
  stepRecorded: (fact) => words(stepWords[fact.step].zh, capital(stepWords[fact.step].en)),
  planWritten: (fact) =>
    words(
      `制定处理方案（${fact.nodes.length} 个时间节点）`,
      `Plan written (${fact.nodes.length} time nodes)`,
    ),
  planApproved: () => words("处理方案获批准", "Plan approved"),
  planAgreed: () => words("处理方案已与客户商定", "Plan agreed with the customer"),
  progressed: (fact) =>
    fact.nodeId === undefined
      ? words("处理进展", "Progress")
      : words(`时间节点 ${nodeNumber(fact.nodeId)} 已完成`, `Time node ${nodeNumber(fact.nodeId)} done`),
  dailyReported: () => words("日报已提交", "Daily report given"),
  resolved: (fact) =>
    words(
      `处理完成，已告知客户（${replyViaWords[fact.via].zh}）`,
      `Resolved, customer told ${replyViaWords[fact.via].en}`,
    ),
  signedOff: (fact, { names }) => signedSentence(fact.sheet, names),
  opinionRecorded: (fact) => words(`客户意见：评分 ${fact.grade}`, `Customer's opinion: grade ${fact.grade}`),
  followUpAttempted: (fact) => {
    const { zh, en } = followUpOutcomeWords[fact.outcome];
    const grade =
      fact.grade === undefined ? words("", "") : words(`，评分 ${fact.grade}`, `, grade ${fact.grade}`);
    return words(`回访：${zh}${grade.zh}`, `Follow-up: ${en}${grade.en}`);
  },
  effectChecked: (fact) =>
    fact.effective
      ? words("效果检查：有效", "Effect checked: effective")
      : words("效果检查：未达效果", "Effect checked: not effective"),
  reviewed: (fact) =>
    words(`检讨，整改项 ${fact.actions.length} 项`, `Reviewed, ${fact.actions.length} corrective action(s)`),
  recurrenceFound: (fact) =>
    words(
      `同楼栋同一投诉点 30 天内第 ${fact.complaintIds.length + 1} 次，立整改项 ${fact.action.id}`,
      `Time ${fact.complaintIds.length + 1} of this point in this building within 30 days: corrective action ${fact.action.id}`,
    ),
  actionEvidenced: (fact) =>
    words(`整改项 ${fact.actionId} 提交证明`, `Evidence for corrective action ${fact.actionId}`),
  actionVerified: (fact) =>
    fact.passed
      ? words(`整改项 ${fact.actionId} 验收通过`, `Corrective action ${fact.actionId} verified`)
      : words(`整改项 ${fact.actionId} 验收未通过`, `Corrective action ${fact.actionId} not accepted`),
  closed: (fact) => words(endingWords[fact.ending].zh, capital(endingWords[fact.ending].en)),
  reopened: () => words("返单，重新处理", "Reopened, to be handled again"),
  withdrawn: () => words("撤诉", "Withdrawn"),
  referred: () => {
    const { zh, en } = regulationWords("D9");
    return words(`移交有权机关（${zh}）`, `Referred to those with the right to decide (${en})`);
  },
  urged: () => words("客户催办", "Customer urged"),
  noted: () => words("备注", "Note"),
  linkSent: ({ via }) =>
    words(
      `查询链接再次发给客户（${replyViaWords[via].zh}）`,
      `Link sent to the customer again (${replyViaWords[via].en})`,
    ),
  statementGiven: () => words("被投诉人作出陈述", "Statement of whoever is complained of"),
  messageReceived: () => words("客户补充来信", "Message from the customer"),
  attachmentsStored: (fact) =>
    words(`收到附件 ${fact.files.length} 个`, `${fact.files.length} file(s) received`),
  joinedGroup: (fact) =>
    fact.level === "B"
      ? words("并入群体投诉", "Joined a group complaint")
      : words("并入群体意见", "Joined a group opinion"),
  leftGroup: () => words("退出群体处理", "Left the group"),
  repeatLinked: (fact) =>
    words(
      `重复投诉（第 ${fact.nth} 次，前次 ${fact.number}）`,
      `Repeated (time ${fact.nth}, before: ${fact.number})`,
    ),
  ...ticketSentences,
  erased: (fact) =>
    words(`个人信息已删除（${fact.refs.length} 项）`, `Personal values erased (${fact.refs.length})`),
};

type ClockFact = FactOf<
  "clockStarted" | "clockStopped" | "clockPaused" | "clockResumed" | "clockExtended" | "clockRetimed"
>;

function clockSentence(fact: ClockFact, dates: Dates): Words {
  const { zh, en } = clockNamed(fact);
  switch (fact.type) {
    case "clockStarted":
      return words(
        `${zh}开始计时，${dates.at(dueAt(fact))} 前`,
        `Clock started: ${en}, due ${dates.en(dueAt(fact))}`,
      );
    case "clockStopped":
      return fact.lapsed === true
        ? words(`${zh}不再需要，停止计时`, `Clock given up: ${en}`)
        : words(`${zh}停止计时`, `Clock stopped: ${en}`);
    case "clockPaused": {
      const reason = pauseReasonWords[fact.reason];
      return words(`${zh}暂停（${reason.zh}）`, `Clock paused: ${en} (${reason.en})`);
    }
    case "clockResumed":
      return words(`${zh}恢复计时`, `Clock goes on: ${en}`);
    case "clockExtended":
      return words(
        `${zh}经批准延期至 ${dates.at(fact.dueAt)}`,
        `Extended with approval: ${en}, to ${dates.en(fact.dueAt)}`,
      );
    case "clockRetimed":
      return words(`${zh}改为 ${dates.at(dueAt(fact))} 前`, `Moved: ${en}, due ${dates.en(dueAt(fact))}`);
  }
}

/** Why a decided rung told nobody; one that the quiet hours have split has another half. */
const nobodyWords = {
  everybody: words("无人在岗，未能通知", "nobody holds the post"),
  "on-duty": words("静默时段内无当班人员可通知", "quiet hours, nobody on duty to tell"),
  "off-duty": words("无其他人员可通知", "nobody else to tell"),
} as const;

const unneededWords = words("已有人接手，无需通知", "somebody has it, nobody is told");

function rungSentence(fact: FactOf<"rungDecided">, names: HolderNames): Words {
  const clock = clockNamed(fact);
  const rung = rungWords(decidedRule(fact));
  if (fact.recipients.length === 0) {
    const nobody = fact.unneeded === true ? unneededWords : nobodyWords[fact.audience ?? "everybody"];
    return words(`${clock.zh}·${rung.zh}：${nobody.zh}`, `${capital(clock.en)}, ${rung.en}: ${nobody.en}`);
  }
  const people = fact.recipients.map((r) => ({
    name: personName(names.people, r.personId),
    post: postNamed(r.post).zh,
  }));
  return words(
    `${clock.zh}·${rung.zh}：已通知${people.map(({ name, post }) => `${name}（${post}）`).join("、")}`,
    `${capital(clock.en)}, ${rung.en}: told ${people.map(({ name }) => name).join(", ")}`,
  );
}

function classifiedSentence(fact: FactOf<"classified">): Words {
  const { zh, en } = complaintClasses[fact.classCode];
  const parts: Words[] = [words(`分类 ${zh}`, `Class: ${en}`)];
  if (fact.level !== undefined)
    parts.push(words(`定级 ${levelLabel(fact.level).zh}`, `level ${levelLabel(fact.level).en}`));
  if (fact.urgency !== undefined) {
    parts.push(urgencyWords[fact.urgency]);
  }
  if (fact.safety !== undefined)
    parts.push(fact.safety ? words("涉及安全", "safety") : words("不涉及安全", "no safety"));
  if (fact.dutyCause !== undefined) parts.push(dutyCauseWords[fact.dutyCause]);
  if (fact.causeFactor !== undefined) parts.push(causeFactorWords(fact.causeFactor));
  return words(parts.map((part) => part.zh).join("，"), parts.map((part) => part.en).join(", "));
}

function hintSentence({ classCode, safety }: FactOf<"hinted">): Words {
  const named = classCode === undefined ? undefined : complaintClasses[classCode];
  const danger = safety ? words("，可能涉及安全", ", possible danger") : words("", "");
  return words(
    `系统提示：${named?.zh ?? "未识别分类"}${danger.zh}（由人工判定）`,
    `Hint: ${named?.en ?? "no class"}${danger.en} (people decide)`,
  );
}

function judgedSentence(fact: FactOf<"judged">): Words {
  const { zh, en } = validityWords[fact.validity];
  const malicious = fact.malicious === true ? words("，恶意投诉", ", malicious") : words("", "");
  return words(`判定${zh}${malicious.zh}`, `Judged ${en}${malicious.en}`);
}

function signedSentence(sheet: SignedSheet | undefined, { people }: HolderNames): Words {
  if (sheet === undefined) return words("部门负责人签认", "Signed off by the department head");
  const who = personName(people, sheet.signerId);
  return words(
    `部门负责人签认（签字件照片：${who} 于 ${sheet.signedOn} 签字）`,
    `Signed off by the department head (photo of the signed sheet: ${who}, ${sheet.signedOn})`,
  );
}

function held(
  zh: string,
  en: string,
  { departmentId, handlerId }: { readonly departmentId: string; readonly handlerId?: string },
  names: HolderNames,
): Words {
  const who = holder(names, departmentId, handlerId);
  return words(`${zh}${who}`, `${en}${who}`);
}

function words(zh: string, en: string): Words {
  return { zh, en };
}

/** A time node (D2) as people count them: `n2` is the second. */
export function nodeNumber(nodeId: string): string {
  return nodeId.replace(/^n(?=\d+$)/, "");
}
