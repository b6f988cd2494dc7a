import { expect, test } from "vitest";
import { auditGroups } from "../../../lib/app/groups/audit.ts";
import type { Group } from "../../../lib/domain/groups/group.ts";
import { factRow } from "../../../lib/domain/statistics/fact-row.ts";
import { at } from "../../support/builders.ts";
import { confirmedCrowd, giveGroup, onlyGroup, replyAll } from "../../support/groups.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

async function faultsAfter(change: (group: Group) => Group) {
  const w: World = world(monday);
  await confirmedCrowd(w);
  await giveGroup(w, replyAll);
  const group = onlyGroup(w);
  w.groups.items.set(group.identity.id, change(group));
  const found = [];
  for await (const { faults } of auditGroups(w.ports)) found.push(...faults);
  return found.map(({ fault, seq }) => [fault, seq]);
}

test("a group's history that nobody touched gives its document; a changed one does not", async () => {
  expect(await faultsAfter((group) => group)).toEqual([]);
  expect(await faultsAfter((group) => ({ ...group, status: "closed" }))).toEqual([["state", undefined]]);
  const late = at("2026-03-02 11:00");
  const rewritten = await faultsAfter((group) => ({
    ...group,
    events: group.events.map((event) => (event.seq === 2 ? { ...event, recordedAt: late } : event)),
  }));
  expect(rewritten).toContainEqual(["hash", 2]);
  const reworded = await faultsAfter((group) => ({
    ...group,
    personal: Object.fromEntries(
      Object.keys(group.personal).map((ref) => [ref, { salt: "s", value: "别的话" }]),
    ),
  }));
  expect(reworded.map(([fault]) => fault)).toEqual(["personal"]);
});

test("D11: in a group of level B a complaint counts as a B in lists and figures; a graver level of its own stays", async () => {
  const w = world(monday);
  const [first = "", second = ""] = await confirmedCrowd(w);
  await w.give(first, { type: "classify", classCode: "1.7.2", level: "A" });
  await w.give(second, { type: "classify", classCode: "1.7.2", level: "C" });
  const levelOf = async (id: string) => factRow(await w.complaint(id)).level;
  expect([await levelOf(first), await levelOf(second)]).toEqual(["A", "B"]);
  await giveGroup(w, { type: "dissolve", reason: "各不相干" });
  await w.drain();
  expect(await levelOf(second)).toBe("C");
});
