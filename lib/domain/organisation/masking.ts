/** `wang.li@mail.example` → `w***@mail.example`. */
export function maskedAddress(address: string): string {
  const at = address.lastIndexOf("@");
  return at < 1 ? "****" : `${Array.from(address)[0] ?? ""}***${address.slice(at)}`;
}

/** `13812345678` → `138****5678`; short numbers keep their last two digits. */
export function maskedPhone(phone: string): string {
  const digits = phone.trim();
  if (digits.length >= 8) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return `****${digits.slice(-2)}`;
}

/** How people are called who are not named: these words stay. */
export const politeNames = /(?:先生|女士|小姐|太太|阿姨|大爷|师傅|老师|同志|经理|主任)$/;
/** Surnames of two characters that are common enough to be met. */
export const doubleSurnames = /^(?:欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|端木|南宫)/;

/** `王建国` → `王**`, `Anna Li` → `A******`; `王先生` names nobody and stays. As long as what it stands for. */
export function maskedName(name: string): string {
  if (politeNames.test(name)) return name;
  const shown = doubleSurnames.exec(name)?.[0] ?? Array.from(name)[0] ?? "";
  return shown.length === name.length ? "*" : `${shown}${"*".repeat(name.length - shown.length)}`;
}
