import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { ClockName, Policy } from "../../../lib/domain/policy/policy.ts";
import { after, at, local, personal, plain, refusal, registrationAt, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";

/** The limit's escalation is sent again 30, 60 and 90 minutes later, as long as nobody acknowledges it. */
const policy = insistentAbout("limit");

function insistentAbout(id: string): Policy {
  const { policy: builtIn } = rulesFor(ZONE);
  const ladders = Object.entries(builtIn.ladders).map(([name, ladder]) => [
    name,
    ladder.map((rung) => (rung.id === id ? { ...rung, repeat: { everyMinutes: 30, times: 3 } } : rung)),
  ]);
  return { ...builtIn, ladders: Object.fromEntries(ladders) };
}

const does = (complaint: Complaint | undefined, command: Command, time: string) =>
  after(complaint, command, at(time), { policy });

/** Monday 10:00: first reply by Tuesday 10:00, result by Thursday 18:00. */
function complaint(): Complaint {
  const registration = registrationAt(at("2026-03-02 10:00"));
  const values = { matter: personal("电梯又停了"), phone: personal("13800000000") };
  return does(undefined, { type: "register", registration, personal: values }, "2026-03-02 10:00");
}

const timersAt = (subject: Complaint, ...times: string[]) =>
  times.reduce((current, time) => does(current, { type: "fire-rungs" }, time), subject);

const acknowledge = (clock: ClockName, rung: string): Command => ({
  type: "acknowledge",
  clock,
  cycle: 1,
  rung,
});

/** When which rung of the limit was sent. */
const sent = ({ events }: Complaint, clock: ClockName) =>
  events.flatMap(({ fact, occurredAt }) =>
    fact.type === "rungDecided" && fact.name === clock && fact.rung.startsWith("limit")
      ? [`${local(occurredAt)} ${fact.rung}`]
      : [],
  );

describe("an escalation that repeats (ladder rung with `repeat`)", () => {
  const limit = "2026-03-03 10:00";

  test("is sent again at its distance and as often as the policy says, then no more", () => {
    const ignored = timersAt(
      complaint(),
      limit,
      "2026-03-03 10:30",
      "2026-03-03 11:00",
      "2026-03-03 11:30",
      "2026-03-03 12:00",
    );
    expect(sent(ignored, "firstReply")).toEqual([
      "2026-03-03 10:00 limit",
      "2026-03-03 10:30 limit.2",
      "2026-03-03 11:00 limit.3",
      "2026-03-03 11:30 limit.4",
    ]);
  });

  test("falls silent as soon as somebody acknowledges it, while the clock runs on and the next rung comes", () => {
    const seen = does(timersAt(complaint(), limit), acknowledge("firstReply", "limit"), "2026-03-03 10:10");
    const later = timersAt(seen, "2026-03-03 10:30", "2026-03-03 11:00", "2026-03-03 14:00");
    expect(sent(later, "firstReply")).toEqual(["2026-03-03 10:00 limit"]);
    const clock = later.clocks.find(({ name }) => name === "firstReply");
    expect(clock?.stoppedAt).toBeUndefined();
    expect(clock?.rungs.find(({ id }) => id === "plus-4h")?.decidedAt).toBe(at("2026-03-03 14:00"));
  });

  test("falls silent when a repeat is acknowledged instead of the first", () => {
    const twice = timersAt(complaint(), limit, "2026-03-03 10:30");
    const seen = does(twice, acknowledge("firstReply", "limit.2"), "2026-03-03 10:40");
    expect(sent(timersAt(seen, "2026-03-03 11:30"), "firstReply")).toHaveLength(2);
  });

  test("falls silent when the clock stops", () => {
    const answered = does(timersAt(complaint(), limit), plain.reply(), "2026-03-03 10:20");
    expect(sent(timersAt(answered, "2026-03-03 11:30"), "firstReply")).toEqual(["2026-03-03 10:00 limit"]);
  });

  test("is not silenced by another rung or by the same rung of another clock", () => {
    const half = does(
      timersAt(complaint(), "2026-03-02 21:00", limit),
      acknowledge("firstReply", "half"),
      "2026-03-03 10:10",
    );
    expect(sent(timersAt(half, "2026-03-03 10:30"), "firstReply")).toHaveLength(2);
    const result = timersAt(half, "2026-03-05 18:00");
    const seen = does(result, acknowledge("result", "limit"), "2026-03-05 18:05");
    expect(sent(timersAt(seen, "2026-03-05 18:30"), "result")).toEqual(["2026-03-05 18:00 limit"]);
    const other = does(result, acknowledge("firstReply", "limit"), "2026-03-05 18:05");
    expect(sent(timersAt(other, "2026-03-05 18:30"), "result")).toHaveLength(2);
  });

  test("cannot be acknowledged before it was sent, nor twice", () => {
    const first = timersAt(complaint(), limit);
    const early = refusal(first, acknowledge("firstReply", "limit.2"), at("2026-03-03 10:10"), { policy });
    expect(early.refused).toBe("nothing-to-acknowledge");
    const seen = does(first, acknowledge("firstReply", "limit"), "2026-03-03 10:10");
    const again = refusal(seen, acknowledge("firstReply", "limit"), at("2026-03-03 10:11"), { policy });
    expect(again.refused).toBe("nothing-to-acknowledge");
  });

  test("begins anew when an extended limit passes too: the old acknowledgement silences nothing, the new one does", () => {
    const assigned = does(complaint(), plain.assign(), "2026-03-02 11:00");
    const missed = timersAt(assigned, "2026-03-05 18:00");
    const seen = does(missed, acknowledge("result", "limit"), "2026-03-05 18:10");
    const extension: Command = {
      type: "extend",
      clock: "result",
      dueAt: at("2026-03-10 18:00"),
      reason: personal("等配件"),
    };
    const anew = timersAt(does(seen, extension, "2026-03-06 09:00"), "2026-03-10 18:00", "2026-03-10 18:30");
    expect(sent(anew, "result")).toEqual([
      "2026-03-05 18:00 limit",
      "2026-03-10 18:00 limit+1",
      "2026-03-10 18:30 limit.2",
    ]);
    const quiet = does(anew, acknowledge("result", "limit+1"), "2026-03-10 18:40");
    expect(sent(timersAt(quiet, "2026-03-10 19:30"), "result")).toHaveLength(3);
  });
});
