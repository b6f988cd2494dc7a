import { describe, expect, test } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { type Complaint, registeredValue } from "../../../lib/domain/complaint/document.ts";
import { world } from "../../support/world.ts";
import {
  base64,
  encoded,
  html,
  inIso2022,
  mail,
  now,
  parts,
  plain,
  said,
  taken,
  withBytes,
} from "./written.ts";

/*
 * Kinds of mail that users of other desks (osTicket, Zammad, FreeScout, Request Tracker, Znuny, Frappe, Chatwoot) reported in
 * public as lost, emptied, misread or answered wrongly. The mails are made anew.
 */
describe("what somebody wrote is read", () => {
  test.each<[string, Buffer, string]>([
    [
      "a notice shown as a quotation in a new letter",
      mail(html, "<p>通知原文：</p><blockquote>4月1日起涨价</blockquote><p>我不同意</p>"),
      "通知原文：\n\n> 4月1日起涨价\n\n我不同意",
    ],
    [
      "a list made with >",
      mail(plain, "> 电梯坏了\r\n> 门禁坏了\r\n请处理"),
      "> 电梯坏了\n> 门禁坏了\n请处理",
    ],
    ["a letter that is a quotation alone", mail(html, "<blockquote>楼道灯坏了</blockquote>"), "> 楼道灯坏了"],
    [
      "an answer below what it quotes",
      mail(
        [...plain, "In-Reply-To: <x@y.example>"],
        "在 2026-03-01 10:00，客服 <a@b.example> 写道：\r\n> 已登记\r\n\r\n还没人来",
      ),
      "还没人来",
    ],
    [
      "a plain part of zero-width marks beside the real one",
      parts("alternative", [
        [plain, "\u00a0\r\n\u200b"],
        [html, "<p>三楼漏水</p>"],
      ]),
      "三楼漏水",
    ],
    [
      "an HTML part of style alone beside the real one",
      parts("alternative", [
        [plain, "三楼漏水"],
        [html, "<html><style>@font-face{}</style><body></body></html>"],
      ]),
      "三楼漏水",
    ],
    [
      "a plain part that only says that there is HTML",
      parts("alternative", [
        [plain, "您的客户端不支持HTML格式的邮件。"],
        [html, "<p>三楼漏水</p>"],
      ]),
      "三楼漏水",
    ],
    [
      "base64 that nothing declares",
      mail(
        ["Content-Type: text/html; charset=utf-8"],
        base64("<p>三楼漏水两天了，请尽快派人来修，谢谢。</p>"),
      ),
      "三楼漏水两天了，请尽快派人来修，谢谢。",
    ],
    [
      "a program's signature alone: the words are in the subject",
      mail(plain, "\r\n\r\n发自我的iPhone"),
      "水泵",
    ],
    ["the same of another program", mail(plain, "Get Outlook for iOS"), "水泵"],
    ["words above a signature", mail(plain, "灯坏了\r\n发自我的iPhone"), "灯坏了\n发自我的iPhone"],
    [
      "rules and numbers behind a signature mark",
      mail(plain, "问题：\r\n-- \r\n1. 漏水"),
      "问题：\n--\n1. 漏水",
    ],
    [
      "a letter that names a sender in its text",
      mail(plain, "短信如下\r\n发件人: 物业\r\n主题: 涨价\r\n我不同意"),
      "短信如下\n发件人: 物业\n主题: 涨价\n我不同意",
    ],
    [
      "a charset that is not closed",
      mail(['Content-Type: text/plain; charset="utf-8', "Content-Transfer-Encoding: 8bit"], "灯坏了"),
      "灯坏了",
    ],
    ["a date of 181 characters", mail([`Date: ${"x".repeat(181)}`, ...plain], "灯坏了"), "灯坏了"],
    [
      "a charset that goes by escapes and is not declared",
      withBytes(["Content-Type: text/plain"], inIso2022),
      "エレベーター",
    ],
    [
      "the same within quoted-printable",
      mail(
        ["Content-Type: text/plain; charset=iso-2022-jp", "Content-Transfer-Encoding: quoted-printable"],
        "=1B$B%(%l%Y!<%?!<=1B(B",
      ),
      "エレベーター",
    ],
    [
      "the same up to a broken sequence, and the rest as it stands",
      withBytes(
        ["Content-Type: text/plain; charset=iso-2022-jp"],
        Buffer.concat([inIso2022, Buffer.from("1b24ff4142", "hex")]),
      ),
      "エレベーター\ufffd$\ufffdAB",
    ],
    [
      "signs that GB2312 has not, declared as GB2312",
      withBytes(
        ["Content-Type: text/plain; charset=gb2312", "Content-Transfer-Encoding: 8bit"],
        Buffer.from("b5e7ccddbbb5a843e946", "hex"),
      ),
      "电梯坏\u2013镕",
    ],
    [
      "Vietnamese, whose accents are letters of their own",
      withBytes(
        ["Content-Type: text/plain; charset=windows-1258", "Content-Transfer-Encoding: 8bit"],
        Buffer.from("546861ec6e67", "hex"),
      ),
      "Tha\u0301ng",
    ],
    [
      "a photo and not a word",
      parts("mixed", [[["Content-Type: image/png", "Content-Disposition: attachment; filename=a.png"], "x"]]),
      "水泵（正文为空，见附件：a.png）",
    ],
  ])("%s", async (_, raw, words) => {
    expect(await said(raw)).toBe(words);
  });

  test("a preview that no reader sees is no part of it, unless there is nothing else", async () => {
    const preview = '<div style="color:red;display:none">点击查看详情</div>';
    expect(await said(mail(html, `<html><body>${preview}<p>电梯停运</p></body></html>`))).toBe("电梯停运");
    expect(await said(mail(html, '<body><div style="display: none">电梯停运</div></body>'))).toBe("电梯停运");
  });

  test("long words without a blank are no base64", async () => {
    const words = "https://example.cn/".padEnd(120, "abcd1234");
    expect(await said(mail(plain, words))).toBe(words);
    expect(await said(mail(plain, "a".repeat(64)))).toBe("a".repeat(64));
  });
});

