import { describe, expect, test } from "vitest";
import { hourOf } from "../../../lib/domain/person-data/read.ts";
import {
  alwaysKept,
  isKeptKind,
  isRemovedKind,
  keptNames,
  removedNames,
  withRemoved,
} from "../../../lib/domain/person-data/receipt.ts";
import { type PersonDataRequest, personDataState } from "../../../lib/domain/person-data/request.ts";
import { waitingRung } from "../../../lib/domain/person-data/waiting.ts";
import { at, later } from "../../support/builders.ts";

const askedAt = at("2026-03-02 10:00");
const dueAt = later(askedAt, 100);
const request = { askedAt, dueAt };
const job = {} as NonNullable<PersonDataRequest["job"]>;
const decided = { at: dueAt, by: "hq", outcome: "refused", reason: "无法核实" } as const;

describe("a request about personal data", () => {
  test("is overdue from its limit on; begun it runs, decided it stands as decided", () => {
    expect(personDataState(request, later(dueAt, -0.01))).toBe("open");
    expect(personDataState(request, dueAt)).toBe("overdue");
    expect(personDataState({ ...request, job }, later(dueAt, 1))).toBe("running");
    expect(personDataState({ ...request, job, decided }, dueAt)).toBe("refused");
    expect(personDataState({ ...request, decided: { ...decided, outcome: "done" } }, dueAt)).toBe("done");
  });

  test("reminds at once, when four fifths of its time are gone, and each day after its limit (default)", () => {
    const rung = (hours: number) => waitingRung(request, later(askedAt, hours), "Asia/Shanghai");
    expect(rung(0)).toEqual({ id: "asked", posts: ["project-manager"] });
    expect(rung(79.99)?.id).toBe("asked");
    expect(rung(80)).toEqual({ id: "near", posts: ["project-manager", "headquarters"] });
    expect(rung(99.99)?.id).toBe("near");
    expect(rung(100)).toEqual({
      id: "late-2026-03-06",
      posts: ["project-manager", "region", "headquarters"],
    });
    // The day is that of the project.
    expect(rung(109.9)?.id).toBe("late-2026-03-06");
    expect(rung(110)?.id).toBe("late-2026-03-07");
  });

  test("waits for nobody once somebody has acted", () => {
    expect(waitingRung({ ...request, job }, dueAt, "Asia/Shanghai")).toBeUndefined();
    expect(waitingRung({ ...request, decided }, dueAt, "Asia/Shanghai")).toBeUndefined();
  });
});

describe("a receipt", () => {
  const empty = { removed: {}, kept: alwaysKept, waiting: [] };

  test("adds up what was removed, by kinds that it knows; nothing removed is not told", () => {
    const once = withRemoved(empty, { mails: 2, files: 0 });
    expect(once.removed).toEqual({ mails: 2 });
    expect(withRemoved(once, { mails: 1, files: 3 }).removed).toEqual({ mails: 3, files: 3 });
    const unknown: object = { nonsense: 4 };
    expect(withRemoved(once, unknown).removed).toEqual({ mails: 2 });
    expect(empty.removed).toEqual({});
  });

  test("says what stays after every erasure, open complaints only while there are some", () => {
    expect(alwaysKept).toEqual(keptNames.filter((name) => name !== "open"));
    for (const name of keptNames) expect([isKeptKind(name), isRemovedKind(name)]).toEqual([true, false]);
    for (const name of removedNames) expect([isKeptKind(name), isRemovedKind(name)]).toEqual([false, true]);
    for (const name of ["constructor", "__proto__", "toString"])
      expect([isKeptKind(name), isRemovedKind(name)]).toEqual([false, false]);
  });
});

test("what is read again within the hour is one entry", () => {
  expect(hourOf("2026-03-02T02:59:59.000Z")).toBe("2026-03-02T02");
});
