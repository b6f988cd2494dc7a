import { isDosCodePage } from "./dos-code-pages.ts";

/**
 * Charset labels as mail software really writes them, mapped to what TextDecoder knows.
 * GB2312, GBK and code page 936 all become gb18030, their superset: senders label GBK
 * characters "gb2312" as a rule, and decoding more than was promised costs nothing.
 */
export type CharsetDecoding =
  | { kind: "decoder"; label: string }
  | { kind: "dos"; label: string }
  | { kind: "ascii" }
  | { kind: "utf-7" }
  | { kind: "hz" }
  | { kind: "iso-2022-kr" }
  | { kind: "none" }
  | { kind: "unknown" };

const PATTERNS: readonly (readonly [RegExp, CharsetDecoding])[] = [
  [/^(?:u[tf]{2}8|unicode11utf8|utf8(?:mac|mb[34]|bom|sig)?|65001|cp65001|utf8\d*)$/, decoder("utf-8")],
  [
    /^(?:gb2312(?:80)?|gb231280|gbk|gb|euccn|gbeuc|chinese|chinesesimplified|simplifiedchinese)$/,
    decoder("gb18030"),
  ],
  [
    /^(?:iso58gb231280|isoir58|gb18030(?:\d{4})?|(?:cp|ms|windows|ibm)?(?:936|1386|54936)|cngb)$/,
    decoder("gb18030"),
  ],
  [
    /^(?:big5(?:hkscs|eten|et|uao)?(?:\d{4})?|cnbig5|(?:cp|ms|windows|ibm)?95[01]|chinesetraditional)$/,
    decoder("big5"),
  ],
  [/^(?:iso2022jp(?:\d|ms|2004|3)?|(?:cp|windows)?5022[0-2]|jis|junet)$/, decoder("iso-2022-jp")],
  [/^(?:s(?:hift)?jis|(?:cp|ms|windows|ibm)?932|windows31j|mskanji)$/, decoder("shift_jis")],
  [/^(?:eucjp(?:ms|win)?|(?:cp)?51932|ujis)$/, decoder("euc-jp")],
  [/^(?:euckr|ksc5601(?:19\d\d)?|ksx1001|uhc|(?:cp|ms|windows|ibm)?949|korean)$/, decoder("euc-kr")],
  [/^(?:iso2022kr)$/, { kind: "iso-2022-kr" }],
  [/^(?:hzgb2312|hz|hzgb)$/, { kind: "hz" }],
  [/^(?:utf7|unicode11utf7|unicode20utf7)$/, { kind: "utf-7" }],
  [/^(?:usascii|ascii|ansix34(?:1968|1986)|iso646us|7bit|us)$/, { kind: "ascii" }],
  [/^(?:iso88591|latin1|l1|(?:cp|windows)1252|(?:cp|ibm)819)$/, decoder("windows-1252")],
  [/^(?:iso885915|latin9|l9|latin0)$/, decoder("iso-8859-15")],
  [/^(?:tis620|iso885911|(?:cp|ms|windows)?874)$/, decoder("windows-874")],
  [/^(?:utf16|utf16le|ucs2|unicode)$/, decoder("utf-16le")],
  [/^(?:utf16be)$/, decoder("utf-16be")],
  [
    /^(?:|unknown|unknown8bit|ansi|default|defaultcharset|8bit|binary|none|null|undefined|x|auto|charset)$/,
    { kind: "none" },
  ],
];

function decoder(label: string): CharsetDecoding {
  return { kind: "decoder", label };
}

const known = new Map<string, CharsetDecoding>();

/** What a charset label means; `none` says nothing ("unknown-8bit"), `unknown` is not a charset we know. */
export function encodingOf(label: string | null): CharsetDecoding {
  // RFC 2231 allows a language after '*': "utf-8*zh".
  const written = (label ?? "").toLowerCase().replace(/\*.*$/, "");
  const cached = known.get(written);
  if (cached !== undefined) return cached;
  const found = lookUp(written);
  // A sender may invent labels without end; the cache must not grow with them.
  if (known.size < 500) known.set(written, found);
  return found;
}

function lookUp(written: string): CharsetDecoding {
  const trimmed = written
    .replace(/^[\s"'<=:;]+|[\s"'>;,]+$/g, "")
    .replace(/^(?:charset|encoding)\s*[=:]\s*["']?/, "");
  const bare = trimmed.replace(/^x-(?:x-|ms-)?|^cs(?=[a-z])/, "").replace(/[^a-z0-9]/g, "");
  for (const [pattern, encoding] of PATTERNS) if (pattern.test(bare)) return encoding;
  const codePage = bare.replace(/^(?:ibm|oem)(?=\d)/, "cp");
  if (isDosCodePage(codePage)) return { kind: "dos", label: codePage };
  for (const candidate of [
    trimmed,
    bare.replace(/^(?:cp|ms|ibm)(?=125\d$)/, "windows-"),
    bare.replace(/^iso8859(\d+)$/, "iso-8859-$1"),
  ]) {
    if (isSupported(candidate)) return decoder(candidate);
  }
  return { kind: "unknown" };
}

function isSupported(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "";
  } catch (error) {
    // RangeError is TextDecoder's only way to say "no such label".
    if (error instanceof RangeError) return false;
    throw error;
  }
}
