import type { IdentityViolation } from "./identities.ts";

/** The words whose figures several files of one edition print; see `definitions`. */
export const statedWords = [
  "受理",
  "有效",
  "协助处理",
  "无效",
  "未判定",
  "撤销/转出/合并",
  "任务",
  "完成",
  "未完成",
  "首次回访接通",
  "首次回访满意",
  "公司直接受理",
] as const;
export type StatedWord = (typeof statedWords)[number];

/** What one file (or the projects' files together) says. */
export interface FileStatement {
  /** Named in the error: 工作簿, 物业月报 … */
  readonly file: string;
  readonly figures: Readonly<Partial<Record<StatedWord, number>>>;
}

/**
 * One meaning per word: whatever several files of an edition say under one word is one figure. An empty list means that
 * none contradicts another.
 */
export function checkStatements(statements: readonly FileStatement[]): IdentityViolation[] {
  return statedWords.flatMap((word) => {
    const said = statements.flatMap(({ file, figures }) => {
      const figure = figures[word];
      return figure === undefined ? [] : [{ file, figure }];
    });
    if (new Set(said.map(({ figure }) => figure)).size <= 1) return [];
    const found = said.map(({ file, figure }) => `${file} ${figure}`).join(", ");
    return [{ row: word, rule: "one figure in every file of the edition", found }];
  });
}

/** The sum of what several files say, word by word: the projects' files beside the company's. */
export function summed(file: string, parts: readonly FileStatement[]): FileStatement {
  const figures: Partial<Record<StatedWord, number>> = {};
  for (const part of parts) {
    for (const word of statedWords) {
      const figure = part.figures[word];
      if (figure !== undefined) figures[word] = (figures[word] ?? 0) + figure;
    }
  }
  return { file, figures };
}
