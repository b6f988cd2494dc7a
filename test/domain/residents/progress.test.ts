import { describe, expect, test } from "vitest";
import { loadChineseCalendar } from "../../../lib/domain/calendar/index.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { notifiedBy } from "../../../lib/domain/residents/notified.ts";
import {
  filesShown,
  isPromised,
  mayWithdrawAlone,
  progressOf,
  urgedToday,
} from "../../../lib/domain/residents/progress.ts";
import { projectManager } from "../../support/acts.ts";
import { after, at, closed, later, plain, registered, resolved } from "../../support/builders.ts";

const received = at("2026-05-08 10:00");
const customer = { by: { kind: "customer" } } as const;
const done = (complaint: Complaint, now = later(received, 5)) =>
  Object.fromEntries(progressOf(complaint, now).steps.map(({ step, at: when }) => [step, when]));

describe("the way of a complaint as its complainant sees it", () => {
  test("已登记 → 已派单 → 处理中 → 已答复 → 回访, each with when it was done", () => {
    expect(progressOf(registered(received), received).steps).toStrictEqual([
      { step: "registered", at: received },
      { step: "assigned" },
      { step: "handling" },
      { step: "answered" },
      { step: "followed-up" },
    ]);
    const assigned = after(registered(received), plain.assign(), later(received, 1));
    expect(done(assigned)).toMatchObject({ assigned: later(received, 1), handling: undefined });
    const ways = [plain.accept(), plain.progress(), plain.plan(), plain.reply()];
    for (const way of ways)
      expect(
        done(after(assigned, way, later(received, 2), { by: { kind: "person", id: "handler-1" } })),
      ).toMatchObject({
        handling: later(received, 2),
        answered: undefined,
      });
    // Settled without any of these it was handled all the same.
    expect(done(resolved(received))).toMatchObject({
      handling: later(received, 2),
      answered: later(received, 2),
      "followed-up": undefined,
    });
  });

  test("only who was reached was followed up; a complaint that is closed is past it", () => {
    const settled = resolved(received);
    const missed = after(settled, { type: "follow-up", outcome: "no-answer" }, later(received, 3));
    expect(done(missed)["followed-up"]).toBeUndefined();
    expect(done(after(missed, plain["follow-up"](), later(received, 4)))["followed-up"]).toBe(
      later(received, 4),
    );
    const explained = after(registered(received), plain["register-and-close"](), later(received, 1));
    expect(done(explained)["followed-up"]).toBe(explained.closedAt);
    expect(explained.closedAt).toBe(later(received, 1));
  });

  test("what was promised is shown with what became of it; our own clocks are not", () => {
    expect(["firstReply", "promised", "result", "node"].filter(isPromised)).toHaveLength(4);
    expect(["record", "accept", "department", "dailyReport", ""].filter(isPromised)).toEqual([]);
    const { promises } = progressOf(registered(received), received);
    expect(promises.map(({ name, dueAt }) => [name, dueAt])).toEqual([
      ["firstReply", at("2026-05-09 10:00")],
      ["result", at("2026-05-12 18:00")],
    ]);
    expect(promises.every((one) => !one.provisional && !("waitsFor" in one))).toBe(true);
    const paused = after(registered(received), plain.pause(), later(received, 1), projectManager);
    expect(
      progressOf(paused, later(received, 2)).promises.map(({ name, waitsFor }) => [name, waitsFor]),
    ).toEqual([
      ["firstReply", undefined],
      ["result", "owner-appointment"],
    ]);
    const resumed = after(paused, plain.resume(), later(received, 3), projectManager);
    expect(progressOf(resumed, later(received, 4)).promises.every((one) => !("waitsFor" in one))).toBe(true);
  });

  test("a complaint that was opened again shows the promise of its new cycle alone", () => {
    const again = after(closed(received), plain.reopen(), later(received, 30), {
      posts: ["manager"],
      by: { kind: "person", id: "manager-1" },
    });
    const results = progressOf(again, later(received, 31)).promises.filter(({ name }) => name === "result");
    expect(results).toHaveLength(1);
  });

  test("the desk's words are shown, the complainant's own only as having come", () => {
    const replied = after(registered(received), plain.reply(), later(received, 1));
    const asked = after(replied, plain["customer-message"](), later(received, 2), customer);
    const urged = after(asked, plain.urge(), later(received, 3), customer);
    const noted = after(urged, plain.note(), later(received, 4));
    expect(progressOf(noted, later(received, 5)).told).toStrictEqual([
      { at: later(received, 1), kind: "reply", files: [], text: "明天上门查看" },
      { at: later(received, 2), kind: "message", files: [] },
      { at: later(received, 3), kind: "urge", files: [] },
    ]);
    const withdrawn = after(noted, plain.withdraw(), later(received, 5));
    expect(progressOf(withdrawn, later(received, 6)).told.at(-1)).toStrictEqual({
      at: later(received, 5),
      kind: "withdrawn",
      files: [],
    });
    expect(progressOf(closed(received), later(received, 6)).told.map(({ kind }) => kind)).toEqual([
      "result",
      "closed",
    ]);
  });
});

