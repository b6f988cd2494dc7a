import { describe, expect, test } from "vitest";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { replyTag } from "../../../lib/app/notices/tags.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
let mails = 0;

async function take(w: World, more: Partial<ParsedMail> = {}): Promise<void> {
  mails += 1;
  const rawKey = `raw/conversation-${mails}`;
  const body = rawMail({ messageId: `<${mails}@home.example>`, ...more });
  await w.mailbox.put(rawKey, body);
  await takeMail(w.ports, { rawKey, receivedAt: now });
}

const all = (w: World): Complaint[] => [...w.complaints.items.values()];

function texts(complaint: Complaint | undefined, type: "messageReceived" | "noted"): string[] {
  const events = complaint?.events.filter(({ fact }) => fact.type === type) ?? [];
  return events.map(({ seq }) => complaint?.personal[`${seq}.text`]?.value ?? "");
}

/** One complaint by mail; `answer` is how mail systems bring an answer to its acknowledgement back. */
async function complained() {
  const w = world(now);
  await take(w);
  const [complaint] = all(w);
  if (complaint === undefined) throw new Error("no complaint");
  const { number } = complaint.registration;
  return { w, number, tag: (tag = replyTag(w.ports, number)) => ({ to: [`project-1+${tag}@desk.example`] }) };
}

const stranger = { name: "家人", address: "family@home.example" };

describe("an answer finds its complaint", () => {
  test("by the signed reply tag, whoever of the family writes and whatever case the address has now", async () => {
    const { w, tag } = await complained();
    await take(w, { ...tag(), from: stranger, text: "还是漏水" });
    await take(w, { to: [tag().to[0]!.toUpperCase()], from: null, text: "请回电" });
    expect(all(w)).toHaveLength(1);
    expect(texts(all(w)[0], "messageReceived")).toEqual(["还是漏水", "请回电"]);
  });

  test("a tag with a wrong signature, or of another number, is no tag: a complaint of its own in that project", async () => {
    const { w, tag, number } = await complained();
    const good = replyTag(w.ports, number);
    const forged = [`${good.slice(0, -1)}!`, good.replace(/^e001/, "e002"), `e001-${"a".repeat(20)}`];
    for (const tagOf of forged) await take(w, { ...tag(tagOf), from: stranger });
    expect(all(w)).toHaveLength(1 + forged.length);
    expect(all(w).map((c) => c.registration.projectId)).toEqual(Array(4).fill("project-1"));
  });

  test("by the number in the subject, if the sender is the complainant", async () => {
    const { w, number } = await complained();
    await take(w, { subject: `回复：【已受理】您的投诉已登记，编号 ${number}`, text: "补充" });
    await take(w, { subject: `投诉${number}`, from: stranger });
    await take(w, { subject: "编号 E0019 的事" });
    expect(texts(all(w)[0], "messageReceived")).toEqual(["补充"]);
    expect(all(w)).toHaveLength(3);
  });

  test("the same subject from five customers makes five complaints", async () => {
    const w = world(now);
    for (const n of [1, 2, 3, 4, 5])
      await take(w, { subject: "电梯又停了", from: { name: "", address: `owner-${n}@home.example` } });
    expect(all(w)).toHaveLength(5);
  });

  test("one of our people's answer is a note by that person, not a word of the customer's", async () => {
    const { w, tag } = await complained();
    await take(w, { ...tag(), from: { name: "", address: people.supervisor.email }, text: "已联系维修" });
    const [complaint] = all(w);
    expect(texts(complaint, "noted")).toEqual(["已联系维修"]);
    expect(texts(complaint, "messageReceived")).toEqual([]);
    expect(complaint?.events.at(-1)?.by).toEqual({ kind: "person", id: people.supervisor.id });
  });
});

describe("an answer that goes to another project's mailbox too is heard there", () => {
  const both = ["project-1@desk.example", "project-2@desk.example"];
  const inProject = (w: World, id: string) => all(w).filter((c) => c.registration.projectId === id);

  test("a thread of both stays one complaint of each, whoever of the family answers", async () => {
    const w = world(now);
    await take(w, { to: both, messageId: "<first@home.example>" });
    for (const [text, from] of [["还没有人来"], ["我是他爱人", stranger]] as const)
      await take(w, { to: both, inReplyTo: "<first@home.example>", text, ...(from ? { from } : {}) });
    expect(all(w)).toHaveLength(2);
    for (const id of ["project-1", "project-2"])
      expect(texts(inProject(w, id)[0], "messageReceived")).toEqual(["还没有人来", "我是他爱人"]);
  });

  test("our mail forwarded to another project: one linked complaint there, later answers added to it", async () => {
    const { w, number, tag } = await complained();
    const [first] = all(w);
    const forward = {
      to: ["project-2@desk.example"],
      subject: `投诉 ${number}`,
      messageId: "<fw@home.example>",
    };
    for (let times = 0; times < 3; times += 1) await take(w, { ...forward, text: "二期也一样，请一并处理" });
    await take(w, { to: [...tag().to, "project-2@desk.example"], text: "又坏了" });
    expect(texts(inProject(w, "project-1")[0], "messageReceived")).toEqual([
      "二期也一样，请一并处理",
      "又坏了",
    ]);
    expect(inProject(w, "project-2")).toHaveLength(1);
    const [other] = inProject(w, "project-2");
    expect(other?.registration.linkedTo).toBe(first?.registration.id);
    expect(texts(other, "messageReceived")).toEqual(["又坏了"]);
  });

  test("one of our people's answer is a note, and nobody's complaint", async () => {
    const { w, tag } = await complained();
    const from = { name: "", address: people.handler.email };
    await take(w, { to: [...tag().to, "project-2@desk.example"], from, text: "已处理" });
    expect(all(w)).toHaveLength(1);
  });
});

describe("no loop", () => {
  test("of two machines that answer each other without saying so: at most 20 answers in an hour", async () => {
    const w = world(now);
    const answers = () => w.sent.length;
    // The other side writes a new mail for every answer it gets, and once more to start.
    for (let round = 0; round < 60; round += 1) {
      const before = answers();
      await take(w, { subject: `Ticket ${round}` });
      await w.drain();
      if (answers() === before && round > 0) break;
    }
    expect(answers()).toBe(20);
    expect(all(w)).toHaveLength(21);
    expect(w.telemetry.counts.MailsUnanswered).toBe(1);
  });

  test("a flood from one sender is registered whole; the next hour is answered again", async () => {
    const w = world(now);
    for (let n = 0; n < 30; n += 1) await take(w, { text: `第${n}件` });
    await w.drain();
    expect([all(w).length, w.sent.length]).toEqual([30, 20]);
    w.clock.set(at("2026-03-02 11:00"));
    await w.mailbox.put("raw/later", rawMail({ messageId: "<later@home.example>" }));
    await takeMail(w.ports, { rawKey: "raw/later", receivedAt: at("2026-03-02 11:00") });
    await w.drain();
    expect(w.sent).toHaveLength(21);
  });

  test("what says it comes from our own mailbox is not answered", async () => {
    const w = world(now);
    await take(w, { from: { name: "", address: "Project-1+x@desk.example" } });
    await w.drain();
    expect(all(w)).toHaveLength(1);
    expect(w.sent).toEqual([]);
  });
});

test("what the receiving server calls spam or a virus is quarantined under that name", async () => {
  const w = world(now);
  await take(w, { verdict: "spam" });
  await take(w, { verdict: "virus" });
  expect(all(w)).toEqual([]);
  expect(w.quarantined.map(({ reason }) => reason)).toEqual(["spam", "virus"]);
});
