import { describe, expect, test } from "vitest";
import { startClock, type Timing } from "../../../lib/domain/clocks/start.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { type ClockName, ladderOf, type Policy } from "../../../lib/domain/policy/policy.ts";
import { at, local, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

const ordinary: Timing = { urgent: false, quietExempt: false, notAfter: [] };
const builtIn = rulesFor(ZONE).policy;

function rungs(
  name: ClockName,
  receivedAt: string,
  timing: Partial<Timing> = {},
  policy: Policy = builtIn,
): Record<string, string> {
  const rules = { ...rulesFor(ZONE), policy };
  const clock = startClock(name, 1, at(receivedAt), { ...ordinary, ...timing }, rules);
  return Object.fromEntries(clock.rungs.map((rung) => [rung.id, local(rung.at)]));
}

describe("escalation ladder", () => {
  test("result: 50 % and 80 % of the working time, the limit, +4 working hours, +1 and +2 working days", () => {
    // Monday 10:00; 35 working hours until Thursday 18:00.
    expect(rungs("result", "2026-03-02 10:00")).toEqual({
      half: "2026-03-04 09:30",
      "four-fifths": "2026-03-05 11:00",
      limit: "2026-03-05 18:00",
      "plus-4h": "2026-03-06 13:00",
      "plus-1d": "2026-03-06 18:00",
      headquarters: "2026-03-09 18:00",
    });
  });

  test("result over the Spring Festival: no rung falls on a holiday, and make-up workdays (补班) count", () => {
    // Friday 13 February 10:00: worked Fri 8 h, Sat 14 9 h, Tue 24 9 h, Wed 25 9 h.
    expect(rungs("result", "2026-02-13 10:00")).toEqual({
      half: "2026-02-24 09:30",
      "four-fifths": "2026-02-25 11:00",
      limit: "2026-02-25 18:00",
      "plus-4h": "2026-02-26 13:00",
      "plus-1d": "2026-02-26 18:00",
      headquarters: "2026-02-27 18:00",
    });
  });

  test("headquarters hears at the second limit if that comes before +2 working days", () => {
    const [first] = builtIn.clocks.result.limits;
    const second = { limit: { kind: "working-days", days: 4 }, clause: "D12" } as const;
    const result = { ...builtIn.clocks.result, limits: [first!, second] };
    const policy = { ...builtIn, clocks: { ...builtIn.clocks, result } };
    expect(rungs("result", "2026-03-02 10:00", {}, policy)).toMatchObject({
      headquarters: "2026-03-06 18:00",
    });
  });

  test("first reply: shares are natural time, what follows the limit is working time", () => {
    expect(rungs("firstReply", "2026-03-02 08:30")).toEqual({
      half: "2026-03-02 20:30",
      // 03:42 at night with the limit at 08:30: sent at the start of the quiet hours.
      "four-fifths": "2026-03-02 21:00",
      "four-fifths@on-duty": "2026-03-03 03:42",
      limit: "2026-03-03 08:30",
      "plus-4h": "2026-03-03 13:00",
      "plus-1d": "2026-03-04 18:00",
      headquarters: "2026-03-05 18:00",
    });
  });

  test("a promise outside working time still has its shares, in natural time", () => {
    const notAfter = [{ at: at("2026-03-07 20:00"), clause: "external" as const }];
    expect(rungs("result", "2026-03-07 10:00", { notAfter })).toMatchObject({
      half: "2026-03-07 15:00",
      "four-fifths": "2026-03-07 18:00",
      limit: "2026-03-07 20:00",
    });
  });

  test("rungs have whole seconds and never fire before their instant", () => {
    const rules = rulesFor(ZONE);
    const clock = startClock("firstReply", 1, "2026-03-02T00:00:00.001Z", ordinary, rules);
    expect(clock.rungs[0]?.at).toBe("2026-03-02T12:00:01.000Z");
  });

  test("what is due at once is due with the start, whatever its milliseconds: no timer is waited for", () => {
    const rules = { ...rulesFor(ZONE), policy: builtInPolicy };
    const clock = startClock("firstReply", 1, "2026-03-02T02:00:00.252Z", ordinary, rules);
    expect(clock.rungs.find(({ id }) => id === "received")?.at).toBe("2026-03-02T02:00:00.252Z");
  });
});

describe("quiet hours 21:00–08:00", () => {
  test("a reminder at night waits until 08:00 if its limit is more than four hours after that", () => {
    expect(rungs("firstReply", "2026-03-02 12:01").half).toBe("2026-03-03 08:00");
    expect(rungs("firstReply", "2026-03-02 13:00").half).toBe("2026-03-03 08:00");
  });

  test("a reminder whose limit falls within four hours after them is sent at their start", () => {
    expect(rungs("firstReply", "2026-03-02 12:00").half).toBe("2026-03-02 21:00");
  });

  test("21:00 is quiet, 08:00 is not", () => {
    expect(rungs("firstReply", "2026-03-02 09:00").half).toBe("2026-03-02 21:00");
    expect(rungs("firstReply", "2026-03-02 08:59").half).toBe("2026-03-02 20:59");
    expect(rungs("firstReply", "2026-03-02 08:00").limit).toBe("2026-03-03 08:00");
  });

  test("an escalation at night always waits until 08:00, on both sides of midnight", () => {
    expect(rungs("firstReply", "2026-03-02 06:00").limit).toBe("2026-03-03 08:00");
    expect(rungs("firstReply", "2026-03-02 22:00").limit).toBe("2026-03-04 08:00");
  });

  test("a reminder brought forward is never set before the complaint came, which would mark it late", () => {
    const notAfter = [{ at: at("2026-03-03 05:00"), clause: "D11" as const }];
    expect(rungs("firstReply", "2026-03-02 21:30", { notAfter }).half).toBe("2026-03-02 21:30");
  });

  test("quiet hours within one day shift as well", () => {
    const quietHours = { from: "12:00", to: "14:00", earlyIfDueWithinMinutes: 0 };
    expect(rungs("firstReply", "2026-03-02 12:30", {}, { ...builtIn, quietHours })).toMatchObject({
      half: "2026-03-03 00:30",
      limit: "2026-03-03 14:00",
    });
  });

  test("exempt complaints are not held back", () => {
    expect(rungs("firstReply", "2026-03-02 06:00", { quietExempt: true })).toMatchObject({
      "four-fifths": "2026-03-03 01:12",
      limit: "2026-03-03 06:00",
    });
  });
});

describe("urgent ladder", () => {
  test("safety: at once the duty handler, supervisor and project manager, then +10, +30 and +60 minutes, at night too", () => {
    const urgent = { urgent: true, quietExempt: true };
    expect(rungs("firstReply", "2026-03-02 23:30", urgent)).toEqual({
      "at-once": "2026-03-02 23:30",
      "plus-10min": "2026-03-02 23:40",
      "plus-30min": "2026-03-03 00:00",
      "plus-60min": "2026-03-03 00:30",
    });
    expect(ladderOf(builtIn, "urgent").map(({ posts }) => posts)).toEqual([
      ["handler", "supervisor", "project-manager"],
      ["manager"],
      ["region"],
      ["headquarters"],
    ]);
  });

  test("safety: the result has 24 natural hours and the ordinary ladder", () => {
    expect(rungs("result", "2026-03-02 23:30", { urgent: true, quietExempt: true })).toEqual({
      half: "2026-03-03 11:30",
      "four-fifths": "2026-03-03 18:42",
      limit: "2026-03-03 23:30",
      "plus-4h": "2026-03-04 13:00",
      "plus-1d": "2026-03-04 18:00",
      headquarters: "2026-03-05 18:00",
    });
  });
});
