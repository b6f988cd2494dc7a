import { describe, expect, test } from "vitest";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { complaintTold } from "../../../lib/domain/webhooks/event.ts";
import { head, manager, person } from "../../support/acts.ts";
import { after, at, closed, later, plain, registered, resolved, timer } from "../../support/builders.ts";

const received = at("2026-05-08 10:00");
const now = later(received, 1);
const all = (complaint: Complaint) => complaint.events.map(({ seq }) => seq);
/** What is told of the events after an earlier state. */
const told = (before: Complaint, next: Complaint) =>
  complaintTold(next, all(next).slice(before.events.length));
const of = (complaint: Complaint, command: Command, context: Parameters<typeof after>[3] = {}, when = now) =>
  told(complaint, after(complaint, command, when, context)).map(({ kind, payload: { data } }) => [
    kind,
    data,
  ]);

describe("what another system is told of a complaint", () => {
  test("registration, with ids, numbers and classes, and no word or name of anybody", () => {
    const complaint = registered(received);
    const [news, ...others] = complaintTold(complaint, all(complaint));
    expect(others).toEqual([]);
    expect(news).toEqual({
      kind: "complaint.registered",
      at: received,
      key: `${complaint.registration.id}#1`,
      payload: {
        type: "complaint.registered",
        timestamp: received,
        data: {
          complaintId: complaint.registration.id,
          number: "466",
          seq: 1,
          projectId: "project-1",
          channel: "phone",
          recordKind: "complaint",
          status: "registered",
          receivedAt: received,
          urgency: "general",
          safety: false,
          classCode: "1.2",
        },
      },
    });
    expect(complaintTold(complaint, [])).toEqual([]);
  });

  test("each act that others may ask for, by its kind; acts among ourselves are not told", () => {
    const fresh = registered(received);
    const assigned = after(fresh, plain.assign(), now);
    expect(of(fresh, plain.assign())).toMatchObject([
      ["complaint.assigned", { departmentId: "engineering", status: assigned.status }],
    ]);
    expect(of(assigned, plain.transfer())).toMatchObject([
      ["complaint.assigned", { departmentId: "security" }],
    ]);
    expect(of(assigned, plain.accept(), person("handler-1"))).toMatchObject([["complaint.accepted", {}]]);
    expect(of(fresh, plain.classify())).toMatchObject([["complaint.classified", { level: "C" }]]);
    expect(of(fresh, plain.urge())).toMatchObject([["complaint.urged", {}]]);
    expect(of(fresh, plain.reply())).toMatchObject([["complaint.replied", {}]]);
    expect(of(assigned, plain.resolve())).toMatchObject([["complaint.resolved", {}]]);
    for (const ours of [plain.note(), plain.investigate(), plain.judge(), plain["customer-message"]()])
      expect(of(assigned, ours)).toEqual([]);
    expect(of(fresh, plain.convert())).toEqual([]);
    const converted = after(fresh, plain.convert(), now);
    expect(complaintTold(converted, [1])[0]?.payload.data).toMatchObject({ number: "901" });
  });

  test("an escalation with its clock, its rung and how late it was", () => {
    const fresh = registered(received);
    const alarm = fresh.alarm.at;
    if (alarm === undefined) throw new Error("no alarm");
    expect(of(fresh, { type: "fire-rungs" }, { by: timer }, later(alarm, 0.5))[0]).toEqual([
      "complaint.escalated",
      expect.objectContaining({
        clock: expect.stringMatching(/./),
        rung: expect.stringMatching(/./),
        lateBy: 1800,
      }),
    ]);
  });

  test("how it ended, and the grade of whoever was reached; who was not reached is no news", () => {
    const settled = resolved(received);
    const then = later(received, 3);
    expect(of(settled, plain["follow-up"](), {}, then)).toMatchObject([
      ["complaint.followed-up", { grade: 5 }],
    ]);
    expect(of(settled, { type: "follow-up", outcome: "no-answer" }, {}, then)).toEqual([]);
    const over = closed(received);
    const close = complaintTold(over, all(over)).at(-1);
    expect([close?.kind, close?.payload.data]).toMatchObject([
      "complaint.closed",
      { ending: over.events.flatMap(({ fact }) => (fact.type === "closed" ? [fact.ending] : []))[0] },
    ]);
    expect(of(over, plain.reopen(), manager, later(received, 30))).toMatchObject([
      ["complaint.reopened", {}],
    ]);
    const fresh = registered(received);
    expect(of(fresh, plain.withdraw())).toMatchObject([["complaint.left", { ending: "withdrawn" }]]);
    expect(of(fresh, plain.refer(), manager)).toMatchObject([["complaint.left", { ending: "referred" }]]);
    const invalid = after(
      fresh,
      { type: "judge", validity: "invalid", reason: { salt: "s", value: "属正常" } },
      now,
      head,
    );
    expect(of(invalid, plain["explain-invalid"]())).toMatchObject([["complaint.resolved", {}]]);
  });

  test("nothing of what an old ledger told long ago", () => {
    const historical = registered(received);
    const [first] = historical.events;
    if (first?.fact.type !== "registered") throw new Error("not registered");
    const { fact } = first;
    const old = { ...historical, events: [{ ...first, fact: { ...fact, historical: {} } }] };
    expect(complaintTold(JSON.parse(JSON.stringify(old)), [1])).toEqual([]);
  });
});
