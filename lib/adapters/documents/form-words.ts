import type {
  ComplainantKind,
  Difficulty,
  FollowUpOutcome,
  FollowUpVia,
  Level,
  RecordKind,
  ReplyVia,
  Validity,
} from "../../domain/complaint/events.ts";
import { levelNames } from "../messages/names.ts";

/** D6: who may complain. */
export const complainantKinds: Readonly<Record<ComplainantKind, string>> = {
  owner: "业主",
  tenant: "租户",
  resident: "住户",
  merchant: "商户",
  other: "其他",
};

export const recordKinds: Readonly<Record<RecordKind, string>> = {
  complaint: "投诉",
  opinion: "意见/咨询",
  repair: "报修",
  help: "求助",
};

export const validities: Readonly<Record<Validity, string>> = {
  valid: "有效",
  assisted: "协助处理",
  invalid: "无效",
};

/** D11. */
export const levels: Readonly<Record<Level, string>> = {
  A: levelNames.A.zh,
  B: levelNames.B.zh,
  C: levelNames.C.zh,
  D: levelNames.D.zh,
  E: levelNames.E.zh,
};

/** D12: difficulty is assessed before settling. */
export const difficulties: Readonly<Record<Difficulty, string>> = {
  easy: "容易",
  moderate: "一般",
  hard: "较难",
};

export const outcomes: Readonly<Record<FollowUpOutcome, string>> = {
  reached: "接通",
  "no-answer": "未接",
  "wrong-number": "空号",
  refused: "拒访",
};

export const followUpVias: Readonly<Record<FollowUpVia, string>> = {
  phone: "电话",
  visit: "上门",
  email: "邮件",
  message: "短信/微信",
};

export const replyVias: Readonly<Record<ReplyVia, string>> = {
  phone: "电话",
  email: "邮件",
  visit: "当面",
  letter: "信函",
  posted: "公示",
};

/** Five grades of satisfaction, the best last; the words are ours (`default`). */
export const grades = {
  "5": "非常满意",
  "4": "满意",
  "3": "一般",
  "2": "不满意",
  "1": "非常不满意",
} as const;

export function gradeName(grade: number | undefined): string | undefined {
  return Object.entries(grades).find(([key]) => key === String(grade))?.[1];
}
