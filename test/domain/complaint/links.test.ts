import { describe, expect, test } from "vitest";
import { nextRungAt } from "../../../lib/domain/clocks/clock.ts";
import {
  after,
  at,
  closed,
  later,
  plain,
  refusal,
  registered,
  supervisor,
  timer,
} from "../../support/builders.ts";

const received = at("2026-05-08 10:00");
const join = { type: "join-group", groupId: "series.1", level: "D" } as const;
const leave = { type: "leave-group", groupId: "series.1" } as const;
const by = { by: timer };

describe("a complaint in a group (D11 群体投诉)", () => {
  test("from joining on the group escalates: no rung of the complaint is armed or decided any more", () => {
    const joined = after(registered(received), join, later(received, 1), by);
    expect(joined.group).toMatchObject({ id: "series.1", level: "D", since: later(received, 1) });
    expect(joined.alarm.at).toBeUndefined();
    expect(after(joined, { type: "fire-rungs" }, later(received, 24 * 30), by)).toBe(joined);
    expect(joined.clocks.slice(0, 2).map((clock) => clock.stoppedAt)).toEqual([undefined, undefined]);
  });

  test("a rung that was due before the joining is still decided, however late its timer is", () => {
    const complaint = registered(received);
    const half = nextRungAt(complaint.clocks)!;
    const joined = after(complaint, join, later(half, 0.1), by);
    expect(joined.alarm.at).toBe(half);
    const fired = after(joined, { type: "fire-rungs" }, later(half, 40), by);
    const decided = fired.events.flatMap(({ fact }) => (fact.type === "rungDecided" ? [fact.rung] : []));
    // The night brings both reminders forward to its start.
    expect(decided).toEqual(["half", "four-fifths"]);
  });

  test("leaving puts every undecided rung back: none is dropped", () => {
    const joined = after(registered(received), join, later(received, 1), by);
    const left = after(joined, leave, later(received, 2));
    expect(left.group).toBeUndefined();
    expect(left.alarm).toEqual({
      at: nextRungAt(registered(received).clocks),
      epoch: joined.alarm.epoch + 1,
    });
  });

  test("in a B it is owed what a B is owed: reported daily, its next day begun by its own timer, until it leaves", () => {
    const days = ({ clocks }: ReturnType<typeof registered>) =>
      clocks.flatMap(({ name, key, stoppedAt }) =>
        name === "dailyReport" ? [[key, stoppedAt === undefined ? "due" : "over"]] : [],
      );
    const joined = after(registered(received), { ...join, level: "B" }, later(received, 1), by);
    expect(days(joined)).toEqual([["2026-05-08", "due"]]);
    expect(joined.alarm.at).toBe(at("2026-05-08 18:00"));
    const next = after(joined, { type: "fire-rungs" }, at("2026-05-08 18:00"), by);
    expect(days(next)).toEqual([
      ["2026-05-08", "due"],
      ["2026-05-09", "due"],
    ]);
    expect(next.events.map(({ fact }) => fact.type)).not.toContain("rungDecided");
    const left = after(next, leave, at("2026-05-08 19:00"));
    expect(days(left).map(([, state]) => state)).toEqual(["over", "over"]);
  });

  test("a group that has become a B tells its members again; since when they belong to it stays", () => {
    const joined = after(registered(received), join, later(received, 1), by);
    const risen = after(joined, { ...join, level: "B" }, later(received, 2), by);
    expect(risen.group).toMatchObject({ level: "B", since: later(received, 1) });
    expect(risen.clocks.map(({ name }) => name)).toContain("dailyReport");
  });

  test("joining or leaving once more changes nothing; a second group is refused", () => {
    const joined = after(registered(received), join, received, by);
    expect(after(joined, join, later(received, 1), by)).toBe(joined);
    expect(refusal(joined, { ...join, groupId: "series.2" }, received, by)).toEqual({
      refused: "in-another-group",
    });
    expect(after(joined, { ...leave, groupId: "series.2" }, received, by)).toBe(joined);
  });

  test("a closed complaint joins nothing", () => {
    expect(refusal(closed(received), join, later(received, 9), by)).toMatchObject({
      refused: "not-allowed-now",
    });
  });

  test("joining by itself does not raise the version that people lock on", () => {
    const complaint = registered(received);
    expect(after(complaint, join, received, by).version).toBe(complaint.version);
    expect(after(complaint, join, received, { by: supervisor }).version).toBe(complaint.version + 1);
  });
});

test("重复投诉: a repetition names the complaint before it and counts", () => {
  const link = { type: "link-repeat", complaintId: "other", number: "465", nth: 3 } as const;
  const linked = after(registered(received), link, received, by);
  expect(linked.repeat).toEqual({ complaintId: "other", number: "465", nth: 3 });
  expect(after(linked, link, later(received, 1), by)).toBe(linked);
  const itself = { ...link, complaintId: linked.registration.id };
  expect(refusal(linked, itself, received, by)).toEqual({ refused: "repeats-itself" });
  expect(after(linked, plain.note(), received).repeat).toEqual(linked.repeat);
});
