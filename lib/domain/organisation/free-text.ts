import { doubleSurnames, maskedAddress, maskedName, maskedPhone, politeNames } from "./masking.ts";

/**
 * Mobile numbers however they are grouped, in full-width figures too, landlines with their area code, also in brackets, and
 * 400 numbers; not parts of longer numbers.
 */
const phones =
  /(?<![\d.０-９])(?:(?:\+?86[-\s]?)?1[3-9]\d[-.\s]?\d{4}[-.\s]?\d{4}|[（(]?0\d{2,3}[)）]?[-\s]?\d{7,8}|400[-\s]?\d{3,4}[-\s]?\d{3,4}|１[３-９][０-９]{9})(?![\d０-９])/g;
/** Begins where a run of such characters begins: a long run without an @ is read once, not from each of its characters. */
const addresses = /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** `502室`, `1208房`, `2单元502`, `3-2-502`: the number behind building and unit. */
const rooms =
  /(?<!\d)\d{3,4}(?=\s*(?:室|号房|房间|房(?!屋|产|管|价|款)))|(?<=(?:单元|栋|幢|座)\s*)\d{3,4}(?![\d年元])|(?<=(?<!\d)\d{1,3}[-－—#]\d{1,2}[-－—])\d{3,4}(?![\d-])/g;

/** What somebody wrote, with the telephone numbers in it masked: for files that leave the project. */
export function withoutPhones(text: string): string {
  return text
    .replace(phones, (found) =>
      maskedPhone(
        found
          .normalize("NFKC")
          .replace(/\D/g, "")
          .replace(/^86(?=1)/, ""),
      ),
    )
    .replace(addresses, maskedAddress);
}

/** A Chinese full name by its surname, `王建国` → `王某`; `王先生` stays, and so does what is no such name. */
export function shortName(name: string): string {
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || politeNames.test(name)) return name;
  return `${doubleSurnames.exec(name)?.[0] ?? Array.from(name)[0] ?? ""}某`;
}

/** The text with these people's full names shortened: for cases that are told to others (D8, D14, D15). */
export function withShortNames(text: string, names: readonly string[]): string {
  return names.reduce((told, name) => {
    const short = shortName(name);
    return short === name ? told : told.replaceAll(name, short);
  }, text);
}

/** The same with the numbers of rooms masked too: for cases that are told to others (D8, D14, D15). */
export function withoutPeople(text: string): string {
  return withoutPhones(text).replace(rooms, "***");
}

/**
 * The same for people who read what others wrote down: every character that is taken away leaves a `*`, so that places in
 * the text stay what they were. `names`: whose full names are known.
 */
export function hiddenText(text: string, names: readonly string[]): string {
  const starred = text
    .replace(phones, (found) => starredDigits(found))
    .replace(addresses, (found) => {
      const at = found.lastIndexOf("@");
      return found.slice(0, 1) + "*".repeat(Math.max(0, at - 1)) + found.slice(at);
    })
    .replace(rooms, (found) => "*".repeat(found.length));
  return names
    .filter((name) => name.length > 1)
    .reduce((told, name) => told.replaceAll(name, maskedName(name)), starred);
}

/** All digits but the first three and the last four, whatever stands between them. */
function starredDigits(found: string): string {
  const digits = found.match(/[\d０-９]/g)?.length ?? 0;
  let seen = 0;
  return found.replace(/[\d０-９]/g, (digit) => {
    seen += 1;
    return seen > 3 && seen <= digits - 4 ? "*" : digit;
  });
}
