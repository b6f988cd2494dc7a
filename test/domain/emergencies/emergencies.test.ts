import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emergencyNotices } from "../../../lib/domain/emergencies/announcements.ts";
import {
  asAfterReport,
  type Emergency,
  harmOf,
  nextStages,
  type ReportStage,
  reportStages,
  statusOf,
  versionOf,
} from "../../../lib/domain/emergencies/emergency.ts";
import {
  addReport,
  announceOverdue,
  dueReports,
  type GivenReport,
  openReports,
} from "../../../lib/domain/emergencies/report.ts";
import { emergencyCategoryNames } from "../../../lib/domain/emergencies/taxonomy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { emergencyCategoryWords } from "../../../lib/domain/words/emergencies.ts";
import { at, local, personal } from "../../support/builders.ts";
import { calendar, emergencyAt, holding } from "../../support/emergencies.ts";

const discovered = at("2026-03-02 10:00");
const given = (stage: ReportStage, more: Partial<GivenReport> = {}): GivenReport => ({
  stage,
  text: personal(stage),
  by: "clerk-1",
  commandId: `clerk-1:${stage}`,
  request: "hash",
  ...more,
});

/** Adds a report that must be accepted. */
function reported(
  event: Emergency,
  stage: ReportStage,
  when = discovered,
  more: Partial<GivenReport> = {},
): Emergency {
  const next = addReport(event, given(stage, more), when);
  if ("refused" in next) throw new Error(next.refused);
  return next;
}

const toldOf = (event: Emergency, about: string) =>
  event.announcements
    .filter((one) => one.about === about)
    .map(({ recipients }) => recipients.map((r) => r.personId));

