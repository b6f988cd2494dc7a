import type { Bilingual } from "../problems.ts";

/** The five grades (D8); which of them count as satisfied is policy. */
export const grades = [1, 2, 3, 4, 5] as const;
export type Grade = (typeof grades)[number];

export const gradeNames: Readonly<Record<Grade, Bilingual>> = {
  1: { zh: "很不满意", en: "Very poor" },
  2: { zh: "不满意", en: "Poor" },
  3: { zh: "一般", en: "Fair" },
  4: { zh: "满意", en: "Good" },
  5: { zh: "非常满意", en: "Very good" },
};
