import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import { registerEvent } from "../../../lib/app/emergencies/register.ts";
import type { BulletinDocument } from "../../../lib/app/ports/document-input.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import type { MonthlyWorkbookInput } from "../../../lib/app/ports/workbook-input.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startDueRuns } from "../../../lib/app/reports/run/due-runs.ts";
import { type BuildRequest, startRun } from "../../../lib/app/reports/run/start.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { topClasses, topClassName } from "../../../lib/domain/statistics/case.ts";
import { type Instant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { bySentences } from "../../domain/statistics/by-sentences.ts";
import { at } from "../../support/builders.ts";
import { leak } from "../../support/emergencies.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";
import { type Entry, type Known, known, type Told } from "./journal.ts";

const ZONE = "Asia/Shanghai";

interface Built {
  readonly workbook: MonthlyWorkbookInput;
  readonly bulletin: BulletinDocument | undefined;
}

/** Builds an edition and gives what its workbook and bulletin say. */
async function build(w: World, request: Partial<BuildRequest> & { readonly month: string }): Promise<Built> {
  let bulletin: BulletinDocument | undefined;
  let workbook: MonthlyWorkbookInput | undefined;
  const ports = {
    ...w.ports,
    workbook: async (input: MonthlyWorkbookInput) => {
      if (input.project === undefined) workbook = input;
      return new Uint8Array(1);
    },
    documents: {
      ...w.ports.documents,
      bulletin: async (input: BulletinDocument) => {
        bulletin = input;
        return new Uint8Array(1);
      },
      monthly: async () => new Uint8Array(1),
      analysis: async () => new Uint8Array(1),
    },
  };
  const key = String(w.reports.issued.length);
  const run = await startRun(ports, { by: "headquarters-1", key, ...request });
  if (isProblem(run)) throw new Error(run.problem);
  await drain(ports);
  if (workbook === undefined) throw new Error("no workbook was built");
  return { workbook, bulletin };

  async function drain(ports_: typeof ports) {
    for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
      for (const part of parts) await buildReportPart(ports_, part);
  }
}

const totalOf = ({ workbook }: Built) => workbook.companyRows.find(({ name }) => name === "汇总");

describe("an edition counts what happened in its period, as recorded until its closing", () => {
  test("a call of the month's last second, entered after midnight, is in the preliminary edition of 02:00", async () => {
    const w = world(at("2026-04-30 18:00"));
    w.clock.set(at("2026-05-01 00:02"));
    await w.receive({ receivedAt: at("2026-04-30 23:59:59") });
    const event = { ...leak, occurredAt: at("2026-04-30 23:59"), discoveredAt: at("2026-05-01 00:01") };
    const registered = await registerEvent(w.ports, {
      emergency: event,
      person: people.clerk,
      idempotencyKey: "key",
    });
    expect(isProblem(registered)).toBe(false);
    w.clock.set(at("2026-05-01 02:00"));
    const { runs } = await startDueRuns(w.ports);
    expect(await w.ports.reports.run(runs[0] ?? "")).toMatchObject({
      asOf: "2026-04-30T15:59:59.999Z",
      recordedUntil: at("2026-05-01 02:00"),
    });
    const april = await build(w, { month: "2026-04" });
    expect(totalOf(april)).toMatchObject({ B: 1, J: 1, P: 1 });
    expect(april.workbook.emergencies).toHaveLength(1);
  });

  test("the bulletin edition closes on the 6th working day and shows the month's end, late records included", async () => {
    const w = world(at("2026-04-28 10:00"));
    const { registration } = await w.receive({ sourceId: "a" });
    const other = await w.receive({ sourceId: "b" });
    for (const { id } of [registration, other.registration])
      await w.give(id, { type: "assign", departmentId: "engineering" });
    w.clock.set(at("2026-05-06 10:00"));
    // Told in April and entered in May; and one that was told in May.
    await w.give(registration.id, {
      type: "resolve",
      via: "phone",
      text: "已修复",
      occurredAt: at("2026-04-30 17:00"),
    });
    await w.give(other.registration.id, { type: "resolve", via: "phone", text: "已修复" });
    w.clock.set(at("2026-05-12 18:00"));
    const { runs } = await startDueRuns(w.ports);
    expect(await w.ports.reports.run(runs.at(-1) ?? "")).toMatchObject({
      bulletin: true,
      asOf: "2026-04-30T15:59:59.999Z",
      recordedUntil: at("2026-05-12 18:00"),
    });
    const april = await build(w, { month: "2026-04", recordedUntil: at("2026-05-12 18:00") });
    expect(totalOf(april)).toMatchObject({ B: 2, D: 1, K: 1, Q: 1, N: 1, T: 1 });
    expect(april.workbook.ledger).toMatchObject([
      { number: "001", completedAt: at("2026-04-30 17:00") },
      { number: "002", completedAt: null },
    ]);
  });

  test("what was accepted before a project's since counts in every column, and a later since takes nothing away", async () => {
    const w = world(at("2026-03-02 10:00"));
    w.organisation.projects = w.organisation.projects.map((one) => ({ ...one, since: "2026-03" }));
    await w.receive({ sourceId: "backlog", receivedAt: at("2025-12-10 09:00") });
    const march = await build(w, { month: "2026-03" });
    expect(totalOf(march)).toMatchObject({ B: 0, C: 1, J: 1, P: 1 });
    expect(totalOf(await build(w, { month: "2025-12" }))).toMatchObject({ B: 1, J: 1, P: 1 });
  });
});

type Act = "receive" | "assign" | "done" | "again" | "answer" | "judge" | "classify" | "withdraw";

interface Step {
  readonly act: Act;
  readonly which: number;
  /** Hours that pass before it is entered, and hours that it happened before. */
  readonly pass: number;
  readonly back: number;
  readonly pick: number;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom<Act>(
    "receive",
    "assign",
    "assign",
    "done",
    "done",
    "done",
    "again",
    "answer",
    "judge",
    "judge",
    "classify",
    "withdraw",
  ),
  which: fc.nat(30),
  pass: fc.constantFrom(0, 1, 3, 8, 30),
  back: fc.constantFrom(0, 0, 5, 40, 200),
  pick: fc.nat(11),
});

