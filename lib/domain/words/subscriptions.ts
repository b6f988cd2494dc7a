import type { TreeLevel } from "../organisation/tree.ts";
import type { Rhythm } from "../subscriptions/subscription.ts";
import type { Words } from "./words.ts";

/** How often somebody takes the files of a part of the tree. */
export const rhythmWords: Readonly<Record<Rhythm, Words>> = {
  day: { zh: "每日", en: "daily" },
  week: { zh: "每周", en: "weekly" },
  month: { zh: "每月", en: "monthly" },
};

/** The levels of the tree. */
export const treeLevelWords: Readonly<Record<TreeLevel, Words>> = {
  company: { zh: "公司", en: "Company" },
  region: { zh: "区域", en: "Region" },
  city: { zh: "城市公司", en: "City company" },
  project: { zh: "项目", en: "Project" },
};
