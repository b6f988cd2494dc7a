import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { after, at, local, registered, timer } from "../../support/builders.ts";

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
});
