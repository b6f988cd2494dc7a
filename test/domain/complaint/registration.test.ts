import { describe, expect, test } from "vitest";
import { classCodes, estateClassOf, isClassCode } from "../../../lib/domain/classification/classes.ts";
import {
  type Channel,
  channelNames,
  channels,
  complaintNumber,
} from "../../../lib/domain/classification/sources.ts";
import { dueAt } from "../../../lib/domain/clocks/clock.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Level, Registration } from "../../../lib/domain/complaint/events.ts";
import { postsFor, reaches } from "../../../lib/domain/organisation/organisation.ts";
import { estateClasses } from "../../../lib/domain/statistics/index.ts";
import { channelWords } from "../../../lib/domain/words/channels.ts";
import {
  after,
  at,
  contextAt,
  later,
  local,
  plain,
  refusal,
  registered,
  registrationAt,
} from "../../support/builders.ts";
import { otherProject, people, project } from "../../support/organisation.ts";

const received = at("2026-03-02 06:00");

function due(complaint: Complaint): Record<string, string> {
  return Object.fromEntries(complaint.clocks.map((clock) => [clock.name, local(dueAt(clock))]));
}

/** Local instant of a rung of the first reply: 06:00 next morning unless the night holds it back. */
function limitRung(more: Partial<Registration>): string | undefined {
  const [clock] = registered(received, more).clocks;
  const rung = clock?.rungs.find(({ id }) => id === "limit");
  return rung === undefined ? undefined : local(rung.at);
}

describe("registration", () => {
  test("D6, D12: registered at once, with the clocks of first reply and result running from receipt", () => {
    const complaint = registered(received, {}, {}, later(received, 5));
    expect(complaint).toMatchObject({ status: "registered", version: 1, cycle: 1, revision: 1 });
    expect(due(complaint)).toEqual({
      firstReply: "2026-03-03 06:00",
      result: "2026-03-05 18:00",
      record: "2026-03-03 06:00",
    });
    expect(complaint.clocks.every((clock) => clock.startedAt === received)).toBe(true);
    expect(complaint.taskDueAt).toBe(at("2026-03-05 18:00"));
    expect(complaint.events.map((e) => e.recordedAt)).toEqual(Array(4).fill(later(received, 5)));
  });

  test("D11: the requested time shortens the first reply only, an external ticket the result too", () => {
    expect(due(registered(received, { requestedReplyAt: at("2026-03-02 12:00") }))).toEqual({
      firstReply: "2026-03-02 12:00",
      result: "2026-03-05 18:00",
      record: "2026-03-03 06:00",
    });
    const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt: at("2026-03-02 17:00") };
    expect(due(registered(received, { channel: "government", external }))).toEqual({
      firstReply: "2026-03-02 17:00",
      result: "2026-03-02 17:00",
      record: "2026-03-03 06:00",
      external: "2026-03-02 17:00",
    });
  });

  test("D6, D13: safety of persons or property and 紧急 have the urgent limits and ladder", () => {
    for (const more of [{ safety: true }, { urgency: "urgent" }] as const) {
      const complaint = registered(received, more);
      expect(due(complaint)).toMatchObject({ firstReply: "2026-03-02 06:30", result: "2026-03-03 06:00" });
      expect(complaint.clocks[0]?.rungs[0]).toEqual({ id: "at-once", at: received });
    }
  });

  test.each([
    [{}, "2026-03-03 08:00"],
    [{ level: "C" }, "2026-03-03 08:00"],
    [{ urgency: "important" }, "2026-03-03 08:00"],
    [{ level: "A" }, "2026-03-03 06:00"],
    [{ level: "B" }, "2026-03-03 06:00"],
    [{ channel: "press" }, "2026-03-03 06:00"],
  ] as const)("quiet hours: %o is told of the missed limit at %s", (more, told) => {
    expect(limitRung(more)).toBe(told);
  });

  test("quiet hours: an external ticket is not held back", () => {
    const external = { system: "12345", ticketNo: "1", unit: "街道", dueAt: at("2026-03-04 06:00") };
    expect(limitRung({ external })).toBe("2026-03-03 06:00");
  });

  test.each([
    ["complaint", ["A", "B", "C"]],
    ["opinion", ["D", "E"]],
    ["repair", []],
    ["help", []],
  ] as const)("D11: levels A–C are complaints, D–E opinions: %s takes %s", (recordKind, allowed) => {
    const levels: readonly Level[] = ["A", "B", "C", "D", "E"];
    const fitting = levels.filter((level) => {
      const registration = registrationAt(received, { recordKind, level });
      const decision = decide(
        undefined,
        { type: "register", registration, personal: {} },
        contextAt(received),
      );
      return !("refused" in decision);
    });
    expect(fitting).toEqual(allowed);
  });

  test("D11: a level that contradicts the kind is refused at registration and at classification", () => {
    const registration = registrationAt(received, { level: "D" });
    expect(refusal(undefined, { type: "register", registration, personal: {} }, received)).toEqual({
      refused: "level-contradicts-kind",
    });
    const classify = { type: "classify", classCode: "1.1", level: "E" } as const;
    expect(refusal(registered(received), classify, received)).toEqual({ refused: "level-contradicts-kind" });
    expect(after(registered(received), { ...classify, level: "A" }, received)).toMatchObject({
      classCode: "1.1",
      level: "A",
    });
  });

  test("a class or level known at registration stands until it is judged anew", () => {
    const complaint = registered(received, { classCode: "1.4", level: "C" });
    expect(complaint).toMatchObject({ classCode: "1.4", level: "C" });
    expect(after(complaint, plain.classify(), received)).toMatchObject({ classCode: "1.2", level: "C" });
  });

  test("a complaint is registered once, and nothing is commanded before", () => {
    const registration = registrationAt(received);
    const register = { type: "register", registration, personal: {} } as const;
    expect(refusal(registered(received), register, received).refused).toBe("already-registered");
    expect(refusal(undefined, plain.reply(), received).refused).toBe("unknown-complaint");
    expect(refusal(undefined, { type: "fire-rungs" }, received).refused).toBe("unknown-complaint");
  });
});

