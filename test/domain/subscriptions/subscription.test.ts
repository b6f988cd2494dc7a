import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import {
  mayTake,
  periodsEnded,
  type Rhythm,
  subscriptionId,
} from "../../../lib/domain/subscriptions/subscription.ts";
import { otherProject, people, project } from "../../support/organisation.ts";

const start = Temporal.PlainDate.from("2026-02-23");
const day = (index: number) => start.add({ days: index }).toString();

describe("periods that have ended", () => {
  test("a Monday brings Monday to Sunday; every morning the day before, and the one before that once more", () => {
    expect(periodsEnded("week", "2026-03-02")).toEqual([{ from: "2026-02-23", to: "2026-03-01" }]);
    expect(periodsEnded("week", "2026-03-03")).toEqual([{ from: "2026-02-23", to: "2026-03-01" }]);
    expect(periodsEnded("week", "2026-03-04")).toEqual([]);
    expect(periodsEnded("day", "2026-03-01")).toEqual([
      { from: "2026-02-27", to: "2026-02-27" },
      { from: "2026-02-28", to: "2026-02-28" },
    ]);
    expect(periodsEnded("month", "2026-03-01")).toEqual([]);
  });

  test("whichever nights fail, never two in a row: every day and every week is brought, none before it has ended", () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 20, maxLength: 60 }), (fails) => {
        // A night after one that failed is made to succeed.
        const attended = fails.flatMap((failed, index) =>
          index > 0 && failed && fails[index - 1] !== true ? [] : [index],
        );
        for (const every of ["day", "week"] as const satisfies readonly Rhythm[]) {
          const brought = new Set<string>();
          for (const index of attended)
            for (const { from, to } of periodsEnded(every, day(index))) {
              expect(to < day(index)).toBe(true);
              brought.add(`${from} ${to}`);
            }
          const length = every === "day" ? 1 : 7;
          // The last night may be one that failed.
          for (let first = 0; first + length < fails.length - 1; first += length)
            expect(brought).toContain(`${day(first)} ${day(first + length - 1)}`);
        }
      }),
    );
  });
});

test("a part of the tree is taken by whoever rules all of it, until the last day at work", () => {
  const all = [project, otherProject];
  const may = (
    who: Parameters<typeof mayTake>[0],
    part: Parameters<typeof mayTake>[1],
    date = "2026-03-02",
  ) => mayTake(who, part, all, date);
  expect(may(people.region, { level: "region", scope: "east" })).toBe(true);
  // The city has a project of another region.
  expect(may(people.region, { level: "city", scope: "上海" })).toBe(false);
  expect(may(people.headquarters, { level: "city", scope: "上海" })).toBe(true);
  expect(may(people.headquarters, { level: "region", scope: "south" })).toBe(false);
  const leaving = { ...people.headquarters, leavesOn: "2026-03-02" };
  expect(may(leaving, { level: "company" })).toBe(true);
  expect(may(leaving, { level: "company" }, "2026-03-03")).toBe(false);
  // The company's figures are headquarters', also where a region rules every project there is; of nothing there are none.
  expect(mayTake(people.region, { level: "company" }, [project], "2026-03-02")).toBe(false);
  expect(mayTake(people.region, { level: "region", scope: "east" }, [project], "2026-03-02")).toBe(true);
  expect(mayTake(people.headquarters, { level: "company" }, [], "2026-03-02")).toBe(false);
  expect(may(people.projectManager, { level: "project", scope: project.id })).toBe(true);
  expect(may(people.projectManager, { level: "project", scope: otherProject.id })).toBe(false);
});

test("who takes the same takes it under the same name", () => {
  expect(subscriptionId({ every: "week", level: "company" })).toBe("week~company");
  expect(subscriptionId({ every: "day", level: "region", scope: "华东" })).toBe("day~region~华东");
});
