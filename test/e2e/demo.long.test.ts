import { readdir, readFile } from "node:fs/promises";
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type PlayedMonth, playMonth } from "../../infra/demo/month.ts";
import type { ScriptedComplaint } from "../../infra/demo/script.ts";
import type { UnusedGrant } from "../../infra/local/host/iam/ledger.ts";
import { synthesize } from "../../infra/local/synth.ts";
import { addWorkingDays, loadChineseCalendar } from "../../lib/domain/calendar/index.ts";
import { estateClassOf, isClassCode } from "../../lib/domain/classification/classes.ts";
import { estateClasses } from "../../lib/domain/statistics/index.ts";
import { newDirectory, removeDirectory } from "./desk.ts";
import { unusedGrants } from "./unused-grants.ts";

/*
 * What the demo prints comes from the API, the mails and the workbook. Here the same figures are worked out from the
 * script alone: what people were to do and when, the limits of D6, and the State Council calendar.
 */

const minute = 60_000;
const hour = 60 * minute;
const finish = Date.parse("2026-10-31T18:30:00Z");
const monthEnd = Date.parse("2026-10-31T16:00:00Z");
const calendar = loadChineseCalendar();

let directory: string;
let month: PlayedMonth;
const retries: string[] = [];
beforeAll(async () => {
  directory = await newDirectory();
  month = await playMonth({
    seed: 43,
    complaints: 45,
    // The last ten days: the same script and the same monthly run in a third of the time.
    firstDay: 22,
    assembly: await synthesize(),
    directory,
    resume: false,
    onProgress: () => undefined,
    onFailure: (where, message) => retries.push(`${where}: ${message}`),
  });
}, 420_000);
afterAll(() => removeDirectory(directory));

function workingDays(from: number, days: number): number {
  return addWorkingDays(calendar, Temporal.Instant.fromEpochMilliseconds(from), days).epochMilliseconds;
}

const resultDue = (urgent: boolean, from: number) => (urgent ? from + 24 * hour : workingDays(from, 3));
const outcome = (due: number, stop: number | undefined, ended?: number) =>
  stop === undefined && ended !== undefined && ended <= due
    ? "lapsed"
    : (stop ?? finish) > due
      ? "missed"
      : stop === undefined
        ? "running"
        : "kept";

/** A complaint's clocks and task as the script has them. */
function expectation({ receivedAt, urgent, requestedReplyAt, steps, ...complaint }: ScriptedComplaint) {
  const at = (...commands: string[]) =>
    steps.filter(({ command }) => commands.includes(command)).map((step) => step.at);
  const [resolved, resolvedAgain] = at("resolve", "explain-invalid");
  const [reopened] = at("reopen");
  // A government ticket that went back to its platform.
  const [ended] = at("return-ticket");
  const due = resultDue(urgent, receivedAt);
  const replyDue = Math.min(receivedAt + (urgent ? 30 * minute : 24 * hour), requestedReplyAt ?? Infinity);
  const posted = complaint.delivery.kind === "post" ? complaint.delivery.body["classCode"] : undefined;
  const code = steps.find(({ command }) => command === "classify")?.classCode ?? posted;
  return {
    firstReply: outcome(replyDue, at("reply", "resolve", "explain-invalid")[0], ended),
    results: [
      outcome(due, resolved, ended),
      ...(reopened === undefined ? [] : [outcome(resultDue(urgent, reopened), resolvedAgain)]),
    ],
    due,
    completed: reopened === undefined ? resolved : resolvedAgain,
    isTask:
      complaint.recordKind === "complaint" &&
      ended === undefined &&
      !steps.some(({ validity }) => validity === "invalid"),
    estateClass: estateClassOf(typeof code === "string" && isClassCode(code) ? code : undefined),
  };
}

function tally(outcomes: readonly string[]) {
  const count = (name: string) => outcomes.filter((one) => one === name).length;
  return {
    kept: count("kept"),
    missed: count("missed"),
    running: count("running"),
    paused: 0,
    lapsed: count("lapsed"),
  };
}

test("each channel's complaints are there once: repeats, conflicts and bad slips add none", () => {
  const expected: Record<string, number[]> = {};
  for (const { channel, recordKind } of month.script.complaints) {
    const counts = (expected[channel] ??= [0, 0]);
    counts[recordKind === "complaint" ? 0 : 1]! += 1;
  }
  expect(Object.keys(expected)).toEqual(
    expect.arrayContaining(["phone", "web", "email", "mailbox", "wechat"]),
  );
  const received = month.figures.received.map((one) => [one.channel, [one.complaints, one.others]]);
  expect(Object.fromEntries(received)).toEqual(expected);
});

test("kept and missed clocks are those of the script's own times on the State Council calendar", () => {
  const all = month.script.complaints.map(expectation);
  const firstReply = tally(all.map((one) => one.firstReply));
  const result = tally(all.flatMap(({ results }) => results));
  expect(firstReply.missed).toBeGreaterThan(2);
  expect(result.missed).toBeGreaterThan(2);
  expect(month.figures.clocks).toEqual({ firstReply, result });
});

