import { describe, expect, it } from "vitest";
import { monthlySheet, type SheetOptions, type StatTask } from "../../../lib/domain/statistics/index.ts";
import { at, task } from "./tasks.ts";

const shanghai = { timeZone: "Asia/Shanghai" };
const march: SheetOptions = { ...shanghai, month: "2026-03", asOf: at("2026-04-01 00:00") };

function total(tasks: readonly StatTask[], options: SheetOptions = march) {
  const row = monthlySheet(tasks, options).rows.at(-1);
  if (!row) throw new Error("the sheet has no rows");
  return row;
}

/** The counted letters a single task appears in. */
function letters(one: StatTask, options: SheetOptions = march): string {
  const row = total([one], options);
  return (["B", "C", "D", "E", "J", "K", "M", "P", "Q", "S"] as const).filter((c) => row[c] === 1).join("");
}

describe("D1: a month of a project, computed by hand", () => {
  const month = [
    task("2026-03-02 09:00", "2026-03-05 18:00", "2026-03-04 10:00"), // in time
    task("2026-03-10 09:00", "2026-03-13 18:00", "2026-03-16 10:00"), // late
    task("2026-03-30 09:00", "2026-04-02 18:00", "2026-03-31 10:00"), // 提前完成: due in April, done in March
    task("2026-03-31 09:00", "2026-04-03 18:00", null), // new, but no task of March
    task("2026-02-20 09:00", "2026-02-25 18:00", null), // 遗留: overdue since February
    task("2026-02-26 09:00", "2026-03-03 18:00", "2026-02-27 10:00"), // counted early in February
    task("2026-02-26 09:00", "2026-03-03 18:00", "2026-03-02 10:00"), // carried, in time
    task("2025-12-20 09:00", "2025-12-24 18:00", "2026-01-05 10:00"), // carried into the year, done in January
    task("2025-11-01 09:00", "2025-11-05 18:00", "2025-11-04 10:00"), // last year's, only in P
    task("2025-12-01 09:00", "2025-12-04 18:00", "2026-03-20 10:00"), // carried for months, done late in March
    task("2026-03-06 09:00", "2026-03-11 18:00", "2026-03-11 18:00", { validity: "assisted" }), // at the due instant
    task("2026-03-20 09:00", "2026-03-25 18:00", "2026-04-02 10:00"), // done after the cut-off
    task("2026-03-05 09:00", "2026-03-10 18:00", "2026-03-06 10:00", { validity: "invalid" }),
    task("2026-03-05 09:00", "2026-03-10 18:00", "2026-03-06 10:00", { recordKind: "repair" }),
    task("2026-03-06 09:00", "2026-03-11 18:00", null, { endedAt: at("2026-03-07 09:00"), ending: "merged" }),
    task("2026-04-01 00:00:01", "2026-04-07 18:00", null), // not known yet
  ];

  it("gives each letter its figure", () => {
    const row = total(month);
    expect(row.name).toBe("汇总");
    expect(row).toMatchObject({ B: 6, C: 8, D: 4, E: 2, F: 6, G: 4 / 8, H: 2 / 8, I: 6 / 8 }); // 本月
    expect(row).toMatchObject({ J: 11, K: 5, L: 5 / 11, M: 3, N: 8, O: 8 / 11 }); // 年度
    expect(row).toMatchObject({ P: 12, Q: 6, R: 6 / 12, S: 3, T: 9, U: 9 / 12 }); // 全项目
  });

  it("prints the seven classes in D1's order and the total last; a class without tasks has no rates", () => {
    const { rows } = monthlySheet(month, march);
    expect(rows.map((row) => row.name)).toEqual(
      "产品缺陷 客户服务 工程质量 规划设计 物业服务 营销管理 其他 汇总".split(" "),
    );
    expect(rows[2]).toEqual({ ...rows[7], name: "工程质量" });
    expect(rows[0]).toMatchObject({
      B: 0,
      C: 0,
      D: 0,
      E: 0,
      F: 0,
      J: 0,
      K: 0,
      M: 0,
      N: 0,
      P: 0,
      Q: 0,
      S: 0,
      T: 0,
    });
    expect(rows[0]).toMatchObject({ G: null, H: null, I: null, L: null, O: null, R: null, U: null });
  });

  it("counts 销售管理 as 营销管理 and a class it does not know as 其他", () => {
    const tasks = ["销售管理", "营销管理", "绿化", "", "物业服务"].map((estateClass) =>
      task("2026-03-02 09:00", "2026-03-05 18:00", null, { estateClass }),
    );
    const counted = monthlySheet(tasks, march).rows.map((row) => [row.name, row.B]);
    expect(Object.fromEntries(counted)).toMatchObject({ 营销管理: 2, 其他: 2, 物业服务: 1, 汇总: 5 });
  });
});