describe("what stands around the words", () => {
  const invitation = [
    "BEGIN:VCALENDAR",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    "SUMMARY:周六上门",
    "LOCATION;LANGUAGE=zh:三楼\\, 配电间",
    "DESCRIPTION:配电箱冒",
    " 烟\\n请带工具",
    "END:VEVENT",
    "END:VCALENDAR",
  ].join("\r\n");
  const calendar = [
    "Content-Type: text/calendar; charset=utf-8; method=REQUEST",
    "Content-Transfer-Encoding: 8bit",
  ];

  test("an invitation alone is read, and its danger heard; beside words it is a file", async () => {
    const { w, complaint } = await taken(mail(calendar, invitation));
    expect(registeredValue(complaint!, "matter")).toBe("周六上门\n三楼, 配电间\n配电箱冒烟\n请带工具");
    expect(w.sent.map(({ subject }) => subject).join()).toContain("possible-danger");
    const alternative = parts("alternative", [
      [html, "<p>请看约时</p>"],
      [calendar, invitation],
    ]);
    expect(await said(alternative)).toBe("请看约时");
  });

  const gbk = Buffer.from([0xb5, 0xe7, 0xcc, 0xdd, 0xb9, 0xca, 0xd5, 0xcf]);
  test.each(["x-gbk", "cp936", '"gb2312;"', "MS936", "gb_2312-80", "x-unknown", "hz-gb-2312x"])(
    "charset=%s of GBK words",
    async (charset) => {
      const head = [`Content-Type: text/plain; charset=${charset}`, "Content-Transfer-Encoding: 8bit"];
      expect(await said(withBytes(head, gbk))).toBe("电梯故障");
    },
  );

  test.each([
    ["UTF-7", ["Content-Type: text/plain; charset=utf-7"], "+dTVor2VFlpw-"],
    ["two Content-Types", [...plain, "Content-Type: text/html; charset=gbk"], "电梯故障"],
    [
      "a soft line break within a character",
      ["Content-Type: text/plain; charset=utf-8", "Content-Transfer-Encoding: quoted-printable"],
      "=E7=94=\r\n=B5=E6=A2=\r\n=AF=E6=95=85=E9=9A=9C",
    ],
    [
      "format=flowed with DelSp",
      [
        "Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes",
        "Content-Transfer-Encoding: 8bit",
      ],
      "电梯 \r\n故障",
    ],
    [
      "fifty References",
      [...plain, `References: ${Array.from({ length: 50 }, (_, n) => `<r${n}@x.example>`).join("\r\n ")}`],
      "电梯故障",
    ],
    ["a Message-ID with blanks", [...plain, "Message-ID: <a b c@home.example>"], "电梯故障"],
    [
      "two Message-IDs, one folded",
      [...plain, "Message-ID:\r\n <one@home.example>", "Message-ID: <two@home.example>"],
      "电梯故障",
    ],
    [
      "undisclosed recipients",
      [...plain, "To: undisclosed-recipients:;", "Delivered-To: project-1@desk.example"],
      "电梯故障",
    ],
  ])("%s", async (_, fields, body) => {
    expect(await said(mail(fields, body))).toBe("电梯故障");
  });

  test.each(["Mon, 02 Mar 2099 09:00:00 +0800", "Thu, 01 Jan 1970 00:00:00 +0000", "昨天"])(
    "a Date of %s: it was received when it came",
    async (date) => {
      const { complaint } = await taken(mail([...plain, `Date: ${date}`], "电梯故障"));
      expect(complaint!.registration.receivedAt).toBe(now);
    },
  );

  test("an address in Chinese (SMTPUTF8) is the complainant's", async () => {
    const { complaint } = await taken(mail([...plain, "From: 王 <中文@例子.中国>"], "电梯故障"));
    expect(registeredValue(complaint!, "email")).toBe("中文@例子.中国");
  });
});

