import { describe, expect, test } from "vitest";
import { audienceOf, reachedNobody, toldNow, withDecision } from "../../../lib/domain/clocks/audience.ts";
import type { Rung } from "../../../lib/domain/clocks/clock.ts";
import type { Recipient } from "../../../lib/domain/escalation/recipients.ts";
import { isRepeat, ruleIdOf, wholeOf } from "../../../lib/domain/policy/rung-id.ts";
import { at } from "../../support/builders.ts";

const night = at("2026-03-03 02:00");
const morning = at("2026-03-03 08:00");
const handler: Recipient = { personId: "handler-1", post: "handler" };
const manager: Recipient = { personId: "manager-1", post: "manager", insteadOf: "supervisor" };
const onDuty = (personId: string) => personId === "handler-1";

const duty: Rung = { id: "limit@on-duty", at: night };
const rest: Rung = { id: "limit", at: morning };

describe("the two halves of a rung in the quiet hours", () => {
  test("belong together by their ids; a rung alone is for everybody, half a rung alone for whoever is on duty", () => {
    expect([duty, rest].map((rung) => audienceOf(rung, [duty, rest]))).toEqual(["on-duty", "off-duty"]);
    expect(audienceOf(rest, [rest])).toBeUndefined();
    expect(toldNow(rest, [rest], [handler, manager], morning, onDuty)).toEqual([handler, manager]);
    // A group's clock that began in the night: the others were told by the members' own clocks.
    expect(toldNow(duty, [duty], [handler, manager], night, onDuty)).toEqual([handler]);
  });

  test("a stand-in for a post counts as told for the post that was asked for", () => {
    const first = { rung: "limit", recipients: [manager] };
    const rungs = withDecision([{ ...rest, at: night }, duty], first, night);
    const supervisor: Recipient = { personId: "supervisor-1", post: "supervisor" };
    expect(toldNow(duty, rungs, [supervisor, handler], night, () => false)).toEqual([handler]);
  });

  test("reach nobody only when both are decided and neither told anybody", () => {
    const empty = { rung: "limit@on-duty", recipients: [] };
    expect(reachedNobody(empty, [duty, rest])).toBe(false);
    const rungs = withDecision([duty, rest], empty, night);
    expect(reachedNobody({ rung: "limit", recipients: [] }, rungs)).toBe(true);
    const told = withDecision([duty, rest], { ...empty, recipients: [handler] }, night);
    expect(reachedNobody({ rung: "limit", recipients: [] }, told)).toBe(false);
    expect(reachedNobody({ rung: "limit", recipients: [] }, [rest])).toBe(true);
  });

  test("are the same rule of the ladder, repeats and rungs begun anew included", () => {
    const ids = ["limit", "limit@on-duty", "limit.2@on-duty", "limit+1@on-duty", "limit.2+1@on-duty"];
    expect(ids.map(ruleIdOf)).toEqual(Array(5).fill("limit"));
    expect(ids.map(isRepeat)).toEqual([false, false, true, false, true]);
    expect(ids.map(wholeOf)).toEqual(["limit", "limit", "limit.2", "limit+1", "limit.2+1"]);
  });
});
