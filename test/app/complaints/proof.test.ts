import { expect, test } from "vitest";
import { proveComplaint } from "../../../lib/app/complaints/proof.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

async function proved(w: World, person: Person, id: string) {
  const proof = await proveComplaint(w.ports, person, id);
  if ("problem" in proof) throw new Error(proof.problem);
  return proof;
}

test("a history that nobody touched agrees; its fingerprint is the newest event's and moves with every event", async () => {
  const w = world(monday);
  const { registration } = await w.receive();
  const first = await proved(w, people.clerk, registration.id);
  const { events, clocks } = await w.complaint(registration.id);
  expect(first).toMatchObject({
    checkedAt: monday,
    events: events.length,
    clocks: clocks.length,
    faults: [],
  });
  expect(first.head).toBe(events.at(-1)?.hash);
  await w.give(registration.id, { type: "note", text: "备注" });
  const second = await proved(w, people.clerk, registration.number);
  expect([second.events, second.faults]).toEqual([first.events + 1, []]);
  expect(second.head).not.toBe(first.head);
});

test("what was changed behind the desk's back is named, also where this reader may not see it", async () => {
  const w = world(monday);
  const anonymous = { anonymous: true, name: "示例业主", phone: "13800000000" };
  const { registration, revision, ...rest } = await w.receive({ complainant: anonymous });
  const personal = { ...rest.personal, "1.name": { salt: "s", value: "别人" } };
  await w.complaints.replace({ ...rest, registration, personal, revision: revision + 1 }, revision);
  const proof = await proved(w, people.handler, registration.id);
  expect(proof.faults).toEqual([{ fault: "personal", seq: 1 }]);
  expect(JSON.stringify(proof)).not.toContain("别人");
});

test("whoever may not read the complaint does not learn that it exists", async () => {
  const w = world(monday);
  const { registration } = await w.receive();
  expect(await proveComplaint(w.ports, people.stranger, registration.id)).toMatchObject({
    problem: "unknown-complaint",
  });
});