describe("D1: half-open months", () => {
  it("23:59:59.999 of the last day belongs to the old month, 00:00:00 to the new one", () => {
    const asOf = at("2026-05-01 00:00");
    const april = { ...march, month: "2026-04", asOf };
    const receivedLast = task("2026-03-31 23:59:59.999", "2026-04-03 18:00", null);
    const receivedFirst = task("2026-04-01 00:00", "2026-04-03 18:00", null);
    expect([letters(receivedLast, { ...march, asOf }), letters(receivedLast, april)]).toEqual(["BJP", "CJP"]);
    expect([letters(receivedFirst, { ...march, asOf }), letters(receivedFirst, april)]).toEqual([
      "JP",
      "BCJP",
    ]);
    const dueFirst = task("2026-03-29 09:00", "2026-04-01 00:00", null);
    expect([letters(dueFirst, { ...march, asOf }), letters(dueFirst, april)]).toEqual(["BJP", "CJP"]);
    const doneFirst = task("2026-03-27 09:00", "2026-03-31 18:00", "2026-04-01 00:00");
    expect([letters(doneFirst, { ...march, asOf }), letters(doneFirst, april)]).toEqual(["BCJMPS", "CEJMPS"]);
    const doneLast = task("2026-03-31 09:00", "2026-04-03 18:00", "2026-03-31 23:59:59.999");
    expect([letters(doneLast, { ...march, asOf }), letters(doneLast, april)]).toEqual(["BCDJKPQ", "JKPQ"]);
  });

  it("a task counted early leaves the month in which it falls due; an overdue one returns every month", () => {
    const early = task("2026-01-30 09:00", "2026-03-05 18:00", "2026-02-10 10:00");
    const overdue = task("2026-01-05 09:00", "2026-01-08 18:00", "2026-03-10 10:00");
    const c = (one: StatTask) =>
      ["2026-01", "2026-02", "2026-03", "2026-04"].map((month) => {
        const row = total([one], { ...march, month, asOf: at("2026-06-01 00:00") });
        return `${row.C}${row.D}${row.E}`;
      });
    expect(c(early)).toEqual(["000", "110", "000", "000"]);
    expect(c(overdue)).toEqual(["100", "100", "101", "000"]);
  });

  it("the month is that of the project's zone, through a change of the clocks", () => {
    const losAngeles = { timeZone: "America/Los_Angeles", month: "2026-03", asOf: "2026-05-01T00:00:00Z" };
    const due = "2026-04-10T00:00:00Z";
    const received = (receivedAt: string) => ({
      ...task("2026-03-01 00:00", "2026-03-01 00:00", null),
      receivedAt,
      dueAt: due,
    });
    // The month starts in UTC-8 and ends in UTC-7.
    expect(letters(received("2026-03-01T07:59:59.999Z"), losAngeles)).toBe("JP");
    expect(letters(received("2026-03-01T08:00:00Z"), losAngeles)).toBe("BJP");
    expect(letters(received("2026-04-01T06:59:59.999Z"), losAngeles)).toBe("BJP");
    expect(letters(received("2026-04-01T07:00:00Z"), losAngeles)).toBe("JP");
    // The same instant in another notation and another project's zone.
    expect(letters(received("2026-04-01T00:00:00+08:00"))).toBe("JP");
    expect(letters(received("2026-03-31T15:59:59.9999999Z"))).toBe("BJP");
  });

  it("a company period of the 26th to the 25th is named after the month it ends in, and so is its year", () => {
    const company = { ...march, startDay: 26, asOf: at("2027-01-01 00:00") };
    const received = (day: string) => letters(task(day, "2026-12-31 00:00", null), company);
    expect(received("2026-02-25 23:59:59.999")).toBe("JP");
    expect(received("2026-02-26 00:00")).toBe("BJP");
    expect(received("2026-03-25 23:59:59.999")).toBe("BJP");
    expect(received("2026-03-26 00:00")).toBe("JP");
    // The year 2026 runs from 26 December 2025 to 25 December 2026.
    const done = (first: string, completed: string) =>
      letters(task(first, "2026-01-10 00:00", completed), company);
    expect(done("2025-12-25 23:59", "2025-12-25 23:59:59.999")).toBe("PQ");
    expect(done("2025-12-25 23:59", "2025-12-26 00:00")).toBe("JKPQ");
    expect(done("2025-12-26 00:00", "2025-12-26 00:00")).toBe("JKPQ");
    expect(received("2026-12-25 23:59")).toBe("JP");
    expect(received("2026-12-26 00:00")).toBe("P");
  });
});

