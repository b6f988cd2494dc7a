import { type Difficult, eml, HEAD, inCharset, WANG } from "./build.ts";

type Extra = Partial<Difficult["expected"]>;
const subject = (field: readonly (string | Buffer)[], read: string, extra: Extra = {}): Difficult => ({
  raw: eml(...HEAD, ...field, "Content-Type: text/plain; charset=utf-8", "", "The roof leaks."),
  expected: { ...WANG, subject: read, text: ["The roof leaks."], ...extra },
});
const file = (fields: readonly (string | Buffer)[], name: string | null): Difficult => ({
  raw: eml(
    ...HEAD,
    "Subject: Leak",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "The roof leaks.",
    "--b",
    ...fields,
    "Content-Transfer-Encoding: base64",
    "",
    "AAAA",
    "--b--",
  ),
  expected: { ...WANG, subject: "Leak", text: ["The roof leaks."], files: [name] },
});
const gbk = inCharset("gbk");

/** Subjects, folded and encoded in every wrong way, and names of files. */
export const headers: Readonly<Record<string, Difficult>> = {
  "subject-missing": subject([], ""),
  "subject-empty": subject(["Subject:"], ""),
  "subject-folded-with-tab": subject(["Subject: The lift", "\tis broken"], "The lift is broken"),
  "subject-folded-between-words": subject(
    ["Subject: =?utf-8?B?55S15qKv?=", " =?utf-8?B?5Z2P5LqG?="],
    "电梯坏了",
  ),
  "subject-word-with-spaces": subject(["Subject: =?utf-8?Q?The lift is broken?="], "The lift is broken"),
  "subject-word-cut-in-character": subject(
    ["Subject: =?utf-8?B?55S15qI=?= =?utf-8?B?r+Wdj+S6hg==?="],
    "电梯坏了",
  ),
  "subject-word-with-language": subject(["Subject: =?utf-8*zh?B?55S15qKv?="], "电梯"),
  "subject-words-lower-case": subject(["Subject: =?UTF-8?q?=e7=94=b5=e6=a2=af?="], "电梯"),
  "subject-word-in-quotes": subject(['Subject: "=?utf-8?B?55S15qKv?="'], '"电梯"'),
  "subject-word-inside-word": subject(["Subject: Re:=?utf-8?B?55S15qKv?=!"], "Re:电梯!"),
  "subject-looks-like-word": subject(["Subject: =?? what = this ?="], "=?? what = this ?="),
  "subject-q-underscore": subject(["Subject: =?iso-8859-1?Q?M=FCll_=3D_trash?="], "Müll = trash"),
  "subject-koi8": subject(["Subject: =?koi8-r?B?8NLJ18XU?="], "Привет"),
  "subject-iso-2022-jp": subject(["Subject: =?ISO-2022-JP?B?GyRCP2VPMyRsGyhC?="], "水漏れ"),
  "subject-iso-2022-jp-raw": subject(["Subject: \x1b$B?eO3$l\x1b(B"], "水漏れ"),
  "subject-raw-gbk": {
    raw: eml(...HEAD, Buffer.concat([Buffer.from("Subject: "), gbk("电梯坏了")]), "", gbk("请维修电梯。")),
    expected: { ...WANG, subject: "电梯坏了", text: ["请维修电梯。"] },
  },
  "subject-raw-latin1": {
    raw: eml(...HEAD, Buffer.from("Subject: M\xfcll vor der T\xfcr", "latin1"), "", "The roof leaks."),
    expected: { ...WANG, subject: "Müll vor der Tür", text: ["The roof leaks."] },
  },
  "subject-twice": subject(["Subject: One", "Subject: Two"], "One"),
  "subject-with-nul": subject(["Subject: The\0 lift"], "The lift"),
  "subject-folded-empty-line": subject(["Subject:", " The lift is broken"], "The lift is broken"),
  "subject-very-long": subject([`Subject: ${"lift ".repeat(400)}end`], `${"lift ".repeat(400)}end`),
  "subject-emoji": subject(["Subject: =?UTF-8?B?8J+Yoe+4jw==?= lift"], "😡️ lift"),
  "date-in-two-digit-year": subject(["Subject: x"], "x", { date: "2026-05-08T02:20:30.000Z" }),
  "file-name-rfc2231": file(
    ["Content-Type: image/png", "Content-Disposition: attachment; filename*=utf-8''%E7%94%B5%E6%A2%AF.png"],
    "电梯.png",
  ),
  "file-name-rfc2231-split": file(
    [
      "Content-Type: image/png",
      "Content-Disposition: attachment;",
      " filename*0*=utf-8''%E7%94;",
      " filename*1*=%B5%E6%A2%AF;",
      " filename*2=.png",
    ],
    "电梯.png",
  ),
  "file-name-rfc2231-gbk": file(
    ["Content-Disposition: attachment; filename*=GBK''%B5%E7%CC%DD.png", "Content-Type: image/png"],
    "电梯.png",
  ),
  "file-name-rfc2231-unordered": file(
    ["Content-Type: image/png", "Content-Disposition: attachment; filename*1=b.png; filename*0=a"],
    "ab.png",
  ),
  "file-name-encoded-word": file(["Content-Type: image/png; name==?utf-8?B?55S15qKvLnBuZw==?="], "电梯.png"),
  "file-name-words-over-two-lines": file(
    ['Content-Type: image/png; name="=?utf-8?B?55S15qKv?=', ' =?utf-8?B?LnBuZw==?="'],
    "电梯.png",
  ),
  "file-name-raw-gbk": file(
    [Buffer.concat([Buffer.from('Content-Type: image/png; name="'), gbk("电梯"), Buffer.from('.png"')])],
    "电梯.png",
  ),
  "file-name-raw-utf8": file(
    ['Content-Disposition: attachment; filename="电梯.png"', "Content-Type: image/png"],
    "电梯.png",
  ),
  "file-name-unquoted-blanks": file(["Content-Type: image/png; name=my lift.png"], "my lift.png"),
  "file-name-with-path": file(
    ['Content-Type: image/png; name="C:\\\\Users\\\\wang\\\\lift.png"'],
    "lift.png",
  ),
  "file-name-unclosed-quote": file(['Content-Type: image/png; name="lift.png'], "lift.png"),
  "file-name-semicolon-inside": file(
    ['Content-Disposition: attachment; filename="a;b.png"', "Content-Type: image/png"],
    "a;b.png",
  ),
  "file-name-missing": file(["Content-Type: application/pdf", "Content-Disposition: attachment"], null),
  "file-name-both-differ": file(
    ["Content-Type: image/png; name=one.png", "Content-Disposition: attachment; filename=two.png"],
    "two.png",
  ),
  "file-name-percent-sign": file(["Content-Type: image/png; name=100%.png"], "100%.png"),
};
