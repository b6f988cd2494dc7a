import { describe, expect, test } from "vitest";
import {
  attemptFailed,
  claim,
  handedOver,
  type Notice,
  type NoticePlan,
  noticeAlarm,
  plannedNotice,
} from "../../../lib/domain/notices/notice.ts";
import { at } from "../../support/builders.ts";

const plan: NoticePlan = {
  key: "result#1#limit#manager-1#email",
  subject: { kind: "complaint", id: "c1", seq: 7 },
  template: "escalation",
  recipient: { kind: "person", id: "manager-1", post: "manager" },
  adapter: "email",
};
const now = at("2026-03-02 10:00");
const until = at("2026-03-02 10:02");
const planned = plannedNotice(plan, now);
const refused = { reason: "refused", permanent: true, mayHaveGone: false };
const timeout = { reason: "timeout", permanent: false, mayHaveGone: true };

function claimed(notice: Notice, from = now, to = until): Notice {
  const result = claim(notice, from, to);
  if (typeof result === "string") throw new Error(result);
  return result;
}

describe("a notice: planned → claimed → handed over | failed", () => {
  test("one sender at a time: a claimed notice is busy until its claim runs out", () => {
    const held = claimed(planned);
    expect(held).toMatchObject({ attempt: 1, status: { state: "claimed", until }, possibleDuplicates: 0 });
    expect(claim(held, at("2026-03-02 10:01"), until)).toBe("busy");
  });

  test("a claim that ran out without a record may have sent the message: the next attempt counts that", () => {
    const again = claimed(claimed(planned), until, at("2026-03-02 10:04"));
    expect(again).toMatchObject({ attempt: 2, possibleDuplicates: 1 });
  });

  test("handed over or failed for good: nothing more to do and nothing to look at", () => {
    const done = handedOver(claimed(planned), now, "provider-1");
    const failed = attemptFailed(claimed(planned), now, refused);
    for (const notice of [done, failed]) {
      expect(claim(notice, at("2026-03-03 10:00"), until)).toBe("done");
      expect(noticeAlarm(notice)).toBeUndefined();
    }
    expect(done.status).toEqual({ state: "handedOver", at: now, providerId: "provider-1" });
  });

  test("a failed attempt is planned again, the fifth is the last", () => {
    let notice = planned;
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      notice = attemptFailed(claimed(notice), now, timeout);
      expect(notice).toMatchObject({ attempt, status: { state: "planned" }, lastError: "timeout" });
    }
    expect(attemptFailed(claimed(notice), now, timeout).status.state).toBe("failed");
  });

  test("an attempt of unknown outcome counts a possible duplicate if another follows; a refused one never does", () => {
    const unknown = attemptFailed(claimed(planned), now, timeout);
    expect([unknown.possibleDuplicates, claimed(unknown).possibleDuplicates]).toEqual([1, 1]);
    const busy = { reason: "busy", permanent: false, mayHaveGone: false };
    expect(attemptFailed(claimed(planned), now, busy).possibleDuplicates).toBe(0);
    expect(attemptFailed({ ...claimed(planned), attempt: 5 }, now, timeout).possibleDuplicates).toBe(0);
  });

  test("attempts that all died without a record end too: no sixth is made", () => {
    let notice = claimed(planned);
    for (let attempt = 2; attempt <= 5; attempt += 1) notice = claimed(notice, until, until);
    expect(notice).toMatchObject({ attempt: 5, possibleDuplicates: 4 });
    expect(claim(notice, until, until)).toBe("exhausted");
  });

  test("the sweep looks at a planned notice from its planning on, at a claimed one when the claim runs out", () => {
    expect(noticeAlarm(planned)).toBe(now);
    expect(noticeAlarm(claimed(planned))).toBe(now);
  });
});
