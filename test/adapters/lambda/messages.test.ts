import { describe, expect, test, vi } from "vitest";
import { documentKinds } from "../../../lib/domain/document/ref.ts";

/** The forms made anew inside each test: what is made while a file loads belongs to no test (docs/mutation.md). */
async function forms() {
  vi.resetModules();
  return import("../../../lib/adapters/lambda/messages.ts");
}

test.each(documentKinds)("a message names the %s that it is about", async (kind) => {
  const { alarmMessage, reactMessage } = await forms();
  expect(reactMessage.parse({ kind, id: "x" })).toEqual({ kind, id: "x" });
  expect(alarmMessage.parse({ kind, id: "x", epoch: 3 })).toEqual({ kind, id: "x", epoch: 3 });
});

test.each([
  [{ id: "c1" }, { kind: "complaint", id: "c1" }],
  [
    { id: "c1", again: true },
    { kind: "complaint", id: "c1", again: true },
  ],
  [{ groupId: "g.2" }, { kind: "group", id: "g.2" }],
  [{ emergencyId: "e1" }, { kind: "emergency", id: "e1" }],
  [{ submissionId: "2026-02.lake" }, { kind: "submission", id: "2026-02.lake" }],
])("%j of the release before is still understood", async (earlier, now) => {
  const { reactMessage } = await forms();
  expect(reactMessage.parse(earlier)).toEqual(now);
});

test("a timer that the release before set for a complaint is still understood", async () => {
  const { alarmMessage } = await forms();
  expect(alarmMessage.parse({ id: "c1", epoch: 4 })).toEqual({ kind: "complaint", id: "c1", epoch: 4 });
});

test.each([{ kind: "event", id: "x" }, { kind: "group" }, { id: "" }, {}])(
  "%j is no message",
  async (message) => {
    const { alarmMessage, reactMessage } = await forms();
    expect(reactMessage.safeParse(message).success).toBe(false);
    expect(alarmMessage.safeParse(message).success).toBe(false);
  },
);

describe("the mail queue's messages", () => {
  const created = (key: string, eventTime: string) => ({ eventTime, s3: { object: { key } } });

  test("storage tells of new mails by their keys, in which + is a space and %2B a plus", async () => {
    const { rawMailMessages } = await forms();
    const event = {
      Records: [
        created("raw/a%2Bb+c", "2026-03-02T02:00:00Z"),
        created("raw/%E4%BF%A1", "2026-03-02T02:00:01.5Z"),
      ],
    };
    expect(rawMailMessages.parse(event)).toEqual([
      { rawKey: "raw/a+b c", receivedAt: "2026-03-02T02:00:00.000Z" },
      { rawKey: "raw/信", receivedAt: "2026-03-02T02:00:01.500Z" },
    ]);
  });

  test("its own trial when it is set up is nobody's mail", async () => {
    const { rawMailMessages } = await forms();
    expect(rawMailMessages.parse({ Service: "Amazon S3", Event: "s3:TestEvent" })).toEqual([]);
    expect(rawMailMessages.safeParse({ Event: "s3:Other" }).success).toBe(false);
  });

  test.each([
    ["Email Bounced", "returned"],
    ["Email Complaint Received", "complained"],
  ])("%s is a mail that was %s, known by its references", async (type, happened) => {
    const { rawMailMessages } = await forms();
    const told = (headers?: object[]) =>
      rawMailMessages.parse({ source: "aws.ses", "detail-type": type, detail: { mail: { headers } } });
    const subject = { name: "Subject", value: "督办" };
    const references = { name: "REFERENCES", value: "<n@desk>" };
    expect(told([subject, references])).toEqual([{ happened, references: "<n@desk>" }]);
    expect(told([subject])).toEqual([{ happened, references: "" }]);
    expect(told()).toEqual([{ happened, references: "" }]);
  });

  test("a mail sent round again, and an accepted one, stand for themselves", async () => {
    const { rawMailMessages } = await forms();
    const again = { rawKey: "raw/1", receivedAt: "2026-03-02T02:00:00.000Z" };
    for (const message of [again, { quarantineId: "q-1" }])
      expect(rawMailMessages.parse(message)).toEqual([message]);
    const created = { eventTime: "2026-03-02T02:00:00Z", s3: { object: { key: "" } } };
    const told = { source: "aws.ses", "detail-type": "Email Bounced", detail: { mail: {} } };
    for (const wrong of [
      { ...again, more: 1 },
      { ...again, rawKey: "" },
      { ...again, receivedAt: "2026-03-02 10:00" },
      { quarantineId: "" },
      { quarantineId: "q", more: 1 },
      { Records: [{}] },
      { Records: [created] },
      { ...told, source: "aws.s3" },
      { ...told, "detail-type": "Email Opened" },
    ])
      expect([wrong, rawMailMessages.safeParse(wrong).success]).toEqual([wrong, false]);
  });
});

