import { createHash } from "node:crypto";
import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { draftStore } from "../../../lib/adapters/dynamodb/complaints/draft-store.ts";
import { uploadStore } from "../../../lib/adapters/dynamodb/complaints/upload-store.ts";
import { counters } from "../../../lib/adapters/dynamodb/core/counters.ts";
import { installationSettings, loadSettings } from "../../../lib/adapters/dynamodb/core/settings.ts";
import { channelSystemStore } from "../../../lib/adapters/dynamodb/organisation/channel-system-store.ts";
import { householdStore } from "../../../lib/adapters/dynamodb/organisation/household-store.ts";
import { organisationStore } from "../../../lib/adapters/dynamodb/organisation/organisation-store.ts";
import { reportStore } from "../../../lib/adapters/dynamodb/reports/report-store.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { noticeStore } from "../../../lib/adapters/dynamodb/work/notice-store.ts";
import { quarantineStore } from "../../../lib/adapters/dynamodb/work/quarantine-store.ts";
import { newHashKey } from "../../../lib/adapters/runtime/crypto.ts";
import type { PersonChange } from "../../../lib/app/ports/person-change.ts";
import type { ReportEdition, ReportRun } from "../../../lib/app/ports/report-run.ts";
import { fileTypes } from "../../../lib/app/reports/files/edition-files.ts";
import { claim, handedOver, type Notice, plannedNotice } from "../../../lib/domain/notices/notice.ts";
import type { HouseholdList } from "../../../lib/domain/organisation/households.ts";
import type { Household } from "../../../lib/domain/organisation/organisation.ts";
import type { ProjectMonth } from "../../../lib/domain/organisation/project-months.ts";
import type { RosterEdition } from "../../../lib/domain/organisation/roster.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
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

describe("numbers (D10)", () => {
  test("fifty callers at once get fifty different numbers without a gap; each prefix counts for itself", async () => {
    const numbers = counters(await local.newTable());
    const taken = await Promise.all(Array.from({ length: 50 }, () => numbers.next("W")));
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    expect(await numbers.next("")).toBe(1);
    expect(await numbers.next("Q")).toBe(1);
    expect(await numbers.next("W")).toBe(51);
  });

  test("what is counted for a while is counted by name, apart from the running numbers", async () => {
    const count = counters(await local.newTable());
    expect([
      await count.hit("mails#x", now),
      await count.hit("mails#x", now),
      await count.hit("mails#y", now),
    ]).toEqual([1, 2, 1]);
  });
});

describe("installation settings", () => {
  test("of many first callers one decides and all get the same key", async () => {
    const table = await local.newTable();
    expect(await loadSettings(table)).toBeUndefined();
    const all = await Promise.all(Array.from({ length: 8 }, () => installationSettings(table, newHashKey)));
    expect(new Set(all.map(({ hashKey }) => hashKey)).size).toBe(1);
    expect(Buffer.from(all[0]!.hashKey, "base64url")).toHaveLength(32);
    expect(await loadSettings(table)).toEqual({ hashKey: all[0]!.hashKey, alarmShards: 8 });
  });
});

