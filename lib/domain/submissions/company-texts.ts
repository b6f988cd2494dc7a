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

/** [year] 第 n 期 and the title of a bulletin; what is absent is the last month's year and number and D14's title. */
export interface BulletinHead {
  readonly year?: number;
  readonly number?: number;
  readonly title?: string;
}

/** What headquarters write about the whole company for a month (D7): one document, the last writing counts. */
export interface CompanyTexts {
  readonly schema: 1;
  readonly month: string;
  /** 第 n 期; absent: the number of the month (`default`). */
  readonly issue?: number;
  /** The bulletin of the month (D14), as far as headquarters have said. */
  readonly bulletin?: BulletinHead;
  /** Texts by function; what headquarters say of a hot project in the bulletin by `hot.<project>`. */
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

const HOT = "hot.";

/** Headquarters' own paragraphs and advice, by project: each stands in the place of the prefilled one (D14). */
export function hotTextsOf(
  texts: Pick<CompanyTexts, "personal"> | undefined,
): Readonly<Record<string, string>> {
  const own: Record<string, string> = {};
  for (const [ref, { value }] of Object.entries(texts?.personal ?? {}))
    if (ref.startsWith(HOT)) own[ref.slice(HOT.length)] = value;
  return own;
}

export function hotRef(projectId: string): string {
  return `${HOT}${projectId}`;
}

/** What a bulletin's number belongs to: all editions of one period have one number. */
export function bulletinScope({
  month,
  span,
}: {
  readonly month: string;
  readonly span?: { readonly from: string; readonly to: string } | undefined;
}): string {
  return span === undefined ? `${month}#month` : `${month}#${span.from}#${span.to}`;
}