test("every missed result called supervisor or manager, and no rung was more than a sweep late", () => {
  const missed = month.script.complaints.filter((one) => expectation(one).results.includes("missed"));
  const { escalations } = month.figures;
  const called = escalations.filter(({ clock, rung }) => clock === "result" && rung === "limit");
  const { coveredByGroups } = month.figures;
  expect(new Set(called.map(({ number }) => number)).size + coveredByGroups).toBe(missed.length);
  for (const { lateSeconds } of escalations) {
    expect(lateSeconds).toBeGreaterThanOrEqual(0);
    expect(lateSeconds).toBeLessThan(9 * 60);
  }
});

test("whatever of ours was lost on the way, the sweep found", () => {
  expect(month.script.losses.map(({ what }) => what)).toEqual(
    expect.arrayContaining(["reaction", "notice", "timer"]),
  );
  expect(month.figures.rescues).toBeGreaterThanOrEqual(month.script.losses.length);
  expect(month.figures.aside).toBe(0);
  expect(retries).toEqual([]);
});

test("mails that are no complaints stand in the quarantine with their reason", () => {
  expect(month.figures.quarantined.map(({ reason }) => reason).sort()).toEqual([
    "auto-reply",
    "unknown-project",
  ]);
});

test("the workbook's company sheet counts B, C, D and E as the script does (D1)", async () => {
  const tasks = month.script.complaints.map(expectation).filter(({ isTask }) => isTask);
  const counted = (estateClass: string | undefined) => {
    const of = tasks.filter((task) => estateClass === undefined || task.estateClass === estateClass);
    const done = of.filter(({ completed }) => completed !== undefined);
    const inTime = done.filter(({ completed = 0, due }) => completed <= due).length;
    const belongs = of.filter(({ due, completed }) => due < monthEnd || completed !== undefined).length;
    return [of.length, belongs, inTime, done.length - inTime];
  };
  installChartSupport();
  const workbook = new Workbook();
  await workbook.xlsx.load(await readFile(month.workbook));
  const printed = new Map<string, unknown[]>();
  workbook.worksheets[0]?.eachRow((row) => {
    const name = row.getCell(1).value;
    const cells = [2, 3, 4, 5].map((column) => row.getCell(column));
    if (typeof name === "string")
      printed.set(
        name,
        cells.map((cell) => cell.result ?? cell.value),
      );
  });
  for (const name of estateClasses) expect([name, printed.get(name)]).toEqual([name, counted(name)]);
  expect(printed.get("汇总")).toEqual(counted(undefined));
});

test("the month is closed: a second edition with the offices' submissions and rulings, its bulletin sent with the mail (D14)", async () => {
  const files = await readdir(month.files);
  for (const name of [
    "2026年10月客户投诉工作月报（第1版）.docx",
    "2026年10月客户投诉工作月报（第2版）.docx",
    "2026年10月异议清单（第2版）.csv",
    "郑州·森林湖2026年10月投诉分析报告（第2版）.docx",
  ])
    expect(files).toContain(name);
  const rulings = await readFile(`${month.files}/2026年10月异议清单（第2版）.csv`, "utf8");
  expect(rulings).toMatch(/"非我方责任"[^\n]*"成立"/);
  expect(rulings).toMatch(/"重复"[^\n]*"不成立"/);
  const mails = await Promise.all(
    (await readdir(month.mails)).map((name) => readFile(`${month.mails}/${name}`, "utf8")),
  );
  const announced = mails.filter((mail) => mail.includes("References: <report.2026-10@"));
  // Both editions to headquarters, the bulletin's to the offices of three projects too.
  expect(announced).toHaveLength(5);
  expect(announced.filter((mail) => mail.includes("Content-Disposition: attachment")).length).toBe(5);
});

test("the government's tickets over their life stand in the month-end with the three rates", async () => {
  installChartSupport();
  const workbook = new Workbook();
  await workbook.xlsx.load(await readFile(month.workbook));
  const sheet = workbook.getWorksheet("政府转办");
  const heads = sheet?.getRow(3);
  const figures = new Map<string, unknown>();
  const last = sheet?.getColumn(1).values.indexOf("汇总") ?? 0;
  heads?.eachCell((cell, column) => {
    const { result, value } = sheet!.getRow(last).getCell(column);
    figures.set(cell.text, result ?? value);
  });
  expect(Object.fromEntries(figures)).toMatchObject({
    本期接收: 5,
    其中退单: 1,
    计入: 4,
    本期平台评价: 3,
    响应率: 2 / 3,
    解决率: 1,
    满意率: 1,
  });
});

test("each sent mail lies in the folder as it went out", async () => {
  const files = await readdir(month.mails);
  expect(files).toHaveLength(month.figures.mails);
  const [first = ""] = files.sort();
  expect(await readFile(`${month.mails}/${first}`, "utf8")).toMatch(/^References: <(complaint|report)\./m);
});

test("no function was refused a call, and what no call needed is granted for a stated reason", () => {
  expect(month.iam.denied).toEqual([]);
  const name = ({ role, action, resources }: UnusedGrant) =>
    `${role.replace(/Role[0-9A-F]{8}$/, "")} ${action} ${resources
      .map((arn) =>
        arn
          .split(/[:/]/)
          .at(-1)
          ?.replace(/^jiesu-local-[a-z]+-/, ""),
      )
      .join()}`;
  expect(month.iam.unused.map(name).filter((grant) => !unusedGrants.has(grant))).toEqual([]);
});
