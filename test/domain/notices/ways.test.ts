import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addressAt,
  byFirst,
  byNext,
  customerAddressAt,
  nextHigher,
} from "../../../lib/domain/notices/fallback.ts";
import {
  cameBack,
  claim,
  handedOver,
  isOfRung,
  type NoticePlan,
  noticeAlarm,
  noticeTemplates,
  plannedNotice,
  unneeded,
} from "../../../lib/domain/notices/notice.ts";
import { spreadSeconds } from "../../../lib/domain/notices/spread.ts";
import { isTextable, waysOf } from "../../../lib/domain/notices/ways.ts";
import { builtInNoticePolicy } from "../../../lib/domain/policy/notice-policy.ts";
import { at, later, personal, registered, registrationAt } from "../../support/builders.ts";
import { everybody, people, project } from "../../support/organisation.ts";

const now = at("2026-03-02 10:00");
const toManager: NoticePlan = {
  key: "node#1#n2#limit#manager-1#email",
  subject: { kind: "complaint", id: "c1", seq: 7 },
  template: "escalation",
  recipient: { kind: "person", id: "manager-1", post: "manager" },
  adapter: "email",
};
const toCustomer: NoticePlan = {
  ...toManager,
  key: "reply#4#customer#email",
  template: "reply",
  recipient: { kind: "customer" },
};

describe("which way somebody is told", () => {
  test("by mail first; a post may have an order of its own; where it presses everybody has another", () => {
    const ours = { ...builtInNoticePolicy, posts: { manager: ["sms"] }, pressing: ["wecom", "sms"] } as const;
    const [manager, clerk] = ["manager", "clerk"].map((post) => ({ kind: "person" as const, id: "a", post }));
    expect(waysOf(builtInNoticePolicy, manager!, true)).toEqual(["email", "wecom", "sms"]);
    expect(waysOf(builtInNoticePolicy, { kind: "customer" }, true)).toEqual(["email", "sms"]);
    expect([waysOf(ours, manager!, false), waysOf(ours, clerk!, false)]).toEqual([
      ["sms"],
      ["email", "wecom", "sms"],
    ]);
    expect([waysOf(ours, manager!, true), waysOf(ours, clerk!, true)]).toEqual([
      ["wecom", "sms"],
      ["wecom", "sms"],
    ]);
    expect(waysOf(ours, { kind: "customer" }, true)).toEqual(["email", "sms"]);
  });

  test("people of ours by what their entry holds", () => {
    const person = { ...people.manager, wecomId: "wx-1", phone: "13800000000" };
    expect((["email", "wecom", "sms"] as const).map((way) => addressAt(person, way))).toEqual([
      "manager-1@desk.example",
      "wx-1",
      "13800000000",
    ]);
    expect(
      (["email", "wecom", "sms"] as const).map((way) => addressAt({ ...people.manager, email: "" }, way)),
    ).toEqual([undefined, undefined, undefined]);
  });

  test("complainants by the address they left; they have no WeCom account with us, a landline takes no text", () => {
    const of = (values: Record<string, string>) => {
      const complaint = registered(
        now,
        {},
        {
          matter: personal("漏水"),
          ...Object.fromEntries(Object.entries(values).map(([ref, value]) => [ref, personal(value)])),
        },
      );
      return (["email", "wecom", "sms"] as const).map((way) => customerAddressAt(complaint, way));
    };
    expect(of({ email: "owner@home.example", phone: "13800000000" })).toEqual([
      "owner@home.example",
      undefined,
      "13800000000",
    ]);
    expect(of({ phone: "021-58880000" })).toEqual([undefined, undefined, undefined]);
  });

  test.each([
    "13800000000",
    "138 0000 0000",
    "138-0000-0000",
    "8613800000000",
    "+86 138 0000 0000",
    "+86-19900000000",
    "+1 212 555 0100",
    "+44 20 7946 0000",
  ])("%s takes a text message", (phone) => {
    expect(isTextable(phone)).toBe(true);
  });

  test.each([
    "021-58880000",
    "12800000000",
    "1380000000",
    "138000000000",
    "+86 21 5888 0000",
    "0013800000000",
    "电话13800000000",
    "13800000000转1",
    "+123456",
    "+1234567890123456789012",
    "",
    undefined,
  ])("%s does not", (phone) => {
    expect(isTextable(phone)).toBe(false);
  });
});

