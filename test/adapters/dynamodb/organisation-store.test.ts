import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftStore } from "../../../lib/adapters/dynamodb/complaints/draft-store.ts";
import { uploadStore } from "../../../lib/adapters/dynamodb/complaints/upload-store.ts";
import { channelSystemStore } from "../../../lib/adapters/dynamodb/organisation/channel-system-store.ts";
import { organisationStore } from "../../../lib/adapters/dynamodb/organisation/organisation-store.ts";
import type { PersonChange } from "../../../lib/app/ports/person-change.ts";
import type { RosterEdition } from "../../../lib/domain/organisation/roster.ts";
import { at, later } from "../../support/builders.ts";
import { withSecret } from "../../support/channel-systems.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { company, everybody, otherProject, people, project } from "../../support/organisation.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("organisation", () => {
  test("company, projects and people come back as they were put", async () => {
    const store = organisationStore(await local.newTable());
    expect(await store.company()).toBeUndefined();
    await store.putCompany(company);
    await store.importAll([otherProject, project], everybody);
    expect(await store.company()).toEqual(company);
    expect(await store.projects()).toEqual([project, otherProject]);
    expect(await store.project("project-2")).toEqual(otherProject);
    expect(await store.project("project-3")).toBeUndefined();
    expect((await store.people()).map(({ id }) => id)).toEqual(everybody.map(({ id }) => id).sort());
    expect(await store.person(people.manager.id)).toEqual(people.manager);
  });

  test("channel systems: one of two changes at once wins, and a digest leads to its system", async () => {
    const store = channelSystemStore(await local.newTable());
    const first = withSecret("secret", { system: "call-centre", name: "呼叫中心", channels: ["phone"] });
    expect(await Promise.all([store.put(first), store.put(first)])).toEqual(
      expect.arrayContaining([true, false]),
    );
    const changes = ["甲", "乙"].map((name) => store.put({ ...first, name, version: 2 }));
    expect((await Promise.all(changes)).filter(Boolean)).toHaveLength(1);
    expect((await store.list()).map(({ system, version }) => [system, version])).toEqual([
      ["call-centre", 2],
    ]);
    await store.point("digest", "call-centre");
    expect(await store.holder("digest")).toBe("call-centre");
    expect(await store.holder("another")).toBeUndefined();
    expect(await store.find("website")).toBeUndefined();
  });

  test("of two complaints that take one upload at once one gets it; taking it again changes nothing", async () => {
    const store = uploadStore(await local.newTable());
    const file = { fileName: "a.png", contentType: "image/png", size: 4, owner: "channel:website" };
    const upload = { id: "u-1", ...file, createdAt: now, expiresAt: later(now, 24) };
    await store.insert(upload);
    expect(await store.find("u-1")).toEqual(upload);
    const taken = await Promise.all(["c1", "c2"].map((id) => store.bind(upload, id)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    const { complaintId = "" } = (await store.find("u-1")) ?? {};
    expect([await store.bind(upload, complaintId), await store.bind(upload, "c3")]).toEqual([true, false]);
    expect(await store.bind({ ...upload, id: "u-2" }, "c1")).toBe(false);
  });

  test("of two answers a resident gives at once one is kept first, and the other has to look again", async () => {
    const store = draftStore(await local.newTable());
    const answers = { matter: "灯坏了", building: "8", joins: "1.2.6", anonymous: true } as const;
    const photos = [{ uploadId: "u-1", name: "灯.jpg", size: 4 }];
    const frozen = { notice: "2026-12", at: now };
    const first = { id: "d-1", projectId: "p", createdAt: now, expiresAt: later(now, 24), revision: 1 };
    const draft = { ...first, answers, photos, done: ["photos"] as const, frozen, complaintId: "c1" };
    await store.insert(draft);
    expect(await store.find("d-1")).toEqual(draft);
    await expect(store.insert(draft)).rejects.toThrow(/conditional/i);
    const second = { ...draft, revision: 2 };
    const kept = await Promise.all([store.replace(second, 1), store.replace(second, 1)]);
    expect(kept.filter(Boolean)).toHaveLength(1);
    expect(await store.find("d-2")).toBeUndefined();
  });

  test("of two changes of a project one is made; an import makes every entry seen before stale", async () => {
    const store = organisationStore(await local.newTable());
    const changed = { at: now, by: "headquarters-1" };
    expect(await store.projectRecord(project.id)).toBeUndefined();
    const first = ["甲", "乙"].map((name) =>
      store.changeProject({ project: { ...project, name }, version: 1, changed }),
    );
    expect((await Promise.all(first)).filter(Boolean)).toHaveLength(1);
    expect(await store.projectRecord(project.id)).toMatchObject({ version: 1, changed });
    await store.importAll([project], []);
    expect(await store.projectRecord(project.id)).toEqual({ project, version: 2 });
    expect(await store.changeProject({ project, version: 2, changed })).toBe(false);
    expect(await store.changeProject({ project, version: 3, changed })).toBe(true);
  });

  test("of two changes of a contractor one is made", async () => {
    const store = organisationStore(await local.newTable());
    const contractor = {
      id: "lift-works",
      name: "示例电梯维保公司",
      trades: ["电梯维保"],
      contact: { name: "值班室" },
      contractUntil: "2026-12-31",
    };
    const both = [1, 1].map((version) => store.changeContractor({ contractor, version }));
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1);
    expect(await store.contractors()).toEqual([{ contractor, version: 1 }]);
    expect(await store.changeContractor({ contractor, version: 3 })).toBe(false);
    expect(await store.changeContractor({ contractor, version: 2 })).toBe(true);
    expect(await store.contractor("nobody")).toBeUndefined();
  });
});

describe("duty rosters (值班表)", () => {
  const edition = (version: number, personId: string, more: Partial<RosterEdition> = {}): RosterEdition => ({
    projectId: "project-1",
    month: "2026-02",
    version,
    contentHash: personId,
    at: now,
    by: "project-manager-1",
    shifts: [{ date: "2026-02-13", from: "20:00", to: "08:00", post: "supervisor", personId }],
    ...more,
  });

  test("the highest version of the month is in force; of two people at once one wins, and nothing is written over", async () => {
    const store = organisationStore(await local.newTable());
    expect(await store.roster("project-1", "2026-02")).toBeUndefined();
    const added = await Promise.all(["a", "b", "c"].map((personId) => store.addRoster(edition(1, personId))));
    expect(added.filter(Boolean)).toHaveLength(1);
    const winner = ["a", "b", "c"][added.indexOf(true)];
    expect((await store.roster("project-1", "2026-02"))?.contentHash).toBe(winner);
    for (let version = 2; version <= 11; version += 1) await store.addRoster(edition(version, `v${version}`));
    await store.addRoster(edition(99, "next-month", { month: "2026-03" }));
    expect(await store.roster("project-1", "2026-02")).toEqual(edition(11, "v11"));
    expect(await store.roster("project-2", "2026-02")).toBeUndefined();
    expect(await store.rosterMonths("project-1", "2026-02")).toEqual(["2026-02", "2026-03"]);
    expect(await store.rosterMonths("project-1", "2026-03")).toEqual(["2026-03"]);
    expect(await store.rosterMonths("project-2", "2026-02")).toEqual([]);
  });
});

describe("people with their changes", () => {
  const change = (id: string, version: number, name = id): PersonChange => ({
    id,
    version,
    at: now,
    by: "headquarters-1",
    person: { ...people.clerk, name },
  });

  test("of two changes of one version one is made; an import makes every entry seen before stale", async () => {
    const store = organisationStore(await local.newTable());
    expect(await store.personRecord("clerk-1")).toBeUndefined();
    const made = await Promise.all(["a", "b"].map((id) => store.changePerson(change(id, 1))));
    expect(made.filter(Boolean)).toHaveLength(1);
    const winner = made[0] === true ? "a" : "b";
    const record = { person: { ...people.clerk, name: winner }, version: 1, changeId: winner };
    expect(await store.personRecord("clerk-1")).toEqual(record);
    expect(await store.people()).toEqual([record.person]);
    await store.importAll([], [people.clerk]);
    expect(await store.personRecord("clerk-1")).toEqual({ person: people.clerk, version: 2 });
    expect(await store.changePerson(change("c", 2))).toBe(false);
    expect(await store.changePerson(change("d", 3))).toBe(true);
  });

  test("a change is recorded beside the person", async () => {
    const store = organisationStore(await local.newTable());
    await store.recordChange(change("a", 1));
    await store.recordChange({ ...change("b", 2), previous: "a" });
    expect(await store.personChanges("clerk-1")).toEqual([
      change("a", 1),
      { ...change("b", 2), previous: "a" },
    ]);
    expect(await store.personChanges("manager-1")).toEqual([]);
    expect(await store.people()).toEqual([]);
  });
});
