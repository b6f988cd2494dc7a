import type { GroupFact, MemberAction } from "../../domain/groups/events.ts";
import { decidedRule } from "../../domain/policy/built-in.ts";
import type { Words } from "./message.ts";
import { clockNames, rungWords } from "./names.ts";
import { datesIn } from "./when.ts";

const levels = {
  B: { zh: "群体投诉", en: "group complaint" },
  D: { zh: "群体意见", en: "group opinion" },
} as const;

const actions: Readonly<Record<MemberAction["type"], Words>> = {
  reply: { zh: "统一回复", en: "reply to all" },
  assign: { zh: "统一指派", en: "assign all" },
  resolve: { zh: "统一告知处理结果", en: "result to all" },
  "follow-up": { zh: "回访", en: "follow-up" },
  close: { zh: "统一结案", en: "close all" },
  judge: { zh: "统一判定", en: "judge all" },
  "form-team": { zh: "成立处理小组", en: "team formed" },
  investigate: { zh: "会同部门调查", en: "investigated with the departments" },
  "report-up": { zh: "上报", en: "reported up" },
  foresee: { zh: "预估涉及面和后果", en: "reach and consequences foreseen" },
  instruct: { zh: "领导批示", en: "leader's instruction" },
  consult: { zh: "征询专业意见", en: "expert advice" },
};

/** What happened to a group, in one plain sentence of each language. */
export function groupSentence(fact: GroupFact, timeZone: string, now: string): Words {
  const dates = datesIn(timeZone, now);
  switch (fact.type) {
    case "proposed": {
      const { level, members, evidence, confirmAt } = fact;
      const at = dates.at(confirmAt);
      return {
        zh: `提出${levels[level].zh}：${members.length} 件，${evidence.households} 户；${at} 前无人处理将自动成立`,
        en: `Proposed as a ${levels[level].en}: ${members.length} complaints of ${evidence.households} households; it stands by itself at ${at}`,
      };
    }
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
      return actions[fact.action.type];
    case "commandCarriedOut":
      return {
        zh: `${actions[fact.action].zh}执行完毕，${fact.refused.length} 件未能执行`,
        en: `${actions[fact.action].en}: carried out, ${fact.refused.length} refused`,
      };
    case "resolved":
      return {
        zh: `全部处理完成，抽样回访 ${fact.sample.length} 件`,
        en: `All resolved; ${fact.sample.length} are to be called`,
      };
    case "handedOver":
      return { zh: "工作移交，改由继任者负责", en: "Handed over to a successor" };
    case "closed":
      return { zh: "群体结束", en: "Closed" };
    case "dissolved":
      return fact.because === "person"
        ? { zh: "人工解散", en: "Dissolved by a person" }
        : { zh: "不足五位客户，自动撤销", en: "Lapsed: fewer than five customers" };
    case "clockStarted":
      return { zh: `${clockNames[fact.name].zh}开始计时`, en: `Clock started: ${clockNames[fact.name].en}` };
    case "clockStopped":
      return { zh: `${clockNames[fact.name].zh}停止计时`, en: `Clock stopped: ${clockNames[fact.name].en}` };
    case "rungDecided": {
      const reason = rungWords(decidedRule(fact).time);
      const told = String(fact.recipients.length);
      return {
        zh: `${clockNames[fact.name].zh}·${reason.zh}：通知 ${told} 人`,
        en: `${clockNames[fact.name].en}, ${reason.en}: ${told} told`,
      };
    }
  }
}

function numbers(members: readonly { readonly number: string }[]): string {
  return members.map(({ number }) => number).join("、");
}
