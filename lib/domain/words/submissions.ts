import type { Vocabulary } from "./words.ts";

/** Why a project contests a case of its month. */
export const contestReasonWords = {
  "not-ours": { zh: "非我方责任", en: "not our responsibility" },
  duplicate: { zh: "重复", en: "duplicate" },
  malicious: { zh: "恶意", en: "malicious" },
} as const satisfies Vocabulary;