describe("when a way does not reach", () => {
  test("the first that does; the key names recipient and way", () => {
    expect(byFirst(toManager, ["wecom", "sms"], (way) => way === "sms")).toEqual({
      ...toManager,
      key: "node#1#n2#limit#manager-1#sms",
      adapter: "sms",
    });
    expect(byFirst(toCustomer, ["sms"], () => true)).toEqual({
      ...toCustomer,
      key: "reply#4#customer#sms",
      adapter: "sms",
    });
    expect(byFirst(toManager, ["wecom", "sms"], () => false)).toBeUndefined();
  });

  test("the next one after it, never one before", () => {
    const notice = { ...plannedNotice(toManager, now), adapter: "wecom" as const };
    const asked: string[] = [];
    expect(byNext(notice, ["email", "wecom", "sms"], (way) => asked.push(way) > 0)?.adapter).toBe("sms");
    expect(asked).toEqual(["sms"]);
    expect(byNext({ ...notice, adapter: "sms" }, ["email", "wecom", "sms"], () => true)).toBeUndefined();
  });

  test("then whoever holds the next higher post by mail, told in whose place; nobody for a customer or above headquarters", () => {
    const notice = plannedNotice(toManager, now);
    const [next, ...others] = nextHigher(notice, project, everybody) ?? [];
    expect(others).toEqual([]);
    expect(next).toStrictEqual({
      ...toManager,
      key: "node#1#n2#limit#project-manager-1#email",
      recipient: { kind: "person", id: "project-manager-1", post: "project-manager", insteadOf: "manager" },
    });
    const further = nextHigher({ ...notice, ...next! }, project, everybody);
    expect(further?.map(({ recipient }) => recipient)).toEqual([
      { kind: "person", id: "region-1", post: "region", insteadOf: "manager" },
    ]);
    const top = { ...notice, recipient: { kind: "person", id: "region-1", post: "region" } as const };
    expect(nextHigher(top, project, everybody)?.map(({ key }) => key)).toEqual([
      "node#1#n2#limit#headquarters-1#email",
      "node#1#n2#limit#headquarters-2#email",
    ]);
    expect(
      nextHigher(
        { ...top, recipient: { kind: "person", id: "headquarters-1", post: "headquarters" } },
        project,
        everybody,
      ),
    ).toBeUndefined();
    expect(nextHigher(plannedNotice(toCustomer, now), project, everybody)).toBeUndefined();
  });

  test("a post that only the recipient holds is passed over", () => {
    const both = {
      ...people.manager,
      assignments: [...people.manager.assignments, ...people.projectManager.assignments],
    };
    const told = nextHigher(plannedNotice(toManager, now), project, [both, people.region]);
    expect(told?.map(({ recipient }) => recipient)).toMatchObject([{ id: "region-1" }]);
  });
});

describe("a notice that waits, is not needed, or comes back", () => {
  test("another way waits for its time: busy before it, and the sweep looks then", () => {
    const notice = plannedNotice(toManager, now, 600);
    const due = later(now, 1 / 6);
    expect(notice).toMatchObject({ notBefore: due, attempt: 0, possibleDuplicates: 0 });
    expect(plannedNotice(toManager, now)).not.toHaveProperty("notBefore");
    expect(claim(notice, at("2026-03-02 10:09"), due)).toBe("busy");
    expect(claim(notice, due, due)).toMatchObject({ attempt: 1 });
    expect(noticeAlarm(notice)).toBe(due);
  });

  test("acknowledged before it was tried: nothing more to do", () => {
    const notice = unneeded(plannedNotice(toManager, now), now);
    expect(notice.status).toEqual({ state: "unneeded", at: now });
    expect([claim(notice, now, now), noticeAlarm(notice)]).toEqual(["done", undefined]);
  });

  test("returned mail reached nobody; what failed before keeps its reason", () => {
    const sent = handedOver(plannedNotice(toManager, now), now, "provider-1");
    const back = cameBack(sent, later(now, 1), "returned");
    expect(back.status).toEqual({ state: "failed", at: later(now, 1), reason: "returned" });
    expect(cameBack(back, later(now, 2), "complained")).toBe(back);
  });

  test("only messages of a rung can be acknowledged", () => {
    expect(noticeTemplates.filter(isOfRung)).toEqual([
      "reminder",
      "daily-report-request",
      "escalation",
      "group-reminder",
      "group-escalation",
      "group-daily-report-request",
    ]);
  });
});

describe("messages of one hour do not all leave at once", () => {
  const rungAt = (due: string) => ({
    fact: {
      type: "rungDecided",
      name: "result",
      cycle: 1,
      rung: "limit",
      due,
      lateBy: 0,
      recipients: [],
    } as const,
  });
  const complaint = (more = {}) => ({ registration: registrationAt(now, more) });
  const seconds = (due: string, more = {}, key = "result#1#limit#manager-1#email") =>
    spreadSeconds(key, rungAt(at(due)), complaint(more));

  test("at 08:00 and 18:00 sharp they are spread over three minutes, the same one always alike", () => {
    const spread = Array.from({ length: 300 }, (_, n) =>
      seconds("2026-03-04 18:00", {}, `result#1#limit#person-${n}#email`),
    );
    expect(Math.min(...spread)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...spread)).toBeLessThan(180);
    expect(new Set(spread).size).toBeGreaterThan(100);
    expect(seconds("2026-03-04 18:00")).toBe(seconds("2026-03-04 18:00"));
    expect(seconds("2026-03-04 08:00")).toBe(seconds("2026-03-04 18:00"));
    // What goes to one person goes together, whatever it is about.
    expect(seconds("2026-03-04 18:00", { id: "x".repeat(26) })).toBe(seconds("2026-03-04 18:00"));
  });

  test("at any other time, and for whatever is urgent or concerns safety, they leave at once", () => {
    const minute = fc.integer({ min: 0, max: 1439 }).filter((m) => m !== 480 && m !== 1080);
    fc.assert(
      fc.property(minute, (m) => {
        const time = `${String(Math.floor(m / 60)).padStart(2, "0")}:${String(m % 60).padStart(2, "0")}`;
        expect(seconds(`2026-03-04 ${time}`)).toBe(0);
      }),
    );
    expect(
      [{ safety: true }, { urgency: "urgent" }].map((more) => seconds("2026-03-04 18:00", more)),
    ).toEqual([0, 0]);
    const other = registered(now).events[0]!;
    expect(spreadSeconds("acknowledgement#1#customer#email", other, complaint())).toBe(0);
  });
});
