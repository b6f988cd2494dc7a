import { describe, expect, test } from "vitest";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import type { OutgoingMail } from "../../../lib/app/ports/messages.ts";
import { at } from "../../support/builders.ts";
import { crowd } from "../../support/groups.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
let mails = 0;

async function take(w: World, more: Partial<ParsedMail>): Promise<void> {
  mails += 1;
  const rawKey = `raw/returned-${mails}`;
  await w.mailbox.put(rawKey, rawMail({ messageId: `<r${mails}@mx.example>`, ...more }));
  await takeMail(w.ports, { rawKey, receivedAt: now });
}

/** The server's letter about a mail of ours: the original's headers are in it. */
function returned(mail: OutgoingMail, more: Partial<ParsedMail> = {}): Partial<ParsedMail> {
  const references = `References: <${mail.threadId}@desk.example> <${mail.noticeId}@desk.example>`;
  return { bounce: true, text: `Action: failed\n\n${references}`, from: null, ...more };
}

/** A safety complaint: its first rung goes to duty handler, supervisor and project manager at once. */
async function escalated() {
  const w = world(now);
  await w.receive({ safety: true });
  await w.drain();
  const [mail] = w.sent;
  if (mail === undefined) throw new Error("nothing was sent");
  return { w, mail };
}

describe("a mail of ours that comes back", () => {
  test("is recorded on its notice, and the message goes to the recipient's next way or the next higher post", async () => {
    const { w, mail } = await escalated();
    const first = w.notices
      .all()
      .find(({ status }) => status.state === "handedOver" && status.providerId === "provider-1");
    const before = w.notices.all().length;
    await take(w, returned(mail));
    const after = w.notices.all();
    expect(after.find(({ key }) => key === first?.key)?.status).toMatchObject({
      state: "failed",
      reason: "returned",
    });
    const added = after.slice(before);
    expect(added.length).toBeGreaterThan(0);
    for (const notice of added) expect(notice.recipient).toMatchObject({ insteadOf: expect.any(String) });
    expect(w.quarantined).toEqual([]);
    expect(w.telemetry.counts.NoticesReturned).toBe(1);
  });

  test.each(["returned", "complained"] as const)(
    "is recorded as %s when the mail service itself tells it, once however often it does",
    async (happened) => {
      const { w, mail } = await escalated();
      const before = w.notices.all().length;
      const message = {
        happened,
        references: `<${mail.threadId}@desk.example> <${mail.noticeId}@desk.example>`,
      };
      await takeMail(w.ports, message);
      const after = w.notices.all();
      await takeMail(w.ports, message);
      expect(
        after.filter(({ status }) => status.state === "failed" && status.reason === happened),
      ).toHaveLength(1);
      expect(after.length).toBeGreaterThan(before);
      expect(w.notices.all()).toEqual(after);
      expect(w.quarantined).toEqual([]);
    },
  );

  test("of no notice, told by the mail service, changes nothing", async () => {
    const { w } = await escalated();
    const before = w.notices.all();
    await takeMail(w.ports, { happened: "returned", references: "" });
    expect(w.notices.all()).toEqual(before);
  });

  test("twice changes nothing more", async () => {
    const { w, mail } = await escalated();
    await take(w, returned(mail));
    const notices = w.notices.all().length;
    await take(w, returned(mail));
    expect(w.notices.all()).toHaveLength(notices);
    expect(w.telemetry.counts.NoticesReturned).toBe(1);
  });

  test("only delayed: nothing is recorded, nobody is bothered", async () => {
    const { w, mail } = await escalated();
    await take(w, returned(mail, { text: `Action: delayed\n<${mail.noticeId}@desk.example>` }));
    expect(w.notices.all().every(({ status }) => status.state === "handedOver")).toBe(true);
    expect(w.quarantined).toEqual([]);
  });

  test("failed for one recipient and delayed for another: it has come back", async () => {
    const { w, mail } = await escalated();
    const report = `Action: delayed\n\nAction: failed\n<${mail.noticeId}@desk.example>`;
    await take(w, returned(mail, { text: report }));
    expect(w.telemetry.counts.NoticesReturned).toBe(1);
  });

  test("with a forged or foreign id it is a bounce for people to look at", async () => {
    const { w, mail } = await escalated();
    await take(w, returned({ ...mail, noticeId: `${mail.noticeId?.slice(0, -1)}!` }));
    await take(
      w,
      returned({ ...mail, noticeId: mail.noticeId?.replace(/\.[^.]*$/, `.${"a".repeat(22)}`) ?? "" }),
    );
    expect(w.quarantined.map(({ reason }) => reason)).toEqual(["bounce", "bounce"]);
  });

  test("the customer's: failed, and seen; without another way nobody else gets it", async () => {
    const w = world(now);
    await w.receive({ complainant: { email: "gone@home.example" } });
    await w.drain();
    await take(w, returned(w.sent[0]!));
    expect(w.notices.all()).toMatchObject([{ status: { state: "failed", reason: "returned" } }]);
  });

  test("about a group: its notice is found too, and the recipient is told another way", async () => {
    const w = world(now);
    Object.assign(w.ports, { adapters: ["email", "wecom"] });
    w.organisation.people = w.organisation.people.map((one) => ({ ...one, wecomId: `w-${one.id}` }));
    await crowd(w);
    const mail = w.sent.find(({ threadId }) => threadId.startsWith("group."));
    await take(w, returned(mail!));
    const ofGroup = w.notices.all().filter(({ subject }) => subject.kind === "group");
    const [failed] = ofGroup.filter(({ status }) => status.state === "failed");
    const [other] = ofGroup.filter(({ adapter }) => adapter === "wecom");
    expect(other?.recipient).toEqual(failed?.recipient);
    expect(w.quarantined).toEqual([]);
  });
});