test("files are shown that came with the complaint or with words to the complainant, never those of our notes", () => {
  const file = (id: string) => ({ id, name: `${id}.jpg`, contentType: "image/jpeg", size: 1, sha256: id });
  const withFile =
    (id: string, left: boolean) =>
    (complaint: Complaint, command: Parameters<typeof after>[1], now: string) => {
      const next = after(complaint, command, now);
      const last = next.events.at(-1);
      if (last === undefined) throw new Error("no event");
      const stored = {
        ...last,
        seq: last.seq + 1,
        fact: { type: "attachmentsStored", files: [{ ...file(id), ...(left ? { left: "too-large" } : {}) }] },
      };
      // Stored files are a fact of the same command; what they look like is all that counts here.
      return { ...next, events: [...next.events, stored as unknown as (typeof next.events)[number]] };
    };
  let complaint = withFile("reply-file", false)(registered(received), plain.reply(), later(received, 1));
  complaint = withFile("note-file", false)(complaint, plain.note(), later(received, 2));
  complaint = withFile("gone-file", true)(complaint, plain.reply(), later(received, 3));
  expect(filesShown(complaint)).toEqual(["reply-file"]);
  expect(progressOf(complaint, later(received, 4)).told.map(({ files }) => files)).toEqual([
    ["reply-file"],
    [],
  ]);
});

describe("what a complainant may do alone", () => {
  const calendar = loadChineseCalendar();
  test("urge once a working day: after closing and at weekends the next one's", () => {
    const friday = at("2026-05-15 10:00");
    const urged = after(registered(friday), plain.urge(), at("2026-05-15 19:00"), customer);
    expect(urgedToday(urged, at("2026-05-15 17:00"), calendar)).toBe(false);
    // Friday evening counts for Monday.
    expect(urgedToday(urged, at("2026-05-17 12:00"), calendar)).toBe(true);
    expect(urgedToday(urged, at("2026-05-18 17:59"), calendar)).toBe(true);
    expect(urgedToday(urged, at("2026-05-19 09:00"), calendar)).toBe(false);
    expect(urgedToday(registered(received), received, calendar)).toBe(false);
    // What the desk notes for somebody takes nobody's turn.
    const noted = after(registered(friday), plain.urge(), at("2026-05-15 19:00"));
    expect(urgedToday(noted, at("2026-05-18 10:00"), calendar)).toBe(false);
    const asked = after(registered(received), plain["customer-message"](), at("2026-05-08 11:00"), customer);
    expect(urgedToday(asked, at("2026-05-08 12:00"), calendar)).toBe(false);
  });

  test("take it back, unless it is grave, urgent, a matter of safety, the government's, or over", () => {
    expect(mayWithdrawAlone(registered(received))).toBe(true);
    for (const stays of [
      { safety: true },
      { urgency: "urgent" },
      { external: { system: "12345", ticketNo: "1", unit: "街道", dueAt: at("2026-05-20 18:00") } },
    ] as const)
      expect(mayWithdrawAlone(registered(received, stays))).toBe(false);
    const grave = after(
      registered(received),
      { type: "classify", classCode: "1.2", level: "A" },
      later(received, 1),
    );
    expect(mayWithdrawAlone(grave)).toBe(false);
    expect(mayWithdrawAlone(after(registered(received), plain.classify(), later(received, 1)))).toBe(true);
    expect(mayWithdrawAlone(closed(received))).toBe(false);
  });
});

test("how the notice reached a complainant follows from the way in (PIPL 17), with its edition", () => {
  const how = (channel: Parameters<typeof notifiedBy>[0]) => notifiedBy(channel, received).how;
  expect(notifiedBy("phone", received)).toEqual({
    notice: expect.stringMatching(/^\d{4}-\d{2}-\d+$/),
    at: received,
    how: "announced",
  });
  expect([how("visit"), how("oral"), how("mailbox"), how("web")]).toEqual([
    "told",
    "told",
    "posted",
    "sender",
  ]);
  expect((["email", "letter", "wechat", "sms"] as const).map(how)).toEqual(Array(4).fill("linked"));
  expect((["forum", "press", "relay", "government"] as const).map(how)).toEqual(Array(4).fill("others"));
});
