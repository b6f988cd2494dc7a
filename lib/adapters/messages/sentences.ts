import { complaintClasses } from "../../domain/classification/classes.ts";
import { dueAt } from "../../domain/clocks/clock.ts";
import { rungWords } from "../../domain/clocks/rung-words.ts";
import type { Fact, SignedSheet } from "../../domain/complaint/events.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import { regulationWords } from "../../domain/regulations/regulations.ts";
import { causeFactorWords, dutyCauseWords } from "../../domain/words/causes.ts";
import { channelWords, replyViaWords } from "../../domain/words/channels.ts";
import { clockWords, pauseReasonWords } from "../../domain/words/clocks.ts";
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
import { holder, type Names, personName } from "./holders.ts";
import type { Words } from "./message.ts";
import { postNamed } from "./names.ts";
import type { Dates } from "./when.ts";

/** What happened, as a plain sentence without any free text or personal value; total over every kind of event. */
export function sentenceOf(fact: Fact, names: Names, dates: Dates): Words {
  switch (fact.type) {
    case "registered": {
      const channel = channelWords[fact.channel];
      return words(`登记（${channel.zh}）`, `Registered (${channel.en})`);
    }
    case "hinted":
      return hintSentence(fact);
    case "registrationCompleted":
      return words("补全登记", "Registration completed");
    case "corrected":
      return words("更正登记", "Registration corrected");
    case "converted": {
      const kind = recordKindWords[fact.recordKind];
      return words(`转为${kind.zh}，编号 ${fact.number}`, `Converted to ${kind.en}, number ${fact.number}`);
    }
    case "clockStarted":
    case "clockStopped":
    case "clockPaused":
    case "clockResumed":
    case "clockExtended":
    case "clockRetimed":
      return clockSentence(fact, dates);
    case "rungDecided":
      return rungSentence(fact, names);
    case "rungAcknowledged":
      return words("已确认收到督办", "Escalation acknowledged");
    case "replied":
      return words(
        `已回复客户（${replyViaWords[fact.via].zh}）`,
        `Customer answered ${replyViaWords[fact.via].en}`,
      );
    case "assigned":
      return held("指派", "Assigned to ", fact, names);
    case "transferred":
      return held("转交", "Transferred to ", fact, names);
    case "handedOver": {
      const [from, to] = [fact.fromPersonId, fact.toPersonId].map((id) => personName(names.people, id));
      return words(`${from} 的工作移交给 ${to}`, `Handed over from ${from} to ${to}`);
    }
    case "accepted":
      return words("已接单", "Accepted");
    case "classified":
      return classifiedSentence(fact);
    case "judged":
      return judgedSentence(fact);
    case "invalidExplained":
      return words(
        `已解释无效原因（${replyViaWords[fact.via].zh}）`,
        `Explained as invalid ${replyViaWords[fact.via].en}`,
      );
    case "stepRecorded":
      return words(stepWords[fact.step].zh, capital(stepWords[fact.step].en));
    case "planWritten":
      return words(
        `制定处理方案（${fact.nodes.length} 个时间节点）`,
        `Plan written (${fact.nodes.length} time nodes)`,
      );
    case "planApproved":
      return words("处理方案获批准", "Plan approved");
    case "planAgreed":
      return words("处理方案已与客户商定", "Plan agreed with the customer");
    case "progressed":
      return fact.nodeId === undefined
        ? words("处理进展", "Progress")
        : words(`时间节点 ${fact.nodeId} 已完成`, `Time node ${fact.nodeId} done`);
    case "dailyReported":
      return words("日报已提交", "Daily report given");
    case "resolved":
      return words(
        `处理完成，已告知客户（${replyViaWords[fact.via].zh}）`,
        `Resolved, customer told ${replyViaWords[fact.via].en}`,
      );
    case "signedOff":
      return signedSentence(fact.sheet, names);
    case "opinionRecorded":
      return words(`客户意见：评分 ${fact.grade}`, `Customer's opinion: grade ${fact.grade}`);
    case "followUpAttempted": {
      const { zh, en } = followUpOutcomeWords[fact.outcome];
      const grade =
        fact.grade === undefined ? words("", "") : words(`，评分 ${fact.grade}`, `, grade ${fact.grade}`);
      return words(`回访：${zh}${grade.zh}`, `Follow-up: ${en}${grade.en}`);
    }
    case "effectChecked":
      return fact.effective
        ? words("效果检查：有效", "Effect checked: effective")
        : words("效果检查：未达效果", "Effect checked: not effective");
    case "reviewed":
      return words(
        `检讨，整改项 ${fact.actions.length} 项`,
        `Reviewed, ${fact.actions.length} corrective action(s)`,
      );
    case "recurrenceFound":
      return words(
        `同楼栋同一投诉点 30 天内第 ${fact.complaintIds.length + 1} 次，立整改项 ${fact.action.id}`,
        `Time ${fact.complaintIds.length + 1} of this point in this building within 30 days: corrective action ${fact.action.id}`,
      );
    case "actionEvidenced":
      return words(`整改项 ${fact.actionId} 提交证明`, `Evidence for corrective action ${fact.actionId}`);
    case "actionVerified":
      return fact.passed
        ? words(`整改项 ${fact.actionId} 验收通过`, `Corrective action ${fact.actionId} verified`)
        : words(`整改项 ${fact.actionId} 验收未通过`, `Corrective action ${fact.actionId} not accepted`);
    case "closed":
      return words(endingWords[fact.ending].zh, capital(endingWords[fact.ending].en));
    case "reopened":
      return words("返单，重新处理", "Reopened, to be handled again");
    case "withdrawn":
      return words("撤诉", "Withdrawn");
    case "referred": {
      const { zh, en } = regulationWords("D9");
      return words(`移交有权机关（${zh}）`, `Referred to those with the right to decide (${en})`);
    }
    case "urged":
      return words("客户催办", "Customer urged");
    case "noted":
      return words("备注", "Note");
    case "messageReceived":
      return words("客户补充来信", "Message from the customer");
    case "attachmentsStored":
      return words(`收到附件 ${fact.files.length} 个`, `${fact.files.length} file(s) received`);
    case "joinedGroup":
      return fact.level === "B"
        ? words("并入群体投诉", "Joined a group complaint")
        : words("并入群体意见", "Joined a group opinion");
    case "leftGroup":
      return words("退出群体处理", "Left the group");
    case "repeatLinked":
      return words(
        `重复投诉（第 ${fact.nth} 次，前次 ${fact.number}）`,
        `Repeated (time ${fact.nth}, before: ${fact.number})`,
      );
    case "erased":
      return words(
        `个人信息已删除（${fact.refs.length} 项）`,
        `Personal values erased (${fact.refs.length})`,
      );
  }
}

