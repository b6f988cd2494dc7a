import { describe, expect, test } from "vitest";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { hasMessages, noticesFor } from "../../../lib/domain/notices/plan.ts";
import { webhookKindOf } from "../../../lib/domain/webhooks/event.ts";
import { after, at, later, personal, plain, registered, timer } from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const byMail = registered(received, {}, { matter: personal("漏水"), email: personal("owner@home.example") });
const byPhone = registered(received);
const byLandline = registered(
  received,
  {},
  {
    matter: personal("漏水"),
    name: personal("王示例"),
    phone: personal("021-58880000"),
  },
);

function messages(complaint: Complaint) {
  return complaint.events.map((event) => noticesFor(event, complaint));
}

describe("messages an event asks for", () => {
  test("D2: a complainant who left an address or a mobile number gets an acknowledgement, another gets none", () => {
    expect(
      messages(byMail)
        .flat()
        .map((n) => [n.key, n.template, n.recipient.kind]),
    ).toEqual([["acknowledgement#1#customer#email", "acknowledgement", "customer"]]);
    expect(messages(byPhone).flat()).toHaveLength(1);
    expect(messages(byLandline).flat()).toEqual([]);
  });

  test("D6: a reply or result by e-mail is a message, one told by phone is none", () => {
    const assigned = after(byMail, plain.assign(), later(received, 1));
    const told = after(
      after(assigned, { type: "reply", via: "email", text: personal("明日上门") }, later(received, 2)),
      { type: "resolve", via: "email", text: personal("已修复") },
      later(received, 3),
    );
    expect(
      messages(told)
        .flat()
        .map((n) => n.template),
    ).toEqual(["acknowledgement", "reply", "result"]);
  });

  test("D11: an explanation by e-mail or text message is a message too, one by phone is none", () => {
    const invalid = after(
      byMail,
      { type: "judge", validity: "invalid", reason: personal("不属实") },
      later(received, 1),
    );
    const explain = (via: "email" | "phone", complaint = invalid) =>
      messages(
        after(complaint, { type: "explain-invalid", via, text: personal("设备正常") }, later(received, 2)),
      )
        .flat()
        .map((n) => n.template);
    expect(explain("email")).toEqual(["acknowledgement", "reply"]);
    const called = after(
      byPhone,
      { type: "judge", validity: "invalid", reason: personal("不属实") },
      later(received, 1),
    );
    expect(explain("phone", called)).toEqual(["acknowledgement"]);
    const written = { type: "explain-invalid", via: "sms", sent: true, text: personal("设备正常") } as const;
    const plans = messages(after(called, written, later(received, 2))).flat();
    expect(plans.at(-1)).toMatchObject({ template: "reply", adapter: "sms" });
  });

  test("D4, D13: who was told the result in person is asked for an opinion in writing, if there is an address", () => {
    const inPerson = { type: "resolve", via: "visit", text: personal("已修复") } as const;
    const templates = (complaint: Complaint) =>
      messages(after(after(complaint, plain.assign(), later(received, 1)), inPerson, later(received, 2)))
        .flat()
        .map((n) => n.template);
    expect(templates(byMail)).toEqual(["acknowledgement", "satisfaction-request"]);
    expect(templates(byLandline)).toEqual([]);
  });

  test("D11: the daily report is asked for before its limit and escalated after it", () => {
    const grave = registered(received, { level: "A" });
    const recipients = () => [{ personId: "a", post: "supervisor" as const }];
    const fired = after(grave, { type: "fire-rungs" }, at("2026-03-02 20:00"), { by: timer, recipients });
    const daily = messages(fired)
      .flat()
      .filter(({ key }) => key.startsWith("dailyReport"));
    expect(daily.map(({ key, template }) => [key, template])).toEqual([
      ["dailyReport#1#2026-03-02#daily-four-fifths#a#email", "daily-report-request"],
      ["dailyReport#1#2026-03-02#daily-limit#a#email", "escalation"],
    ]);
  });

  test("each recipient of a rung gets one message, with the stand-in flagged", () => {
    const recipients = () => [
      { personId: "a", post: "handler" as const },
      { personId: "b", post: "manager" as const, insteadOf: "department-head" as const },
    ];
    const fired = after(byLandline, { type: "fire-rungs" }, at("2026-03-02 21:00"), {
      by: timer,
      recipients,
    });
    const rungs = messages(fired).flat();
    expect(rungs.map((n) => [n.key, n.template])).toEqual([
      ["firstReply#1#half#a#email", "reminder"],
      ["firstReply#1#half#b#email", "reminder"],
      ["firstReply#1#four-fifths#a#email", "reminder"],
      ["firstReply#1#four-fifths#b#email", "reminder"],
    ]);
    expect(rungs[1]?.recipient).toEqual({
      kind: "person",
      id: "b",
      post: "manager",
      insteadOf: "department-head",
    });
  });

  test("the outbox holds exactly the events that have messages, or that systems outside are told of", () => {
    const recipients = () => [{ personId: "a", post: "handler" as const }];
    let complaint = after(byMail, plain.assign(), later(received, 1));
    const inPerson = { type: "reply", via: "visit", text: personal("明日上门") } as const;
    complaint = after(complaint, inPerson, later(received, 2));
    complaint = after(complaint, { type: "fire-rungs" }, at("2026-03-06 21:00"), { by: timer, recipients });
    complaint = after(
      complaint,
      { type: "resolve", via: "email", text: personal("好") },
      at("2026-03-06 22:00"),
    );
    const asking = messages(complaint).flatMap((plans, index) => (plans.length === 0 ? [] : [index + 1]));
    expect(asking.length).toBeGreaterThan(3);
    const outside = complaint.events.flatMap((event) =>
      webhookKindOf(event) === undefined ? [] : [event.seq],
    );
    expect(new Set(complaint.outbox)).toEqual(new Set([...asking, ...outside]));
    expect(complaint.events.filter((event) => hasMessages(event, complaint)).map((e) => e.seq)).toEqual(
      asking,
    );
  });

  test("a rung that nobody hears of owes no message", () => {
    const fired = after(byLandline, { type: "fire-rungs" }, at("2026-03-02 21:00"), {
      by: timer,
      recipients: () => [],
    });
    expect(fired.events).toHaveLength(byLandline.events.length + 2);
    const told = messages(fired).flatMap((plans, index) => (plans.length === 0 ? [] : [index + 1]));
    expect(told).toEqual([]);
    const outside = fired.events.filter((event) => webhookKindOf(event) !== undefined);
    expect(fired.outbox).toEqual(outside.map(({ seq }) => seq));
  });
});
