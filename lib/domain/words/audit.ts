import type { Vocabulary } from "./words.ts";

/** How a history contradicts itself or its document. */
export const auditFaultWords = {
  hash: { zh: "事件与链不符", en: "event does not match the chain" },
  sequence: { zh: "事件序号不连续", en: "event out of sequence" },
  personal: { zh: "个人信息与事件不符", en: "personal value does not match its event" },
  hole: { zh: "个人信息缺失而无删除记录", en: "personal value gone without a record of its erasure" },
  due: { zh: "时限与重新计算不符", en: "due instants differ from a second count" },
  rung: { zh: "督办时刻与重新计算不符", en: "a rung rang otherwise than a second count gives" },
  state: { zh: "历史重放与单据不符", en: "history does not give the document" },
} as const satisfies Vocabulary;

/** What a history and a second count say otherwise of a rung. */
export const rungFaultWords = {
  place: { zh: "时刻不是规则所定", en: "not at the instant that the rules give" },
  early: { zh: "记录早于应督办时刻", en: "recorded before its instant" },
  lateness: { zh: "迟到时长与记录不符", en: "otherwise late than it says" },
  missed: { zh: "到点而没有督办记录", en: "its instant has passed and nothing is recorded" },
} as const satisfies Vocabulary;

/** What contradicts the daily digests. */
export const digestFaultWords = {
  head: { zh: "历史在摘要之后被改写", en: "the history was rewritten after the digest" },
  lost: { zh: "摘要所知的历史缺失", en: "the history ends before what the digest knows of it" },
  removed: { zh: "单据不见了", en: "the document is gone" },
  file: { zh: "已发布的文件被改动", en: "the issued file was changed" },
  "file-gone": { zh: "已发布的文件不见了", en: "the issued file is gone" },
  digest: { zh: "摘要被改写或无法读取", en: "the digest was written anew or cannot be read" },
  "digest-gone": { zh: "摘要不见了", en: "the digest is gone" },
  "digest-late": { zh: "两天没有新的摘要", en: "no digest has been written for two days" },
} as const satisfies Vocabulary;
