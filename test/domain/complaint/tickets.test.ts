import { describe, expect, test } from "vitest";
import { type Clock, clockOutcome, dueAt } from "../../../lib/domain/clocks/clock.ts";
import type { Command } from "../../../lib/domain/complaint/commands/index.ts";
import { decide } from "../../../lib/domain/complaint/decide.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { missingToClose } from "../../../lib/domain/complaint/rules/closing.ts";
import { isSigning, returnableUntil } from "../../../lib/domain/complaint/rules/ticket-clocks.ts";
import { fittingCommands } from "../../../lib/domain/complaint/transitions.ts";
import type { Post } from "../../../lib/domain/organisation/organisation.ts";
import {
  after,
  at,
  contextAt,
  given,
  later,
  lifeOfC,
  local,
  personal,
  plain,
  refusal,
  registered,
  timer,
} from "../../support/builders.ts";

const received = at("2026-03-02 10:00");
const due = at("2026-03-06 17:00");
const external = { system: "12345", ticketNo: "20260302-0017", unit: "示例街道", dueAt: due };

/** A ticket as it came in on Monday at ten, due on Friday at five. */
function ticket(more: Partial<typeof external & { signBy: string }> = {}): Complaint {
  return registered(received, {
    channel: "government",
    intake: "government",
    external: { ...external, ...more },
  });
}

function clockOf(complaint: Complaint, which: "signing" | "answer", cycle = complaint.cycle): Clock {
  const clock = complaint.clocks.find(
    (one) => one.name === "external" && one.cycle === cycle && isSigning(one) === (which === "signing"),
  );
  if (clock === undefined) throw new Error(`no ${which} clock in cycle ${cycle}`);
  return clock;
}

/** The front desk enters it; one person holds each post. */
const told = {
  by: { kind: "person", id: "clerk-1" } as const,
  recipients: (posts: readonly Post[]) => posts.map((post) => ({ personId: `${post}-1`, post })),
};

function toldOf(complaint: Complaint): string[] {
  const last = complaint.events.findLast(({ fact }) => "recipients" in fact && fact.type !== "rungDecided");
  const fact = last?.fact;
  return fact !== undefined && "recipients" in fact ? (fact.recipients ?? []).map(({ post }) => post) : [];
}

const reply = (more: object = {}): Command => ({
  type: "send-reply-document",
  text: personal("已更换主板，电梯恢复运行。"),
  ...more,
});
const back = (dueBy: string, more: object = {}): Command => ({
  type: "ticket-returned",
  dueAt: dueBy,
  text: personal("诉求人反映未解决"),
  ...more,
});