const codes = ["1.1", "1.2", "1.3", "1.7.2", "1.5"] as const;
const validities = ["valid", "assisted", "invalid"] as const;

/** Plays the steps and keeps a journal of what was accepted. */
async function play(w: World, steps: readonly Step[], journal: Told[]): Promise<void> {
  for (const one of steps) {
    w.clock.set(plusSeconds(w.clock.text(), one.pass * 3600));
    const now = w.clock.text();
    const happened = plusSeconds(now, -one.back * 3600);
    if (one.act === "receive") {
      await receive(w, one, happened, journal);
      continue;
    }
    const told = journal[one.which % Math.max(1, journal.length)];
    if (told === undefined) continue;
    const made = commandOf(one, happened, now);
    const person = inBoth(one.act === "answer" ? people.clerk : people.projectManager);
    const answer = await giveCommand(w.ports, await w.given(told.id, made.command, { person }));
    if (!isProblem(answer) && made.entry !== undefined) told.entries.push(made.entry);
  }
}

/** The person with the same posts in the second project. */
function inBoth(person: Person): Person {
  const there = person.assignments.map((one) => ({ ...one, projectId: "project-2" }));
  return { ...person, assignments: [...person.assignments, ...there] };
}

async function receive(w: World, { pick }: Step, receivedAt: Instant, journal: Told[]): Promise<void> {
  const classCode = pick % 6 === 5 ? undefined : codes[pick % codes.length];
  const projectId = pick % 2 === 0 ? "project-1" : "project-2";
  const intake = pick % 3 === 0 ? "company" : "project";
  const complaint = await w.receive({
    sourceId: `call-${journal.length}`,
    receivedAt,
    projectId: "project-1",
    intake,
    ...(projectId === "project-1" ? {} : { projectId }),
    ...(classCode === undefined ? { classCode: undefined as never } : { classCode }),
  });
  journal.push({
    id: complaint.registration.id,
    projectId,
    receivedAt,
    entered: w.clock.text(),
    dueAt: complaint.taskDueAt ?? "",
    intake,
    entries: [],
    ...(classCode === undefined ? {} : { classCode }),
  });
}

function commandOf(
  { act, back, pick }: Step,
  happened: Instant,
  now: Instant,
): { readonly command: PlainCommand; readonly entry?: Entry } {
  const occurred = back === 0 ? {} : { occurredAt: happened };
  const when = { happened: back === 0 ? now : happened, entered: now };
  const atOnce = { happened: now, entered: now };
  switch (act) {
    case "assign":
    case "receive":
      return { command: { type: "assign", departmentId: "engineering" } };
    case "done":
      return {
        command: { type: "resolve", via: "phone", text: "已修复", ...occurred },
        entry: { ...when, what: { done: true } },
      };
    case "again":
      return { command: { type: "reopen", reason: "未修好" }, entry: { ...atOnce, what: { again: true } } };
    case "answer": {
      const grade = (pick % 5) + 1;
      return {
        command: { type: "follow-up", outcome: "reached", grade, reason: "说明", ...occurred },
        entry: { ...when, what: { answer: grade } },
      };
    }
    case "judge": {
      const validity = validities[pick % 3] ?? "valid";
      return {
        command: { type: "judge", validity, reason: "说明" },
        entry: { ...atOnce, what: { validity } },
      };
    }
    case "classify": {
      const classCode = codes[pick % codes.length] ?? "1.1";
      return { command: { type: "classify", classCode }, entry: { ...atOnce, what: { classCode } } };
    }
    case "withdraw":
      return {
        command: { type: "withdraw", reason: "撤诉" },
        entry: { ...atOnce, what: { withdrawn: true } },
      };
  }
}

