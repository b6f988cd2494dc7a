import fc from "fast-check";
import { simpleParser } from "mailparser";
import { createTransport } from "nodemailer";
import { describe, expect, it } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";

const composer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });

const words = fc
  .array(
    fc.constantFrom(
      "电梯",
      "漏水",
      "三号楼",
      "Müller",
      "lift",
      "𠮷田",
      "請儘快",
      "(1)",
      '"甲"',
      "a,b",
      "<x>",
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((list) => list.join(" "));

const letter = fc.record({
  name: words,
  subject: words,
  text: fc.array(words, { minLength: 1, maxLength: 6 }).map((lines) => lines.join("\n")),
  html: fc.boolean(),
  textEncoding: fc.constantFrom("base64" as const, "quoted-printable" as const),
  files: fc.array(fc.record({ filename: words, content: fc.uint8Array({ maxLength: 300 }) }), {
    maxLength: 3,
  }),
});

describe("well-formed mails are read as a second, independent parser reads them", () => {
  it("sender, subject, text, date, ids and files agree with mailparser and with what was written", async () => {
    await fc.assert(
      fc.asyncProperty(letter, async (written) => {
        const composed = await composer.sendMail({
          from: { name: written.name, address: "wang@resident.example" },
          to: "service@wuye.example",
          subject: written.subject,
          text: written.text,
          ...(written.html ? { html: "<p>same</p>" } : {}),
          textEncoding: written.textEncoding,
          date: new Date("2026-05-08T02:20:30Z"),
          messageId: "<one@resident.example>",
          inReplyTo: "<two@wuye.example>",
          references: ["<zero@wuye.example>", "<two@wuye.example>"],
          attachments: written.files.map((file) => ({
            filename: file.filename,
            content: Buffer.from(file.content),
          })),
        });
        const raw = Buffer.isBuffer(composed.message) ? composed.message : Buffer.alloc(0);
        const [mail, oracle] = await Promise.all([parseMail(raw), simpleParser(raw)]);
        expect(mail.defects).toEqual([]);
        expect(mail.from).toEqual({
          name: oracle.from?.value[0]?.name,
          address: oracle.from?.value[0]?.address,
        });
        expect(mail.subject).toBe(oracle.subject);
        expect(mail.subject).toBe(written.subject);
        expect(mail.text).toBe(written.text.trimEnd());
        expect(mail.text).toBe(oracle.text?.trimEnd());
        expect(mail.date).toBe(oracle.date?.toISOString());
        expect([mail.messageId, mail.inReplyTo, mail.references]).toEqual([
          oracle.messageId,
          oracle.inReplyTo,
          oracle.references,
        ]);
        expect(mail.html !== null).toBe(written.html);
        expect(mail.attachments.map((file) => Buffer.from(file.content).toString("hex"))).toEqual(
          oracle.attachments.map((file) => file.content.toString("hex")),
        );
        expect(mail.attachments.map((file) => file.filename)).toEqual(
          oracle.attachments.map((file) => file.filename),
        );
      }),
      { numRuns: 150 },
    );
  });
});
