import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMail, type WholeMail } from "../../../lib/adapters/mail-in/index.ts";
import { splitQuoted } from "../../../lib/adapters/mail-in/quoted.ts";
import { loadCorpus } from "./corpus.ts";

const corpus = loadCorpus().map((mail) => mail.raw);

/** A byte, run of bytes or line end of one mail replaced, dropped, doubled, or taken from another mail. */
const mutation = fc.record({
  kind: fc.constantFrom("flip", "drop", "double", "splice", "truncate", "newline"),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 200 }),
  byte: fc.integer({ min: 0, max: 255 }),
  other: fc.integer({ min: 0, max: corpus.length - 1 }),
});
type Mutation = typeof mutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(raw: Uint8Array, change: Mutation): Uint8Array {
  const at = Math.floor(change.at * raw.length);
  const head = raw.subarray(0, at);
  const tail = raw.subarray(at + change.length);
  switch (change.kind) {
    case "flip":
      return Buffer.concat([head, Uint8Array.of(change.byte), raw.subarray(at + 1)]);
    case "drop":
      return Buffer.concat([head, tail]);
    case "double":
      return Buffer.concat([head, raw.subarray(at, at + change.length), raw.subarray(at)]);
    case "splice":
      return Buffer.concat([head, corpus[change.other]!.subarray(0, 400), tail]);
    case "truncate":
      return head;
    case "newline":
      return Buffer.concat([head, Buffer.from("\r\n\r\n"), raw.subarray(at)]);
    default:
      throw new Error(change.kind);
  }
}

/** What no result may be, whatever the bytes; empty for a sound one. */
function faults(mail: WholeMail): string[] {
  const rules: Record<string, boolean> = {
    "the parser failed": mail.defects.includes("parser-failed"),
    "NUL in the text": mail.text.includes("\0"),
    "more than one line in the subject": /[\r\n]/.test(mail.subject),
    "a size that is not the content's": mail.attachments.some((file) => file.size !== file.content.length),
    "an answer to a machine or to nobody":
      !mail.mustNotAnswer &&
      (mail.autoReply || mail.bounce || mail.list || mail.from === null || mail.from.address === ""),
    "everything folded": mail.quoted !== "" && mail.text.trim() === "",
  };
  return Object.keys(rules).filter((rule) => rules[rule] === true);
}

describe("no bytes defeat the parser", () => {
  it("reads arbitrary bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2000 }), async (raw) => {
        expect(faults(await parseMail(raw))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("reads mails of the corpus after random damage", async () => {
    const changes = fc.array(mutation, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...corpus), changes, async (raw, list) => {
        expect(faults(await parseMail(list.reduce(mutate, raw)))).toEqual([]);
      }),
      { numRuns: 1500 },
    );
  });

  it("reads hostile repetitions in linear time", async () => {
    const many = (text: string): string => text.repeat(Math.ceil(300_000 / text.length));
    const hostile = [
      many("=?a?b?"),
      `Subject: ${many("=?gbk?B?")}`,
      `From: ${many("a<")}`,
      `From: ${many("(")}`,
      `Content-Type: ${many('a;b="')}`,
      `Content-Type: text/html\n\n${many("<div>")}`,
      `Content-Type: text/html\n\n${many("<blockquote>")}x`,
      `\n${many(">")}`,
      `\n${many("On 2026-05-08 a@b\n")}`,
      `\n${many("From: x\n")}`,
      `\n${many("----")}`,
      `Content-Type: multipart/mixed; boundary=b\n\n${many("--b\n")}`,
      `References: ${many("<")}`,
      `Date: ${many("1 ")}`,
      `Content-Type: text/plain; charset=${many("x")}`,
      many("\r"),
    ];
    // At this size anything worse than linear takes many minutes: the test's time limit is the check.
    for (const raw of hostile) expect(faults(await parseMail(Buffer.from(raw)))).toEqual([]);
  });
});

describe("nothing of a letter is lost", () => {
  const line = fc.oneof(
    fc.string({ maxLength: 20 }).map((text) => text.replaceAll("\n", " ")),
    fc.constantFrom(
      "",
      "> 旧",
      ">> 更旧",
      "------------------ 原始邮件 ------------------",
      "发件人: a <a@b.cn>",
      "发送时间: 2026年5月7日",
      "收件人: c",
      "主题: 电梯",
      "________________________________",
      '在 2026-05-07 15:20:30，"a" <a@b.cn> 写道：',
      "On Thu, May 7, 2026 at 3:20 PM A",
      "<a@b.cn> wrote:",
      "---------- Forwarded message ---------",
      "-- ",
      "From: A",
      "Sent: Thursday",
      "To: B",
    ),
  );

  it("every line that is not blank stands in the text or in the folded part, once", () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 25 }),
        fc.constantFrom("Re: a", "转发: a"),
        (lines, subject) => {
          const { text, quoted } = splitQuoted(lines.join("\n"), subject);
          const filled = (part: string): string[] =>
            part
              .split("\n")
              .map((one) => one.trim())
              .filter((one) => one !== "");
          expect([...filled(text), ...filled(quoted)].sort()).toEqual(filled(lines.join("\n")).sort());
        },
      ),
      { numRuns: 2000 },
    );
  });

  it("a mail that lost any one structural line still yields all its parts", async () => {
    const words = ["alpha 第一段", "beta 第二段", "gamma 附件"];
    const lines = [
      "From: a@b.cn",
      "Subject: x",
      "MIME-Version: 1.0",
      "Content-Type: multipart/mixed; boundary=outer",
      "",
      "--outer",
      "Content-Type: text/plain; charset=utf-8",
      "",
      words[0]!,
      "--outer",
      "Content-Type: multipart/alternative; boundary=inner",
      "",
      "--inner",
      "Content-Type: text/plain; charset=utf-8",
      "",
      words[1]!,
      "--inner--",
      "--outer",
      "Content-Disposition: attachment; filename=a.txt",
      "",
      words[2]!,
      "--outer--",
      "",
    ];
    const lost: { without: string; word: string }[] = [];
    for (const [index, dropped] of lines.entries()) {
      if (words.includes(dropped)) continue;
      const mail = await parseMail(Buffer.from(lines.toSpliced(index, 1).join("\r\n")));
      const everything = [
        mail.text,
        mail.quoted,
        ...mail.attachments.map((file) => Buffer.from(file.content).toString()),
      ].join("\n");
      for (const word of words)
        if (!everything.includes(word)) lost.push({ without: `${index}: ${dropped}`, word });
    }
    expect(lost).toEqual([]);
  });
});
