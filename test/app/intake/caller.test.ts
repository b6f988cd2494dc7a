import { describe, expect, test } from "vitest";
import type { IntakeRequest } from "../../../lib/app/intake/intake-request.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const flat = (building: string, room: string, phone: string): Household => ({
  projectId: "project-1",
  area: "二期",
  building,
  unit: "",
  room,
  occupied: true,
  phone,
});
const flats = [
  flat("8", "601", "13800000001"),
  flat("8", "602", "13800000002"),
  flat("9", "101", "138 0000 0002"),
];

async function desk(): Promise<World> {
  const w = world(at("2026-03-02 10:00"));
  await w.households.stage("project-1", "import-1", flats, at("2027-01-01 00:00"));
  await w.households.activate({
    projectId: "project-1",
    importId: "import-1",
    version: 1,
    month: "2026-03",
    contentHash: "x",
    at: at("2026-03-01 10:00"),
    by: "hq",
    households: flats.length,
  });
  return w;
}

let calls = 0;
async function call(w: World, more: Partial<IntakeRequest>) {
  calls += 1;
  return w.receive({ sourceId: `c-${calls}`, complainant: {}, location: {}, ...more });
}

describe("the caller's number tells the household", () => {
  test.each([
    ["as shown by the network", { channelData: { caller: "+86 138-0000-0001" } }],
    ["as told to the agent", { complainant: { phone: "０13800000001".slice(1) } }],
    ["of a text message", { channel: "sms" as const, complainant: { phone: "13800000001" } }],
  ])("%s: the one flat that the file has for it, marked as assumed", async (_, more) => {
    const w = await desk();
    const { registration } = await call(w, more);
    expect(registration).toMatchObject({
      location: { area: "二期", building: "8", room: "601" },
      locationAssumed: true,
    });
    const told = await call(w, { location: { area: "二期", building: "8", room: "601" } });
    expect(registration.householdKey).toBe(told.registration.householdKey);
  });

  test.each([
    ["a number of two flats", { channelData: { caller: "13800000002" } }, "13800000002"],
    ["a number of none", { channelData: { caller: "13900000000" } }, "13900000000"],
    ["no number", { channelData: { caller: "anonymous" } }, undefined],
    [
      "somebody anonymous",
      { complainant: { anonymous: true }, channelData: { caller: "13800000001" } },
      undefined,
    ],
    [
      "a number typed into a form",
      { channel: "web" as const, complainant: { phone: "13800000001" } },
      "13800000001",
    ],
  ])("%s tells no flat", async (_, more, phone) => {
    const complaint = await call(await desk(), more);
    expect(complaint.registration.location).toEqual({});
    expect(complaint.registration).not.toHaveProperty("locationAssumed");
    expect(registeredValue(complaint, "phone")).toBe(phone);
  });

  test("what the caller says goes before; corrected, nothing is assumed any more", async () => {
    const w = await desk();
    const elsewhere = await call(w, {
      channelData: { caller: "13800000001" },
      location: { building: "3", room: "5" },
    });
    expect(elsewhere.registration.location).toEqual({ building: "3", room: "5" });
    expect(registeredValue(elsewhere, "phone")).toBe("13800000001");
    const { id } = (await call(w, { channelData: { caller: "13800000001" } })).registration;
    await w.give(
      id,
      { type: "correct", told: { location: { building: "9", room: "101" } }, reason: "代母亲来电" },
      { person: people.clerk },
    );
    expect((await w.complaint(id)).registration).not.toHaveProperty("locationAssumed");
  });
});
