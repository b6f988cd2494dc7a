import { describe, expect, test } from "vitest";
import { takeMail, takeMails } from "../../../lib/app/mail/mail-intake.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import { type Complaint, registeredValue } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const arrived = at("2026-03-02 09:58");
let mails = 0;

/** Puts a mail into the inbox as the provider does; returns its queue message. */
async function arrives(w: World, more: Partial<ParsedMail> = {}) {
  mails += 1;
  const rawKey = `raw/${mails}`;
  await w.mailbox.put(rawKey, rawMail(more));
  return { rawKey, receivedAt: arrived };
}

function all(w: World): Complaint[] {
  return [...w.complaints.items.values()];
}

function inbox(w: World): string[] {
  return [...w.mailbox.items.keys()].filter((key) => key.startsWith("raw/"));
}

async function taken(more: Partial<ParsedMail> = {}): Promise<World> {
  const w = world(now);
  await takeMail(w.ports, await arrives(w, more));
  return w;
}

describe("a mail to a project's mailbox", () => {
  test("D2: it becomes a complaint received when it arrived, kept raw, and leaves the inbox", async () => {
    const w = await taken();
    const [complaint] = all(w);
    expect(complaint?.registration).toMatchObject({
      number: "E001",
      projectId: "project-1",
      receivedAt: arrived,
    });
    expect(
      complaint === undefined
        ? []
        : ["matter", "subject", "email", "name"].map((f) => registeredValue(complaint, f)),
    ).toEqual(["电梯又停了", "电梯", "owner@home.example", "示例业主"]);
    expect(inbox(w)).toEqual([]);
    expect(await w.mailbox.get(complaint?.registration.rawMail ?? "")).toEqual(rawMail());
  });

  test("what the provider writes there when it is set up is nobody's complaint, and puts nothing aside", async () => {
    const w = world(now);
    const rawKey = "raw/AMAZON_SES_SETUP_NOTIFICATION";
    await w.mailbox.put(rawKey, rawMail({ to: ["desk@elsewhere.example"] }));
    await takeMail(w.ports, { rawKey, receivedAt: arrived });
    expect([all(w), [...w.mailbox.items.keys()]]).toEqual([[], []]);
  });

  test("without text the subject is the matter; a long text is cut, the raw mail is whole", async () => {
    expect(registeredValue(all(await taken({ text: " \n" }))[0]!, "matter")).toBe("电梯");
    const w = await taken({ text: "水".repeat(5000) });
    const long = await w.ports.complaints.whole(all(w)[0]!);
    expect(registeredValue(long, "matter")).toHaveLength(4000);
  });

  test("a sender who must not be answered leaves no address", async () => {
    const [complaint] = all(await taken({ mustNotAnswer: true }));
    expect(registeredValue(complaint!, "email")).toBeUndefined();
    const [nobody] = all(await taken({ from: null }));
    expect(nobody?.registration.contactKey).toBeUndefined();
  });

  test("delivered twice it is one complaint, also when its queue message is repeated", async () => {
    const w = world(now);
    const first = await arrives(w);
    await takeMails(w.ports, [first, await arrives(w), first]);
    expect(all(w)).toHaveLength(1);
    expect(inbox(w)).toEqual([]);
  });

  test("the same Message-ID with other content: a complaint of its own, linked to the first, once", async () => {
    const w = await taken();
    await takeMails(w.ports, [await arrives(w, { text: "别的事" }), await arrives(w, { text: "别的事" })]);
    const [first, second, ...more] = all(w);
    expect(more).toEqual([]);
    expect(second?.registration.linkedTo).toBe(first?.registration.id);
  });

  test("without a Message-ID the content makes the id", async () => {
    const w = await taken({ messageId: null });
    await takeMails(w.ports, [
      await arrives(w, { messageId: null }),
      await arrives(w, { messageId: null, text: "二" }),
    ]);
    expect(all(w)).toHaveLength(2);
  });

  test("the project is the one addressed, else the only one whose name it mentions", async () => {
    const project = async (more: Partial<ParsedMail>) => all(await taken(more))[0]?.registration.projectId;
    expect(await project({ to: ["PROJECT-2@desk.example"] })).toBe("project-2");
    expect(await project({ to: ["hotline@desk.example"], subject: "示例二期的电梯" })).toBe("project-2");
    expect(await project({ to: ["hotline@desk.example"], text: "示例一期和示例二期" })).toBeUndefined();
  });
});

