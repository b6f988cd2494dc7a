import { describe, expect, test } from "vitest";
import { listComplaints } from "../../../lib/app/complaints/read.ts";
import { rekey } from "../../../lib/app/complaints/rekey.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";
import { at, later } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");
const matter = "地下室水泵房夜里嗡嗡响，睡不着。";
const classCode = "1.2.12" as const;

const spellings = [
  { building: "12", unit: "2", room: "903" },
  { building: "12号楼", unit: "二单元", room: "903室" },
  { building: "１２", unit: "２", room: "９０３" },
  { building: "12#", unit: "02", room: "0903" },
  { building: " 12\u200b", unit: "2 ", room: "9层03" },
  { building: "十二幢", room: "2-903" },
  { room: "12栋2单元九楼903" },
];

async function posted(w: World, body: Parameters<World["receive"]>[0], n: number) {
  const complaint = await w.receive({ matter, classCode, ...body, sourceId: `s${n}` });
  await w.run(later(w.clock.now().toString(), 1));
  return complaint.registration.id;
}

async function found(w: World, q: string): Promise<string[]> {
  const page = await listComplaints(w.ports, people.clerk, { projectId: project.id, limit: 50, q });
  if (isProblem(page)) throw new Error(page.problem);
  return page.items.map(({ id }) => id).sort();
}

function row(
  area: string,
  building: string,
  unit: string,
  room: string,
  more: Partial<Household> = {},
): Household {
  return { projectId: project.id, area, building, unit, room, occupied: true, ...more };
}

async function listed(w: World, households: readonly Household[]) {
  const importId = "import-1";
  await w.ports.households.stage(project.id, importId, households, later(monday, 1));
  await w.ports.households.activate({
    projectId: project.id,
    version: 1,
    importId,
    contentHash: "-",
    month: "2026-03",
    at: monday,
    by: "operator",
    households: households.length,
  });
}

describe("one household, however it is written", () => {
  test("seven spellings are one household's repeats, and no group", async () => {
    const w = world(monday);
    const ids: string[] = [];
    for (const [n, location] of spellings.entries()) {
      ids.push(await posted(w, { location, complainant: { phone: `1380000${1000 + n}` } }, n));
    }
    expect(w.groups.items.size).toBe(0);
    const complaints = await Promise.all(ids.map((id) => w.complaint(id)));
    expect(complaints.map(({ repeat }) => repeat?.nth)).toEqual([undefined, 2, 3, 4, 5, 6, 7]);
    // What was written stays to be seen.
    expect(complaints.map(({ registration }) => registration.location)).toEqual(spellings);
    for (const q of ["12-2-903", "12号楼2单元903室", "12/2/9", "903", "９０３"])
      expect(await found(w, q)).toEqual(ids.toSorted());
    expect(await found(w, "12")).toEqual(ids.toSorted());
    // The number 001, and no building 12.
    expect(await found(w, "1")).toEqual(ids.slice(0, 1));
  });

  test("the same room of another phase is another household, unless the household file knows only one", async () => {
    const w = world(monday);
    await listed(w, [
      row("一期", "3", "1", "101"),
      row("二期", "3", "1", "101"),
      row("二期", "12", "2", "903"),
    ]);
    const phases = ["一期", "二期", undefined].map((area) => ({
      ...(area === undefined ? {} : { area }),
      building: "3",
      unit: "1",
      room: "101",
    }));
    const ids: string[] = [];
    for (const [n, location] of phases.entries()) ids.push(await posted(w, { location }, n));
    expect((await w.complaints.loadMany(ids)).map(({ repeat }) => repeat)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    const open = await posted(w, { location: { building: "12", unit: "2", room: "903" } }, 10);
    const told = await posted(w, { location: { area: "2期", building: "12", unit: "2", room: "903" } }, 11);
    expect((await w.complaints.load(told))?.repeat?.complaintId).toBe(open);
  });

  test("five buildings' spellings of one building are one building", async () => {
    const w = world(monday);
    const buildings = ["7", "7栋", "７", "07", "七号楼"];
    for (const [n, building] of buildings.entries())
      await posted(w, { location: { building, room: `${n + 1}01` } }, n);
    const [group] = [...w.groups.items.values()];
    expect(group?.evidence).toMatchObject({ scope: "building", building: "7", households: 5 });
  });
});

describe("one person, however the number is written", () => {
  test.each([
    ["13800003390", "0086 138 0000 3390"],
    ["13800003391", "１３８００００３３９１"],
    ["0371-66001234-801", "+86 371 6600 1234 转 801"],
    ["pump@mail.example", "  PUMP@mail.example"],
  ])("%s and %s", async (one, other) => {
    const w = world(monday);
    const complainant = (contact: string) =>
      contact.includes("@") ? { email: contact } : { phone: contact };
    const first = await posted(w, { location: {}, complainant: complainant(one) }, 1);
    const second = await posted(w, { location: {}, complainant: complainant(other) }, 2);
    expect((await w.complaints.load(second))?.repeat?.complaintId).toBe(first);
    expect(await found(w, one)).toEqual([first, second].sort());
    expect(await found(w, other)).toEqual([first, second].sort());
  });
});

describe("complaints from before the normal form", () => {
  test("are found as they are, and are put into it by ops rekey, once", async () => {
    const w = world(monday);
    const location = { area: "二期", building: "12栋", unit: "2单元", room: "903室" };
    const old = await posted(w, { location, complainant: { phone: "0086 13800003390" } }, 1);
    const kept = await w.complaints.load(old);
    if (kept === undefined) throw new Error("not there");
    const { registration, events } = kept;
    const before = {
      householdKey: "12栋/2单元/903室",
      contactKey: w.ports.crypto.keyedHash("contact:008613800003390").slice(0, 22),
    };
    const [first, ...rest] = events;
    if (first?.fact.type !== "registered") throw new Error("not registered");
    w.complaints.items.set(old, {
      ...kept,
      registration: { ...registration, ...before },
      events: [{ ...first, fact: { ...first.fact, ...before } }, ...rest],
    });
    expect(await found(w, "12-2-903")).toEqual([old]);
    expect(await found(w, "0086 13800003390")).toEqual([old]);
    const again = await posted(w, { location: { ...location, building: "12" } }, 2);
    expect((await w.complaints.load(again))?.repeat?.complaintId).toBe(old);

    const rounds: number[] = [];
    for (let round = 0; round < 2; round += 1) {
      let changed = 0;
      for await (const page of rekey(w.ports)) changed += page.changed;
      rounds.push(changed);
    }
    expect(rounds).toEqual([1, 0]);
    expect((await w.complaints.load(old))?.registration).toMatchObject({
      householdKey: "12/2/903/2",
      location,
    });
    expect(await found(w, "13800003390")).toEqual([old]);
  });
});
