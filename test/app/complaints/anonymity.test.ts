import { describe, expect, test } from "vitest";
import { fullView, rowView } from "../../../lib/adapters/http/complaints/complaint-view.ts";
import { history, listComplaints, showComplaint } from "../../../lib/app/complaints/read.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { ledgerRow } from "../../../lib/app/reports/content/ledger-row.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const who = { name: "隐名业主", phone: "13700001234", email: "hidden@home.example" };
const location = { area: "二期", building: "12", unit: "2", room: "903" };
const secrets = [...Object.values(who), "903", "call-77", "13700005678"];

async function desk(anonymous: boolean) {
  const w = world(now);
  const complaint = await w.receive({
    complainant: { ...who, anonymous },
    location,
    against: { text: "秩序队长", personId: people.handler.id },
    channelData: { callId: "call-77", caller: "13700005678" },
  });
  const { id } = complaint.registration;
  await w.give(
    id,
    { type: "correct", told: { complainant: { name: who.name }, location }, reason: "核对" },
    { person: people.manager },
  );
  return { w, id };
}

/** Everything that the pages and the API show a person of it. */
async function seen(w: World, id: string, person: Person): Promise<string> {
  const shown = await showComplaint(w.ports, person, id);
  const told = await history(w.ports, person, id);
  const list = await listComplaints(w.ports, person, { projectId: project.id, limit: 10 });
  if (isProblem(shown) || isProblem(told) || isProblem(list)) throw new Error("refused");
  const rows = list.items.map(({ complaint }) => rowView(complaint, { ...list, project }));
  return JSON.stringify([fullView(shown), told.events, told.complaint, rows]);
}

const found = async (w: World, person: Person, q: string) => {
  const list = await listComplaints(w.ports, person, { projectId: project.id, limit: 10, q });
  return isProblem(list) ? -1 : list.items.length;
};

describe("anonymous is anonymous", () => {
  test.each([people.clerk, people.handler, people.engineeringHead, people.supervisor])(
    "$id sees no name, number, address, flat, call or link, and finds it by none of them",
    async (person) => {
      const { w, id } = await desk(true);
      const text = await seen(w, id, person);
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).toContain("12");
      for (const q of [who.phone, who.email, "12-2-903", "903"]) expect(await found(w, person, q)).toBe(0);
      expect(await found(w, person, "001")).toBe(1);
    },
  );

  test.each([people.manager, people.projectManager, people.region, people.headquarters])(
    "$id may know",
    async (person) => {
      const { w, id } = await desk(true);
      const text = await seen(w, id, person);
      for (const secret of [who.name, who.phone, "903"]) expect(text).toContain(secret);
      expect(await found(w, person, who.phone)).toBe(1);
    },
  );

  test("the ledger says 匿名 to everybody", async () => {
    const { w, id } = await desk(true);
    const row = ledgerRow(await w.complaint(id), project, now);
    expect(row).toMatchObject({ complainant: "匿名", contact: null, building: "12", unit: null, room: null });
  });

  test("the person complained of does not learn who complained, anonymous or not; others of the desk do", async () => {
    const { w, id } = await desk(false);
    for (const secret of secrets) expect(await seen(w, id, people.handler)).not.toContain(secret);
    expect(await seen(w, id, people.clerk)).toContain(who.phone);
  });
});
