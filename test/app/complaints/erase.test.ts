import { describe, expect, test } from "vitest";
import { type AuditFault, audit } from "../../../lib/app/complaints/audit.ts";
import { erase } from "../../../lib/app/complaints/erase.ts";
import { contactKey } from "../../../lib/app/organisation/keys.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

async function desk() {
  const w = world(now);
  const { registration } = await w.receive();
  await w.give(registration.id, { type: "note", text: "王示例来电" });
  return { w, ...registration };
}

async function faults({ ports }: World): Promise<AuditFault[]> {
  const found: AuditFault[] = [];
  for await (const progress of audit(ports)) found.push(...progress.faults);
  return found;
}

describe("erasing personal values", () => {
  test("of one field, wherever it stands: salt and value are gone, the history names it, and the audit agrees", async () => {
    const { w, id, number } = await desk();
    const { version } = await w.complaint(id);
    expect(await erase(w.ports, { number, fields: ["phone"] })).toEqual({
      number,
      refs: ["1.phone"],
      parts: ["contact"],
    });
    const complaint = await w.complaint(id);
    expect(JSON.stringify(complaint)).not.toContain("13800000000");
    expect(complaint.personal).not.toHaveProperty("1.phone");
    expect(complaint.personal["1.name"]?.value).toBe("示例业主");
    expect(complaint.events.at(-1)).toMatchObject({
      by: { kind: "channel", id: "operator" },
      fact: { type: "erased", refs: ["1.phone"], parts: ["contact"], redacted: [{ seq: 1 }] },
    });
    expect(complaint.version).toBe(version);
    // Whoever knows the number is told nothing: the key that it makes is in no document and leads nowhere.
    const key = contactKey(w.ports.crypto, "13800000000");
    expect(JSON.stringify(complaint)).not.toContain(key);
    expect(await w.ports.complaints.idsByContact(key, 1)).toEqual([]);
    expect(await faults(w)).toEqual([]);
  });

  test("of the address: no event says where the person lives, and what it says since is vouched for", async () => {
    const { w, id, number } = await desk();
    await w.give(id, { type: "correct", told: { location: { room: "七零九室" } }, reason: "核对" });
    await erase(w.ports, { number, fields: ["location"] });
    const complaint = await w.complaint(id);
    expect(complaint.registration.location).toEqual({});
    expect(JSON.stringify(complaint)).not.toMatch(/502|七零九/);
    expect(complaint.personal["1.phone"]?.value).toBe("13800000000");
    expect(await faults(w)).toEqual([]);
    // Changed by anybody afterwards, however little: found.
    const [first, ...rest] = complaint.events;
    if (first?.fact.type !== "registered") throw new Error("no registration");
    const forged = { ...first, fact: { ...first.fact, location: { room: "101" } } };
    w.complaints.items.set(id, { ...complaint, events: [forged, ...rest] });
    expect((await faults(w)).map(({ fault, seq }) => [fault, seq])).toContainEqual(["hash", 1]);
  });

  test("of everything: no text and no name is left; run again, nothing is written", async () => {
    const { w, id, number } = await desk();
    await erase(w.ports, { number, fields: [] });
    const complaint = await w.complaint(id);
    expect(complaint.personal).toEqual({});
    expect(await erase(w.ports, { number, fields: [] })).toEqual({ number, refs: [], parts: [] });
    expect(await w.complaint(id)).toEqual(complaint);
    expect(await faults(w)).toEqual([]);
  });

  test("a value that comes while everything is being erased is erased too", async () => {
    const { w, id, number } = await desk();
    w.complaints.interfere = async () => {
      await w.give(id, { type: "note", text: "又来电" });
    };
    await erase(w.ports, { number, fields: [] });
    expect((await w.complaint(id)).personal).toEqual({});
    expect(await faults(w)).toEqual([]);
  });

  test("the process may die at any step: run again, everything is gone and recorded once", async () => {
    await atEveryPoint(async (point) => {
      const { w, id, number } = await desk();
      const died = await diesAt(w.ports, point, (ports) => erase(ports, { number, fields: [] }));
      await erase(w.ports, { number, fields: [] });
      const { events, personal } = await w.complaint(id);
      expect(personal).toEqual({});
      expect(events.filter(({ fact }) => fact.type === "erased")).toHaveLength(1);
      return { died };
    });
  });

  test("of a number that nobody has: refused", async () => {
    const { w } = await desk();
    expect(await erase(w.ports, { number: "999", fields: [] })).toEqual({ problem: "unknown-complaint" });
  });
});
