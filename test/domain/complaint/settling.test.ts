import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Clock, clockOutcome, dueAt, pausedSince } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import { type Complaint, isOpen, registeredValue } from "../../../lib/domain/complaint/document.ts";
import type { Level } from "../../../lib/domain/complaint/events.ts";
import { isSigning } from "../../../lib/domain/complaint/rules/ticket-clocks.ts";
import { allowedCommands, fittingCommands } from "../../../lib/domain/complaint/transitions.ts";
import { localDate } from "../../../lib/domain/time/instant.ts";
import { newestClock, person, running } from "../../support/acts.ts";
import { after, at, contextAt, later, personal, plain, refusal, registered } from "../../support/builders.ts";
import { life, live, ticketLife } from "./lives.ts";

/** `npm run properties` looks at 10,000 lives. */
const numRuns = Number(process.env["JIESU_RUNS"] ?? 100);

const received = at("2026-03-02 09:00");
const now = at("2026-03-02 10:00");

function level(to: Level): Command {
  return { type: "classify", classCode: "1.2", level: to };
}

const invalid: Command = { type: "judge", validity: "invalid", reason: personal("不实") };

describe("D11: reclassification settles what it starts and stops", () => {
  test("A to C: the daily report ends with the level, and so does the urgency that came with it", () => {
    const grave = after(registered(received), level("A"), now);
    expect([running(grave), grave.registration.urgency]).toEqual([
      ["dailyReport", "firstReply", "plan", "result"],
      "important",
    ]);
    const mild = after(grave, level("C"), later(now, 1));
    expect([running(mild), mild.registration.urgency]).toEqual([["firstReply", "plan", "result"], "general"]);
    expect(clockOutcome(newestClock(mild, "dailyReport"), later(now, 2))).toBe("lapsed");
    expect(refusal(mild, plain["daily-report"](), later(now, 2))).toMatchObject({ refused: "not-grave" });
  });

  test("and back within the day: the day's report is due once more, under a key of its own", () => {
    const back = [level("C"), level("A")].reduce(
      (complaint, command) => after(complaint, command, later(now, 1)),
      after(registered(received), level("A"), now),
    );
    const daily = back.clocks.filter(({ name }) => name === "dailyReport");
    expect(daily.map(({ key, stoppedAt }) => [key, stoppedAt === undefined])).toEqual([
      ["2026-03-02", false],
      ["2026-03-02.2", true],
    ]);
    const reported = after(back, plain["daily-report"](), later(now, 2));
    expect(newestClock(reported, "dailyReport").key).toBe("2026-03-03");
  });

  test("an urgency that somebody set for itself does not go with a level; danger that proves none does", () => {
    const urgent = after(registered(received), { ...level("C"), urgency: "urgent" } as Command, now);
    expect(after(after(urgent, level("A"), now), level("C"), now).registration.urgency).toBe("urgent");
    const feared = after(registered(received), { ...level("A"), safety: true } as Command, now);
    expect(feared.registration.urgency).toBe("urgent");
    const calm = after(feared, { ...level("A"), safety: false } as Command, later(now, 1));
    expect(calm.registration.urgency).toBe("important");
  });

  test("judged invalid, nobody waits for a plan or a daily report; judged valid again, both are due", () => {
    const judged = after(after(registered(received), level("A"), now), invalid, later(now, 1));
    expect(running(judged)).toEqual(["firstReply", "invalidExplain", "result"]);
    const valid = after(judged, plain.judge(), later(now, 2));
    expect(running(valid)).toEqual(["dailyReport", "firstReply", "plan", "result"]);
  });

  test("converted to a repair, a complaint loses its level with all that came of it", () => {
    const repair = after(after(registered(received), level("B"), now), plain.convert(), later(now, 1));
    expect([repair.level, repair.registration.urgency]).toEqual([undefined, "general"]);
    expect(running(repair)).toEqual(["firstReply", "result"]);
  });

  test("judged invalid only when it was solved, it is explained all the same", () => {
    const solved = after(after(registered(received), plain.assign(), now), plain.resolve(), now);
    const explained = after(after(solved, invalid, now), plain["explain-invalid"](), later(now, 1));
    expect([running(explained), explained.status, explained.resolvedAt]).toEqual([[], "resolved", now]);
  });
});

describe("every running clock can be stopped by somebody with a command that is allowed now", () => {
  /** The ways to end each clock, by the commands that lead there. */
  const ways: Readonly<Record<Clock["name"], readonly (keyof typeof plain)[]>> = {
    record: ["complete-registration", "classify"],
    accept: ["accept"],
    firstReply: ["reply"],
    result: ["assign", "resolve"],
    department: ["resolve"],
    plan: ["plan"],
    node: ["resolve"],
    invalidExplain: ["explain-invalid"],
    dailyReport: ["daily-report"],
    followUp: ["follow-up"],
    external: ["send-reply-document"],
    corrective: ["evidence", "verify"],
  };

  function way(complaint: Complaint): "email" | "visit" {
    return registeredValue(complaint, "email") === undefined ? "visit" : "email";
  }

  function end(complaint: Complaint, clock: Clock, when: string): Complaint {
    let ended = complaint;
    for (const name of isSigning(clock) ? (["sign-ticket"] as const) : ways[clock.name]) {
      const given = name === "assign" && ended.status === "handling" ? undefined : plain[name]();
      const command = clock.name === "corrective" && given ? { ...given, actionId: clock.key } : given;
      // D6: on a way that reaches this customer.
      const call =
        name === "follow-up" || (command !== undefined && "via" in command)
          ? { ...command, via: way(complaint) }
          : command;
      if (call === undefined) continue;
      // D4: whoever solved it does not call.
      const by = name === "follow-up" ? person("caller-1") : {};
      const decision = decide(ended, call as Command, contextAt(when, by));
      if ("refused" in decision) continue;
      // Somebody is offered it: what is decided is what `allowed` says.
      expect(fittingCommands(ended)).toContain(name);
      ended = after(ended, call as Command, when, by);
    }
    return ended;
  }

  const timeout = 3_600_000;
  test("in every life; and nothing that is closed has a clock but what a review asked for", {
    timeout,
  }, () => {
    fc.assert(
      fc.property(fc.oneof(life, ticketLife), (it) => {
        live(it, ({ after: complaint, now: when }) => {
          const open = complaint.clocks.filter((clock) => clock.stoppedAt === undefined);
          const beyondClose = open.filter(
            ({ name }) => complaint.status === "closed" && name !== "corrective",
          );
          expect(beyondClose).toEqual([]);
          if (!isOpen(complaint)) return;
          for (const clock of open) {
            const waits = pausedSince(clock) !== undefined;
            expect(waits && !allowedCommands(complaint).includes("resume")).toBe(false);
            const zone = complaint.registration.timeZone;
            // D11: tomorrow's report is given tomorrow.
            const day = localDate(dueAt(clock), zone) > localDate(when, zone) ? dueAt(clock) : when;
            const ended = end(complaint, clock, clock.name === "dailyReport" ? day : when);
            const same = ended.clocks.find(
              ({ name, cycle, key }) => name === clock.name && cycle === clock.cycle && key === clock.key,
            );
            expect([clock.name, complaint.status, same?.stoppedAt !== undefined]).toEqual([
              clock.name,
              complaint.status,
              true,
            ]);
          }
        });
      }),
      { numRuns },
    );
  });
});
