import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  columns,
  emptySlip,
  isEmpty,
  type Opening,
  type PaperSlip,
  pasted,
  roundBody,
  withRoom,
} from "./model.ts";

const opening = (slips: readonly PaperSlip[]): Opening => ({
  roundId: "r-1",
  boxId: "东门",
  openedAt: "2026-09-30T01:00:00.000Z",
  openedBy: "示例",
  slips,
});

describe("the slips of a complaint box", () => {
  it("take cells from a spreadsheet where they are pasted, and leave out what has no column", () => {
    const slips = pasted(withRoom([]), 0, "name", "甲\t13800000001\t8\t1\t601\t多余\r\n乙\t\t9\r\n");
    expect(slips.map(({ id, name, phone, building, room }) => [id, name, phone, building, room])).toEqual([
      ["1", "甲", "13800000001", "8", "601"],
      ["2", "乙", "", "9", ""],
      ["3", "", "", "", ""],
    ]);
  });

  it("go as they were typed: empty ones and empty cells are not sent", () => {
    const first = { ...emptySlip([]), matter: " 电梯停运 ", room: "601", anonymous: true };
    expect(roundBody(opening(withRoom([first])), "forest-lake").slips).toEqual([
      { slipId: "1", matter: "电梯停运", complainant: { anonymous: true }, location: { room: "601" } },
    ]);
  });

  it("keep numbers of their own, and an empty slip below, whatever is pasted where", () => {
    const cell = fc.string({ maxLength: 4 }).map((text) => text.replace(/[\t\r\n]/g, " "));
    const paste = fc.record({
      row: fc.integer({ min: 0, max: 6 }),
      column: fc.constantFrom(...columns),
      cells: fc.array(fc.array(cell, { minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 }),
    });
    fc.assert(
      fc.property(fc.array(paste, { maxLength: 6 }), (pastes) => {
        let slips = withRoom([]);
        for (const { row, column, cells } of pastes) {
          slips = pasted(slips, row, column, cells.map((line) => line.join("\t")).join("\n"));
        }
        expect(new Set(slips.map(({ id }) => id)).size).toBe(slips.length);
        const last = slips.at(-1);
        expect(last !== undefined && isEmpty(last)).toBe(true);
      }),
    );
  });
});
