import { afterAll, beforeAll, expect, test } from "vitest";
import { householdStore } from "../../../lib/adapters/dynamodb/organisation/household-store.ts";
import { organisationStore } from "../../../lib/adapters/dynamodb/organisation/organisation-store.ts";
import { importCompany } from "../../../lib/app/organisation/import-company.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { countedCrypto } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { VirtualClock } from "../../support/memory/clock.ts";
import { company, everybody, otherProject, project } from "../../support/organisation.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

function flats(projectId: string, ...rooms: readonly string[]): Household[] {
  return rooms.map((room) => ({ projectId, area: "", building: "3", unit: "1", room, occupied: true }));
}

test("a company imported again is the same; a corrected list of one project counts instead of the one before", async () => {
  const table = await local.newTable();
  const households = householdStore(table);
  const ports = {
    clock: new VirtualClock(at("2026-02-13 10:00")),
    crypto: countedCrypto(),
    organisation: organisationStore(table),
    households,
  };
  const folder = {
    company,
    projects: [project, otherProject],
    people: everybody,
    // One told twice is one.
    households: [...flats("project-1", "501", "502", "501"), ...flats("project-2", "101")],
  };
  const rooms = async (projectId: string) => {
    const list = await households.list(projectId);
    const rows = await households.households(projectId, list?.importId ?? "");
    return { version: list?.version, rooms: rows.map(({ room }) => room) };
  };
  await importCompany(ports, folder);
  await importCompany(ports, folder);
  expect(await rooms("project-1")).toEqual({ version: 1, rooms: ["501", "502"] });
  expect(await ports.organisation.company()).toEqual(company);
  await importCompany(ports, {
    ...folder,
    households: [...flats("project-1", "501", "503"), ...flats("project-2", "101")],
  });
  expect(await rooms("project-1")).toEqual({ version: 2, rooms: ["501", "503"] });
  expect(await rooms("project-2")).toEqual({ version: 1, rooms: ["101"] });
});
