import { describe, expect, test } from "vitest";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { attachmentLink } from "../../../lib/app/complaints/attachment-link.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import { attachmentKey } from "../../../lib/app/ports/upload.ts";
import { type Complaint, registeredValue } from "../../../lib/domain/complaint/document.ts";
import { filesLeftOf, filesOf } from "../../../lib/domain/complaint/files.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const tail = "最后一句：地下室在冒烟。";
const long = `${"这件事说来话长，请慢慢看。".repeat(400)}${tail}`;

async function take(w: World, name: string, raw: Uint8Array): Promise<void> {
  await w.mailbox.put(`raw/${name}`, raw);
  await takeMail(w.ports, { rawKey: `raw/${name}`, receivedAt: now });
}

async function taken(more: Partial<ParsedMail>): Promise<World> {
  const w = world(now);
  await take(w, "1", rawMail(more));
  return w;
}

async function only(w: World): Promise<Complaint> {
  const [complaint, ...others] = w.complaints.items.values();
  if (complaint === undefined || others.length > 0) throw new Error("not exactly one complaint");
  return w.ports.complaints.whole(complaint);
}

function contentOf(w: World, complaint: Complaint, name: string): string {
  const file = filesOf(complaint).find((one) => one.name === name);
  const key = attachmentKey(complaint.registration.id, file?.id ?? "");
  return new TextDecoder().decode(w.attachments.items.get(key)?.body);
}

describe("a letter longer than a complaint (D13: letters are kept safely)", () => {
  test("the cut is marked within 4,000 characters, the whole lies beside it and staff can open it", async () => {
    const w = await taken({ text: long, quoted: "> 上次的回复" });
    const complaint = await only(w);
    const matter = registeredValue(complaint, "matter") ?? "";
    expect(matter.length).toBeLessThanOrEqual(4000);
    expect(matter).toContain(`原文共 ${long.length} 字`);
    expect(contentOf(w, complaint, "来信全文.txt")).toContain(`${tail}\n\n> 上次的回复`);
    const file = filesOf(complaint).find(({ name }) => name === "来信全文.txt");
    const { id } = complaint.registration;
    expect(await attachmentLink(w.ports, people.clerk, id, file?.id ?? "")).toContain("来信全文.txt");
  });

  test("a letter of exactly 4,000 characters is not cut and has no file", async () => {
    const complaint = await only(await taken({ text: "水".repeat(4000) }));
    expect(registeredValue(complaint, "matter")).toBe("水".repeat(4000));
    expect(filesOf(complaint)).toEqual([]);
  });

  test("D6: danger in its last sentence is told like any other", async () => {
    const complaint = await only(await taken({ text: long }));
    const hint = complaint.events.find(({ fact }) => fact.type === "hinted");
    expect(hint?.fact).toMatchObject({ safety: true });
  });

  test("D6: so is danger at the end of a long answer; the answer is kept whole too, once", async () => {
    const w = await taken({ text: "电梯又停了" });
    const answer = rawMail({ messageId: "<2@x>", subject: "投诉 E001", text: long });
    await take(w, "2", answer);
    await take(w, "3", answer);
    const complaint = await only(w);
    expect(complaint.events.filter(({ fact }) => fact.type === "hinted" && fact.safety)).toHaveLength(1);
    expect(contentOf(w, complaint, "来信全文.txt")).toContain(tail);
    expect(filesOf(complaint)).toHaveLength(1);
  });
});

function mailOf(files: number): Uint8Array {
  const part = (n: number) =>
    [
      "--b",
      "Content-Type: text/plain",
      `Content-Disposition: attachment; filename="${n}.txt"`,
      "",
      `${n}`,
    ].join("\r\n");
  const head = [
    "From: wang@home.example",
    "To: project-1@desk.example",
    "Subject: files",
    "Message-ID: <many@x>",
  ];
  const type = 'Content-Type: multipart/mixed; boundary="b"';
  const text = "--b\r\nContent-Type: text/plain\r\n\r\nfour thousand";
  const parts = Array.from({ length: files }, (_, n) => part(n + 1));
  return new TextEncoder().encode([...head, type, "", text, ...parts, "--b--", ""].join("\r\n"));
}

describe("files beyond the limit", () => {
  test("a mail of 4,000 files is taken: some kept, some listed, all named in the letter, the mail itself at hand", async () => {
    const w = world(now);
    const raw = mailOf(4000);
    await w.mailbox.put("raw/1", raw);
    await takeMail({ ...w.ports, parseMail }, { rawKey: "raw/1", receivedAt: now });
    const complaint = await only(w);
    expect(filesOf(complaint).map(({ name }) => name)).toEqual([
      ...Array.from({ length: 30 }, (_, n) => `${n + 1}.txt`),
      "来信全文.txt",
      "原始邮件.eml",
    ]);
    expect(filesLeftOf(complaint)).toHaveLength(70);
    expect(filesLeftOf(complaint)[0]).toMatchObject({ name: "31.txt", left: "too-many" });
    const letter = contentOf(w, complaint, "来信全文.txt");
    expect(letter).toContain("附件 3970 个");
    expect(letter).toContain("4000. 4000.txt · 1 kB");
    expect(contentOf(w, complaint, "原始邮件.eml")).toBe(new TextDecoder().decode(raw));
  });

  test("one too large is named with the reason, and the mail that holds it is at hand", async () => {
    const content = Uint8Array.of(1, 2, 3);
    const film = { filename: "film.mp4", contentType: "video/mp4", size: 25_000_001, content };
    const complaint = await only(await taken({ attachments: [film] }));
    expect(filesLeftOf(complaint)).toMatchObject([{ name: "film.mp4", left: "too-large" }]);
    expect(filesOf(complaint).map(({ name }) => name)).toEqual(["来信全文.txt", "原始邮件.eml"]);
  });
});
