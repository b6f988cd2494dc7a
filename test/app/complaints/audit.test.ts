import { expect, test } from "vitest";
import { type AuditFault, audit } from "../../../lib/app/complaints/audit.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { at } from "../../support/builders.ts";
import { world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

/** Every fault the audit finds after one complaint was changed behind the desk's back. */
async function faultsAfter(change: (complaint: Complaint) => Complaint): Promise<readonly AuditFault[]> {
  const w = world(monday);
  const kept = await w.receive();
  const complaint = await w.receive({ sourceId: "second" });
  await w.complaints.replace({ ...change(complaint), revision: complaint.revision + 1 }, complaint.revision);
  const found: AuditFault[] = [];
  let checked = 0;
  for await (const progress of audit(w.ports)) {
    checked += progress.checked;
    found.push(...progress.faults);
  }
  expect(checked).toBe(2);
  expect(found.map(({ id }) => id)).not.toContain(kept.registration.id);
  return found;
}

const faults = async (change: (complaint: Complaint) => Complaint) =>
  (await faultsAfter(change)).map(({ fault, seq }) => ({ fault, seq }));

test("a history that nobody touched has no fault; personal values that are gone without a record are found", async () => {
  expect(await faults((complaint) => complaint)).toEqual([]);
  const holes = await faults((complaint) => ({ ...complaint, personal: {} }));
  expect(holes).toEqual(["matter", "name", "phone"].map(() => ({ fault: "hole", seq: 1 })));
});

test("a changed event breaks the chain where it stands", async () => {
  const earlier = at("2026-03-01 10:00");
  const changed = await faults((complaint) => ({
    ...complaint,
    events: complaint.events.map((event) => (event.seq === 2 ? { ...event, recordedAt: earlier } : event)),
  }));
  expect(changed).toContainEqual({ fault: "hash", seq: 2 });
});

test("a changed complaint text does not match its event", async () => {
  const changed = await faults((complaint) => ({
    ...complaint,
    personal: { ...complaint.personal, "1.matter": { salt: "s", value: "没有投诉" } },
  }));
  expect(changed).toEqual([{ fault: "personal", seq: 1 }]);
});

test("a status that the history does not give is found", async () => {
  expect(await faults((complaint) => ({ ...complaint, status: "closed" }))).toEqual([
    { fault: "state", seq: undefined },
  ]);
});

test("a due instant that the stamped rules do not give is found by counting the days again", async () => {
  const forged = "2026-12-24T10:00:00.000Z";
  const found = await faults((complaint) => ({
    ...complaint,
    clocks: complaint.clocks.map((clock) =>
      clock.name === "result" ? { ...clock, limits: [{ ...clock.limits[0]!, dueAt: forged }] } : clock,
    ),
  }));
  expect(found).toContainEqual({ fault: "due", seq: undefined });
});
