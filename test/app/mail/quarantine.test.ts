import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import {
  acceptQuarantined,
  dismissQuarantined,
  listQuarantined,
  readQuarantined,
} from "../../../lib/app/mail/quarantine.ts";
import { RAW_MAIL_PREFIX } from "../../../lib/app/mail/sweep-mails.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import { countWaiting } from "../../../lib/app/quarantine/waiting.ts";
import { type Complaint, registeredValue } from "../../../lib/domain/complaint/document.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const arrived = at("2026-03-02 09:58");
const all = (w: World): Complaint[] => [...w.complaints.items.values()];

async function quarantined(more: Partial<ParsedMail>): Promise<{ w: World; id: string }> {
  const w = world(now);
  await w.mailbox.put("raw/1", rawMail(more));
  await takeMail(w.ports, { rawKey: "raw/1", receivedAt: arrived });
  return { w, id: w.quarantined[0]?.id ?? "" };
}

describe("a quarantined mail becomes a complaint when somebody in charge says so", () => {
  test("of the project they name, received when it arrived, by that person; the list names it", async () => {
    const { w, id } = await quarantined({ list: true, to: ["hotline@desk.example"] });
    expect(await acceptQuarantined(w.ports, people.headquarters, id, "project-1")).toMatchObject({
      accepted: { by: people.headquarters.id, projectId: "project-1", at: now },
    });
    await w.drain();
    const [complaint] = all(w);
    expect(complaint?.registration).toMatchObject({
      number: "E001",
      receivedAt: arrived,
      projectId: "project-1",
    });
    expect(complaint?.events[0]?.by).toEqual({ kind: "person", id: people.headquarters.id });
    expect(w.quarantined[0]?.accepted).toMatchObject({
      number: "E001",
      complaintId: complaint?.registration.id,
    });
  });

  test("whoever makes it a complaint of the own project is not told what else it was addressed to", async () => {
    const { w, id } = await quarantined({ list: true });
    const [mail] = w.quarantined;
    if (mail === undefined) throw new Error("no mail");
    w.quarantined[0] = { ...mail, projectIds: ["project-1", "project-2"] };
    const accepted = await acceptQuarantined(w.ports, people.manager, id, "project-1");
    expect(accepted).toMatchObject({ projectIds: ["project-1"], accepted: { projectId: "project-1" } });
    const both = await acceptQuarantined(w.ports, people.headquarters, id, "project-1");
    expect(both).toMatchObject({ projectIds: ["project-1", "project-2"] });
  });

  test("also one without a readable word, and one older than a complaint may be", async () => {
    const { w, id } = await quarantined({ text: "", subject: "" });
    w.clock.set(at("2026-09-01 10:00"));
    await acceptQuarantined(w.ports, people.manager, id, "project-1");
    await w.drain();
    const [complaint] = all(w);
    expect(registeredValue(complaint!, "matter")).toBe("（邮件没有可读的文字，见原始邮件）");
    expect(complaint?.registration.receivedAt).toBe(at("2026-09-01 10:00"));
  });

  test("again for the same project: the same; for another one, unknown, or out of reach: refused", async () => {
    const { w, id } = await quarantined({ autoReply: true });
    const first = await acceptQuarantined(w.ports, people.headquarters, id, "project-1");
    expect(await acceptQuarantined(w.ports, people.headquarters, id, "project-1")).toEqual(first);
    await w.drain();
    expect(all(w)).toHaveLength(1);
    const refused = (person: typeof people.manager, mail: string, project: string) =>
      acceptQuarantined(w.ports, person, mail, project);
    expect(await refused(people.headquarters, id, "project-2")).toMatchObject({ problem: "mail-accepted" });
    expect(await refused(people.headquarters, "none", "project-1")).toMatchObject({
      problem: "unknown-mail",
    });
    expect(await refused(people.stranger, id, "project-1")).toMatchObject({ problem: "unknown-mail" });
    expect(await refused(people.manager, id, "project-2")).toMatchObject({ problem: "unknown-project" });
  });

  test("belongs to the projects it was sent to; what nobody can place is headquarters'", async () => {
    const seenBy = async (w: World, person: (typeof people)[keyof typeof people]) =>
      (await listQuarantined(w.ports, person, { limit: 50 })).items.map(({ projectIds }) => projectIds);
    const there = await quarantined({ list: true, to: ["project-2@desk.example"] });
    expect(await seenBy(there.w, people.stranger)).toEqual([["project-2"]]);
    expect(await seenBy(there.w, people.headquarters)).toEqual([["project-2"]]);
    for (const person of [people.supervisor, people.manager, people.projectManager, people.region]) {
      expect(await seenBy(there.w, person)).toEqual([]);
      expect(await acceptQuarantined(there.w.ports, person, there.id, "project-1")).toMatchObject({
        problem: "unknown-mail",
      });
    }
    const both = await quarantined({ list: true, to: ["project-1@desk.example", "project-2@desk.example"] });
    expect(await seenBy(both.w, people.region)).toEqual([["project-1"]]);
    await acceptQuarantined(both.w.ports, people.stranger, both.id, "project-2");
    expect(await listQuarantined(both.w.ports, people.manager, { limit: 50 })).toMatchObject({
      items: [{ projectIds: ["project-1"] }],
    });
    const [item] = (await listQuarantined(both.w.ports, people.manager, { limit: 50 })).items;
    expect(item).not.toHaveProperty("accepted");
    const nobodys = await quarantined({ list: true, to: ["hotline@desk.example"] });
    expect(await seenBy(nobodys.w, people.manager)).toEqual([]);
    expect(await seenBy(nobodys.w, people.headquarters)).toEqual([undefined]);
  });

  test("a list looks on through other projects' mails until it finds one's own", async () => {
    const w = world(now);
    const mail = (n: number, project: string) => ({
      id: `m-${n}`,
      at: now,
      reason: "list",
      rawKey: `mail/${n}`,
      projectIds: [project],
    });
    const pages = [[mail(1, "project-2")], [mail(2, "project-2")], [mail(3, "project-1")], []];
    const list: World["ports"]["quarantine"]["list"] = async ({ cursor = "0" }) => ({
      items: pages[Number(cursor)] ?? [],
      ...(Number(cursor) < 3 ? { cursor: String(Number(cursor) + 1) } : {}),
    });
    const ports = { ...w.ports, quarantine: { ...w.ports.quarantine, list } };
    expect(await listQuarantined(ports, people.manager, { limit: 1 })).toMatchObject({
      items: [{ id: "m-3" }],
      cursor: "3",
    });
    expect(await listQuarantined(ports, people.manager, { limit: 1, cursor: "3" })).toEqual({ items: [] });
  });

  test("the process may die at any step: one complaint, and the list names it", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, id } = await quarantined({ bounce: true });
      await acceptQuarantined(w.ports, people.manager, id, "project-1");
      const [message] = w.mailInQueue.take();
      if (message === undefined) throw new Error("nothing was queued");
      const died = await diesAt(w.ports, point, (ports) => takeMail(ports, message));
      await takeMail(w.ports, message);
      expect(all(w)).toHaveLength(1);
      expect(w.quarantined[0]?.accepted?.number).toBe(all(w)[0]?.registration.number);
      return { died };
    });
    expect(points).toBeGreaterThan(5);
  });
});

