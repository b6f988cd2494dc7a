import type { Words } from "../words/words.ts";
import { isRegulation, type RegulationCode, regulationWords } from "./regulations.ts";

/** Where an instant comes from that no regulation sets: practice with government tickets, and an approval of ours. */
const practice = {
  external: { zh: "转办单上的办理时限", en: "the time on the external ticket" },
  extension: { zh: "经批准的延期", en: "an approved extension" },
} as const satisfies Readonly<Record<string, Words>>;

type Practice = keyof typeof practice;
type Cited = RegulationCode | `${RegulationCode}, ${RegulationCode}`;
declare const ownRule: unique symbol;

/** What a company's own policy cites: a line of its own words, shown as they are. */
export type CompanyClause = string & { readonly [ownRule]: true };

/**
 * Where a limit or a duty comes from: a regulation or two, our own value where they are silent (`default`), practice, or
 * a rule of the company. It is a text, so that it is stored and sent as it stands.
 */
export type Clause = Cited | `${Cited} default` | "default" | Practice | CompanyClause;

const DEFAULT = /(^| )default$/;

/** True for anything that can be cited; only a blank text cites nothing. */
export function isClause(text: unknown): text is Clause {
  return typeof text === "string" && text.trim() !== "";
}

/** A company's own words as a clause. Throws RangeError for a blank text. @internal */
export function clauseOf(text: string): Clause {
  if (!isClause(text)) throw new RangeError("a clause cites something");
  return text;
}

/** The regulations that a clause names, in its order; none for anything else. */
export function regulationsOf(clause: Clause): readonly RegulationCode[] {
  const codes = clause.replace(DEFAULT, "").split(", ");
  return codes.every(isRegulation) ? codes : [];
}

/** True for a value that is ours because the sources leave it open: never presented as law. */
export function isDefault(clause: Clause): boolean {
  return clause === "default" || (DEFAULT.test(clause) && regulationsOf(clause).length > 0);
}

/** What stands after 依据: the regulations by code and title, the company's rule, the ticket or the approval. */
export function clauseWords(clause: Clause): Words {
  if (isPractice(clause)) return practice[clause];
  const titles = regulationsOf(clause).map(regulationWords);
  const zh = titles.map((title) => title.zh).join("、");
  const en = titles.map((title) => title.en).join(", ");
  if (!isDefault(clause)) return titles.length === 0 ? { zh: clause, en: clause } : { zh, en };
  return titles.length === 0
    ? { zh: "公司规定（默认）", en: "the company's rule (default)" }
    : { zh: `公司规定（默认，参照 ${zh}）`, en: `the company's rule (default, after ${en})` };
}

/** `依据 D6《物业管理公司用户投诉处理规程》`; no words for an instant without a clause. */
export function basedOn(clause: Clause | undefined): Words {
  if (clause === undefined) return { zh: "", en: "" };
  const { zh, en } = clauseWords(clause);
  return { zh: /^[\w“]/.test(zh) ? `依据 ${zh}` : `依据${zh}`, en: `under ${en}` };
}

function isPractice(clause: string): clause is Practice {
  return Object.hasOwn(practice, clause);
}
