import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import { at, later } from "../../support/builders.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const bytes = (text: string) => new TextEncoder().encode(text);

function scan(more: Partial<ParsedMail> = {}, content = "第一封"): Partial<ParsedMail> {
  return {
    messageId: null,
    from: { name: "", address: "scan@office.example" },
    subject: "Scanned from MFP-07",
    text: "",
    date: "2026-03-02T01:00:00.000Z",
    attachments: [
      { filename: "scan.pdf", contentType: "application/pdf", size: content.length, content: bytes(content) },
    ],
    ...more,
  };
}

let keys = 0;
async function take(w: World, mail: Partial<ParsedMail>, receivedAt = now): Promise<void> {
  keys += 1;
  const rawKey = `raw/identity-${keys}`;
  await w.mailbox.put(rawKey, rawMail(mail));
  await takeMail(w.ports, { rawKey, receivedAt });
}

const kept = (w: World) => [...w.mailbox.items.keys()].filter((key) => key.startsWith("mail/")).length;
const files = (w: World) =>
  [...w.complaints.items.values()].map(({ events }) =>
    events.flatMap(({ fact }) => (fact.type === "attachmentsStored" ? fact.files.map(({ id }) => id) : [])),
  );

describe("a mail is its envelope, date, whole body and files", () => {
  test("two scanned letters of one copier are two complaints, each with its own letter; both mails are kept", async () => {
    const w = world(now);
    await take(w, scan());
    await take(w, scan({ date: "2026-03-02T01:00:20.000Z" }, "第二封"));
    expect(w.complaints.items.size).toBe(2);
    expect(new Set(files(w).flat()).size).toBe(2);
    expect(kept(w)).toBe(2);
  });

  test("what differs in anything that was sent is another mail; what differs in nothing is the same", async () => {
    const different: Partial<ParsedMail>[] = [
      { text: "楼道灯坏了" },
      { quoted: "> 旧文" },
      { subject: "Scanned from MFP-08" },
      { from: { name: "", address: "scan2@office.example" } },
      { to: ["project-2@desk.example"] },
      { date: "2026-03-05T01:00:00.000Z" },
      { date: null },
      { attachments: [] },
      scan({}, "另一封"),
    ];
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(different, { minLength: 1 }),
        fc.infiniteStream(fc.nat(2)),
        async (chosen, times) => {
          const w = world(now);
          for (const mail of [{}, ...chosen]) {
            const again = 1 + (times.next().value ?? 0);
            for (let n = 0; n < again; n += 1) await take(w, scan(mail));
          }
          expect(w.complaints.items.size).toBe(1 + chosen.length);
          expect(kept(w)).toBe(1 + chosen.length);
        },
      ),
      { numRuns: 30 },
    );
  });

  test("the same words without Message-ID three days later are a repeat, told as such", async () => {
    const w = world(now);
    const words = { messageId: null, date: null, text: "地下室的水泵又响了一夜。", attachments: [] };
    await take(w, { ...words, defects: ["第一次"] });
    await w.run(later(now, 1));
    const again = later(now, 3 * 24);
    w.clock.set(again);
    await take(w, { ...words, defects: ["三天后"] }, again);
    await w.run(later(again, 1));
    const nth = [...w.complaints.items.values()].map(({ repeat }) => repeat?.nth);
    expect(nth.filter((one) => one !== undefined)).toEqual([2]);
  });

  test("a scanned letter without any word says what it holds, and is no empty mail", async () => {
    const w = world(now);
    await take(w, scan({ subject: "" }));
    const [complaint] = w.complaints.items.values();
    expect(complaint?.personal["1.matter"]?.value).toBe("（正文为空，见附件：scan.pdf）");
    expect(w.quarantined).toEqual([]);
  });
});