describe("somebody looks at a quarantined mail", () => {
  test("reads what it says, also when the raw mail is gone; others do not learn that it exists", async () => {
    const { w, id } = await quarantined({
      list: true,
      text: "业主：电梯又停了",
      to: ["project-1@desk.example"],
    });
    expect(await readQuarantined(w.ports, people.manager, id)).toMatchObject({
      mail: { id, reason: "list" },
      letter: { text: "业主：电梯又停了" },
    });
    expect(await readQuarantined(w.ports, people.stranger, id)).toMatchObject({ problem: "unknown-mail" });
    await w.mailbox.remove(w.quarantined[0]!.rawKey);
    expect(await readQuarantined(w.ports, people.manager, id)).toEqual({
      mail: expect.objectContaining({ id }),
    });
  });

  test("finds that it is no complaint: it waits no more, is still there, and can still be made one", async () => {
    const { w, id } = await quarantined({ list: true, to: ["project-1@desk.example"] });
    const waiting = async () => (await countWaiting(w.ports, people.manager)).waiting;
    expect(await waiting()).toBe(1);
    expect((await countWaiting(w.ports, people.stranger)).waiting).toBe(0);
    expect(await dismissQuarantined(w.ports, people.stranger, id)).toMatchObject({ problem: "unknown-mail" });
    const dismissed = await dismissQuarantined(w.ports, people.manager, id);
    expect(dismissed).toMatchObject({ dismissed: { by: people.manager.id, at: now } });
    w.clock.set(at("2026-03-02 11:00"));
    expect(await dismissQuarantined(w.ports, people.headquarters, id)).toEqual(dismissed);
    expect(await waiting()).toBe(0);
    await acceptQuarantined(w.ports, people.manager, id, "project-1");
    await w.drain();
    expect(all(w)).toHaveLength(1);
    expect(await dismissQuarantined(w.ports, people.manager, id)).toMatchObject({ problem: "mail-accepted" });
  });
});

describe("a mail that kills whoever reads it", () => {
  test("blocks nothing, is put aside unread after two hours, and is listed once", async () => {
    const w = world(now);
    await w.mailbox.put(`${RAW_MAIL_PREFIX}poison`, new TextEncoder().encode("{"));
    const flood = 200;
    for (let n = 0; n < flood; n += 1) {
      await w.mailbox.put(`${RAW_MAIL_PREFIX}${n}`, rawMail({ messageId: `<${n}@home.example>` }));
    }
    const failures = new Set<unknown>();
    for (let round = 0; round < 30; round += 1) {
      w.clock.set(plusSeconds(w.clock.text(), 300));
      await sweep(w.ports);
      for (const message of w.mailInQueue.take()) {
        // The queue brings a message back by itself; only the poison never gets through.
        await takeMail(w.ports, message).catch((error: unknown) => failures.add(String(error).split(":")[0]));
      }
    }
    expect([...failures]).toEqual(["SyntaxError"]);
    expect(all(w)).toHaveLength(flood);
    expect(w.quarantined).toMatchObject([{ reason: "failed-repeatedly", at: now }]);
    expect([...w.mailbox.items.keys()].filter((key) => key.startsWith(RAW_MAIL_PREFIX))).toEqual([]);
    expect(await w.mailbox.get(w.quarantined[0]!.rawKey)).toEqual(new TextEncoder().encode("{"));
  });
});
