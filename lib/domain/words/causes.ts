import type { Vocabulary, Words } from "./words.ts";

/** D3: what went wrong on our side. */
export const dutyCauseWords = {
  dereliction: { zh: "失职", en: "dereliction" },
  mistake: { zh: "失误", en: "mistake" },
  impropriety: { zh: "失度", en: "impropriety" },
  "loss-of-control": { zh: "失控", en: "loss of control" },
  "beyond-us": { zh: "非本单位能力范围", en: "beyond our reach" },
} as const satisfies Vocabulary;

const people: Words = { zh: "人", en: "people" };
const equipment: Words = { zh: "机", en: "equipment" };
const material: Words = { zh: "料", en: "material" };

/** D15, 人机料法环: the factor and what about it. */
export const causeFactorParts = {
  "people.attitude": { factor: people, detail: { zh: "服务态度", en: "attitude" } },
  "people.conduct": { factor: people, detail: { zh: "服务规范", en: "conduct" } },
  "people.skill": { factor: people, detail: { zh: "服务技能", en: "skill" } },
  "equipment.appearance": { factor: equipment, detail: { zh: "外观完好性", en: "appearance" } },
  "equipment.quality": { factor: equipment, detail: { zh: "质量合格性", en: "quality" } },
  "equipment.function": { factor: equipment, detail: { zh: "功能适用性", en: "function" } },
  "material.durability": { factor: material, detail: { zh: "耐用性", en: "durability" } },
  "material.economy": { factor: material, detail: { zh: "经济性", en: "economy" } },
  "material.accuracy": { factor: material, detail: { zh: "准确性", en: "accuracy" } },
  method: { factor: { zh: "法", en: "method" }, detail: { zh: "方法、流程", en: "ways and procedures" } },
  environment: { factor: { zh: "环", en: "environment" }, detail: { zh: "环境", en: "surroundings" } },
} as const satisfies Readonly<Record<string, { readonly factor: Words; readonly detail: Words }>>;

/** `人·服务态度`. */
export function causeFactorWords(cause: keyof typeof causeFactorParts): Words {
  const { factor, detail } = causeFactorParts[cause];
  return { zh: `${factor.zh}·${detail.zh}`, en: `${factor.en}: ${detail.en}` };
}
