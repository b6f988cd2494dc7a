import { decodeAs } from "./decoders.ts";

/** −∞…1: share of everyday characters among the non-ASCII ones, less a penalty for what no mail contains. */
export function plausibility(text: string, label: string, bytes: Uint8Array): number {
  let total = 0;
  let everyday = 0;
  let bad = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) continue;
    total += 1;
    if (code === 0xfffd) bad += 1;
    else if (isPunctuation(code) || COMMON.has(character)) everyday += 1;
    else if (code >= 0x4e00 && code <= 0x9fff) everyday += levelOne(label).has(character) ? 0.6 : 0.25;
    else if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x3041 && code <= 0x30fe)) everyday += 0.6;
    else if (code < 0xa0 || (code >= 0xe000 && code <= 0xf8ff) || (code >= 0xff61 && code <= 0xff9f))
      bad += 0.5;
    else if (code >= 0x400 && code <= 0x4ff) everyday += 0.2;
  }
  if (total === 0) return 0;
  if (label === "windows-1252") return westernPlausibility(bytes);
  if (label === "koi8-r" || label === "windows-1251") return cyrillicPlausibility(text, total);
  // UTF-8 without a fault is never chance; a fault or two among many characters is a cut character.
  if (label === "utf-8") return bad === 0 ? faultlessUtf8(text) : 1 - (3 * bad) / total;
  return (everyday - 2 * bad) / total;
}

/** Pairs of GBK bytes can pass for two-byte UTF-8 ("茅" is "é"), but not for three-byte, nor between Latin letters. */
function faultlessUtf8(text: string): number {
  return /[\u{800}-\u{10ffff}]|[A-Za-z][\u{80}-\u{7ff}]|[\u{80}-\u{7ff}][A-Za-z]/u.test(text) ? 2 : 0.5;
}

/** The half of a charset that holds its frequent characters: GB2312 level 1, Big5 level 1; built once. */
function levelOne(label: string): ReadonlySet<string> {
  const cached = levels.get(label);
  if (cached !== undefined) return cached;
  const range = LEVEL_ONE_LEADS[label];
  const found = new Set<string>();
  if (range !== undefined) {
    for (let lead = range[0]; lead <= range[1]; lead += 1) {
      for (let trail = 0x40; trail <= 0xfe; trail += 1) {
        const isInPlane = trail >= 0xa1 || (label === "big5" && trail <= 0x7e);
        if (isInPlane) found.add(decodeAs(label, Uint8Array.of(lead, trail)));
      }
    }
  }
  levels.set(label, found);
  return found;
}

const LEVEL_ONE_LEADS: Readonly<Record<string, readonly [number, number]>> = {
  gb18030: [0xb0, 0xd7],
  big5: [0xa4, 0xc6],
};
const levels = new Map<string, ReadonlySet<string>>();

/** Western text has single accented letters among ASCII letters; Chinese bytes come in runs. */
function westernPlausibility(bytes: Uint8Array): number {
  let runs = 0;
  let single = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    if ((bytes[i] ?? 0) < 0x80) continue;
    const start = i;
    while ((bytes[i + 1] ?? 0) >= 0x80) i += 1;
    runs += 1;
    const first = bytes[start] ?? 0;
    const besideLetter = isAsciiLetter(bytes[start - 1]) || isAsciiLetter(bytes[i + 1]);
    if (i === start && first >= 0xa0 && besideLetter) single += 1;
  }
  return runs === 0 ? 0 : (single / runs) * 0.75;
}

/** Cyrillic is written in words of small letters, capitals at their heads; the other charset swaps the cases. */
function cyrillicPlausibility(text: string, total: number): number {
  let lettersInWords = 0;
  for (const word of text.match(/[\u0401\u0410-\u0451]{2,}/g) ?? [])
    if (/^.[\u0430-\u0451]+$/.test(word)) lettersInWords += word.length;
  return (lettersInWords / total) * 0.9;
}

const isAsciiLetter = (byte: number | undefined): boolean =>
  byte !== undefined && /[A-Za-z]/.test(String.fromCharCode(byte));

const isPunctuation = (code: number): boolean =>
  (code >= 0x3000 && code <= 0x301f) ||
  (code >= 0xff01 && code <= 0xff5e) ||
  (code >= 0x2010 && code <= 0x2026) ||
  code === 0xb7;

/** The commonest characters of Chinese letters, simplified and traditional, and of this trade. */
const COMMON = new Set(
  "的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从知使长动但现业区物楼单元投诉维修水电梯停车门保安客户服务理处回复请您先女士尊敬管费房室漏噪音问题电话联系谢邮件主题原始文测试号码姓名内容关通报系统自动月星期五六四七八九" +
    "이가은는을를에의고하지다니요안녕세습합한있없도로사기해서나시" +
    "這為個來們說國時會對發後過還無與學種將當經進從動業產車門電樓區單訴維護費間話繫謝郵件題號碼內關報統於開長點實樣問應麼東西體員給請將回覆寄信您好測試中華民國臺灣先生小姐敬啟者",
);
