import { describe, expect, test } from "vitest";
import { attachmentLink } from "../../../lib/app/complaints/attachment-link.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import type { MailAttachment, ParsedMail } from "../../../lib/app/ports/mail.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const all = (w: World): Complaint[] => [...w.complaints.items.values()];

function file(
  filename: string | null,
  content: Uint8Array,
  more: Partial<MailAttachment> = {},
): MailAttachment {
  return { filename, contentType: "application/octet-stream", size: content.length, content, ...more };
}

const png = file("渗水.png", Uint8Array.of(0x89, 0x50, 0x4e, 0x47), { contentType: "text/html" });
const page = file("x.html", new TextEncoder().encode("<script>"), { contentType: "text/html" });
const note = file("说明.txt", new TextEncoder().encode("说明"), { contentType: "text/plain" });

async function taken(more: Partial<ParsedMail>): Promise<World> {
  const w = world(now);
  await w.mailbox.put("raw/1", rawMail(more));
  await takeMail(w.ports, { rawKey: "raw/1", receivedAt: now });
  return w;
}

function stored(complaint: Complaint | undefined) {
  return complaint?.events.flatMap(({ fact }) => (fact.type === "attachmentsStored" ? fact.files : [])) ?? [];
}

describe("files of a mail", () => {
  test("are stored under the complaint by what their bytes say; nothing that could run keeps its type", async () => {
    const w = await taken({ attachments: [png, page, note, png] });
    const files = stored(all(w)[0]);
    expect(files.map(({ contentType }) => contentType)).toEqual([
      "image/png",
      "application/octet-stream",
      "text/plain",
    ]);
    expect([...w.attachments.items.keys()]).toEqual(
      files.map(({ id }) => `complaints/${all(w)[0]?.registration.id}/${id}`),
    );
  });

  test("their names are personal: in no event, and gone when erased", async () => {
    const w = await taken({ attachments: [png] });
    const [complaint] = all(w);
    expect(JSON.stringify(complaint?.events)).not.toContain("渗水");
    expect(JSON.stringify(complaint?.personal)).toContain("渗水.png");
  });

  test("too many or too large ones are named as left in the raw mail", async () => {
    const many = Array.from({ length: 32 }, (_, n) => file(null, Uint8Array.of(n)));
    const w = await taken({ attachments: [{ ...note, size: 25_000_001 }, ...many] });
    const left = stored(all(w)[0]).flatMap((f) => f.left ?? []);
    expect(left).toEqual(["too-large", "too-many", "too-many", "too-many"]);
    // 29 of the files, the letter that lists the others, and the mail that holds them.
    expect(w.attachments.items.size).toBe(31);
  });

  test("of an answer belong to its complaint", async () => {
    const w = await taken({});
    await w.mailbox.put("raw/2", rawMail({ messageId: "<2@x>", subject: "投诉 E001", attachments: [png] }));
    await takeMail(w.ports, { rawKey: "raw/2", receivedAt: now });
    expect(all(w)).toHaveLength(1);
    expect(stored(all(w)[0])).toHaveLength(1);
  });

  test("the process may die at any step: each file is recorded once", async () => {
    const points = await atEveryPoint(async (point) => {
      const w = world(now);
      await w.mailbox.put("raw/1", rawMail({ attachments: [png, note] }));
      const message = { rawKey: "raw/1", receivedAt: now };
      const died = await diesAt(w.ports, point, (ports) => takeMail(ports, message));
      await takeMail(w.ports, message);
      expect(all(w)).toHaveLength(1);
      expect(stored(all(w)[0])).toHaveLength(2);
      return { died };
    });
    expect(points).toBeGreaterThan(10);
  });

  test("are downloaded under their own name by those who reach the project, and by nobody else", async () => {
    const w = await taken({ attachments: [png] });
    const [complaint] = all(w);
    const { id } = complaint!.registration;
    const fileId = stored(complaint)[0]!.id;
    expect(await attachmentLink(w.ports, people.clerk, id, fileId)).toContain("渗水.png");
    expect(await attachmentLink(w.ports, people.stranger, id, fileId)).toMatchObject({
      problem: "unknown-complaint",
    });
    expect(await attachmentLink(w.ports, people.clerk, id, "other")).toMatchObject({
      problem: "unknown-file",
    });
  });
});

test("names, subject and file names of a mail read as they stand; a mail of invisible text alone is empty", async () => {
  const w = world(at("2026-02-13 10:00"));
  const take = async (rawKey: string, more: Parameters<typeof rawMail>[0]) => {
    await w.mailbox.put(rawKey, rawMail(more));
    await takeMail(w.ports, { rawKey, receivedAt: at("2026-02-13 10:00") });
  };
  await take("inbox/backwards", {
    from: { name: "王\u200b先\u202e生", address: "owner@home.example" },
    subject: "\u202e投诉",
    attachments: [
      {
        filename: "账单\u202efdp.exe",
        contentType: "text/plain",
        size: 2,
        content: new TextEncoder().encode("好"),
      },
    ],
  });
  const [complaint] = w.complaints.items.values();
  const values = Object.values(complaint?.personal ?? {}).map(({ value }) => value);
  expect(values).toEqual(expect.arrayContaining(["王先生", "投诉", "账单fdp.exe"]));
  expect(values.join()).not.toMatch(/[\u200b\u202e]/);
  await take("inbox/nothing", {
    text: "\u200b\u2060",
    subject: "\u202e",
    messageId: "<nothing@home.example>",
  });
  expect(w.quarantined).toMatchObject([{ reason: "empty" }]);
});
