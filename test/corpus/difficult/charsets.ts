import { type Difficult, eml, HEAD, inCharset, WANG } from "./build.ts";

const body = (
  charset: string,
  text: Buffer,
  fragment: string,
  subject: string | Buffer = "x",
): Difficult => ({
  raw: Buffer.concat([
    eml(
      ...HEAD,
      Buffer.concat([Buffer.from("Subject: "), Buffer.from(subject)]),
      `Content-Type: text/plain${charset === "" ? "" : `; charset=${charset}`}`,
      "Content-Transfer-Encoding: 8bit",
      "",
    ),
    text,
    Buffer.from("\r\n"),
  ]),
  expected: { ...WANG, subject: typeof subject === "string" ? subject : "主题", text: [fragment] },
});

const gbk = inCharset("gbk");
const russian = "Здравствуйте, у нас протекает крыша уже третий день.";
const korean = "안녕하세요. 엘리베이터가 고장났습니다.";
const japanese = "お世話になっております。天井から水漏れしています。";
const taiwan = "您好，電梯又壞了，請儘快派人維修，謝謝。";
const german = "Schöne Grüße aus München, die Tür fällt nicht zu.";

/** Text in the charsets of other countries and of old programs, declared rightly, wrongly or not at all. */
export const charsets: Readonly<Record<string, Difficult>> = {
  "charset-koi8-r": body("koi8-r", inCharset("koi8-r")(russian), russian),
  "charset-windows-1251": body("windows-1251", inCharset("windows-1251")(russian), russian),
  "charset-cp1251-label": body("cp1251", inCharset("windows-1251")(russian), russian),
  "charset-iso-8859-5": body("ISO-8859-5", inCharset("iso-8859-5")(russian), russian),
  "charset-iso-8859-1": body("iso-8859-1", inCharset("windows-1252")(german), german),
  "charset-iso-8859-15": body("iso-8859-15", Buffer.from("Preis: 5 \xa4", "latin1"), "Preis: 5 €"),
  "charset-windows-1252-quotes": body(
    "iso-8859-1",
    Buffer.from("\x93Lift\x94 \x96 5 \x80", "latin1"),
    "“Lift” – 5 €",
  ),
  "charset-windows-1250": body(
    "windows-1250",
    inCharset("windows-1250")("Příliš žluťoučký kůň"),
    "Příliš žluťoučký kůň",
  ),
  "charset-iso-8859-2": body("iso-8859-2", inCharset("iso-8859-2")("Zażółć gęślą jaźń"), "Zażółć gęślą jaźń"),
  "charset-windows-1253": body("windows-1253", inCharset("windows-1253")("Καλημέρα σας"), "Καλημέρα σας"),
  "charset-windows-1254": body(
    "iso-8859-9",
    inCharset("windows-1254")("Asansör çalışmıyor, şikâyet"),
    "Asansör çalışmıyor",
  ),
  "charset-windows-1255": body("windows-1255", inCharset("windows-1255")("שלום המעלית תקועה"), "שלום המעלית"),
  "charset-windows-1256": body("windows-1256", inCharset("windows-1256")("المصعد معطل"), "المصعد معطل"),
  "charset-windows-1258": body(
    "windows-1258",
    inCharset("windows-1258")("Thang máy hỏng".replace("ỏ", "o")),
    "Thang máy",
  ),
  "charset-tis-620": body("tis-620", inCharset("windows-874")("ลิฟต์เสียครับ"), "ลิฟต์เสียครับ"),
  "charset-macintosh": body("macintosh", inCharset("macintosh")(german), german),
  "charset-x-mac-roman-label": body("x-mac-roman", inCharset("macintosh")("Größe"), "Größe"),
  "charset-cp850": body("cp850", Buffer.from("Gr\x94\xe1e und T\x81r", "latin1"), "Größe und Tür"),
  "charset-cp437": body("ibm437", Buffer.from("caf\x82", "latin1"), "café"),
  "charset-euc-kr": body("euc-kr", inCharset("euc-kr")(korean), korean),
  "charset-ks_c_5601-1987": body("ks_c_5601-1987", inCharset("euc-kr")(korean), korean),
  "charset-undeclared-euc-kr": body("", inCharset("euc-kr")(korean), "엘리베이터가"),
  "charset-shift-jis": body("Shift_JIS", inCharset("shift_jis")(japanese), japanese),
  "charset-cp932-label": body("cp932", inCharset("shift_jis")(japanese), japanese),
  "charset-euc-jp": body("EUC-JP", inCharset("euc-jp")(japanese), japanese),
  "charset-big5-hkscs": body("big5-hkscs", inCharset("big5")(taiwan), taiwan),
  "charset-undeclared-koi8-r": body("", inCharset("koi8-r")(russian), russian),
  "charset-undeclared-windows-1251": body("", inCharset("windows-1251")(russian), russian),
  "charset-us-ascii-with-latin1": body("us-ascii", inCharset("windows-1252")(german), german),
  "charset-quoted-label": body('"GB2312"', gbk("电梯坏了，请维修。"), "电梯坏了，请维修。"),
  "charset-label-with-semicolon-glued": body(
    "gb2312;format=flowed",
    gbk("电梯坏了，请维修。"),
    "电梯坏了，请维修。",
  ),
  "charset-utf8-no-dash": body("utf8", Buffer.from("电梯坏了"), "电梯坏了"),
  "charset-utf-8-mb4": body("utf8mb4", Buffer.from("电梯😡坏了"), "电梯😡坏了"),
  "charset-utf-8-bom": body("utf-8", Buffer.from("\uFEFF电梯坏了"), "电梯坏了"),
  "charset-raw-gbk-subject": body("gbk", gbk("电梯坏了，请维修。"), "电梯坏了，请维修。", gbk("主题")),
  "charset-iso-2022-jp-2-label": body(
    "iso-2022-jp-2",
    Buffer.from("\x1b$B?eO3$l\x1b(B OK", "latin1"),
    "水漏れ OK",
  ),
  "charset-utf-7-label": body("unicode-1-1-utf-7", Buffer.from("Hi +dTVoryFX-!", "latin1"), "Hi"),
};
