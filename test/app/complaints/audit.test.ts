import { expect, test } from "vitest";
import { type AuditFault, audit } from "../../../lib/app/complaints/audit.ts";
import type { Rung } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { StoredEvent } from "../../../lib/domain/complaint/events.ts";
import { evolve } from "../../../lib/domain/complaint/evolve.ts";
import { chainHash } from "../../../lib/domain/document/chain.ts";
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

/** A complaint whose limit has passed and whose first rung has rung, forged by whoever can compute every hash. */
async function forged(
  change: (fact: StoredEvent["fact"], event: StoredEvent) => Partial<StoredEvent>,
  until = "2026-03-04 10:00",
) {
  const w = world(monday);
  const complaint = await w.receive();
  await w.run(at(until));
  const { id } = complaint.registration;
  const stands = await w.complaint(id);
  let hash = "";
  const events = stands.events.map((event) => {
    const { hash: _, ...rest } = { ...event, ...change(event.fact, event) };
    hash = chainHash(hash, rest, (text) => w.ports.crypto.digest(text));
    return { ...rest, hash };
  });
  let anew: Complaint | undefined;
  for (const event of events) anew = evolve(anew, event);
  const { personal, armed, outbox, writtenAt, revision } = stands;
  const document = { ...anew!, personal, armed, outbox, writtenAt, revision: revision + 1 };
  await w.complaints.replace(document, revision);
  const found: AuditFault[] = [];
  for await (const { faults } of audit(w.ports)) found.push(...faults);
  return found.map(({ fault, rung }) => [fault, rung?.what, rung?.clock, rung?.rung]);
}

test("a rung moved by whoever can forge the whole chain is found by counting the days again, and named", async () => {
  expect(await forged(() => ({}))).toEqual([]);
  const later = (rung: Rung) => (rung.id === "plus-1d" ? { ...rung, at: at("2026-03-09 18:00") } : rung);
  const moved = await forged((fact) =>
    fact.type === "clockStarted" && fact.name === "firstReply"
      ? { fact: { ...fact, rungs: fact.rungs.map(later) } }
      : {},
  );
  expect(moved).toEqual([["rung", "place", "firstReply#1", "plus-1d"]]);
});

test("a rung that was not recorded when it rang is found: earlier than its instant, or otherwise late than it says", async () => {
  const isLimit = (fact: StoredEvent["fact"]) => fact.type === "rungDecided" && fact.rung === "limit";
  const early = await forged((fact) =>
    isLimit(fact) ? { recordedAt: at("2026-03-03 09:00"), occurredAt: at("2026-03-03 09:00") } : {},
  );
  expect(early).toEqual([["rung", "early", "firstReply#1", "limit"]]);
  const hours = await forged((fact) =>
    isLimit(fact) ? { recordedAt: at("2026-03-03 13:00"), occurredAt: at("2026-03-03 13:00") } : {},
  );
  expect(hours).toEqual([["rung", "lateness", "firstReply#1", "limit"]]);
});

test("a rung of which nothing is recorded is missed", async () => {
  const w = world(monday);
  await w.receive();
  w.clock.set(at("2026-03-04 10:00"));
  const found: AuditFault[] = [];
  for await (const { faults } of audit(w.ports)) found.push(...faults);
  const rungs = found.map(({ rung }) => rung?.what === "missed" && `${rung.clock} ${rung.rung}`);
  expect(rungs).toContain("firstReply#1 limit");
  // What is due only now is nobody's omission yet.
  expect(rungs).not.toContain("result#1 limit");
});