describe("quarantine: kept raw and listed, blocking nothing", () => {
  test.each([
    [{ bounce: true }, "bounce"],
    [{ autoReply: true }, "auto-reply"],
    [{ list: true }, "list"],
    [{ defects: ["parser-failed"] }, "unreadable"],
    [{ text: " ", subject: "" }, "empty"],
    [{ to: ["hotline@desk.example"] }, "unknown-project"],
  ])("%o is listed as %s", async (more, reason) => {
    const w = await taken(more);
    expect(all(w)).toEqual([]);
    expect(w.quarantined).toMatchObject([{ reason, at: arrived, from: "owner@home.example" }]);
    expect(await w.mailbox.get(w.quarantined[0]?.rawKey ?? "")).toEqual(rawMail(more));
    expect(inbox(w)).toEqual([]);
    expect(w.telemetry.counts.MailsQuarantined).toBe(1);
  });

  test("what the intake refuses is listed with its reason", async () => {
    const w = world(now);
    const message = await arrives(w, { from: null, subject: "" });
    await takeMail(w.ports, { ...message, receivedAt: at("2025-03-02 10:00") });
    expect(w.quarantined).toMatchObject([{ reason: "received-out-of-range" }]);
    expect(w.quarantined[0]).not.toHaveProperty("from");
  });

  test("a linked second mail that the intake refuses is listed as well", async () => {
    const w = await taken();
    const message = await arrives(w, { text: "别的事" });
    await takeMail(w.ports, { ...message, receivedAt: at("2025-03-02 10:00") });
    expect(w.quarantined).toMatchObject([{ reason: "received-out-of-range" }]);
  });
});

describe("an answer to one of our mails", () => {
  const thread = (w: World) => ({ inReplyTo: `<complaint.${all(w)[0]?.registration.id}@desk.example>` });
  const answer = { text: "还是没修好", messageId: "<2@home.example>" };

  function messages(w: World): string[] {
    const complaint = all(w)[0]!;
    return complaint.events
      .filter(({ fact }) => fact.type === "messageReceived")
      .map(({ seq }) => complaint.personal[`${seq}.text`]?.value ?? "");
  }

  test("by the same sender it becomes a message on the complaint, once", async () => {
    const w = await taken();
    for (const more of [thread(w), { references: [thread(w).inReplyTo] }]) {
      await takeMail(w.ports, await arrives(w, { ...answer, ...more }));
    }
    expect(all(w)).toHaveLength(1);
    expect(messages(w)).toEqual(["还是没修好"]);
    expect(JSON.stringify(all(w)[0]?.events)).not.toContain("home.example");
  });

  test("the same Message-ID with other content is another message, not lost", async () => {
    const w = await taken();
    await takeMail(w.ports, await arrives(w, { ...answer, ...thread(w) }));
    await takeMail(w.ports, await arrives(w, { ...answer, ...thread(w), text: "", subject: "请回电" }));
    expect(messages(w)).toEqual(["还是没修好", "请回电"]);
  });

  test("by somebody else, or to a thread that does not exist, it is a complaint of its own", async () => {
    const w = await taken();
    const from = { name: "", address: "neighbour@home.example" };
    await takeMail(w.ports, await arrives(w, { ...answer, ...thread(w), from }));
    const nowhere = {
      inReplyTo: `<complaint.${"x".repeat(26)}@desk.example>`,
      messageId: "<3@home.example>",
    };
    await takeMail(w.ports, await arrives(w, nowhere));
    expect(all(w)).toHaveLength(3);
    expect(messages(w)).toEqual([]);
  });

  test("to a withdrawn complaint it is a complaint of its own", async () => {
    const w = await taken();
    await w.give(all(w)[0]?.registration.id ?? "", { type: "withdraw", reason: "撤诉" });
    await takeMail(w.ports, await arrives(w, { ...answer, ...thread(w) }));
    expect(all(w)).toHaveLength(2);
  });
});

test.each<[string, Partial<ParsedMail>]>([
  ["a first mail", {}],
  ["one that is quarantined", { bounce: true }],
])("the process may die at any step with %s: taken again, nothing is lost or doubled", async (_, more) => {
  const points = await atEveryPoint(async (point) => {
    const w = world(now);
    const message = await arrives(w, more);
    const died = await diesAt(w.ports, point, (ports) => takeMail(ports, message));
    // It stays in the inbox until everything is done.
    expect(all(w).length + w.quarantined.length === 1 || inbox(w).length === 1).toBe(true);
    await takeMail(w.ports, message);
    expect(all(w).length + w.quarantined.length).toBe(1);
    expect(inbox(w)).toEqual([]);
    expect([...w.mailbox.items.keys()]).toHaveLength(1);
    return { died };
  });
  expect(points).toBeGreaterThanOrEqual(8);
});
