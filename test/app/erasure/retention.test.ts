import { expect, test } from "vitest";
import { removeKept } from "../../../lib/app/erasure/retention.ts";
import type { PersonDataRequest } from "../../../lib/domain/person-data/request.ts";
import { at } from "../../support/builders.ts";
import { world } from "../../support/world.ts";

const old = at("2026-03-02 10:00");
const night = at("2030-03-02 03:00");

test("a quarantined mail goes with its raw form; that of an accepted one is its complaint's and stays", async () => {
  const w = world(old);
  // The bucket says that the raw mail is new: only the entry is old.
  w.clock.set(night);
  for (const id of ["q-1", "q-2"]) await w.mailbox.put(`raw/${id}`, new Uint8Array([1]));
  const mail = { at: old, reason: "spam", from: "a@mail.example", projectIds: ["project-1"] } as const;
  const accepted = { at: old, by: "supervisor-1", projectId: "project-1" };
  w.quarantined.push({ ...mail, id: "q-1", rawKey: "raw/q-1" });
  w.quarantined.push({ ...mail, id: "q-2", rawKey: "raw/q-2", accepted });
  expect((await removeKept(w.ports, "2030-03-02", night)).removed.quarantine).toBe(2);
  expect(w.quarantined).toEqual([]);
  expect([...w.mailbox.items.keys()]).toEqual(["raw/q-2"]);
});

test("a request about personal data goes three years after it was decided, never before somebody has", async () => {
  const w = world(old);
  const request: PersonDataRequest = {
    id: "open",
    kind: "erasure",
    complaintId: "c",
    number: "466",
    projectId: "project-1",
    by: { kind: "person", id: "headquarters-1" },
    askedAt: old,
    dueAt: old,
    version: 1,
  };
  const decided = { at: old, by: "headquarters-1", outcome: "refused", reason: "不是本人" } as const;
  w.personRequests.push(request, { ...request, id: "done", decided });
  w.clock.set(night);
  await removeKept(w.ports, "2030-03-02", night);
  expect(w.personRequests.map(({ id }) => id)).toEqual(["open"]);
});
