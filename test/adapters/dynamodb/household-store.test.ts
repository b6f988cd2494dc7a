import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { householdStore } from "../../../lib/adapters/dynamodb/organisation/household-store.ts";
import { organisationStore } from "../../../lib/adapters/dynamodb/organisation/organisation-store.ts";
import type { HouseholdList } from "../../../lib/domain/organisation/households.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";
import type { ProjectMonth } from "../../../lib/domain/organisation/project-months.ts";
import { at, later } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("households (房产)", () => {
  const flats = (count: number): Household[] =>
    Array.from({ length: count }, (_, n) => ({
      projectId: "project-1",
      area: "一区",
      building: "3",
      unit: "1",
      room: String(1000 + n),
      occupied: n % 2 === 0,
      ...(n % 3 === 0
        ? { kind: "tenant" as const, name: "李示例", phone: "13800000000", floorArea: 89.5 }
        : {}),
    }));
  const list = (version: number, importId: string): HouseholdList => ({
    projectId: "project-1",
    version,
    importId,
    contentHash: importId,
    month: "2026-02",
    at: now,
    by: "manager-1",
    households: 600,
  });

  test("are written in parts: 600 flats cost some 30 units, and come back as they were", async () => {
    const table = await local.newTable();
    const store = householdStore(table);
    const { units } = await table.meter.of(() => store.stage("project-1", "a", flats(600), now));
    expect(units).toBeLessThan(40);
    expect(await store.households("project-1", "a")).toEqual(flats(600));
    expect(await store.part("project-1", "a", 2)).toEqual(flats(600).slice(500));
    expect(await store.part("project-1", "a", 3)).toEqual([]);
  });

  test("rows are forgotten unless they are kept; staging them again leaves what is kept", async () => {
    const table = await local.newTable();
    const store = householdStore(table);
    const expiries = async () => {
      const { Items = [] } = await table.client.send(new ScanCommand({ TableName: table.name }));
      return Items.map((item) => unmarshall(item).expiresAt);
    };
    await store.stage("project-1", "a", flats(300), now);
    expect(await expiries()).toEqual(Array(2).fill(Date.parse(now) / 1000));
    await store.keep("project-1", "a");
    await store.stage("project-1", "a", flats(300), now);
    expect(await expiries()).toEqual([undefined, undefined]);
    await store.keep("project-1", "a", later(now, 1));
    expect(await expiries()).toEqual(Array(2).fill(Date.parse(later(now, 1)) / 1000));
  });

  test("of two lists put in at once one counts", async () => {
    const store = householdStore(await local.newTable());
    expect(await store.list("project-1")).toBeUndefined();
    const both = await Promise.all(["a", "b"].map((importId) => store.activate(list(1, importId))));
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await store.activate(list(3, "c"))).toBe(false);
    expect(await store.activate(list(2, "c"))).toBe(true);
    expect(await store.list("project-1")).toEqual(list(2, "c"));
  });
});

describe("occupied households of a month", () => {
  test("every edition stays; one version is one entry", async () => {
    const store = organisationStore(await local.newTable());
    const figures = (month: string, version: number, occupiedHouseholds: number): ProjectMonth => ({
      projectId: "project-1",
      month,
      version,
      occupiedHouseholds,
      occupiedArea: 1000.5,
      source: "entered",
      at: now,
      by: "manager-1",
    });
    expect(await store.addProjectMonth(figures("2026-02", 1, 900))).toBe(true);
    expect(await store.addProjectMonth(figures("2026-02", 1, 901))).toBe(false);
    expect(await store.addProjectMonth(figures("2026-03", 1, 902))).toBe(true);
    expect(await store.projectMonths("project-1")).toEqual([
      figures("2026-02", 1, 900),
      figures("2026-03", 1, 902),
    ]);
    expect(await store.projectMonths("project-2")).toEqual([]);
  });

  test("the first month with records of a project only ever moves back", async () => {
    const store = organisationStore(await local.newTable());
    expect(await store.firstMonth("project-1")).toBeUndefined();
    for (const month of ["2025-12", "2026-01", "2025-11", "2025-12"])
      await store.noteFirstMonth("project-1", month);
    expect(await store.firstMonth("project-1")).toBe("2025-11");
    expect(await store.firstMonth("project-2")).toBeUndefined();
  });
});
