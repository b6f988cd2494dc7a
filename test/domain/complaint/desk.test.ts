import { describe, expect, test } from "vitest";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import type { RecordKind, Registration } from "../../../lib/domain/complaint/events.ts";
import { missingFields } from "../../../lib/domain/complaint/rules/completeness.ts";
import { factsSince, newestClock, running, toldSince, typesSince, unclassified } from "../../support/acts.ts";
import {
  after,
  at,
  later,
  local,
  personal,
  plain,
  refusal,
  registered,
  registrationAt,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const now = later(received, 2);
const matter = () => ({ matter: personal("电梯停了") });
const whole = () => ({ ...matter(), name: personal("王示例"), phone: personal("13800000000") });
const complete = (changes: object, values: Record<string, ReturnType<typeof personal>> = {}): Command => ({
  type: "complete-registration",
  changes,
  personal: values,
});

describe("登记 within 24 h (D9, D12)", () => {
  test("complete at once, its clock is kept at once and reminds of nothing", () => {
    const done = registered(received, {}, whole(), later(received, 0.5));
    expect(newestClock(done, "record")).toMatchObject({ rungs: [], stoppedAt: later(received, 0.5) });
    const facts = done.events.map(({ fact }) => fact);
    expect(facts.map(({ type }) => type)).toEqual([
      "registered",
      "clockStarted",
      "clockStarted",
      "clockStarted",
      "clockStopped",
    ]);
    expect(done.events[0]?.occurredAt).toBe(received);
  });

  test.each<[string, Record<string, string>, Partial<Registration>, readonly string[]]>([
    ["D4: name, phone and unit", {}, { location: {} }, ["name", "phone", "location.room"]],
    ["the phone only", { name: "王示例" }, {}, ["phone"]],
    ["the name only", { phone: "138" }, {}, ["name"]],
    ["匿名: nothing of the person", {}, { anonymous: true, location: {} }, []],
    ["拒绝提供: nothing of the person", {}, { withheld: true, location: {} }, []],
    ["not withheld: everything", {}, { withheld: false }, ["name", "phone"]],
  ])("待补全 wants %s", (_, told, more, missing) => {
    const values = Object.fromEntries(Object.entries(told).map(([field, value]) => [field, personal(value)]));
    const complaint = registered(received, more, { ...matter(), ...values });
    expect(missingFields(complaint)).toEqual(missing);
    expect(running(complaint).includes("record")).toBe(missing.length > 0);
    const open = unclassified(received, { ...matter(), ...values }, more);
    expect(missingFields(open)).toEqual([...missing, "classCode"]);
    expect(newestClock(open, "record").rungs.length).toBeGreaterThan(0);
  });

  test("补全: the clock runs until the last of it is told", () => {
    const start = registered(received, { location: {} }, matter());
    const half = after(start, complete({ location: { room: "502" } }, { name: personal("王示例") }), now);
    expect(typesSince(start, half)).toEqual(["registrationCompleted"]);
    expect(half.registration.location).toEqual({ room: "502" });
    const done = after(half, complete({}, { phone: personal("13800000000") }), later(now, 1));
    expect(newestClock(done, "record").stoppedAt).toBe(later(now, 1));
    expect(toldSince(half, done)).toEqual({ phone: "13800000000" });
  });

  test("the newest value is the one that counts; the first stays in the history", () => {
    const start = registered(received, {}, whole());
    const fixed = after(start, plain.correct(), now);
    expect(registeredValue(fixed, "name")).toBe("李示例");
    expect(registeredValue(fixed, "phone")).toBe("13800000000");
    expect(fixed.personal["1.name"]?.value).toBe("王示例");
    const values = { name: personal("张示例"), reason: personal("又听错") };
    const again = after(fixed, { type: "correct", changes: {}, personal: values }, later(now, 1));
    expect(registeredValue(again, "name")).toBe("张示例");
    expect(registeredValue(again, "reason")).toBeUndefined();
    expect(registeredValue(again, "matter")).toBe("电梯停了");
  });

  test("D11: the time the customer asked for, told later, shortens the first reply", () => {
    const asked = complete({ requestedReplyAt: at("2026-03-02 20:00") });
    const start = registered(received, {}, whole());
    const done = after(start, asked, now);
    expect(local(dueAt(newestClock(done, "firstReply")))).toBe("2026-03-02 20:00");
    expect(factsSince(start, done).at(-1)).toMatchObject({ type: "clockRetimed", cause: "complaint" });
    expect(dueAt(newestClock(done, "result"))).toBe(dueAt(newestClock(start, "result")));
  });
});

describe("registration", () => {
  test.each([
    ["A", ["2026-03-02"]],
    ["B", ["2026-03-02"]],
    ["C", []],
  ] as const)("D11: known as %s at once, its daily reports are due on %o", (level, days) => {
    const { clocks } = registered(received, { level }, whole(), now);
    const daily = clocks.filter(({ name }) => name === "dailyReport");
    expect(daily.map(({ key }) => key)).toEqual(days);
    expect(daily.every(({ startedAt }) => startedAt === now)).toBe(true);
  });

  test("a hint of urgency stands beside the registration; whom it told is no part of it", () => {
    const hint = { table: "2026.1", safety: true, evidence: [], recipients: [] } as const;
    const registration = registrationAt(received);
    const done = after(undefined, { type: "register", registration, personal: whole(), hint }, now);
    const [, fact] = done.events;
    expect(fact).toMatchObject({ fact: { type: "hinted", ...hint }, occurredAt: now });
    const { recipients: _, ...kept } = hint;
    expect(done.hint).toEqual(kept);
    expect(registered(received).hint).toBeUndefined();
  });
});

describe("D3: closed at the desk by explanation, in one step", () => {
  test("it is solved and closed at that instant, and nothing is due any more", () => {
    const start = registered(received);
    const done = after(start, plain["register-and-close"](), now);
    expect(done).toMatchObject({
      status: "closed",
      ending: "at-desk",
      resolvedAt: now,
      closedAt: now,
      classCode: "1.5",
    });
    expect(running(done)).toEqual([]);
    expect(toldSince(start, done)).toEqual({ text: "当场解释" });
    expect(typesSince(start, done).slice(0, 2)).toEqual(["classified", "closed"]);
  });

  test.each([{ level: "A" }, { level: "B" }, { urgency: "important" }, { safety: true }] as const)(
    "D11, D13: what is grave, important or dangerous is not closed there: %o",
    (more) => {
      const refused = refusal(registered(received, more), plain["register-and-close"](), now);
      expect(refused.refused).toBe("not-at-the-desk");
    },
  );

  test("a class is needed, told now or before", () => {
    const bare: Command = { type: "register-and-close", text: personal("当场解释") };
    const open = unclassified(received, whole());
    expect(refusal(open, bare, now)).toEqual({ refused: "incomplete", missing: ["classCode"] });
    expect(after(open, plain["register-and-close"](), now).classCode).toBe("1.5");
    const done = after(registered(received), bare, now);
    expect(done.classCode).toBe("1.2");
    expect(done.events.map(({ fact }) => fact.type)).not.toContain("classified");
  });
});

describe("转为投诉", () => {
  const convert = (recordKind: RecordKind): Command => ({
    type: "convert",
    recordKind,
    number: "901",
    reason: personal("业主要求"),
  });

  test("a repair becomes a complaint once and keeps both numbers", () => {
    const repair = registered(received, { recordKind: "repair" });
    const done = after(repair, convert("complaint"), now);
    expect(done).toMatchObject({
      convertedNumber: "901",
      registration: { number: "466", recordKind: "complaint" },
    });
    expect(toldSince(repair, done)).toEqual({ reason: "业主要求" });
    expect(refusal(done, convert("help"), now)).toEqual({ refused: "converted-before" });
    expect(refusal(repair, convert("repair"), now)).toEqual({ refused: "same-kind" });
  });

  test("D10: what was converted by mistake becomes again what it came as, under the same two numbers, as often as needed", () => {
    const repair = registered(received, { recordKind: "repair" });
    const wrong = after(repair, convert("complaint"), now);
    const back = after(wrong, convert("repair"), now);
    expect(back).toMatchObject({
      convertedNumber: "901",
      convertedFrom: "repair",
      registration: { number: "466", recordKind: "repair" },
    });
    expect(back.events.filter(({ fact }) => fact.type === "converted")).toHaveLength(2);
    expect(back.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ name }) => name)).toEqual(
      repair.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ name }) => name),
    );
    expect(after(back, convert("help"), now).registration.recordKind).toBe("help");
    // Converted before it was noted what it came as: nobody guesses.
    const { convertedFrom: _, ...old } = wrong;
    expect(refusal(old, convert("repair"), now)).toEqual({ refused: "converted-before" });
  });

  test("D11: a level that contradicts the new kind no longer holds; repairs have none", () => {
    expect(after(registered(received, { level: "C" }), convert("opinion"), now).level).toBeUndefined();
    expect(after(registered(received, { level: "C" }), convert("repair"), now).level).toBeUndefined();
    const bare = after(registered(received), convert("opinion"), now);
    expect(bare.registration.recordKind).toBe("opinion");
    expect(Object.keys(bare)).not.toContain("level");
  });
});
