import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import {
  after,
  at,
  closed,
  given,
  later,
  lifeOfC,
  local,
  personal,
  plain,
  refusal,
  registered,
  resolved,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
function clock(complaint: Complaint, name: string, cycle = 1) {
  const found = complaint.clocks.find((c) => c.name === name && c.cycle === cycle);
  if (found === undefined) throw new Error(`no clock ${name} ${cycle}`);
  return found;
}
function followUp(more: Partial<Extract<Command, { type: "follow-up" }>>): Command {
  return { type: "follow-up", outcome: "reached", ...more };
}

describe("closing", () => {
  const now = later(received, 4);
  const prepared = () =>
    lifeOfC
      .slice(0, -1)
      .reduce((c, name) => given(c, name, now), after(registered(received), plain.assign(), now));
  const judged = () => given(after(prepared(), plain.resolve(), now), "sign-off", now);

  test("D4, D11: close names everything that is missing", () => {
    expect(refusal(resolved(received), plain.close(), now)).toEqual({
      refused: "incomplete",
      missing: ["judge", "level", "sign-off", "follow-up"],
    });
    const levelled = after(resolved(received), plain.classify(), now);
    expect(refusal(levelled, plain.close(), now).missing).toEqual([
      "judge",
      "investigate",
      "instruct|consult",
      "plan",
      "sign-off",
      "follow-up",
    ]);
    expect(refusal(judged(), plain.close(), now).missing).toEqual(["follow-up"]);
  });

  test("a satisfied customer: closed as followed up", () => {
    expect(closed(received)).toMatchObject({
      status: "closed",
      ending: "followed-up",
      closedAt: later(received, 3),
    });
  });

  test("解释关闭: an unsatisfied one is closed only with a reason", () => {
    const unsatisfied = after(judged(), followUp({ grade: 2, reason: personal("太慢") }), now);
    expect(refusal(unsatisfied, plain.close(), now)).toEqual({ refused: "incomplete", missing: ["reason"] });
    const explained = after(unsatisfied, { type: "close", reason: personal("已说明") }, now);
    expect(explained.ending).toBe("explained");
    expect(Object.values(explained.personal).map(({ value }) => value)).toContain("已说明");
  });

  test("无法回访: three attempts on two days, no fewer", () => {
    const attempt = (c: Complaint, local: string) => after(c, followUp({ outcome: "no-answer" }), at(local));
    const sameDay = ["2026-03-03 09:00", "2026-03-03 12:00", "2026-03-03 19:59"].reduce(attempt, judged());
    expect(refusal(sameDay, plain.close(), at("2026-03-03 19:59")).missing).toEqual(["follow-up"]);
    const twoDays = ["2026-03-03 19:59", "2026-03-04 09:00"].reduce(attempt, judged());
    expect(refusal(twoDays, plain.close(), at("2026-03-04 09:00")).missing).toEqual(["follow-up"]);
    const enough = attempt(twoDays, "2026-03-04 09:01");
    expect(after(enough, plain.close(), at("2026-03-04 09:01")).ending).toBe("unreachable");
  });

  test("no contact: a posted reply is enough, there is no follow-up", () => {
    const silent = after(registered(received, { anonymous: true }, {}), plain.assign(), now);
    const ready = lifeOfC.slice(0, -1).reduce((c, name) => given(c, name, now), silent);
    const posted: Command = { type: "resolve", via: "posted", text: personal("已公示") };
    const complete = given(after(ready, posted, now), "sign-off", now);
    expect(after(complete, plain.close(), now).ending).toBe("no-contact");
  });
});

describe("返单 (reopen)", () => {
  const reopenedAt = at("2026-03-09 11:00");
  const reopened = () => after(closed(received), plain.reopen(), reopenedAt);

  test("a new cycle with its own result clock; the task keeps its first due instant", () => {
    expect(reopened()).toMatchObject({
      status: "handling",
      cycle: 2,
      attempts: [],
      taskDueAt: at("2026-03-05 18:00"),
    });
    expect(reopened().resolvedAt).toBeUndefined();
    expect(reopened().closedAt).toBeUndefined();
    expect(reopened().ending).toBeUndefined();
    const second = clock(reopened(), "result", 2);
    expect(second.startedAt).toBe(reopenedAt);
    expect(local(second.limits[0]?.dueAt ?? "")).toBe("2026-03-12 18:00");
    expect(reopened().alarm.at).toBe(second.rungs[0]?.at);
    expect(reopened().firstGrade).toBe(5);
  });

  test("the new cycle's result cannot be dated back before the reopening", () => {
    const back = { ...plain.resolve(), occurredAt: at("2026-03-05 10:00") } as Command;
    expect(refusal(reopened(), back, later(reopenedAt, 1)).refused).toBe("occurred-out-of-range");
    const done = after(reopened(), plain.resolve(), later(reopenedAt, 1));
    expect(clock(done, "result", 2).stoppedAt).toBe(later(reopenedAt, 1));
    expect(clock(done, "result", 1)).toEqual(clock(reopened(), "result", 1));
  });

  test("the new cycle needs its own follow-up before it is closed", () => {
    const done = after(reopened(), plain.resolve(), later(reopenedAt, 1));
    expect(refusal(done, plain.close(), later(reopenedAt, 1)).missing).toEqual([
      "check-effect",
      "review",
      "sign-off",
      "follow-up",
    ]);
  });

  test("an external ticket's time is not extended by it", () => {
    const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt: at("2026-03-03 12:00") };
    const again = after(resolved(received, { external }), plain.reopen(), later(received, 3));
    expect(clock(again, "result", 2).limits[0]).toMatchObject({ dueAt: external.dueAt, clause: "external" });
  });
});
