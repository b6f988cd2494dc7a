import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { after, at, local, personal, plain, registered, timer } from "../../support/builders.ts";

/** A complaint whose level A is known, and its first daily report due, from `set` on. */
function grave(set: string): Complaint {
  return after(registered(at("2026-03-02 09:00")), { type: "classify", classCode: "1.1", level: "A" }, set);
}

const days = (complaint: Complaint) =>
  complaint.clocks.filter(({ name }) => name === "dailyReport").map((c) => [c.key, local(dueAt(c))]);

describe("D11: 日报 of A and B, each day 18:00", () => {
  test("a report that is not given is missed and escalated, and tomorrow's is due all the same", () => {
    let complaint = grave(at("2026-03-06 14:00"));
    for (const evening of ["2026-03-06 18:00", "2026-03-07 18:00", "2026-03-08 18:00"]) {
      complaint = after(complaint, { type: "fire-rungs" }, at(evening), { by: timer });
    }
    expect(days(complaint)).toEqual([
      ["2026-03-06", "2026-03-06 18:00"],
      ["2026-03-07", "2026-03-07 18:00"],
      ["2026-03-08", "2026-03-08 18:00"],
      ["2026-03-09", "2026-03-09 18:00"],
    ]);
    const missed = complaint.events.filter(
      ({ fact }) => fact.type === "rungDecided" && fact.rung === "daily-limit",
    );
    expect(missed).toHaveLength(3);
  });

  test("a report that is given answers its day, and the next day's is due; a second one the same day answers nothing more", () => {
    const report = {
      type: "daily-report",
      text: personal("已联系工程部"),
      departmentIds: ["engineering"],
    } as const;
    let complaint = grave(at("2026-03-06 14:00"));
    complaint = after(complaint, report, at("2026-03-06 15:30"));
    complaint = after(complaint, report, at("2026-03-06 16:30"));
    const open = () =>
      complaint.clocks.flatMap(({ name, key, stoppedAt }) =>
        name === "dailyReport" && stoppedAt === undefined ? [key] : [],
      );
    expect([days(complaint).map(([key]) => key), open()]).toEqual([
      ["2026-03-06", "2026-03-07"],
      ["2026-03-07"],
    ]);
    for (const morning of ["2026-03-07 09:00", "2026-03-08 09:00"]) {
      complaint = after(complaint, { type: "fire-rungs" }, at(morning), { by: timer });
    }
    expect(open()).toEqual(["2026-03-07", "2026-03-08"]);
    complaint = after(complaint, report, at("2026-03-08 10:00"));
    expect(open()).toEqual(["2026-03-09"]);
    complaint = after(complaint, plain.assign(), at("2026-03-08 10:30"));
    complaint = after(complaint, plain.resolve(), at("2026-03-08 11:00"));
    expect(open()).toEqual([]);
  });

  test("a report given at 19:00 counts for the day that was due, not for tomorrow; a second one that evening for none", () => {
    let complaint = grave(at("2026-03-06 14:00"));
    complaint = after(complaint, { type: "fire-rungs" }, at("2026-03-06 18:00"), { by: timer });
    const open = () =>
      complaint.clocks.flatMap(({ name, key, stoppedAt }) =>
        name === "dailyReport" && stoppedAt === undefined ? [key] : [],
      );
    for (const evening of ["2026-03-06 19:00", "2026-03-06 20:00"]) {
      complaint = after(complaint, plain["daily-report"](), at(evening));
      expect(open()).toEqual(["2026-03-07"]);
    }
    complaint = after(complaint, plain["daily-report"](), at("2026-03-07 09:00"));
    expect(open()).toEqual(["2026-03-08"]);
  });

  test("a timer that comes days late catches up one day at a time, none is skipped", () => {
    let complaint = grave(at("2026-03-06 14:00"));
    const late = at("2026-03-08 19:00");
    for (let time = 0; time < 4; time += 1) {
      complaint = after(complaint, { type: "fire-rungs" }, late, { by: timer });
    }
    expect(days(complaint).map(([key]) => key)).toEqual([
      "2026-03-06",
      "2026-03-07",
      "2026-03-08",
      "2026-03-09",
    ]);
    expect(complaint.alarm.at! > late).toBe(true);
  });

  test.each([
    ["reported on before it was solved", true],
    ["never reported on", false],
  ])("返单 of one %s: from then on each day again, none is skipped", (_, reported) => {
    let complaint = after(grave(at("2026-03-06 11:00")), plain.assign(), at("2026-03-06 11:30"));
    if (reported) complaint = after(complaint, plain["daily-report"](), at("2026-03-06 12:00"));
    complaint = after(complaint, plain.resolve(), at("2026-03-06 13:00"));
    complaint = after(complaint, plain.reopen(), at("2026-03-06 14:00"));
    for (const evening of ["2026-03-06 18:00", "2026-03-07 18:00"]) {
      complaint = after(complaint, { type: "fire-rungs" }, at(evening), { by: timer });
    }
    const again = complaint.clocks.filter(({ name, cycle }) => name === "dailyReport" && cycle === 2);
    expect(again.map(({ key }) => key)).toEqual(["2026-03-06", "2026-03-07", "2026-03-08"]);
    const mild = after(
      registered(at("2026-03-06 11:00"), { level: "C" }),
      plain.assign(),
      at("2026-03-06 12:00"),
    );
    const solved = after(mild, plain.resolve(), at("2026-03-06 13:00"));
    expect(days(after(solved, plain.reopen(), at("2026-03-06 14:00")))).toEqual([]);
  });
});
