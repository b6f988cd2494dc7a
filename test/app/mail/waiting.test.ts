import { describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { acceptQuarantined, dismissQuarantined } from "../../../lib/app/mail/quarantine.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import { countWaiting } from "../../../lib/app/quarantine/waiting.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

let count = 0;

function desk(now = at("2026-03-02 10:00")): World {
  const w = world(now);
  return { ...w, ports: { ...w.ports, renderer: noticeRenderer } };
}

async function take(w: World, more: Partial<ParsedMail>): Promise<string> {
  count += 1;
  const rawKey = `raw/w-${count}`;
  await w.mailbox.put(rawKey, rawMail({ messageId: `<w${count}@home.example>`, ...more }));
  await takeMail(w.ports, { rawKey, receivedAt: w.clock.text() });
  await deliver(w);
  return w.quarantined.at(-1)?.id ?? "";
}

/** Hands over with the real texts. */
async function deliver(w: World): Promise<void> {
  const { sendNotice } = await import("../../../lib/app/notices/send.ts");
  for (const ref of w.noticeQueue.take()) await sendNotice(w.ports, ref);
}

/** The sweep's turns of so many hours. */
async function hours(w: World, many: number): Promise<void> {
  for (let turn = 0; turn < many * 12; turn += 1) {
    w.clock.set(plusSeconds(w.clock.text(), 300));
    await sweep(w.ports);
    await deliver(w);
  }
}

const told = (w: World) => w.sent.map(({ to }) => to.split("@")[0]);
const elsewhere = { to: ["hotline@desk.example"], text: "电梯又停了" };

describe("what is quarantined shows up", () => {
  test("the supervisor hears once a day of all that waits, with sender, subject and reason", async () => {
    const w = desk();
    await take(w, { list: true, subject: "物业费通知" });
    await take(w, { autoReply: true, subject: "自动回复" });
    await hours(w, 30);
    expect(told(w)).toEqual(["supervisor-1", "supervisor-1"]);
    const [first] = w.sent;
    expect(first?.subject).toContain("【隔离邮件】示例一期 2 封邮件待核对");
    for (const words of ["群发邮件", "自动回复", "owner@home.example", "物业费通知", "/quarantine"])
      expect(first?.text).toContain(words);
  });

  test("not at night: what came at 21:00 is told of in the morning", async () => {
    const w = desk(at("2026-03-02 21:00"));
    await take(w, { list: true });
    await hours(w, 10);
    expect(told(w)).toEqual([]);
    await hours(w, 2);
    expect(told(w)).toEqual(["supervisor-1"]);
  });

  test("what nobody can place is told to headquarters; of what was seen to nobody hears", async () => {
    const w = desk();
    await take(w, elsewhere);
    const accepted = await take(w, { list: true });
    const dismissed = await take(w, { list: true });
    await acceptQuarantined(w.ports, people.manager, accepted, "project-1");
    await dismissQuarantined(w.ports, people.manager, dismissed);
    await hours(w, 2);
    expect(told(w).toSorted((a = "", b = "") => a.localeCompare(b))).toEqual([
      "headquarters-1",
      "headquarters-2",
    ]);
  });

  test("after thirty days it waits no longer", async () => {
    const w = desk();
    await take(w, { list: true });
    w.clock.set(at("2026-04-02 10:00"));
    await hours(w, 2);
    expect(told(w)).toEqual([]);
    expect(await countWaiting(w.ports, people.headquarters)).toMatchObject({ waiting: 0 });
  });

  test("the board counts what waits for one's own projects, the commonest reason first", async () => {
    const w = desk();
    await take(w, { autoReply: true });
    w.clock.set(at("2026-03-02 11:00"));
    await take(w, { list: true });
    await take(w, { list: true });
    await take(w, elsewhere);
    expect(await countWaiting(w.ports, people.supervisor)).toEqual({
      waiting: 3,
      dangers: 0,
      oldestAt: at("2026-03-02 10:00"),
      reasons: [
        { reason: "list", count: 2 },
        { reason: "auto-reply", count: 1 },
      ],
    });
    expect(await countWaiting(w.ports, people.headquarters)).toMatchObject({ waiting: 4 });
    expect(await countWaiting(w.ports, people.stranger)).toMatchObject({ waiting: 0 });
  });
});

describe("D6: danger is heard in what could not become a complaint", () => {
  test("at once and at night; of no project's mail by headquarters; the same mail again is one alert", async () => {
    const w = desk(at("2026-03-02 23:00"));
    await take(w, { ...elsewhere, text: "配电房冒烟了" });
    expect(told(w).toSorted((a = "", b = "") => a.localeCompare(b))).toEqual([
      "headquarters-1",
      "headquarters-2",
    ]);
    expect(w.sent[0]?.subject).toContain("【可能涉及安全】");
    expect(w.sent[0]?.text).toContain("冒烟");
    const ours = { autoReply: true, text: "我被困在电梯里" };
    await take(w, { ...ours, messageId: "<same@home.example>" });
    await take(w, { ...ours, messageId: "<same@home.example>" });
    expect(told(w).slice(2)).toEqual(["supervisor-1", "manager-1"]);
    expect(await countWaiting(w.ports, people.manager)).toMatchObject({ waiting: 1, dangers: 1 });
  });

  test("not of what nobody wrote: spam, viruses, newsletters, failure reports", async () => {
    const w = desk();
    const text = "冒烟了，有人被困";
    for (const kind of [{ verdict: "spam" }, { verdict: "virus" }, { list: true }, { bounce: true }] as const)
      await take(w, { text, ...kind });
    expect(w.quarantined).toHaveLength(4);
    expect(told(w)).toEqual([]);
  });
});
