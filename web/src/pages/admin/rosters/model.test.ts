import { describe, expect, it } from "vitest";
import { readRoster } from "../../../../../lib/domain/organisation/roster-file.ts";
import { csvOf, dayAfter, handed, moved, type Shift } from "./model.ts";

const shift: Shift = {
  date: "2026-10-08",
  from: "08:00",
  to: "18:00",
  post: "handler",
  departmentId: "engineering",
  personId: "a",
};
const person = (id: string) => ({
  id,
  name: id,
  email: `${id}@mail.example`,
  assignments: [{ post: "handler" as const, projectId: "p" }],
});
const project = {
  id: "p",
  name: "示例",
  region: "r",
  city: "c",
  type: "普通住宅",
  floorArea: 1,
  timeZone: "Asia/Shanghai",
  departments: [{ id: "engineering", name: "工程部" }],
  since: "2026-01",
};

describe("a roster changed by hand", () => {
  it("is a file that the import reads back as it stands", () => {
    const first = moved([shift, { ...shift, date: "2026-10-09" }], shift, "2026-10-31");
    const shifts = first.flatMap((one) => (one.date === "2026-10-31" ? handed([one], one, "b") : [one]));
    const [heads = "", ...lines] = csvOf(shifts).split("\n");
    const rows = lines.map((line, index) => ({ number: index + 2, cells: line.split(",") }));
    const read = readRoster({ headings: heads.split(","), rows }, "2026-10", project, [
      person("a"),
      person("b"),
    ]);
    expect(read).toEqual({
      faults: [],
      shifts: [
        { ...shift, date: "2026-10-09" },
        { ...shift, date: "2026-10-31", personId: "b" },
      ],
    });
    expect(csvOf([{ ...shift, personId: 'a,"b"' }])).toContain('"a,""b"""');
  });

  it("stays in its month", () => {
    expect(dayAfter("2026-10-31", 1)).toBe("2026-10-31");
    expect(dayAfter("2026-10-01", -1)).toBe("2026-10-01");
    expect(dayAfter("2026-10-30", 1)).toBe("2026-10-31");
  });
});