/** Everything that the edition says, told from the journal alone. */
function expected(
  journal: readonly Told[],
  options: { month: string; asOf: Instant; recordedUntil: Instant },
) {
  const cases = journal.flatMap((told) => known(told, options.asOf, options.recordedUntil) ?? []);
  const { rows, analysis } = bySentences(cases, { ...options, timeZone: ZONE });
  const inMonth = (one: Known) => at8(one.receivedAt).startsWith(options.month);
  const received = cases.filter(inMonth);
  const valid = received.filter(({ validity, judged }) => judged && validity === "valid");
  const company = received.filter(({ intake }) => intake === "company");
  const count = (validity: Known["validity"]) =>
    company.filter((one) => one.judged && one.validity === validity).length;
  return {
    rows,
    analysis,
    valid: valid.length,
    contents: topClasses.map((name) => ({
      name,
      count: valid.filter(({ classCode }) => topClassName(classCode) === name).length,
    })),
    received: {
      total: company.length,
      valid: count("valid"),
      assisted: count("assisted"),
      invalid: count("invalid"),
      unjudged: company.filter(({ judged }) => !judged).length,
      ended: company.filter(({ endedAt }) => endedAt !== null).length,
    },
  };
}

/** The wall clock of Shanghai, which knows no summer time. */
function at8(instant: Instant): string {
  return plusSeconds(instant, 8 * 3600);
}

test("D1, D8 and D14 of a month are what the journal gives, and a later edition differs only by what was entered late", async () => {
  const seen = { late: 0, done: 0, ended: 0, invalid: 0 };
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 25, maxLength: 60, size: "max" }),
      fc.array(step, { minLength: 10, maxLength: 40, size: "max" }),
      async (before, later) => {
        const w = world(at("2026-02-20 09:30"));
        const journal: Told[] = [];
        await play(w, before, journal);
        const now = w.clock.text();
        const month = at8(now).slice(0, 7);
        const first = await build(w, { month, recordedUntil: now });
        const options = { month, asOf: first.workbook.asOf, recordedUntil: now };
        agree(first, expected(journal, options));
        w.clock.set(plusSeconds(now, 1));
        await play(w, later, journal);
        const end = w.clock.text();
        const rebuilt = await build(w, { month, asOf: options.asOf, recordedUntil: end });
        agree(rebuilt, expected(journal, { ...options, recordedUntil: end }));
        const lateOnes = new Set(
          journal
            .filter(({ entered, receivedAt, entries }) =>
              [{ entered, happened: receivedAt }, ...entries].some(
                (one) => one.entered > now && one.happened <= options.asOf,
              ),
            )
            .map(({ id }) => id),
        );
        expect(casesWithout(rebuilt, lateOnes)).toEqual(casesWithout(first, lateOnes));
        seen.late += lateOnes.size;
        const total = totalOf(rebuilt);
        seen.done += total?.T ?? 0;
        seen.ended += rebuilt.workbook.views.flow.ended;
        seen.invalid += rebuilt.workbook.views.flow.invalid;
      },
    ),
    { numRuns: 60, endOnFailure: true },
  );
  // Guards the generator: late records, finished, withdrawn and invalid ones must be seen often.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(0);
});

function agree({ workbook, bulletin }: Built, told: ReturnType<typeof expected>): void {
  expect(workbook.companyRows).toMatchObject(told.rows);
  const { received, done, open } = told.analysis;
  expect(workbook.views.flow).toMatchObject({ done, open });
  expect(workbook.views.trend.at(-1)).toMatchObject({
    received,
    done,
    open,
    timelyRate: told.analysis.timelyRate,
    firstFollowUpSatisfaction: told.analysis.firstFollowUpSatisfaction,
  });
  expect(bulletin?.bulletin).toMatchObject({
    valid: told.valid,
    contents: told.contents,
    received: told.received,
  });
}

function casesWithout({ workbook }: Built, left: ReadonlySet<string>) {
  // Where it came in and when it was answered is known of the period's records alone.
  return workbook.cases.flatMap(({ cases }) => cases.filter(({ id }) => !left.has(id)));
}
