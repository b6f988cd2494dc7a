import { type CompanyTextsStore } from "../../../lib/app/ports/submissions.ts";
import { type CompanyTexts } from "../../../lib/domain/submissions/company-texts.ts";
import { stored } from "./stored.ts";

/** What headquarters write of a month, with conditional writes. */
export class MemoryCompanyTexts implements CompanyTextsStore {
  readonly items = new Map<string, CompanyTexts>();
  async load(month: string) {
    const found = this.items.get(month);
    return found === undefined ? undefined : stored(found);
  }
  readonly #numbers = new Map<string, string>();
  async reserveBulletin(
    year: number,
    number: number,
    { month, scope }: { readonly month: string; readonly scope: string },
  ) {
    const key = `${year}#${number}`;
    const standing = this.#numbers.get(key) ?? month;
    if (standing !== scope && standing !== month) return false;
    this.#numbers.set(key, scope);
    return true;
  }
  async write(texts: CompanyTexts) {
    const standing = this.items.get(texts.month);
    if (standing !== undefined && standing.revision !== texts.revision - 1)
      return { conflict: stored(standing) };
    this.items.set(texts.month, stored(texts));
    return {};
  }
}