describe("sources and classes", () => {
  test("D10: Q001, W001, L001, no prefix for 呼叫中心", () => {
    expect(complaintNumber("phone", 466)).toBe("466");
    expect(complaintNumber("relay", 1)).toBe("Q001");
    expect(complaintNumber("wechat", 1)).toBe("W001");
    expect(complaintNumber("forum", 12)).toBe("L012");
    expect(complaintNumber("phone", 1)).toBe("001");
    expect(complaintNumber("email", 1234)).toBe("E1234");
  });

  test("D10: each source has its own name and number prefix", () => {
    const names: readonly Channel[] = channelNames;
    expect(names).toHaveLength(13);
    expect(new Set(names.map((name) => channels[name].prefix)).size).toBe(13);
    expect(new Set(names.map((name) => channelWords[name].zh)).size).toBe(13);
  });

  test("D5: seven classes, each with a row of D1; unclassified counts as 其他, 收费 and service as 客户服务", () => {
    const seven = new Set(classCodes.map((code) => code.split(".").slice(0, 2).join(".")));
    expect([...seven]).toEqual(["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]);
    for (const code of classCodes) expect(estateClasses).toContain(estateClassOf(code));
    expect(estateClassOf(undefined)).toBe("其他");
    expect(estateClassOf("1.5")).toBe("客户服务");
    expect(estateClassOf("1.7.4")).toBe("营销管理");
    expect(isClassCode("1.8")).toBe(false);
    expect(isClassCode("toString")).toBe(false);
  });
});

describe("posts", () => {
  test("a post counts for its project, its region, or (headquarters) everywhere", () => {
    expect(postsFor(people.manager, project)).toEqual(["manager"]);
    expect(postsFor(people.manager, otherProject)).toEqual([]);
    expect(postsFor(people.region, project)).toEqual(["region"]);
    expect(reaches(people.region, otherProject)).toBe(false);
    expect(reaches(people.headquarters, otherProject)).toBe(true);
    const unbound = { ...people.manager, assignments: [{ post: "manager" as const }] };
    expect(reaches(unbound, project)).toBe(false);
  });
});