describe("what the queues carry, one form each", () => {
  const subscription = { every: "month", level: "region", scope: "east" };
  const rightly: [string, object[]][] = [
    [
      "reactMessage",
      [
        { kind: "complaint", id: "c", again: true },
        { jobId: "j", projectId: "p", page: 0 },
        { jobId: "j", projectId: "p", page: 12 },
        { heldId: "h", personId: "clerk-1" },
      ],
    ],
    [
      "alarmMessage",
      [
        { kind: "group", id: "g" },
        { kind: "complaint", id: "c", epoch: 0 },
      ],
    ],
    [
      "sendMessage",
      [
        { pk: "COMPLAINT#c", sk: "NOTICE#n" },
        { errand: "find-code", id: "e" },
        { errand: "follower-file", id: "e" },
      ],
    ],
    [
      "reportMessage",
      [
        { kind: "project", runId: "r", projectId: "p" },
        { kind: "company", runId: "r" },
        { kind: "deadline", runId: "r" },
        { kind: "delivery", runId: "r", subscription },
        { kind: "delivery", runId: "r", subscription: { every: "day", level: "company" } },
      ],
    ],
  ];

  test.each(rightly)(
    "%s is read as it was sent, by this form and with nothing more",
    async (name, messages) => {
      const { alarmMessage, reactMessage, reportMessage, sendMessage } = await forms();
      const form = Object.entries({ alarmMessage, reactMessage, reportMessage, sendMessage }).find(
        ([one]) => one === name,
      )?.[1];
      for (const message of messages) {
        expect(form?.parse(message)).toEqual(message);
        expect([message, form?.safeParse({ ...message, more: 1 }).success]).toEqual([message, false]);
        for (const field of Object.keys(message)) {
          const empty = { ...message, [field]: "" };
          expect([empty, form?.safeParse(empty).success]).toEqual([empty, false]);
        }
      }
    },
  );

  test("a page and an epoch are whole numbers from 0, a subscription is one of those that there are", async () => {
    const { alarmMessage, reactMessage, reportMessage } = await forms();
    for (const page of [-1, 0.5]) {
      expect(reactMessage.safeParse({ jobId: "j", projectId: "p", page }).success).toBe(false);
      expect(alarmMessage.safeParse({ kind: "group", id: "g", epoch: page }).success).toBe(false);
    }
    expect(reactMessage.safeParse({ kind: "complaint", id: "c", again: false }).success).toBe(false);
    for (const wrong of [
      { ...subscription, every: "year" },
      { ...subscription, level: "street" },
      { ...subscription, scope: "" },
      { ...subscription, more: 1 },
    ])
      expect(reportMessage.safeParse({ kind: "delivery", runId: "r", subscription: wrong }).success).toBe(
        false,
      );
    expect(reportMessage.safeParse({ kind: "project", runId: "r" }).success).toBe(false);
    expect(reportMessage.safeParse({ kind: "company", runId: "r", projectId: "p" }).success).toBe(false);
  });
});