describe("D1: the year and the whole project", () => {
  it("J takes what was carried into the year and leaves what was done before it", () => {
    const carried = (completed: string) => letters(task("2025-12-20 09:00", "2025-12-24 18:00", completed));
    expect(carried("2025-12-31 23:59:59.999")).toBe("PS");
    expect(carried("2026-01-01 00:00")).toBe("JMPS");
  });

  it("K and M count what is completed by the cut-off, also after the year's end", () => {
    const december = { ...shanghai, month: "2026-12", asOf: at("2027-01-05 00:00") };
    expect(letters(task("2026-12-28 09:00", "2026-12-31 18:00", "2027-01-04 10:00"), december)).toBe(
      "BCJMPS",
    );
    expect(letters(task("2026-12-28 09:00", "2027-01-04 18:00", "2027-01-04 10:00"), december)).toBe("BJKPQ");
    expect(letters(task("2027-01-02 09:00", "2027-01-06 18:00", null), december)).toBe("P");
  });
});

describe("D1: as of the cut-off (截止到)", () => {
  const asOf = at("2026-03-15 12:00");
  const half = { ...march, asOf };

  it("received, completed and ended exactly then is known, a millisecond later is not", () => {
    const due = "2026-03-18 18:00";
    expect(letters(task("2026-03-15 12:00", due, null), half)).toBe("BCJP");
    expect(letters(task("2026-03-15 12:00:00.001", due, null), half)).toBe("");
    expect(letters(task("2026-03-13 09:00", due, "2026-03-15 12:00"), half)).toBe("BCDJKPQ");
    expect(letters(task("2026-03-13 09:00", due, "2026-03-15 12:00:00.001"), half)).toBe("BCJP");
    const ended = (endedAt: string) =>
      task("2026-03-13 09:00", due, null, { endedAt: at(endedAt), ending: "withdrawn" });
    expect(letters(ended("2026-03-15 12:00"), half)).toBe("");
    expect(letters(ended("2026-03-15 12:00:00.001"), half)).toBe("BCJP");
  });

  it("what is due later in the month is already a task of the month, and what was received later is not", () => {
    expect(letters(task("2026-03-14 09:00", "2026-03-31 23:59:59.999", null), half)).toBe("BCJP");
    expect(
      letters(task("2026-04-02 09:00", "2026-03-20 09:00", null), { ...march, asOf: at("2026-05-01 00:00") }),
    ).toBe("JP");
  });

  it("an ended task leaves the months before as well, completed or not; without an instant it has not ended", () => {
    const referred = task("2026-01-05 09:00", "2026-01-08 18:00", "2026-01-09 09:00", {
      endedAt: at("2026-03-10 09:00"),
      ending: "referred",
    });
    const january = { ...march, month: "2026-01" };
    expect(letters(referred, { ...january, asOf: at("2026-03-10 08:59") })).toBe("BCEJMPS");
    expect(letters(referred, january)).toBe("");
    expect(letters(task("2026-03-05 09:00", "2026-03-08 18:00", null, { endedAt: null }))).toBe("BCJP");
  });
});

describe("D1: refuses to guess", () => {
  const good = task("2026-03-02 09:00", "2026-03-05 18:00", null);

  it.each([
    ["a local time without an offset", { receivedAt: "2026-03-02T09:00:00" }, /receivedAt of task/],
    ["a day that does not exist", { dueAt: "2026-02-30T00:00:00Z" }, /dueAt of task/],
    ["an hour that does not exist", { completedAt: "2026-02-20T25:00:00Z" }, /completedAt of task/],
    ["an empty text", { endedAt: "" }, /endedAt of task/],
  ])("%s in a task", (_, wrong, message) => {
    expect(() => monthlySheet([{ ...good, ...wrong }], march)).toThrow(message);
  });

  it.each([
    [{ month: "2026-3" }, /month/],
    [{ month: "2026-13" }, /month/],
    [{ startDay: 29 }, /startDay/],
    [{ startDay: 1.5 }, /startDay/],
    [{ asOf: "2026-04-01" }, /asOf/],
    [{ timeZone: "Asia/Nowhere" }, /NOWHERE/i],
  ])("options %o", (wrong, message) => {
    expect(() => monthlySheet([good], { ...march, ...wrong })).toThrow(message);
  });
});
