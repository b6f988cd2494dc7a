import { describe, expect, test } from "vitest";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { acceptQuarantined, dismissQuarantined } from "../../../lib/app/mail/quarantine.ts";
import { listSenderRules, putSenderRule, type WantedSenderRule } from "../../../lib/app/mail/sender-rules.ts";
import type { ParsedMail } from "../../../lib/app/ports/mail.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const robot = "robot@sensors.example";
let count = 0;

async function take(w: World, more: Partial<ParsedMail>): Promise<void> {
  count += 1;
  const raw = rawMail({ messageId: `<s${count}@sensors.example>`, ...more });
  await w.mailbox.put(`raw/s-${count}`, raw);
  await takeMail(w.ports, { rawKey: `raw/s-${count}`, receivedAt: now });
  await w.drain();
}

function decide(
  w: World,
  wanted: Partial<WantedSenderRule>,
  person: typeof people.manager = people.headquarters,
) {
  return putSenderRule(w.ports, person, { sender: robot, reason: "巡检设备", version: 0, ...wanted });
}

const numbers = (w: World) => [...w.complaints.items.values()].map(({ registration }) => registration.number);
const reasons = (w: World) => w.quarantined.map(({ reason }) => reason);
const from = (address: string) => ({ from: { name: "", address } });

describe("what somebody decided about a sender is done with its mail", () => {
  test("allow: registered though it looks like a machine's, and not answered", async () => {
    for (const looks of [
      { signs: ["newsletter", "list"] as const },
      { signs: ["auto-replied"] as const },
      { signs: [], verdict: "spam" as const },
      { autoReply: true },
    ]) {
      const w = world(now);
      await take(w, { ...from(robot), ...looks });
      expect(numbers(w)).toEqual([]);
      await decide(w, { treatment: "allow" });
      await take(w, { ...from(robot), ...looks });
      expect(numbers(w)).toEqual(["E001"]);
      expect(w.sent.filter(({ to }) => to === robot)).toHaveLength(looks.verdict === "spam" ? 1 : 0);
    }
  });

  test("allow lets in no virus, no failure report, and no automatic answer to what we wrote", async () => {
    const w = world(now);
    await decide(w, { treatment: "allow" });
    await take(w, { ...from(robot), verdict: "virus" });
    await take(w, { ...from(robot), bounce: true, signs: ["bounce-report"] });
    const references = ["<complaint.abcdefghijklmnopqrstuvwxyz@desk.example>"];
    await take(w, { ...from(robot), references, signs: ["auto-replied"] });
    expect(numbers(w)).toEqual([]);
    expect(reasons(w)).toEqual(["virus", "bounce", "auto-reply"]);
  });

  test("quarantine: put aside with the reason; accepted, it is answered", async () => {
    const w = world(now);
    await decide(w, { treatment: "quarantine" });
    await take(w, from(robot));
    expect(reasons(w)).toEqual(["sender-rule"]);
    await acceptQuarantined(w.ports, people.manager, w.quarantined[0]?.id ?? "", "project-1");
    await w.drain();
    const [complaint] = w.complaints.items.values();
    expect(registeredValue(complaint!, "email")).toBe(robot);
    expect(w.sent.map(({ to }) => to)).toContain(robot);
  });

  test("drop: no complaint, nothing waits, the raw mail is kept, and each is counted once", async () => {
    const w = world(now);
    await decide(w, { treatment: "drop" });
    const raw = rawMail(from(robot));
    for (const rawKey of ["raw/a", "raw/a", "raw/b"]) {
      await w.mailbox.put(rawKey, raw);
      await takeMail(w.ports, { rawKey, receivedAt: now });
    }
    expect([numbers(w), w.quarantined]).toEqual([[], []]);
    expect(await w.mailbox.get(w.dropped[0]?.rawKey ?? "")).toEqual(raw);
    const [listed] = await listSenderRules(w.ports, people.clerk);
    expect(listed).toMatchObject({ sender: robot, dropped: 1 });
  });

  test("D6: words of danger and answers to what we wrote are never dropped", async () => {
    const w = world(now);
    await decide(w, { treatment: "drop" });
    await take(w, { ...from(robot), text: "3栋电梯报警：有人被困" });
    await take(w, { ...from(robot), subject: "配电房冒烟", text: "" });
    await take(w, { ...from(robot), references: ["<complaint.abcdefghijklmnopqrstuvwxyz@desk.example>"] });
    expect(reasons(w)).toEqual(["sender-rule", "sender-rule", "sender-rule"]);
    expect(w.dropped).toEqual([]);
  });

  test("offices are let in without anybody's rule, but for what the scanners call spam", async () => {
    const w = world(now);
    await take(w, { ...from("tickets@12345.city.gov.cn"), signs: ["newsletter", "auto-generated"] });
    expect(numbers(w)).toEqual(["E001"]);
    await take(w, { ...from("tickets@12345.city.gov.cn"), signs: [], verdict: "spam" });
    expect(reasons(w)).toEqual(["spam"]);
    expect(w.sent.filter(({ to }) => to.endsWith("gov.cn"))).toEqual([]);
  });
});

