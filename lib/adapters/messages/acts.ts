import type {
  CauseFactor,
  DutyCause,
  Ending,
  FollowUpOutcome,
  HandlingStep,
  RecordKind,
  ReplyVia,
  Urgency,
  Validity,
} from "../../domain/complaint/events.ts";
import type { Words } from "./message.ts";

const words = (zh: string, en: string): Words => ({ zh, en });

export const outcomeWords: Readonly<Record<FollowUpOutcome, Words>> = {
  reached: words("接通", "reached"),
  "no-answer": words("未接", "no answer"),
  "wrong-number": words("空号", "wrong number"),
  refused: words("拒访", "refused"),
};

export const viaWords: Readonly<Record<ReplyVia, Words>> = {
  phone: words("电话", "by phone"),
  email: words("邮件", "by e-mail"),
  visit: words("上门", "in person"),
  letter: words("信函", "by letter"),
  posted: words("公示", "by posted notice"),
};

export const validityWords: Readonly<Record<Validity, Words>> = {
  valid: words("有效", "valid"),
  assisted: words("协助处理", "assisted"),
  invalid: words("无效", "invalid"),
};

export const kindWords: Readonly<Record<RecordKind, Words>> = {
  complaint: words("投诉", "complaint"),
  opinion: words("意见/咨询", "opinion"),
  repair: words("报修", "repair"),
  help: words("求助", "request for help"),
};

export const urgencyWords: Readonly<Record<Urgency, Words>> = {
  general: words("一般", "general"),
  important: words("重要", "important"),
  urgent: words("紧急", "urgent"),
};

/** Steps of D11 and D13. */
export const stepWords: Readonly<Record<HandlingStep, Words>> = {
  "form-team": words("成立多部门处理小组", "team of several departments formed"),
  investigate: words("调查", "investigated"),
  "report-up": words("上报", "reported up"),
  foresee: words("评估涉及面和后果", "foresaw how many others and what consequences"),
  instruct: words("领导批示", "leader's instruction"),
  consult: words("专业意见", "expert advice"),
};

/** D3. */
export const dutyCauseWords: Readonly<Record<DutyCause, Words>> = {
  dereliction: words("失职", "dereliction"),
  mistake: words("失误", "mistake"),
  impropriety: words("失度", "impropriety"),
  "loss-of-control": words("失控", "loss of control"),
  "beyond-us": words("非本单位能力范围", "beyond our reach"),
};

/** D15: 人机料法环. */
export const causeFactorWords: Readonly<Record<CauseFactor, Words>> = {
  "people.attitude": words("人·服务态度", "people: attitude"),
  "people.conduct": words("人·服务规范", "people: conduct"),
  "people.skill": words("人·服务技能", "people: skill"),
  "equipment.appearance": words("机·外观完好性", "equipment: appearance"),
  "equipment.quality": words("机·质量合格性", "equipment: quality"),
  "equipment.function": words("机·功能适用性", "equipment: function"),
  "material.durability": words("料·耐用性", "material: durability"),
  "material.economy": words("料·经济性", "material: economy"),
  "material.accuracy": words("料·准确性", "material: accuracy"),
  method: words("法", "method"),
  environment: words("环", "environment"),
};

export const endingWords: Readonly<Record<Ending, Words>> = {
  "followed-up": words("结案，客户满意", "closed, customer satisfied"),
  unreachable: words("结案，无法回访", "closed, customer could not be reached"),
  "no-contact": words("结案，客户未留联系方式", "closed, customer left no contact"),
  "not-sampled": words("结案，未抽中回访", "closed, not in the follow-up sample of its group"),
  explained: words("解释关闭", "closed with an explanation"),
  "at-desk": words("前台解释结案", "closed at the desk by explanation"),
  invalid: words("无效投诉，解释后结案", "invalid, closed after explanation"),
};
