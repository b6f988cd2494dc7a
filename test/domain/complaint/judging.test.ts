import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Level, Urgency } from "../../../lib/domain/complaint/events.ts";
import { factsSince, newestClock, running, toldSince, typesSince, unclassified } from "../../support/acts.ts";
import {
  after,
  at,
  closed,
  given,
  later,
  local,
  personal,
  plain,
  refusal,
  registered,
  resolved,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");

function classify(more: Partial<Extract<Command, { type: "classify" }>> = {}): Command {
  return { type: "classify", classCode: "1.2", ...more };
}

function judge(validity: "valid" | "assisted" | "invalid"): Command {
  return { type: "judge", validity, reason: personal(`判定 ${validity}`) };
}

describe("classification (D11)", () => {
  test.each<[Urgency, { level?: Level; safety?: boolean; urgency?: Urgency }, Urgency]>([
    ["general", { level: "A" }, "important"],
    ["general", { level: "B" }, "important"],
    ["general", { level: "C" }, "general"],
    ["urgent", { level: "A" }, "urgent"],
    ["important", { level: "C" }, "important"],
    ["general", { safety: true }, "urgent"],
    ["general", { safety: false, level: "A" }, "important"],
    ["important", { safety: true, level: "B" }, "urgent"],
    ["general", { safety: true, urgency: "important" }, "important"],
    ["important", { level: "A", urgency: "general" }, "general"],
    ["important", {}, "important"],
  ])(
    "D13: A and B are 重要, safety is 紧急, unless more is said: %s with %o becomes %s",
    (before, said, expected) => {
      const start = registered(received, { urgency: before });
      const done = after(start, classify(said), later(received, 1));
      expect(done.registration.urgency).toBe(expected);
      expect(done.registration.safety).toBe(said.safety ?? false);
      const [fact] = factsSince(start, done);
      expect(fact).toEqual({
        type: "classified",
        classCode: "1.2",
        ...said,
        ...(expected === before ? {} : { urgency: expected }),
        // What was said is kept even where it changes nothing.
        ...(said.urgency === undefined ? {} : { urgency: said.urgency }),
      });
    },
  );

  test("D6: safety known later shortens the running limits from then on; what is known stays known", () => {
    const start = registered(received, { safety: true, urgency: "urgent" });
    expect(after(start, classify(), later(received, 1)).registration.safety).toBe(true);
    const done = after(registered(received), classify({ safety: true }), later(received, 1));
    expect(local(dueAt(newestClock(done, "firstReply")))).toBe("2026-03-02 11:30");
    expect(local(dueAt(newestClock(done, "result")))).toBe("2026-03-03 11:00");
  });

  test("D9: the class was all that was missing: the registration is complete", () => {
    const start = unclassified(received, { ...named(), phone: personal("138") });
    expect(running(start)).toContain("record");
    const done = after(start, classify(), later(received, 1));
    expect(newestClock(done, "record").stoppedAt).toBe(later(received, 1));
  });

  test("D9, D11: the written plan is due from the classification on, once, where the level demands one", () => {
    const start = registered(received);
    const once = after(start, classify({ level: "C" }), later(received, 1));
    expect(newestClock(once, "plan").startedAt).toBe(later(received, 1));
    const twice = after(once, classify({ level: "A" }), later(received, 2));
    expect(twice.clocks.filter(({ name }) => name === "plan")).toHaveLength(1);
    expect(running(after(start, classify(), later(received, 1)))).not.toContain("plan");
    const planned = after(start, plain.plan(), later(received, 1));
    expect(running(after(planned, classify({ level: "C" }), later(received, 2)))).not.toContain("plan");
    const judged = after(start, judge("invalid"), later(received, 1));
    expect(running(after(judged, classify({ level: "C" }), later(received, 2)))).not.toContain("plan");
  });

  test.each(["A", "B"] as const)("D11: %s is reported on daily from then on, once", (level) => {
    const once = after(registered(received), classify({ level }), later(received, 1));
    expect(newestClock(once, "dailyReport").key).toBe("2026-03-02");
    const twice = after(once, classify({ level, classCode: "1.3" }), later(received, 2));
    expect(twice.clocks.filter(({ name }) => name === "dailyReport")).toHaveLength(1);
  });

  test("D11: graded A once its earlier report was given, it is reported on daily again", () => {
    const grave = after(registered(received), classify({ level: "B" }), later(received, 1));
    const milder = after(
      after(grave, plain.assign(), later(received, 1)),
      plain.resolve(),
      later(received, 2),
    );
    const reopened = after(
      after(milder, classify({ level: "C" }), later(received, 2)),
      plain.reopen(),
      later(received, 3),
    );
    expect(running(reopened)).not.toContain("dailyReport");
    expect(running(after(reopened, classify({ level: "A" }), later(received, 4)))).toContain("dailyReport");
  });

  test("D6: what nobody has said anew about safety stays, and moves nothing", () => {
    const start = registered(received, { safety: true });
    expect(typesSince(start, after(start, classify(), later(received, 0.1)))).toEqual(["classified"]);
    const urgent = after(
      registered(received),
      classify({ safety: true, urgency: "general" }),
      later(received, 1),
    );
    expect(local(dueAt(newestClock(urgent, "firstReply")))).toBe("2026-03-02 11:30");
    const moved = urgent.events.flatMap(({ fact }) => (fact.type === "clockRetimed" ? [fact.cause] : []));
    expect(new Set(moved)).toEqual(new Set(["complaint"]));
  });

  test("D11: solved, neither a plan nor a daily report is due any more", () => {
    const start = resolved(received);
    const done = after(start, classify({ level: "A" }), later(received, 3));
    expect(typesSince(start, done).filter((type) => type === "clockStarted")).toEqual([]);
  });

  test("D11: C and below are not reported on daily", () => {
    const done = after(registered(received), classify({ level: "C" }), later(received, 1));
    expect(running(done)).not.toContain("dailyReport");
  });
});

const named = () => ({ matter: personal("电梯"), name: personal("王示例") });

describe("validity (D11, D12)", () => {
  const now = later(received, 1);

  test("D11: an invalid one is called back and explained within 24 h of the judgement", () => {
    const start = registered(received);
    const done = after(start, judge("invalid"), now);
    expect(typesSince(start, done)).toEqual(["judged", "clockStarted"]);
    expect(toldSince(start, done)).toEqual({ reason: "判定 invalid" });
    expect(newestClock(done, "invalidExplain")).toMatchObject({ startedAt: now, key: "1", cycle: 1 });
    expect(dueAt(newestClock(done, "invalidExplain"))).toBe(later(now, 24));
  });

  test("D11: judged invalid again while that clock runs, nothing new is due", () => {
    const once = after(registered(received), judge("invalid"), now);
    const twice = after(once, judge("invalid"), later(now, 1));
    expect(typesSince(once, twice)).toEqual(["judged"]);
  });

  test.each(["valid", "assisted"] as const)(
    "D12: judged %s after all, nothing is left to explain",
    (validity) => {
      const once = after(registered(received), judge("invalid"), now);
      const turned = after(once, judge(validity), later(now, 1));
      expect(turned.validity).toBe(validity);
      expect(newestClock(turned, "invalidExplain").stoppedAt).toBe(later(now, 1));
      const back = after(turned, judge("invalid"), later(now, 2));
      expect(newestClock(back, "invalidExplain")).toMatchObject({ startedAt: later(now, 2), key: "2" });
    },
  );

  test("D11: explained once, it is not explained again", () => {
    const invalid = after(registered(received), judge("invalid"), now);
    const explained = after(invalid, plain["explain-invalid"](), later(now, 1));
    const again = after(explained, judge("invalid"), later(now, 2));
    expect(typesSince(explained, again)).toEqual(["judged"]);
  });

  test("D4: 恶意投诉, legality (D9) and difficulty (D12) are kept with the judgement", () => {
    const judgement = { malicious: true, lawful: false, difficulty: "hard" } as const;
    const done = after(registered(received), { ...judge("invalid"), ...judgement }, now);
    expect(done).toMatchObject({ ...judgement, validity: "invalid" });
  });
});

describe("an invalid complaint is explained (D11)", () => {
  const invalid = () =>
    after(
      after(registered(received, { level: "A" }), plain.assign(), later(received, 1)),
      judge("invalid"),
      later(received, 1),
    );
  const now = later(received, 5);

  function explain(occurredAt?: string): Command {
    return { type: "explain-invalid", via: "phone", text: personal("属正常噪声"), occurredAt } as Command;
  }

  test("it is solved by that, and nothing else of the work is due any more", () => {
    const done = after(invalid(), explain(), now);
    expect(done).toMatchObject({ status: "resolved", resolvedAt: now, invalidExplainedAt: now });
    expect(running(done)).toEqual([]);
    expect(factsSince(invalid(), done)[0]).toEqual({ type: "invalidExplained", via: "phone" });
    expect(toldSince(invalid(), done)).toEqual({ text: "属正常噪声" });
    expect(newestClock(done, "invalidExplain").stoppedAt).toBe(now);
  });

  test("D9 登记, another's ticket and D15 整改 are not ended by it", () => {
    const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt: at("2026-03-09 12:00") };
    const start = registered(received, { external }, { matter: personal("噪声"), phone: personal("138") });
    const recurring: Command = { type: "correct-recurrence", complaintIds: ["x"], ownerId: "handler-1" };
    const judged = after(after(start, recurring, later(received, 1)), judge("invalid"), later(received, 1));
    expect(running(after(judged, explain(), now))).toEqual(["corrective", "external", "record"]);
  });

  test("only what was judged invalid is explained away", () => {
    for (const start of [registered(received), after(registered(received), judge("valid"), now)]) {
      expect(refusal(start, explain(), now)).toEqual({ refused: "not-invalid" });
    }
  });

  test("it happened between receipt and now, both included", () => {
    for (const hours of [-0.1, 5.1]) {
      expect(refusal(invalid(), explain(later(received, hours)), now)).toEqual({
        refused: "occurred-out-of-range",
      });
    }
    expect(after(invalid(), explain(received), now).invalidExplainedAt).toBe(received);
    expect(after(invalid(), explain(now), now).invalidExplainedAt).toBe(now);
  });
});

test("D9: what the law decides is referred, with its reason", () => {
  const start = registered(received);
  const done = after(start, plain.refer(), later(received, 1));
  expect(done).toMatchObject({ status: "referred", endedAt: later(received, 1) });
  expect(toldSince(start, done)).toEqual({ reason: "已立案" });
});

test("D15: a closed complaint is neither classified nor judged", () => {
  for (const command of [classify(), judge("valid")]) {
    expect(refusal(closed(received), command, later(received, 9)).refused).toBe("not-allowed-now");
  }
  expect(given(resolved(received), "judge", later(received, 3)).validity).toBe("valid");
});