describe("who decides", () => {
  test("leads for their project, only its manager and above to drop, headquarters for all", async () => {
    const w = world(now);
    const here = { projectId: "project-1" };
    expect(await decide(w, { treatment: "drop" }, people.projectManager)).toMatchObject({
      problem: "forbidden",
    });
    expect(await decide(w, { ...here, treatment: "drop" }, people.supervisor)).toMatchObject({
      problem: "forbidden",
    });
    expect(await decide(w, { ...here, treatment: "allow" }, people.clerk)).toMatchObject({
      problem: "unknown-project",
    });
    expect(await decide(w, { ...here, treatment: "allow" }, people.supervisor)).toMatchObject({ version: 1 });
    expect(await decide(w, { ...here, treatment: "drop" }, people.manager)).toMatchObject({
      problem: "forbidden",
    });
    expect(await decide(w, { ...here, treatment: "drop", version: 1 }, people.projectManager)).toMatchObject({
      treatment: "drop",
      version: 2,
    });
    await take(w, from(robot));
    expect(w.dropped).toHaveLength(1);
    await take(w, { ...from(robot), to: ["project-1@desk.example", "project-2@desk.example"] });
    expect(numbers(w)).toEqual(["E001", "E002"]);
  });

  test("a rule is changed by whoever saw it as it stands; taken back, it counts no more", async () => {
    const w = world(now);
    expect(await decide(w, { sender: "@example", treatment: "allow" })).toMatchObject({
      problem: "sender-invalid",
    });
    expect(await decide(w, {})).toMatchObject({ problem: "not-found" });
    await decide(w, { treatment: "quarantine" });
    expect(await decide(w, { treatment: "drop" })).toMatchObject({ problem: "organisation-changed" });
    expect(await decide(w, { version: 1 })).toMatchObject({ ended: true, version: 2 });
    await take(w, from(robot));
    expect(numbers(w)).toEqual(["E001"]);
    expect((await listSenderRules(w.ports, people.manager)).map(({ sender }) => sender)).toEqual(["@gov.cn"]);
    expect(await decide(w, { treatment: "drop", version: 2 })).toMatchObject({ version: 3 });
  });
});

test("a quarantined mail that is no complaint waits no longer, and may still become one", async () => {
  const w = world(now);
  await take(w, { ...from(robot), list: true });
  const id = w.quarantined[0]?.id ?? "";
  expect(await dismissQuarantined(w.ports, people.stranger, id)).toMatchObject({ problem: "unknown-mail" });
  const dismissed = await dismissQuarantined(w.ports, people.supervisor, id);
  expect(dismissed).toMatchObject({ dismissed: { at: now, by: people.supervisor.id } });
  expect(await dismissQuarantined(w.ports, people.manager, id)).toEqual(dismissed);
  await acceptQuarantined(w.ports, people.manager, id, "project-1");
  await w.drain();
  expect(numbers(w)).toEqual(["E001"]);
  expect(await dismissQuarantined(w.ports, people.manager, id)).toMatchObject({ problem: "mail-accepted" });
});
