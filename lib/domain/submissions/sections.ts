import type { Words } from "../words/words.ts";

/** What a project writes about a month: D7's sections per project, and D8's texts. */
export const sectionNames = {
  "important-work": { zh: "重要工作", en: "Important work" },
  committee: { zh: "客户关系：业委会成立、改选", en: "Customer relations: owners' committee" },
  fee: { zh: "客户关系：调整物业管理费", en: "Customer relations: change of the management fee" },
  tender: { zh: "客户关系：招投标选聘", en: "Customer relations: tender for the management" },
  improvement: { zh: "专业改进", en: "Professional improvement" },
  marketing: { zh: "集团重点工作：营销配合", en: "Group priorities: help for marketing" },
  culture: { zh: "集团重点工作：社区文化", en: "Group priorities: community culture" },
  "staff-care": { zh: "集团重点工作：员工关心", en: "Group priorities: care for staff" },
  standards: { zh: "集团重点工作：规范推进", en: "Group priorities: standards" },
  "group-other": { zh: "集团重点工作：其他", en: "Group priorities: other" },
  "top-three": { zh: "投诉前三位分析", en: "The top three of the complaints" },
  "key-problems": { zh: "重点问题及改进", en: "Key problems and improvements" },
} as const;
export type SectionName = keyof typeof sectionNames;

/** In D7's order. */
export const sectionList = Object.keys(sectionNames).filter(isSection);

function isSection(name: string): name is SectionName {
  return Object.hasOwn(sectionNames, name);
}

/** What is said in a section (D7): 进展阶段, 措施, 效果, 存在问题. */
export const sectionFields = ["stage", "measures", "effect", "problems"] as const;
export type SectionField = (typeof sectionFields)[number];

export const sectionFieldNames: Readonly<Record<SectionField, Words>> = {
  stage: { zh: "进展", en: "Stage" },
  measures: { zh: "措施", en: "Measures" },
  effect: { zh: "效果", en: "Effect" },
  problems: { zh: "问题", en: "Problems" },
};

export type SectionTexts = Readonly<Partial<Record<SectionField, string>>>;

/** A project's narratives of a month. */
export type Narratives = Readonly<Partial<Record<SectionName, SectionTexts>>>;

/** A section in running text, each part with its name; undefined where nothing was written. */
export function sectionProse(texts: SectionTexts = {}): string | undefined {
  const parts = sectionFields.flatMap((field) => {
    const text = texts[field];
    return text === undefined ? [] : [`${sectionFieldNames[field].zh}：${text}`];
  });
  return parts.length === 0 ? undefined : parts.join("\n");
}
