import { describe, expect, test } from "vitest";
import { careForPersonData } from "../../../lib/app/erasure/care.ts";
import { listedErasures } from "../../../lib/app/erasure/list.ts";
import { removeKept } from "../../../lib/app/erasure/retention.ts";
import { askPersonData } from "../../../lib/app/person-data/request.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

const asked = at("2026-03-02 10:00");
const due = at("2026-03-23 18:00");

async function desk() {
  const w = world(asked);
  const complaint = await w.receive();
  await w.drain();
  await askPersonData(w.ports, complaint, "erasure", { kind: "customer" });
  return { w, complaint };
}

const told = (w: World) =>
  w.sent
    .filter(({ subject }) => subject.startsWith("person-data"))
    .map(({ subject, to }) => `${subject.split("#")[1]} ${to}`);

async function care(w: World, now: string) {
  w.clock.set(now);
  await careForPersonData(w.ports);
  await w.drain();
}

describe("a request about personal data that nobody acts on", () => {
  test("rings at once, near its limit, at it and each day after it, each once however often it is looked at", async () => {
    const { w } = await desk();
    expect(w.personRequests[0]?.dueAt).toBe(due);
    for (const now of [asked, at("2026-03-02 10:15"), at("2026-03-09 10:00")]) await care(w, now);
    expect(told(w)).toEqual(["asked project-manager-1@desk.example"]);
    for (const now of [at("2026-03-20 10:00"), at("2026-03-20 10:15")]) await care(w, now);
    expect(
      told(w)
        .slice(1)
        .map((line) => line.split("@")[0]),
    ).toEqual(["near project-manager-1", "near headquarters-1", "near headquarters-2"]);
    for (const now of [due, at("2026-03-23 18:15"), at("2026-03-24 09:00")]) await care(w, now);
    const late = told(w).slice(4);
    expect(late).toHaveLength(8);
    expect(late).toContain("late-2026-03-23 region-1@desk.example");
    expect(late).toContain("late-2026-03-24 region-1@desk.example");
  });

  test("is silent once somebody has refused it", async () => {
    const { w } = await desk();
    const [request] = w.personRequests;
    if (request === undefined) throw new Error("no request");
    const decided = {
      at: asked,
      by: people.projectManager.id,
      outcome: "refused" as const,
      reason: "无法核实",
    };
    await w.ports.personRequests.decide({ ...request, decided });
    await care(w, at("2026-03-24 09:00"));
    expect(told(w)).toEqual([]);
  });
});

describe("what is kept no longer (个人信息保护法 19, 47)", () => {
  async function old() {
    const w = world(asked);
    const over = await w.receive({ sourceId: "over" });
    const open = await w.receive({ sourceId: "open" });
    await w.give(
      over.registration.id,
      { type: "refer", reason: "已起诉" },
      { person: people.projectManager },
    );
    await w.drain();
    await w.mailbox.put("mail/2026-03/a.eml", rawMail());
    await w.ports.quarantine.put({ id: "q", at: asked, reason: "spam", rawKey: "mail/2026-03/q.eml" });
    await w.mailbox.put("mail/2026-03/q.eml", rawMail());
    return { w, over: over.registration.id, open: open.registration.id };
  }

  test("goes by its kind and age, and the report says how much; what is not over stays; another night removes nothing", async () => {
    const { w, over, open } = await old();
    w.clock.set(at("2026-09-02 03:00"));
    await removeKept(w.ports, "2026-09-02", w.clock.text());
    expect(w.nights[0]?.removed).toEqual({
      complaints: 0,
      quarantine: 1,
      rawMails: 0,
      requests: 0,
      recordings: 0,
    });
    expect((await w.complaint(over)).personal).not.toEqual({});
    w.clock.set(at("2029-03-10 03:00"));
    await removeKept(w.ports, "2029-03-10", w.clock.text());
    expect(w.nights[1]?.removed).toEqual({
      complaints: 1,
      quarantine: 0,
      rawMails: 1,
      requests: 0,
      recordings: 0,
    });
    expect((await w.complaint(over)).personal).toEqual({});
    expect((await w.complaint(open)).personal).not.toEqual({});
    expect((await listedErasures(w.ports)).map(({ complaintIds }) => complaintIds)).toEqual([[over]]);
    await removeKept(w.ports, "2029-03-11", w.clock.text());
    expect(w.nights[2]?.removed).toEqual({
      complaints: 0,
      quarantine: 0,
      rawMails: 0,
      requests: 0,
      recordings: 0,
    });
  });

  test("runs once a night, at three", async () => {
    const { w } = await old();
    for (const now of ["02:45", "03:00", "03:15", "04:00"]) await care(w, at(`2026-09-02 ${now}`));
    expect(w.nights.map(({ date, startedAt }) => [date, startedAt])).toEqual([
      ["2026-09-02", at("2026-09-02 03:00")],
    ]);
  });
});