type ClockFact = Extract<
  Fact,
  {
    type: "clockStarted" | "clockStopped" | "clockPaused" | "clockResumed" | "clockExtended" | "clockRetimed";
  }
>;

function clockSentence(fact: ClockFact, dates: Dates): Words {
  const { zh, en } = clockWords[fact.name];
  switch (fact.type) {
    case "clockStarted":
      return words(
        `${zh}开始计时，${dates.at(dueAt(fact))} 前`,
        `Clock started: ${en}, due ${dates.en(dueAt(fact))}`,
      );
    case "clockStopped":
      return words(`${zh}停止计时`, `Clock stopped: ${en}`);
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

function rungSentence(fact: Extract<Fact, { type: "rungDecided" }>, names: Names): Words {
  const clock = clockWords[fact.name];
  const rung = rungWords(decidedRule(fact).time);
  if (fact.recipients.length === 0) {
    const nobody = nobodyWords[fact.audience ?? "everybody"];
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

function classifiedSentence(fact: Extract<Fact, { type: "classified" }>): Words {
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

function hintSentence({ classCode, safety }: Extract<Fact, { type: "hinted" }>): Words {
  const named = classCode === undefined ? undefined : complaintClasses[classCode];
  const danger = safety ? words("，可能涉及安全", ", possible danger") : words("", "");
  return words(
    `系统提示：${named?.zh ?? "未识别分类"}${danger.zh}（由人工判定）`,
    `Hint: ${named?.en ?? "no class"}${danger.en} (people decide)`,
  );
}

function judgedSentence(fact: Extract<Fact, { type: "judged" }>): Words {
  const { zh, en } = validityWords[fact.validity];
  const malicious = fact.malicious === true ? words("，恶意投诉", ", malicious") : words("", "");
  return words(`判定${zh}${malicious.zh}`, `Judged ${en}${malicious.en}`);
}

function signedSentence(sheet: SignedSheet | undefined, { people }: Names): Words {
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
  names: Names,
): Words {
  const who = holder(names, departmentId, handlerId);
  return words(`${zh}${who}`, `${en}${who}`);
}

function words(zh: string, en: string): Words {
  return { zh, en };
}