describe("emergency events (D7)", () => {
  test("the table's kinds: 安全 4, 设备 5, 环境, 客户服务 2, 工伤, 其他", () => {
    const kinds = emergencyCategoryNames.map((name) => emergencyCategoryWords[name].zh.split("·")[0]);
    const counted = Object.fromEntries(
      kinds.map((kind) => [kind, kinds.filter((one) => one === kind).length]),
    );
    expect(counted).toEqual({ 安全管理: 4, 设备设施: 5, 环境管理: 1, 客户服务: 2, 员工工伤: 1, 其他: 1 });
  });

  test("首报 30 minutes, 书面 2 hours, 终报 5 working days after discovery, whatever the hour", () => {
    const limits = dueReports({ discoveredAt: discovered }, calendar);
    expect(limits.map(({ stage, dueAt }) => [stage, local(dueAt)])).toEqual([
      ["first", "2026-03-02 10:30"],
      ["written", "2026-03-02 12:00"],
      ["final", "2026-03-09 18:00"],
    ]);
    // Spring Festival: 2月14日(补班), 24, 25, 26 and 27.
    const [, , final] = dueReports({ discoveredAt: at("2026-02-13 23:50") }, calendar);
    expect(local(final!.dueAt)).toBe("2026-02-27 18:00");
  });

  test("a limit beyond the published holidays is provisional", () => {
    const provisional = (when: string) =>
      dueReports({ discoveredAt: at(when) }, calendar).map((one) => one.provisional);
    expect(provisional("2026-03-02 10:00")).toEqual([false, false, false]);
    expect(provisional("2026-12-30 10:00")).toEqual([false, false, true]);
  });

  test.each([
    [{ accident: true }, ["project-manager-1", "region-1", "headquarters-1", "headquarters-2"]],
    [{ press: true }, ["project-manager-1", "region-1", "headquarters-1", "headquarters-2"]],
    [{ outcome: "prevented" as const }, ["supervisor-1", "project-manager-1"]],
    [{ outsourced: true }, ["supervisor-1", "project-manager-1"]],
  ])("事故灾祸 and 媒体负面报道 go to the 即时上报 list, others to the project: %o", (more, told) => {
    const event = emergencyAt(discovered, more);
    expect(toldOf(event, "registered")).toEqual([told]);
    const plans = emergencyNotices(event.announcements[0]!, event);
    expect(plans.map(({ key }) => key)).toEqual(told.map((id) => `emergency#registered#${id}#email`));
    expect(plans.every(({ template }) => template === "emergency-registered")).toBe(true);
  });

  test("a mail names the event, the announcement and for whom its reader stands in", () => {
    const event = emergencyAt(discovered);
    const recipients = [
      { personId: "manager-1", post: "manager" },
      { personId: "region-1", post: "region", insteadOf: "project-manager" },
    ] as const;
    const overdue = { seq: 2, about: "written", at: at("2026-03-02 12:01"), recipients } as const;
    const subject = { kind: "emergency", id: event.registration.id, seq: 2 };
    expect(emergencyNotices(overdue, event)).toStrictEqual(
      recipients.map(({ personId: id, ...post }) => ({
        key: `emergency#written#${id}#email`,
        subject,
        template: "emergency-overdue",
        recipient: { kind: "person", id, ...post },
        adapter: "email",
      })),
    );
  });

  test("first, written, any number of follow-ups, final; the final report closes it", () => {
    let event = emergencyAt(discovered);
    for (const stage of ["first", "written", "follow-up", "follow-up", "final"] as const) {
      expect(statusOf(event)).toBe("open");
      event = reported(event, stage);
    }
    expect(event.reports.map(({ seq }) => seq)).toEqual([2, 3, 4, 5, 6]);
    expect({ status: statusOf(event), version: versionOf(event), alarm: event.alarm }).toStrictEqual({
      status: "closed",
      version: 6,
      alarm: { epoch: 4 },
    });
    expect(addReport(event, given("follow-up"), discovered)).toEqual({
      refused: "event-closed",
      allowed: [],
    });
    expect(event.personal["4.text"]?.value).toBe("follow-up");
  });

  test.each([
    [[], "written", ["first"]],
    [["first"], "first", ["written"]],
    [["first"], "final", ["written"]],
    [["first", "written"], "written", ["follow-up", "final"]],
  ] as const)("after %o no %s: possible are %o", (before, stage, allowed) => {
    const event = before.reduce((current, each) => reported(current, each), emergencyAt(discovered));
    expect(addReport(event, given(stage), discovered)).toEqual({ refused: "report-out-of-order", allowed });
  });

  test("a report in the very moment of its limit is in time, one millisecond later it is late", () => {
    const event = emergencyAt(discovered);
    const limit = plusSeconds(discovered, 1800);
    expect(reported(event, "first", limit).reports[0]?.late).toBe(false);
    expect(reported(event, "first", plusSeconds(limit, 0.001)).reports[0]?.late).toBe(true);
    expect(announceOverdue(event, limit, holding)).toBe(event);
    // Each stage has its own limit, a follow-up has none.
    const written = reported(reported(event, "first"), "written", plusSeconds(discovered, 7200));
    expect(written.reports[1]?.late).toBe(false);
    expect(reported(written, "follow-up", at("2026-03-20 10:00")).reports[2]?.late).toBe(false);
  });

  test("injury and loss stand as last reported; what a report does not mention stays", () => {
    const one = emergencyAt(discovered, { injury: { dead: 0, injured: 1 }, loss: 500 });
    const two = reported(one, "first", discovered, { injury: { dead: 0, injured: 3 } });
    expect(harmOf(two)).toEqual({ injury: { dead: 0, injured: 3 }, loss: 500 });
    const three = reported(two, "written", discovered, { loss: 0 });
    expect(harmOf(three)).toEqual({ injury: { dead: 0, injured: 3 }, loss: 0 });
    expect(harmOf(emergencyAt(discovered))).toStrictEqual({});
  });

  test("asked again for a report that was given, the event stands as it stood right after it", () => {
    const stages = ["first", "written", "follow-up"] as const;
    const event = stages.reduce((current, stage) => reported(current, stage), emergencyAt(discovered));
    expect(asAfterReport(event, 3)).toEqual({ ...event, reports: event.reports.slice(0, 2) });
  });

  test("what is reported is awaited no more; a report that changes no limit leaves the timer alone", () => {
    const fresh = emergencyAt(discovered);
    expect([fresh.alarm.epoch, fresh.armed]).toEqual([1, { epoch: 0 }]);
    const first = reported(fresh, "first");
    expect(openReports(first).map(({ stage }) => stage)).toEqual(["written", "final"]);
    const written = reported(first, "written");
    expect(reported(written, "follow-up").alarm).toEqual(written.alarm);
  });

  test("each overdue stage is announced once, to project manager and region; the timer goes to the next", () => {
    const event = emergencyAt(discovered);
    expect(local(event.alarm.at!)).toBe("2026-03-02 10:30");
    const late = announceOverdue(event, plusSeconds(discovered, 1801), holding);
    expect(toldOf(late, "first")).toEqual([["project-manager-1", "region-1"]]);
    expect(local(late.alarm.at!)).toBe("2026-03-02 12:00");
    expect(late.alarm.epoch).toBe(event.alarm.epoch + 1);
    expect(announceOverdue(late, plusSeconds(discovered, 1900), holding)).toBe(late);
    // Everything missed at once (a registration made days later): one announcement for each stage.
    const all = announceOverdue(event, at("2026-03-20 10:00"), holding);
    expect(all.announcements.map(({ seq, about }) => [seq, about])).toEqual([
      [1, "registered"],
      [2, "first"],
      [3, "written"],
      [4, "final"],
    ]);
    expect(all.outbox).toEqual([1, 2, 3, 4]);
    expect(all.alarm.at).toBeUndefined();
  });
});

