import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { rungRule } from "../../../lib/domain/policy/policy.ts";
import { after, at, later, plain, refusal, registered, timer } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
function clock(complaint: Complaint, name: string, cycle = 1) {
  const found = complaint.clocks.find((c) => c.name === name && c.cycle === cycle);
  if (found === undefined) throw new Error(`no clock ${name} ${cycle}`);
  return found;
}

describe("rungs", () => {
  const fire: Command = { type: "fire-rungs" };

  test("each rung that has come is decided once; one more than three minutes late says how late", () => {
    const fired = after(registered(received), fire, at("2026-03-02 21:05"), { by: timer });
    const facts = fired.events.map((e) => e.fact).filter((fact) => fact.type === "rungDecided");
    expect(facts.map((fact) => [fact.name, fact.rung, fact.lateBy])).toEqual([
      ["firstReply", "half", 300],
      ["firstReply", "four-fifths", 300],
    ]);
    expect(after(fired, fire, at("2026-03-02 21:06"), { by: timer })).toBe(fired);
  });

  test("an early timer decides nothing", () => {
    const complaint = registered(received);
    expect(after(complaint, fire, at("2026-03-02 20:59"), { by: timer })).toBe(complaint);
  });

  test("a fired rung does not raise the version a clerk locks on", () => {
    const complaint = registered(received);
    const fired = after(complaint, fire, at("2026-03-03 10:00"), { by: timer });
    expect(fired.version).toBe(complaint.version);
    expect(fired.revision).toBe(complaint.revision + 1);
  });

  test("who hears is asked with the posts of the rung and the complaint as it stands", () => {
    const asked: unknown[] = [];
    const recipients = (posts: readonly string[], complaint: Complaint) => {
      asked.push([posts, complaint.handlerId]);
      return [];
    };
    const assigned = after(registered(received), plain.assign(), later(received, 1));
    after(assigned, fire, at("2026-03-03 10:00"), { by: timer, recipients });
    const reminded = [["handler", "department-head"], "handler-1"];
    const escalated = [["supervisor", "manager"], "handler-1"];
    // The first reply's reminders at 22:00 and 05:12: for the others at 21:00, for whoever is on duty when they are due.
    // The assignment was never accepted.
    const missed = [escalated, escalated, [["project-manager"], "handler-1"]];
    expect(asked).toEqual([reminded, reminded, reminded, reminded, ...missed]);
  });

  test("acknowledging marks a decided rung once and does not stop its clock", () => {
    const acknowledge = plain.acknowledge();
    expect(refusal(registered(received), acknowledge, received).refused).toBe("nothing-to-acknowledge");
    const fired = after(registered(received), fire, at("2026-03-02 21:00"), { by: timer });
    const seen = after(fired, acknowledge, at("2026-03-02 22:00"));
    expect(clock(seen, "firstReply").rungs[0]?.acknowledgedAt).toBe(at("2026-03-02 22:00"));
    expect(clock(seen, "firstReply").stoppedAt).toBeUndefined();
    expect(refusal(seen, acknowledge, at("2026-03-02 23:00")).refused).toBe("nothing-to-acknowledge");
    const other = { ...acknowledge, rung: "no-such" } as Command;
    expect(refusal(seen, other, at("2026-03-02 23:00")).refused).toBe("nothing-to-acknowledge");
  });

  test("a rung the policy does not have is an error, not a guess", () => {
    expect(() => rungRule(builtInPolicy, "no-such")).toThrow(/no rung no-such/);
  });
});
