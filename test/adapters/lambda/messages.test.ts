import { describe, expect, test } from "vitest";
import { alarmMessage, rawMailMessages, reactMessage } from "../../../lib/adapters/lambda/messages.ts";
import { documentKinds } from "../../../lib/domain/document/ref.ts";

test.each(documentKinds)("a message names the %s that it is about", (kind) => {
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
])("%j of the release before is still understood", (earlier, now) => {
  expect(reactMessage.parse(earlier)).toEqual(now);
});

test("a timer that the release before set for a complaint is still understood", () => {
  expect(alarmMessage.parse({ id: "c1", epoch: 4 })).toEqual({ kind: "complaint", id: "c1", epoch: 4 });
});

test.each([{ kind: "event", id: "x" }, { kind: "group" }, { id: "" }, {}])("%j is no message", (message) => {
  expect(reactMessage.safeParse(message).success).toBe(false);
  expect(alarmMessage.safeParse(message).success).toBe(false);
});

describe("the mail queue's messages", () => {
  const created = (key: string, eventTime: string) => ({ eventTime, s3: { object: { key } } });

  test("storage tells of new mails by their keys, in which + is a space and %2B a plus", () => {
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

  test("its own trial when it is set up is nobody's mail", () => {
    expect(rawMailMessages.parse({ Service: "Amazon S3", Event: "s3:TestEvent" })).toEqual([]);
    expect(rawMailMessages.safeParse({ Event: "s3:Other" }).success).toBe(false);
  });

  test.each([
    ["Email Bounced", "returned"],
    ["Email Complaint Received", "complained"],
  ])("%s is a mail that was %s, known by its references", (type, happened) => {
    const told = (headers?: object[]) =>
      rawMailMessages.parse({ source: "aws.ses", "detail-type": type, detail: { mail: { headers } } });
    const subject = { name: "Subject", value: "督办" };
    const references = { name: "REFERENCES", value: "<n@desk>" };
    expect(told([subject, references])).toEqual([{ happened, references: "<n@desk>" }]);
    expect(told([subject])).toEqual([{ happened, references: "" }]);
    expect(told()).toEqual([{ happened, references: "" }]);
  });

  test("a mail sent round again, and an accepted one, stand for themselves", () => {
    const again = { rawKey: "raw/1", receivedAt: "2026-03-02T02:00:00.000Z" };
    for (const message of [again, { quarantineId: "q-1" }])
      expect(rawMailMessages.parse(message)).toEqual([message]);
    for (const wrong of [{ ...again, more: 1 }, { rawKey: "" }, { quarantineId: "" }, { Records: [{}] }])
      expect(rawMailMessages.safeParse(wrong).success).toBe(false);
  });
});