describe("properties", () => {
  const steps = fc.array(
    fc.record({
      minutes: fc.integer({ min: 0, max: 6000 }),
      stage: fc.constantFrom(...reportStages, "timer" as const),
    }),
    { maxLength: 25 },
  );

  test("stages never go back, none is left out, no announcement comes twice, and nothing follows the end", () => {
    fc.assert(
      fc.property(steps, (sequence) => {
        let event = emergencyAt(discovered);
        let now = discovered;
        for (const { minutes, stage } of sequence) {
          now = plusSeconds(now, minutes * 60);
          const before = event;
          const possible = nextStages(event);
          const next =
            stage === "timer" ? announceOverdue(event, now, holding) : addReport(event, given(stage), now);
          expect("refused" in next).toBe(stage !== "timer" && !possible.includes(stage));
          if (!("refused" in next)) event = next;
          expect(event.revision).toBe(before.revision + (event === before ? 0 : 1));
        }
        const order = event.reports.map(({ stage }) => reportStages.indexOf(stage));
        expect(order).toEqual(order.toSorted((a, b) => a - b));
        expect(event.reports.filter(({ stage }) => stage === "final").length).toBeLessThanOrEqual(1);
        expect(event.reports.slice(0, 2).map(({ stage }) => stage)).toEqual(
          ["first", "written"].slice(0, event.reports.length),
        );
        const about = event.announcements.map((one) => one.about);
        expect(new Set(about).size).toBe(about.length);
        for (const one of event.announcements) {
          const limit = event.due.find(({ stage }) => stage === one.about);
          expect(limit === undefined || limit.dueAt < one.at).toBe(true);
        }
        // The timer stands on the earliest report that is awaited and not announced.
        const watched = openReports(event).find(({ stage }) => !about.includes(stage));
        expect(event.alarm.at).toBe(watched === undefined ? undefined : plusSeconds(watched.dueAt, 1));
      }),
      { numRuns: 200 },
    );
  });

  test("limits rise from stage to stage, and a later discovery has no earlier limit", () => {
    const minute = fc.integer({ min: 0, max: 3 * 365 * 1440 });
    fc.assert(
      fc.property(minute, minute, (a, b) => {
        const start = at("2023-01-01 00:00");
        const [earlier, later] = [a, b]
          .toSorted((x, y) => x - y)
          .map((minutes) => dueReports({ discoveredAt: plusSeconds(start, minutes * 60) }, calendar));
        for (const limits of [earlier!, later!]) {
          const dues = limits.map(({ dueAt }) => dueAt);
          expect(dues).toEqual(dues.toSorted());
        }
        for (const [index, { dueAt }] of earlier!.entries()) expect(dueAt <= later![index]!.dueAt).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