describe("notices", () => {
  const planned = plannedNotice(
    {
      key: "result#1#plus-4h#project-manager-1#email",
      subject: { kind: "complaint", id: "c1", seq: 9 },
      template: "escalation",
      recipient: { kind: "person", id: "project-manager-1", post: "project-manager", insteadOf: "manager" },
      adapter: "email",
    },
    now,
  );

  function claimed(notice: Notice, when = now): Notice {
    const result = claim(notice, when, later(when, 1));
    if (typeof result === "string") throw new Error(result);
    return result;
  }

  test("failed notices are listed, newest first, until they are planned again", async () => {
    const store = noticeStore(await local.newTable(), 4);
    const failedAt = (key: string, minutes: number): Notice => ({
      ...planned,
      key,
      status: { state: "failed", at: later(now, minutes), reason: "returned" },
    });
    const [early, late] = [failedAt("a#b#email", 1), failedAt("a#c#email", 2)];
    for (const notice of [early, late]) await store.plan(notice);
    const listed = async () => (await store.failed({ limit: 10 })).items;
    expect(await listed()).toEqual([store.refOf(late), store.refOf(early)]);
    expect(await store.replace(late, { ...late, status: { state: "planned" } })).toBe(true);
    expect(await listed()).toEqual([store.refOf(early)]);
  });

  test("what was planned into a bundle is found in it, once; others are not", async () => {
    const store = noticeStore(await local.newTable(), 4);
    const bundle = "handler-1#email#2026-03-02T13:01:00Z";
    const [first, second] = ["half", "four-fifths"].map((rung) => ({
      ...planned,
      key: `result#1#${rung}#handler-1#email`,
      bundle,
    }));
    if (first === undefined || second === undefined) throw new Error("two notices");
    for (const notice of [first, second, first]) await store.plan(notice);
    await store.plan({ ...planned, key: "result#1#half#manager-1#email" });
    expect(await store.inBundle(bundle)).toHaveLength(2);
    expect(await store.inBundle(bundle)).toEqual(
      expect.arrayContaining([store.refOf(first), store.refOf(second)]),
    );
    expect(await store.load(store.refOf(first))).toEqual(first);
    expect(await store.inBundle("nobody")).toEqual([]);
  });

  test("planning twice leaves the first; a claimed notice is not planned again", async () => {
    const store = noticeStore(await local.newTable(), 4);
    await store.plan(planned);
    await store.replace(planned, claimed(planned));
    await store.plan({ ...planned, plannedAt: later(now, 5) });
    expect(await store.load(store.refOf(planned))).toEqual(claimed(planned));
  });

  test("of many workers that claim a notice exactly one has it", async () => {
    const store = noticeStore(await local.newTable(), 4);
    await store.plan(planned);
    const won = await Promise.all(Array.from({ length: 8 }, () => store.replace(planned, claimed(planned))));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test("a worker whose claim ran out cannot record over the one who took it", async () => {
    const store = noticeStore(await local.newTable(), 4);
    await store.plan(planned);
    const slow = claimed(planned);
    await store.replace(planned, slow);
    const quick = claimed(slow, later(now, 2));
    expect(await store.replace(slow, quick)).toBe(true);
    expect(await store.replace(slow, handedOver(slow, later(now, 2), "slow"))).toBe(false);
    expect(await store.replace(quick, handedOver(quick, later(now, 2), "quick"))).toBe(true);
    expect(await store.load(store.refOf(planned))).toMatchObject({
      status: { state: "handedOver", providerId: "quick" },
      attempt: 2,
      possibleDuplicates: 1,
    });
  });

  test("a complaint's notices are listed together; those of a month's report are apart", async () => {
    const store = noticeStore(await local.newTable(), 4);
    const ready: Notice = {
      ...planned,
      key: "month-ready#1#headquarters-1#email",
      subject: { kind: "report", month: "2026-02", edition: 1 },
      template: "month-ready",
    };
    const second = {
      ...planned,
      key: "acknowledgement#1#customer#email",
      recipient: { kind: "customer" } as const,
    };
    for (const notice of [planned, second, ready]) await store.plan(notice);
    expect((await store.ofComplaint("c1")).map(({ key }) => key)).toEqual([second.key, planned.key]);
    expect(await store.load(store.refOf(ready))).toEqual(ready);
    expect(await store.load({ pk: "C#c1", sk: "NOTICE#nothing" })).toBeUndefined();
  });
});

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

describe("quarantine", () => {
  test("mails are listed newest first, page by page", async () => {
    const store = quarantineStore(await local.newTable());
    for (const n of [2, 0, 1]) {
      await store.put({ id: `m${n}`, at: later(now, n), reason: "unreadable", rawKey: `mail/m${n}.eml` });
    }
    const first = await store.list({ limit: 2 });
    expect(first.items.map(({ id }) => id)).toEqual(["m2", "m1"]);
    const second = await store.list({ limit: 2, cursor: first.cursor! });
    expect(second.items.map(({ id }) => id)).toEqual(["m0"]);
  });

  test("those since an instant alone; what is no complaint says so until it is accepted", async () => {
    const store = quarantineStore(await local.newTable());
    for (const n of [0, 1, 2]) {
      const at = later(now, n * 60);
      await store.put({ id: `${at.replace(/\D/g, "")}-x`, at, reason: "list", rawKey: `mail/m${n}.eml` });
    }
    const since = await store.since(later(now, 30), { limit: 50 });
    expect(since.items.map(({ rawKey }) => rawKey)).toEqual(["mail/m2.eml", "mail/m1.eml"]);
    const [mail] = since.items;
    const dismissed = { ...mail!, dismissed: { at: now, by: "manager-1" } };
    expect(await store.dismiss({ ...dismissed, id: "none" })).toBe(false);
    expect(await store.dismiss(dismissed)).toBe(true);
    expect(await store.find(mail!.id)).toEqual(dismissed);
    const accepted = { at: now, by: "manager-1", projectId: "project-1" };
    expect(await store.accept({ ...dismissed, accepted })).toBe(true);
    expect(await store.dismiss(dismissed)).toBe(false);
  });

  test("one acceptance stands; listing the mail again leaves it", async () => {
    const store = quarantineStore(await local.newTable());
    const mail = { id: "m1", at: now, reason: "list", rawKey: "mail/m1.eml" };
    const by = (person: string) => ({ ...mail, accepted: { at: now, by: person, projectId: "project-1" } });
    expect(await store.accept(by("nobody-yet"))).toBe(false);
    await store.put(mail);
    expect(await store.accept(by("manager-1"))).toBe(true);
    expect(await store.accept(by("manager-2"))).toBe(false);
    await store.put(mail);
    expect(await store.find("m1")).toEqual(by("manager-1"));
    const done = {
      ...by("manager-1"),
      accepted: { ...by("manager-1").accepted, complaintId: "c1", number: "E001" },
    };
    await store.finish(done);
    expect(await store.find("m1")).toEqual(done);
    expect(await store.accept(by("manager-2"))).toBe(false);
  });
});

describe("report runs", () => {
  const run: ReportRun = {
    id: "2026-02-a",
    month: "2026-02",
    asOf: at("2026-03-01 00:00"),
    startedAt: now,
    startedBy: "schedule",
    projectIds: ["project-1", "project-2", "project-3"],
    doneProjectIds: [],
    failures: {},
  };

  test("a run started twice is the first one; projects done at once are all counted, each once", async () => {
    const store = reportStore(await local.newTable(), 2);
    expect(await store.start(run)).toEqual(run);
    await Promise.all(["project-3", "project-1", "project-3"].map((id) => store.projectDone(run.id, id)));
    const again = await store.start({ ...run, startedBy: "somebody" });
    expect(again).toEqual({ ...run, doneProjectIds: ["project-1", "project-3"] });
    await expect(store.projectDone("nothing", "project-1")).rejects.toThrow(/does not exist/);
  });

  test("editions of a month are numbered without gaps; a run that asks again gets its own number", async () => {
    const store = reportStore(await local.newTable(), 2);
    const runs = Array.from({ length: 6 }, (_, n) => ({ ...run, id: `2026-02-${n}` }));
    for (const each of runs) await store.start(each);
    const numbers = await Promise.all(
      [...runs, ...runs].map(({ id }) => store.reserveEdition("2026-02", id)),
    );
    expect(numbers.slice(0, 6)).toEqual(numbers.slice(6));
    expect([...new Set(numbers)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(await store.runs("2026-02")).toEqual(runs);
    expect(await store.runs("2026-03")).toEqual([]);
  });

  test("an issued edition never changes, and a finished run keeps its first end", async () => {
    const store = reportStore(await local.newTable(), 2);
    const edition: ReportEdition = {
      month: "2026-02",
      edition: 1,
      runId: run.id,
      asOf: run.asOf,
      madeAt: now,
      issuedBy: "schedule",
      bulletin: true,
      submitted: { inTime: ["project-1"], late: [], missing: ["project-2"] },
      span: { from: "2026-01-01", to: "2026-02-28" },
      projectIds: ["project-1"],
      missing: [{ projectId: "project-2", name: "示例二期", reason: "failed", error: "RangeError" }],
      files: [{ name: "a.xlsx", key: "reports/a.xlsx", size: 10, sha256: "00", contentType: "x" }],
      figures: {
        received: 3,
        done: 2,
        open: 1,
        handlingRate: 2 / 3,
        timelyRate: null,
        firstFollowUpSatisfaction: 1,
      },
    };
    await store.issueEdition(edition);
    await store.issueEdition({ ...edition, runId: "another" });
    // Workbook and analysis of each of 1,000 projects: as plain text more than an item can hold.
    const files = Array.from({ length: 2000 }, (_, index) => {
      const sha256 = createHash("sha256").update(String(index)).digest("hex");
      const name = `complaints-project-${index}-2026-02-edition-2.xlsx`;
      const key = `reports/2026-02/${sha256.slice(0, 16)}/${name}`;
      return { name, key, size: 70_000 + index, sha256, contentType: fileTypes.xlsx };
    });
    await store.issueEdition({ ...edition, edition: 2, files });
    expect(await store.editions("2026-02")).toEqual([edition, { ...edition, edition: 2, files }]);
    expect(await store.editions("2026-03")).toEqual([]);
  });

  test("a run waits in the sweep until its deadline's build; an end with fewer parts does not undo a later one", async () => {
    const table = await local.newTable();
    const store = reportStore(table, 1);
    const alarms = alarmStore(table, 1);
    const late = () => alarms.overdue(0, plusSeconds(now, 1801), { limit: 10 });
    await store.start(run);
    await store.projectFailed(run.id, "project-2", "TypeError");
    const failed = await store.projectFailed(run.id, "project-2", "RangeError");
    expect(failed.failures).toEqual({ "project-2": { attempts: 2, error: "RangeError" } });
    expect((await alarms.overdue(0, plusSeconds(now, 1799), { limit: 10 })).items).toEqual([]);
    expect((await late()).items).toMatchObject([{ kind: "run", runId: run.id }]);
    await store.finish(run.id, { built: 0, finishedAt: later(now, 1) });
    expect((await store.run(run.id))?.edition).toBeUndefined();
    expect((await late()).items).toEqual([]);
    await store.finish(run.id, { built: 2, finishedAt: later(now, 2), edition: 2 });
    await store.finish(run.id, { built: 1, finishedAt: later(now, 3), edition: 1 });
    expect(await store.run(run.id)).toMatchObject({ built: 2, finishedAt: later(now, 2), edition: 2 });
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

test("a counter goes on behind a number that was given elsewhere, and never back", async () => {
  const store = counters(await local.newTable());
  await store.raise("Q", 17);
  expect(await store.next("Q")).toBe(18);
  await store.raise("Q", 5);
  expect(await store.next("Q")).toBe(19);
});