describe("签收与退单", () => {
  test("a ticket is due when it says, and signed for within eight working hours (default) or by the time it names", () => {
    const plainly = ticket();
    expect(local(dueAt(clockOf(plainly, "answer")))).toBe("2026-03-06 17:00");
    expect(clockOf(plainly, "answer").limits[0]?.clause).toBe("external");
    expect(local(dueAt(clockOf(plainly, "signing")))).toBe("2026-03-02 18:00");
    expect(clockOf(plainly, "signing").limits[0]?.clause).toBe("default");
    const named = ticket({ signBy: at("2026-03-02 16:00") });
    expect(local(dueAt(clockOf(named, "signing")))).toBe("2026-03-02 16:00");
    expect(clockOf(named, "signing").limits[0]?.clause).toBe("external");
    const pressing = ticket({ dueAt: at("2026-03-02 12:00") });
    expect(local(dueAt(clockOf(pressing, "signing")))).toBe("2026-03-02 12:00");
  });

  test("rules that are counted again leave what a limit cites", () => {
    const complaint = after(ticket(), { type: "retime" }, later(received, 1), {
      by: timer,
      calendarVersion: "another",
    });
    expect(clockOf(complaint, "signing").calendarVersion).toBe("another");
    expect(clockOf(complaint, "signing").limits[0]?.clause).toBe("default");
    expect(clockOf(complaint, "answer").limits[0]?.clause).toBe("external");
  });

  test("signed for, its own time alone runs on; a second time it is refused", () => {
    const signed = after(ticket(), { type: "sign-ticket" }, later(received, 2));
    expect(clockOutcome(clockOf(signed, "signing"), later(received, 90))).toBe("kept");
    expect(clockOf(signed, "answer").stoppedAt).toBeUndefined();
    expect(refusal(signed, { type: "sign-ticket" }, later(received, 3)).refused).toBe("ticket-signed-before");
    expect(fittingCommands(signed)).not.toContain("sign-ticket");
  });

  test("nobody signs: supervisor and manager hear of it at the limit", () => {
    const fired = after(ticket(), { type: "fire-rungs" }, at("2026-03-03 10:01"), { by: timer });
    const rungs = fired.events.flatMap(({ fact }) =>
      fact.type === "rungDecided" && fact.key === "sign"
        ? [[fact.rung, fact.recipients.map(({ post }) => post)]]
        : [],
    );
    expect(rungs).toContainEqual(["limit", ["supervisor", "manager"]]);
  });

  test("退单 within the limit, with the reason: nothing of it runs on, and it is no task any more", () => {
    const assigned = after(ticket(), plain.assign(), later(received, 1));
    const returned = after(assigned, plain["return-ticket"](), later(received, 5), told);
    expect([returned.status, returned.ending, returned.endedAt]).toEqual([
      "referred",
      "returned",
      later(received, 5),
    ]);
    expect(returned.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    expect(clockOutcome(clockOf(returned, "signing"), later(received, 90))).toBe("kept");
    expect(clockOutcome(clockOf(returned, "answer"), later(received, 900))).toBe("lapsed");
    expect(toldOf(returned)).toEqual(["handler", "supervisor"]);
  });

  test("too late for 退单 without an objection upheld; the objection stops no clock", () => {
    const late = at("2026-03-03 11:00");
    expect(refusal(ticket(), plain["return-ticket"](), late).refused).toBe("return-too-late");
    const objected = after(ticket(), plain["object-to-dispatch"](), late);
    expect(refusal(objected, plain["object-to-dispatch"](), late).refused).toBe("objected-before");
    expect(clockOf(objected, "answer").stoppedAt).toBeUndefined();
    const ruling = (upheld: boolean): Command => ({
      type: "object-to-dispatch",
      act: { kind: "rule", upheld, text: personal("平台裁定") },
    });
    expect(refusal(ticket(), ruling(true), late).refused).toBe("no-objection");
    const rejected = after(objected, ruling(false), later(late, 2), told);
    expect(toldOf(rejected)).toEqual(["supervisor"]);
    expect(refusal(rejected, plain["return-ticket"](), later(late, 3)).refused).toBe("return-too-late");
    const upheld = after(
      after(rejected, plain["object-to-dispatch"](), later(late, 3)),
      ruling(true),
      later(late, 4),
    );
    // The objection has said why: nobody types it again.
    expect(after(upheld, { type: "return-ticket" }, later(late, 5)).ending).toBe("returned");
  });

  test("返单 of ours begins no other ticket: what its platform set goes on, with its limit and with its extension", () => {
    const solved = after(
      after(ticket(), plain.assign(), later(received, 1)),
      plain.resolve(),
      later(received, 2),
    );
    const again = after(solved, plain.reopen(), later(received, 3));
    expect(returnableUntil(again)).toBe(returnableUntil(ticket()));
    expect(refusal(again, plain["return-ticket"](), at("2026-03-03 11:00")).refused).toBe("return-too-late");
    const until = at("2026-03-11 17:00");
    const pending = after(
      again,
      { type: "ask-extension", dueAt: until, reason: personal("等配件") },
      later(received, 4),
    );
    const granted = after(pending, { type: "record-extension", granted: true }, later(received, 5));
    expect(dueAt(clockOf(granted, "answer", 1))).toBe(until);
  });

  test("退单 wants a reason and words", () => {
    const bare = refusal(ticket(), { type: "return-ticket" }, later(received, 1));
    expect([bare.refused, bare.missing]).toEqual(["incomplete", ["reason"]]);
    expect(
      refusal(ticket(), { type: "return-ticket", reason: "unclear" }, later(received, 1)).missing,
    ).toEqual(["text"]);
  });
});

describe("延期", () => {
  const asked = (until: string): Command => ({
    type: "ask-extension",
    dueAt: until,
    reason: personal("等配件"),
  });
  const until = at("2026-03-11 17:00");

  test("asked for, nothing moves; granted, the ticket and the result that followed it do, the first reply does not", () => {
    const complaint = ticket({ dueAt: at("2026-03-03 09:00") });
    const first = complaint.clocks.find(({ name }) => name === "firstReply");
    expect(first && local(dueAt(first))).toBe("2026-03-03 09:00");
    const pending = after(complaint, asked(until), later(received, 2));
    expect(local(dueAt(clockOf(pending, "answer")))).toBe("2026-03-03 09:00");
    const granted = after(pending, { type: "record-extension", granted: true }, later(received, 3), told);
    expect(local(dueAt(clockOf(granted, "answer")))).toBe("2026-03-11 17:00");
    const named = (name: string) => granted.clocks.find((clock) => clock.name === name);
    const [reply, result] = [named("firstReply"), named("result")];
    expect(reply && local(dueAt(reply))).toBe("2026-03-03 09:00");
    // D6: three working days again, once the ticket leaves room for them.
    expect(result && local(dueAt(result))).toBe("2026-03-05 18:00");
    expect(granted.ticket?.extensionAsked).toBeUndefined();
  });

  test("refused, it stays as it was, and may be asked for again while there is time", () => {
    const pending = after(ticket(), asked(until), later(received, 2));
    expect(refusal(pending, asked(until), later(received, 3)).refused).toBe("extension-asked-before");
    const refused = after(pending, { type: "record-extension", granted: false }, later(received, 3));
    expect(dueAt(clockOf(refused, "answer"))).toBe(due);
    expect(refusal(refused, { type: "record-extension", granted: true }, later(received, 4)).refused).toBe(
      "no-extension-asked",
    );
    expect(after(refused, asked(until), later(received, 5)).ticket?.extensionAsked).toBe(until);
  });

  test("too late, or not later, it is refused; ours extends no ticket", () => {
    expect(refusal(ticket(), asked(until), later(due, 1)).refused).toBe("asked-too-late");
    expect(refusal(ticket(), asked(due), later(received, 1)).refused).toBe("extension-not-later");
    const extend: Command = { type: "extend", clock: "external", dueAt: until, reason: personal("等配件") };
    expect(refusal(ticket(), extend, later(received, 1)).refused).toBe("not-extendable");
  });

  test("the platform may grant another time than was asked for", () => {
    const pending = after(ticket(), asked(until), later(received, 2));
    const other = at("2026-03-09 12:00");
    const granted = after(
      pending,
      { type: "record-extension", granted: true, dueAt: other },
      later(received, 3),
    );
    expect(dueAt(clockOf(granted, "answer"))).toBe(other);
  });
});

describe("回复件与退回重办", () => {
  test("the reply document stops the ticket's clocks; nothing else does, and nothing closes without it", () => {
    const solved = [...lifeOfC.slice(0, -1), "assign", "resolve", "sign-off", "follow-up"] as const;
    const done = solved.reduce<Complaint>(
      (complaint, name) => given(complaint, name, later(received, 6)),
      ticket(),
    );
    expect(clockOf(done, "answer").stoppedAt).toBeUndefined();
    expect(missingToClose(done)).toEqual(["send-reply-document"]);
    // The result that the customer was told is the answer: nobody types it again.
    const replied = after(done, { type: "send-reply-document" }, later(received, 7));
    expect(clockOutcome(clockOf(replied, "answer"), later(due, 9))).toBe("kept");
    expect(clockOf(replied, "signing").stoppedAt).toBe(later(received, 7));
    expect(after(replied, plain.close(), later(received, 8)).status).toBe("closed");
  });

  test("without a result told, the document wants words; it may have been sent before it was entered", () => {
    expect(refusal(ticket(), { type: "send-reply-document" }, later(received, 2)).missing).toEqual(["text"]);
    const early = refusal(ticket(), reply({ occurredAt: later(received, -1) }), later(received, 2));
    expect(early.refused).toBe("occurred-out-of-range");
    const late = after(ticket(), reply({ occurredAt: later(due, -1) }), later(due, 3));
    expect(clockOutcome(clockOf(late, "answer"), later(due, 9))).toBe("kept");
    expect(refusal(late, reply(), later(due, 4)).refused).toBe("reply-document-sent");
  });

  test("returned by the platform: a new cycle with the instant it names; the task keeps its first", () => {
    const again = at("2026-03-12 12:00");
    const replied = after(after(ticket(), plain.assign(), later(received, 1)), reply(), later(received, 20));
    const resolved = after(replied, plain.resolve(), later(received, 21));
    const returned = after(resolved, back(again), later(received, 40), told);
    expect([returned.status, returned.cycle, returned.ticket?.returns]).toEqual(["handling", 2, 1]);
    expect(dueAt(clockOf(returned, "answer"))).toBe(again);
    expect(returned.taskDueAt).toBe(resolved.taskDueAt);
    expect(returned.ticket?.signedAt).toBeUndefined();
    expect(missingToClose(returned)).toContain("send-reply-document");
    expect(toldOf(returned)).toEqual(["handler", "supervisor"]);
    const answered = after(returned, reply(), later(received, 60));
    expect(clockOutcome(clockOf(answered, "answer"), later(again, 1))).toBe("kept");
    expect(clockOutcome(clockOf(answered, "answer", 1), later(again, 1))).toBe("kept");
  });

  test("a return that the platform did not accept comes back with every limit the household is owed", () => {
    const returned = after(ticket(), plain["return-ticket"](), later(received, 2));
    const again = at("2026-03-09 12:00");
    const ours = after(returned, back(again), later(received, 30));
    expect([ours.status, ours.ending, ours.endedAt]).toEqual(["handling", undefined, undefined]);
    const running = ours.clocks.filter(({ stoppedAt }) => stoppedAt === undefined).map(({ name }) => name);
    expect(running).toEqual(expect.arrayContaining(["external", "result", "firstReply"]));
  });

  test("nothing comes back that we have not sent; an instant in the past is refused", () => {
    expect(refusal(ticket(), back(later(due, 48)), later(received, 2)).refused).toBe("ticket-with-us");
    const replied = after(ticket(), reply(), later(received, 2));
    expect(refusal(replied, back(later(received, 3)), later(received, 9)).refused).toBe("limit-in-the-past");
    // Entered late, it counts from when the platform sent it.
    const sent = after(
      replied,
      back(later(received, 30), { occurredAt: later(received, 5) }),
      later(received, 31),
    );
    expect(clockOf(sent, "answer").startedAt).toBe(later(received, 5));
    expect(clockOutcome(clockOf(sent, "answer"), later(received, 31))).toBe("missed");
  });
});

describe("并单与平台评价", () => {
  test("merged, nothing of it runs on and its answer is another's", () => {
    const merged = after(ticket(), plain["merge-ticket"](), later(received, 3));
    expect([merged.status, merged.ending]).toEqual(["referred", "merged"]);
    expect(merged.clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    expect(refusal(merged, back(later(due, 9)), later(received, 4)).refused).toBe("ticket-with-us");
    const itself: Command = { type: "merge-ticket", complaintId: "c".repeat(26), number: "466" };
    expect(refusal(ticket(), itself, later(received, 3)).refused).toBe("repeats-itself");
  });

  const rated = (more: object = {}): Command => ({
    type: "record-ticket-rating",
    contacted: "yes",
    solved: "yes",
    satisfied: "yes",
    ...more,
  });

  test("the last report counts, holder and manager hear of a no; it is no follow-up of ours (D4)", () => {
    const replied = after(after(ticket(), plain.assign(), later(received, 1)), reply(), later(received, 20));
    const good = after(replied, rated(), later(received, 30), told);
    expect(toldOf(good)).toEqual(["handler", "supervisor"]);
    const bad = after(
      good,
      rated({ satisfied: "no", text: personal("态度不好") }),
      later(received, 40),
      told,
    );
    expect(toldOf(bad)).toEqual(["handler", "supervisor", "manager"]);
    expect(bad.ticket?.rating).toEqual({
      contacted: "yes",
      solved: "yes",
      satisfied: "no",
      at: later(received, 40),
    });
    expect([bad.firstGrade, bad.attempts]).toEqual([undefined, []]);
  });

  test("平台撤单: nobody waits for the answer any more, and it may be closed without one", () => {
    const withdrawn = after(ticket(), rated({ exempt: "withdrawn-by-platform" }), later(received, 5));
    expect(clockOutcome(clockOf(withdrawn, "answer"), later(due, 9))).toBe("lapsed");
    expect(missingToClose(withdrawn)).not.toContain("send-reply-document");
    // Told by mistake: the next report says otherwise.
    expect(after(withdrawn, rated(), later(received, 6)).ticket?.exempt).toBeUndefined();
  });

  test("what is no ticket has none of these commands", () => {
    const ordinary = registered(received);
    const names = [
      "sign-ticket",
      "return-ticket",
      "object-to-dispatch",
      "merge-ticket",
      "ask-extension",
      "record-extension",
      "send-reply-document",
      "ticket-returned",
      "record-ticket-rating",
    ] as const;
    for (const name of names) {
      expect(fittingCommands(ordinary)).not.toContain(name);
      expect(decide(ordinary, plain[name](), contextAt(later(received, 1)))).toMatchObject({
        refused: "no-ticket",
      });
    }
  });
});