describe("nobody is answered who did not write", () => {
  test.each([
    ['"fubar" <>wang@home.example', "wang@home.example", "fubar"],
    [encoded('"Judith"\u00a0<ju@home.example>'), "ju@home.example", "Judith"],
    ['"Wang <wang@home.example>', "wang@home.example", "Wang"],
    ["Wang <<wang@home.example>>", "wang@home.example", "Wang"],
  ])("From: %s", async (from, address, name) => {
    const { w, complaint } = await taken(mail([`From: ${from}`, ...plain], "灯坏了"));
    expect(registeredValue(complaint!, "email")).toBe(address);
    expect(registeredValue(complaint!, "name")).toBe(name);
    expect(w.sent.map(({ to }) => to)).toContain(address);
  });

  test.each([
    "X-Auto-Generated: hd-acknowledgement",
    "X-OTRS-Loop: yes",
    "X-RT-Loop-Prevention: desk.example",
  ])("another desk's acknowledgement (%s) is registered and not answered", async (field) => {
    const { w, complaint } = await taken(mail([field, ...plain], "我们已收到您的来信"));
    expect(complaint).toBeDefined();
    expect(w.sent.map(({ to }) => to)).not.toContain("wang@home.example");
  });

  test("a line end in a subject makes no field of its own", async () => {
    const { complaint } = await taken(
      mail(["Subject: =?utf-8?Q?=E7=81=AF=0D=0ABcc:x@y.example?=", ...plain], "灯坏了"),
    );
    expect(registeredValue(complaint!, "subject")).toBe("灯 Bcc:x@y.example");
  });
});

