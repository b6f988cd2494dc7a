import { maskedPhone } from "./masking.ts";

/** Mobile numbers however they are grouped, and landlines with their area code; not parts of longer numbers. */
const phones = /(?<![\d.])(?:(?:\+?86[-\s]?)?1[3-9]\d[-\s]?\d{4}[-\s]?\d{4}|0\d{2,3}[-\s]?\d{7,8})(?!\d)/g;
/** `502室`, `1208房`: the number behind building and unit. */
const rooms = /(?<!\d)\d{3,4}(?=\s*(?:室|号房|房间|房(?!屋|产|管|价|款)))/g;

/** What somebody wrote, with the telephone numbers in it masked: for files that leave the project. */
export function withoutPhones(text: string): string {
  return text.replace(phones, (found) => maskedPhone(found.replace(/\D/g, "").replace(/^86(?=1)/, "")));
}

/** The same with the numbers of rooms masked too: for cases that are told to others (D8, D14, D15). */
export function withoutPeople(text: string): string {
  return withoutPhones(text).replace(rooms, "***");
}
