import { describe, expect, it } from "vitest";
import { aRow as row } from "../../parts/open-complaints/a-row.ts";
import { byUrgency } from "../../parts/open-complaints/pressing.ts";
import { endOfDay } from "../../parts/wall-time.ts";
import { countViews, isIn, matchesText } from "./views.ts";

const now = Date.parse("2026-09-30T02:00:00Z");
const context = { now, endOfToday: endOfDay(now, "Asia/Shanghai"), personId: "lake-duty" };

const clock = (dueAt: string, more: object = {}) => ({
  name: "firstReply",
  dueAt,
  provisional: false,
  ...more,
});

describe("the views of the inbox", () => {
  it("call late what runs past its due instant, not what stands or has stopped", () => {
    const late = clock("2026-09-30T01:59:59Z");
    expect(isIn("late", row({ clocks: [late] }), context)).toBe(true);
    expect(isIn("late", row({ clocks: [{ ...late, stoppedAt: "2026-09-30T01:00:00Z" }] }), context)).toBe(
      false,
    );
    expect(isIn("late", row({ clocks: [{ ...late, pausedSince: "2026-09-30T01:00:00Z" }] }), context)).toBe(
      false,
    );
  });

  it("call due today what falls due before midnight of Shanghai, whatever else falls due earlier", () => {
    expect(isIn("today", row({ clocks: [clock("2026-09-30T15:59:59Z")] }), context)).toBe(true);
    expect(isIn("today", row({ clocks: [clock("2026-09-30T16:00:00Z")] }), context)).toBe(false);
    const both = [clock("2026-09-30T01:00:00Z"), clock("2026-09-30T10:00:00Z")];
    expect(isIn("today", row({ clocks: both }), context)).toBe(true);
  });

  it("count each complaint in every view it belongs to", () => {
    const rows = [
      row({ level: "A", validity: "valid", departmentId: "engineering", handlerId: "lake-duty" }),
      row({ id: "c-2", status: "resolved", validity: "valid" }),
      row({ id: "c-3", recordKind: "repair" }),
    ];
    expect(countViews(rows, context)).toEqual({
      all: 3,
      today: 0,
      late: 0,
      unread: 0,
      judge: 0,
      assign: 1,
      followUp: 1,
      grave: 1,
      mine: 1,
      group: 0,
    });
  });

  it("put safety first, then what falls due first, what has no running clock last", () => {
    const rows = [
      row({ id: "none" }),
      row({ id: "later", clocks: [clock("2026-10-02T00:00:00Z")] }),
      row({ id: "soon", clocks: [clock("2026-10-01T00:00:00Z")] }),
      row({ id: "danger", safety: true, clocks: [clock("2026-10-03T00:00:00Z")] }),
    ];
    expect(rows.toSorted(byUrgency).map(({ id }) => id)).toEqual(["danger", "soon", "later", "none"]);
  });

  it("find a row by number, room, name or words", () => {
    const found = row({
      matter: "电梯停运",
      location: { room: "1502" },
      complainant: { name: "业主", anonymous: false },
    });
    for (const typed of ["001", "1502", "业主", "停运", "  "]) expect(matchesText(found, typed)).toBe(true);
    expect(matchesText(found, "漏水")).toBe(false);
  });
});
