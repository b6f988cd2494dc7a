import { maskedAddress, maskedPhone } from "./masking.ts";

/**
 * Mobile numbers however they are grouped, in full-width figures too, landlines with their area code, also in brackets, and
 * 400 numbers; not parts of longer numbers.
 */
const phones =
  /(?<![\d.０-９])(?:(?:\+?86[-\s]?)?1[3-9]\d[-.\s]?\d{4}[-.\s]?\d{4}|[（(]?0\d{2,3}[)）]?[-\s]?\d{7,8}|400[-\s]?\d{3,4}[-\s]?\d{3,4}|１[３-９][０-９]{9})(?![\d０-９])/g;
const addresses = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** `502室`, `1208房`, `2单元502`, `3-2-502`: the number behind building and unit. */
const rooms =
  /(?<!\d)\d{3,4}(?=\s*(?:室|号房|房间|房(?!屋|产|管|价|款)))|(?<=(?:单元|栋|幢|座)\s*)\d{3,4}(?![\d年元])|(?<=(?<!\d)\d{1,3}[-－—#]\d{1,2}[-－—])\d{3,4}(?![\d-])/g;
/** How people are called who are not named: these words stay. */
const polite = /(?:先生|女士|小姐|太太|阿姨|大爷|师傅|老师|同志|经理|主任)$/;
/** Surnames of two characters that are common enough to be met. */
const double = /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|南宫)/;

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
  if (!/^\p{Script=Han}{2,4}$/u.test(name) || polite.test(name)) return name;
  return `${double.exec(name)?.[0] ?? Array.from(name)[0] ?? ""}某`;
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