describe("recipients and files however they are written", () => {
  test.each([
    ["To: project-1@desk.example,"],
    ["To: a@b.example; project-1@desk.example"],
    ["To: undisclosed-recipients:;\r\nDelivered-To: project-1@desk.example"],
    ["Cc: \u0080\u00ff <c@d.example>,"],
  ])("%j", async (field) => {
    expect(await said(mail([field, ...plain], "灯坏了"))).toBe("灯坏了");
  });

  test.each([
    ["us-ascii''Platte%20W%F6lbung.jpg", "Platte Wölbung.jpg"],
    ["utf-8''%E7%85%A7%E7%89%87.jpg", "照片.jpg"],
    ["utf-8''..%2F..%2Fetc%2Fpasswd", "passwd"],
  ])("a file called %s", async (written, name) => {
    const raw = parts("mixed", [
      [plain, "见附件"],
      [["Content-Type: image/jpeg", `Content-Disposition: attachment; filename*="${written}"`], "x"],
    ]);
    expect((await parseMail(raw)).attachments.map(({ filename }) => filename)).toEqual([name]);
    const { complaint } = await taken(raw);
    const stored = complaint!.events.flatMap(({ fact }) =>
      fact.type === "attachmentsStored" ? fact.files : [],
    );
    expect(stored).toHaveLength(1);
  });

  test("a type that is an encoded word, and a picture that no text shows, are kept", async () => {
    const raw = parts("mixed", [
      [html, "<p>如图<attachment id='1'></attachment></p>"],
      [
        [
          `Content-Type: ${encoded("application/pdf")}; name="a.pdf"`,
          "Content-Disposition: attachment; filename=a.pdf",
        ],
        "%PDF-1.4",
      ],
      [["Content-Type: image/png; name=b.png", "Content-Disposition: inline", "Content-Id: <1@x>"], "png"],
    ]);
    const { complaint } = await taken(raw);
    const stored = complaint!.events.flatMap(({ fact }) =>
      fact.type === "attachmentsStored" ? fact.files : [],
    );
    expect(stored).toHaveLength(2);
    expect(registeredValue(complaint!, "matter")).toBe("如图");
  });
});

describe("what goes on finds what it goes on from", () => {
  const from = (address: string, id: string, more: readonly string[], words: string) =>
    mail([...plain, `From: ${address}`, `Message-ID: <${id}@home.example>`, ...more], words);

  async function desk(...raw: readonly Buffer[]) {
    const w = world(now);
    for (const [index, one] of raw.entries()) {
      await w.mailbox.put(`raw/${index}`, one);
      await takeMail({ ...w.ports, parseMail }, { rawKey: `raw/${index}`, receivedAt: now });
      await w.drain();
    }
    const messages = ({ events }: Complaint) => events.filter(({ fact }) => fact.type === "messageReceived");
    return [...w.complaints.items.values()].map((one) => [one.registration.number, messages(one).length]);
  }

  test("a third mail that names only the second, itself an addition, belongs to the complaint of the first", async () => {
    const second = from("wang@home.example", "b", ["In-Reply-To: <a@home.example>"], "三楼也没水。");
    const third = from("wang@home.example", "c", ["In-Reply-To: <b@home.example>"], "四楼也没水。");
    const first = from("wang@home.example", "a", [], "水泵停了。");
    expect(await desk(first, second, third)).toEqual([["E001", 2]]);
    // Of somebody else who names that mail nobody knows how he came by it.
    const other = from("li@home.example", "d", ["In-Reply-To: <b@home.example>"], "我家也没水。");
    expect(await desk(first, second, other)).toEqual([
      ["E001", 1],
      ["E002", 0],
    ]);
  });

  test("the number in a subject typed anew, bracketed or alone, is the complainant's way back; anybody else's is a new one", async () => {
    const first = from("Wang@Home.example", "a", [], "水泵停了。");
    const again = (address: string, id: string, subject: string) =>
      from(address, id, [`Subject: ${encoded(subject)}`], "又停了。");
    expect(
      await desk(
        first,
        again("wang@home.example", "b", "[E001] 又停了"),
        again("wang@home.example", "c", "关于e001"),
      ),
    ).toEqual([["E001", 2]]);
    expect(
      await desk(
        first,
        again("li@home.example", "b", "E001 也有我家"),
        again("wang@home.example", "c", "E0011 室门禁"),
      ),
    ).toEqual([
      ["E001", 0],
      ["E002", 0],
      ["E003", 0],
    ]);
  });
});
