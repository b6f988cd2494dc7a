/** Letters that look like Latin ones: whoever copies `А座` out of a document cannot see that it is Cyrillic. */
const lookAlikes: Readonly<Record<string, string>> = {
  ...pairs("аa вb еe кk мm нh оo рp сc тt уy хx іi ѕs јj"),
  ...pairs("αa βb εe ηh ιi κk μm νn οo ρp τt υy χx ζz"),
};
/** Traditional characters of addresses. */
const simplified = pairs("棟栋 單单 號号 樓楼 層层 區区 戶户 門门 組组 團团 東东 貳贰 陸陆 萬万");
/** Before NFKC, which would make letters of them. */
const romans = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ";
const smallRomans = "ⅰⅱⅲⅳⅴⅵⅶⅷⅸⅹⅺⅻ";

/**
 * A text without what nobody sees or means: width (NFKC), case, blanks, zero-width characters, look-alike letters,
 * traditional characters, kinds of dashes. Idempotent.
 */
export function plainText(text: string): string {
  return Array.from(text)
    .map((char) => romanOf(char) ?? char)
    .join("")
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{Cf}\p{Cc}]/gu, "")
    .replace(/[‐-―−﹘﹣ー－~～]/g, "-")
    .replace(/./gu, (char) => lookAlikes[char] ?? simplified[char] ?? char);
}

function romanOf(char: string): string | undefined {
  const at = Math.max(romans.indexOf(char), smallRomans.indexOf(char));
  return at < 0 ? undefined : String(at + 1);
}

function pairs(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(text.split(" ").map(([from = "", to = ""]) => [from, to]));
}
