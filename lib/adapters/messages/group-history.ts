import { rungWords } from "../../domain/clocks/rung-words.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import { clockNamed } from "../../domain/words/clocks.ts";
import { commandWords } from "../../domain/words/commands.ts";
import { groupLevelWords } from "../../domain/words/groups.ts";
import type { Words } from "./message.ts";
import { datesIn } from "./when.ts";

type FactOf<T extends GroupFact["type"]> = Extract<GroupFact, { readonly type: T }>;

/** What happened to a group, in one plain sentence of each language. */
export function groupSentence(fact: GroupFact, timeZone: string, now: string): Words {
  const dates = datesIn(timeZone, now);
  switch (fact.type) {
    case "proposed":
      return proposal(fact, dates.at(fact.confirmAt));
    case "evidenced":
      return {
        zh: `证据更新：${fact.evidence.households} 户，级别 ${fact.level}`,
        en: `Evidence changed: ${fact.evidence.households} households, level ${fact.level}`,
      };
    case "membersAdded":
      return {
        zh: `新增成员 ${numbers(fact.members)}`,
        en: `New members: ${numbers(fact.members)}`,
      };
    case "memberLeft":
      return fact.barred
        ? { zh: "一件成员被人工移出", en: "A member was taken out by a person" }
        : { zh: "一件成员改变分类后退出", en: "A member left with another problem point" };
    case "confirmed":
      return { zh: "群体成立，成员自身的督办暂停", en: "It stands; its members' own escalation rests" };
    case "membersSettled":
      return {
        zh: `已通知成员：并入 ${fact.joined.length} 件，未能并入 ${fact.dropped.length} 件`,
        en: `Members told: ${fact.joined.length} joined, ${fact.dropped.length} could not`,
      };
    case "commandGiven":
      return commandWords[fact.action.type];
    case "commandCarriedOut":
      return {
        zh: `${commandWords[fact.action].zh}执行完毕，${fact.refused.length} 件未能执行`,
        en: `${commandWords[fact.action].en}: carried out, ${fact.refused.length} refused`,
      };
    case "planShared":
      return fact.planned
        ? { zh: "一件成员的方案作为群体方案，其他成员无须另写", en: "One member's plan counts for all" }
        : {
            zh: "成员中已无方案，各自的方案时限恢复",
            en: "No member has a plan any more; each owes one again",
          };
    case "rungAcknowledged":
      return { zh: `${clockNamed(fact).zh}的督办已确认`, en: `Seen: ${clockNamed(fact).en}` };
    case "resolved":
      return {
        zh: `全部处理完成，抽样回访 ${fact.sample.length} 件`,
        en: `All resolved; ${fact.sample.length} are to be called`,
      };
    case "handedOver":
      return { zh: "工作移交，改由继任者负责", en: "Handed over to a successor" };
    case "erased":
      return {
        zh: `成员的个人信息已删除（${fact.complaintIds.length} 件）`,
        en: `What was known of members was erased (${fact.complaintIds.length})`,
      };
    case "closed":
      return { zh: "群体结束", en: "Closed" };
    case "dissolved":
      return fact.because === "person"
        ? { zh: "人工解散", en: "Dissolved by a person" }
        : { zh: "不足五位客户，自动撤销", en: "Lapsed: fewer than five customers" };
    case "clockStarted":
      return { zh: `${clockNamed(fact).zh}开始计时`, en: `Clock started: ${clockNamed(fact).en}` };
    case "clockStopped":
      return { zh: `${clockNamed(fact).zh}停止计时`, en: `Clock stopped: ${clockNamed(fact).en}` };
    case "rungDecided":
      return rungOf(fact);
  }
}

function proposal({ level, members, evidence }: FactOf<"proposed">, at: string): Words {
  return {
    zh: `提出${groupLevelWords[level].zh}：${members.length} 件，${evidence.households} 户；${at} 前无人处理将自动成立`,
    en: `Proposed as a ${groupLevelWords[level].en}: ${members.length} complaints of ${evidence.households} households; it stands by itself at ${at}`,
  };
}

function rungOf(fact: FactOf<"rungDecided">): Words {
  const reason = rungWords(decidedRule(fact));
  const told = String(fact.recipients.length);
  return {
    zh: `${clockNamed(fact).zh}·${reason.zh}：通知 ${told} 人`,
    en: `${clockNamed(fact).en}, ${reason.en}: ${told} told`,
  };
}

function numbers(members: readonly { readonly number: string }[]): string {
  return members.map(({ number }) => number).join("、");
}
