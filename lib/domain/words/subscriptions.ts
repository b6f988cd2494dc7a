import type { Vocabulary } from "./words.ts";

/** How often somebody takes the files of a part of the tree. */
export const rhythmWords = {
  day: { zh: "每日", en: "daily" },
  week: { zh: "每周", en: "weekly" },
  month: { zh: "每月", en: "monthly" },
} as const satisfies Vocabulary;

/** The levels of the tree. */
export const treeLevelWords = {
  company: { zh: "公司", en: "Company" },
  region: { zh: "区域", en: "Region" },
  city: { zh: "城市公司", en: "City company" },
  project: { zh: "项目", en: "Project" },
} as const satisfies Vocabulary;
