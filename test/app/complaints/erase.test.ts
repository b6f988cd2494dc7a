import { describe, expect, test } from "vitest";
import { type AuditFault, audit } from "../../../lib/app/complaints/audit.ts";
import { erase } from "../../../lib/app/complaints/erase.ts";
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
    expect(await erase(w.ports, { number, fields: ["phone"] })).toEqual({ number, refs: ["1.phone"] });
    const complaint = await w.complaint(id);
    expect(JSON.stringify(complaint)).not.toContain("13800000000");
    expect(complaint.personal).not.toHaveProperty("1.phone");
    expect(complaint.personal["1.name"]?.value).toBe("示例业主");
    expect(complaint.events.at(-1)).toMatchObject({
      by: { kind: "channel", id: "operator" },
      fact: { type: "erased", refs: ["1.phone"] },
    });
    expect(complaint.version).toBe(version);
    expect(await faults(w)).toEqual([]);
  });

  test("of everything: no text and no name is left; run again, nothing is written", async () => {
    const { w, id, number } = await desk();
    await erase(w.ports, { number, fields: [] });
    const complaint = await w.complaint(id);
    expect(complaint.personal).toEqual({});
    expect(await erase(w.ports, { number, fields: [] })).toEqual({ number, refs: [] });
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
