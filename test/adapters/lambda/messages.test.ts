import { expect, test } from "vitest";
import { alarmMessage, reactMessage } from "../../../lib/adapters/lambda/messages.ts";
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
