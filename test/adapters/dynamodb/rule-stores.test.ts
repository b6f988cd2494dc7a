import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ruleStore } from "../../../lib/adapters/dynamodb/rules/rule-store.ts";
import { jobStore } from "../../../lib/adapters/dynamodb/work/job-store.ts";
import { emptyPart, type Job } from "../../../lib/app/ports/job.ts";
import type { JobStore } from "../../../lib/app/ports/jobs.ts";
import type { RuleStore } from "../../../lib/app/ports/rules.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { at } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { MemoryJobs } from "../../support/memory/jobs.ts";
import { MemoryRules } from "../../support/memory/rules.ts";

let local: LocalAws;
let engineRules: RuleStore;
let engineJobs: JobStore;
beforeAll(async () => {
  local = await startLocalAws();
  const table = await local.newTable();
  engineRules = ruleStore(table);
  engineJobs = jobStore(table, 2);
});
afterAll(() => local.close());

const now = at("2026-03-02 10:00");
const stores = ["the engine", "memory"] as const;

describe.each(stores)("published rules in %s", (where) => {
  const rules = () => (where === "memory" ? memory : engineRules);
  const memory = new MemoryRules();
  const edition = {
    version: "company@1",
    scope: "company",
    number: 1,
    publishedAt: now,
    publishedBy: "hq",
  } as const;

  test("a version means one text for ever: the second to claim it is told so, and nothing changes", async () => {
    const policy = completed("company@1", "D12", {});
    expect(await rules().publishPolicy({ ...edition, effectiveFrom: now }, policy)).toBe(true);
    const other = completed("company@1", "D6", {});
    expect(await rules().publishPolicy({ ...edition, effectiveFrom: at("2026-04-01 00:00") }, other)).toBe(
      false,
    );
    expect(await rules().policy("company@1")).toEqual(policy);
    expect(await rules().policy("company@2")).toBeUndefined();
  });

  test("policies and calendars are told apart, week and notices come back as they were", async () => {
    const calendar = {
      ...edition,
      week: { mon: [["08:30", "12:00"]], sat: [["09:00", "24:00"]] },
      notices: [
        {
          year: 2027,
          title: "通知",
          documentNumber: "8号",
          publishedOn: "2026-11-10",
          address: null,
          holidays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03", days: 3, makeUpWorkdays: [] }],
        },
      ],
    } as const;
    expect(await rules().publishCalendar(calendar)).toBe(true);
    expect(await rules().publishCalendar(calendar)).toBe(false);
    expect(await rules().published()).toEqual({
      policies: [{ ...edition, effectiveFrom: now }],
      calendars: [calendar],
    });
  });
});

describe.each(stores)("jobs in %s", (where) => {
  const jobs = () => (where === "memory" ? memory : engineJobs);
  const memory = new MemoryJobs();
  const job: Job = {
    id: "job-1",
    task: { kind: "replay", policy: completed("draft", "D6", {}), month: "2026-02" },
    startedAt: now,
    startedBy: "hq",
    projectIds: ["p1", "p2"],
  };

  test("starting twice is one job, the first", async () => {
    expect(await jobs().start(job)).toEqual({ job, started: true });
    expect(await jobs().start({ ...job, startedBy: "other" })).toEqual({ job, started: false });
    expect(await jobs().job("job-1")).toEqual(job);
    expect(await jobs().job("job-2")).toBeUndefined();
  });

  test("the sweep notes how far it was, and that it has not gone on since", async () => {
    const next = at("2026-03-02 11:00");
    expect(await jobs().watch("job-1", 0, next)).toBe(false);
    expect(await jobs().watch("job-1", 2, next)).toBe(true);
    expect(await jobs().watch("job-1", 2, next)).toBe(false);
    await jobs().unwatch("job-1");
    expect(await jobs().job("job-1")).toEqual(job);
  });

  test("a page is counted once: only the part that follows on the standing one is written", async () => {
    const first = { ...emptyPart("p1"), pages: 1, seen: 100, cursor: "next" };
    expect(await jobs().advance("job-1", first)).toBe(true);
    expect(await jobs().advance("job-1", { ...first, seen: 7 })).toBe(false);
    expect(await jobs().advance("job-1", { ...first, pages: 3 })).toBe(false);
    const { cursor: _, ...rest } = first;
    const last = { ...rest, pages: 2, seen: 130, done: true };
    expect(await jobs().advance("job-1", last)).toBe(true);
    expect(await jobs().part("job-1", "p1")).toEqual(last);
    expect(await jobs().part("job-1", "p2")).toBeUndefined();
    expect(await jobs().parts("job-1")).toEqual([last]);
  });
});
