import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { after, at, later, personal, refusal, resolved } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
function followUp(more: Partial<Extract<Command, { type: "follow-up" }>>): Command {
  return { type: "follow-up", outcome: "reached", ...more };
}

describe("follow-up (回访)", () => {
  const open = () => resolved(received);
  const now = later(received, 4);

  test("D8: only a call that reached the customer is the first follow-up, and it is immutable", () => {
    const missed = after(open(), followUp({ outcome: "no-answer" }), now);
    expect(missed).toMatchObject({ attempts: [{ at: now, outcome: "no-answer" }] });
    expect(missed.firstGrade).toBeUndefined();
    const reached = after(missed, followUp({ grade: 4 }), now);
    const again = after(reached, followUp({ grade: 5 }), now);
    expect([reached.firstGrade, again.firstGrade]).toEqual([4, 4]);
    expect(again.attempts).toHaveLength(3);
  });

  test("D4: the handler and the complained-of may not make it", () => {
    const by = (id: string) => ({ by: { kind: "person", id } as const });
    expect(refusal(open(), followUp({ grade: 5 }), now, by("handler-1")).refused).toBe(
      "follow-up-by-handler",
    );
    const against = resolved(received, { againstPersonId: "guard-1" });
    expect(refusal(against, followUp({ grade: 5 }), now, by("guard-1")).refused).toBe("follow-up-by-handler");
    expect(after(open(), followUp({ grade: 5 }), now, by("guard-1")).firstGrade).toBe(5);
  });

  test("D8: five grades; below the upper two a reason is compulsory", () => {
    expect(refusal(open(), followUp({}), now)).toMatchObject({
      refused: "grade-required",
      missing: ["grade"],
    });
    for (const grade of [1, 2, 3]) {
      expect(refusal(open(), followUp({ grade }), now)).toMatchObject({ refused: "reason-required" });
      expect(after(open(), followUp({ grade, reason: personal("仍漏水") }), now).firstGrade).toBe(grade);
    }
    for (const grade of [4, 5]) expect(after(open(), followUp({ grade }), now).firstGrade).toBe(grade);
  });

  test("a call that reached nobody has no grade", () => {
    const attempt = after(open(), followUp({ outcome: "refused", grade: 5 }), now);
    expect(attempt.attempts).toEqual([{ at: now, outcome: "refused" }]);
    expect(attempt.firstGrade).toBeUndefined();
  });

  test("it lies between the result and now", () => {
    for (const occurredAt of [later(received, 1), later(received, 5)]) {
      expect(refusal(open(), followUp({ grade: 5, occurredAt }), now).refused).toBe("occurred-out-of-range");
    }
  });
});
