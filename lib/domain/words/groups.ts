import { levelWords } from "./complaint.ts";
import type { Vocabulary } from "./words.ts";

/** D11: five or more customers' complaints, or opinions. */
export const groupLevelWords = { B: levelWords.B, D: levelWords.D } as const satisfies Vocabulary;

export const groupStatusWords = {
  proposed: { zh: "待确认", en: "proposed" },
  confirmed: { zh: "已成立", en: "confirmed" },
  resolved: { zh: "全部处理完成", en: "resolved" },
  closed: { zh: "已结束", en: "closed" },
  dissolved: { zh: "已解散", en: "dissolved" },
} as const satisfies Vocabulary;
