import type { Personal } from "../document/personal.ts";
import type { Instant } from "../time/instant.ts";

/** D7's functions (职能) of the company, of which headquarters write themselves. */
export const companyFunctions = {
  priorities: { zh: "公司重点工作", en: "Company priorities" },
  staff: { zh: "人力资源", en: "Human resources" },
  quality: { zh: "品质管理", en: "Quality management" },
  business: { zh: "经营管理", en: "Business management" },
  other: { zh: "其他", en: "Other" },
} as const;
export type CompanyFunction = keyof typeof companyFunctions;

/** In D7's order. */
export const companyFunctionList = Object.keys(companyFunctions).filter(isFunction);

function isFunction(name: string): name is CompanyFunction {
  return Object.hasOwn(companyFunctions, name);
}

/** The important work of a month by function. */
export type CompanyWork = Readonly<Partial<Record<CompanyFunction, string>>>;

/** What headquarters write about the whole company for a month (D7): one document, the last writing counts. */
export interface CompanyTexts {
  readonly schema: 1;
  readonly month: string;
  /** 第 n 期; absent: the number of the month (`default`). */
  readonly issue?: number;
  /** Texts by function. */
  readonly personal: Readonly<Record<string, Personal>>;
  readonly by: string;
  readonly writtenAt: Instant;
  /** Rises with every writing: the lock of people and of the store. */
  readonly revision: number;
}

/** The texts that were written; what was erased is left out. */
export function companyWorkOf(texts: Pick<CompanyTexts, "personal"> | undefined): CompanyWork {
  const work: Partial<Record<CompanyFunction, string>> = {};
  for (const name of companyFunctionList) {
    const text = texts?.personal[name];
    if (text !== undefined) work[name] = text.value;
  }
  return work;
}
