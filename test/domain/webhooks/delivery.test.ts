import { describe, expect, test } from "vitest";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import {
  attemptFailed,
  claimDelivery,
  delivered,
  deliveryAlarm,
  plannedDelivery,
  RETRY_PAUSES,
  replayed,
  type WebhookDelivery,
} from "../../../lib/domain/webhooks/delivery.ts";
import { at } from "../../support/builders.ts";
import { known } from "../../support/http.ts";

const now = at("2026-03-02 10:00");
const of = { id: "d1", subscriptionId: "s1", kind: "complaint.closed", payload: "{}" };
const planned = () => plannedDelivery(of, now);
const claimed = (delivery: WebhookDelivery, when = now) => known(claimDelivery(delivery, when));

describe("handing one event over to another system", () => {
  test("begins at once and is claimed for one attempt; nobody else sends it before the claim has run out", () => {
    expect(planned()).toEqual({
      ...of,
      plannedAt: now,
      notBefore: now,
      status: { state: "planned" },
      attempt: 0,
    });
    const mine = claimed(planned());
    expect(mine).toMatchObject({
      status: { state: "claimed", until: plusSeconds(now, 120) },
      attempt: 1,
    });
    expect(claimDelivery(mine, plusSeconds(now, 119))).toBeUndefined();
    // Whoever had it died: the attempt counts.
    expect(claimed(mine, plusSeconds(now, 120))).toMatchObject({
      status: { state: "claimed", until: plusSeconds(now, 240) },
      attempt: 2,
    });
  });

  test("after a failure it waits longer each time, and after the last pause it is a dead letter with its reason", () => {
    let delivery = planned();
    let when = now;
    for (const pause of RETRY_PAUSES) {
      delivery = attemptFailed(claimed(delivery, when), when, "503", false);
      expect(delivery).toMatchObject({
        status: { state: "planned" },
        notBefore: plusSeconds(when, pause),
        lastError: "503",
      });
      expect(claimDelivery(delivery, plusSeconds(when, pause - 1))).toBeUndefined();
      expect(deliveryAlarm(delivery)).toBe(delivery.notBefore);
      when = delivery.notBefore;
    }
    const dead = attemptFailed(claimed(delivery, when), when, "503", false);
    expect(dead.status).toEqual({ state: "failed", at: when, reason: "503" });
    expect([claimDelivery(dead, plusSeconds(when, 1e6)), deliveryAlarm(dead)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("a final answer ends it at the first attempt; success forgets the error before", () => {
    const failed = attemptFailed(claimed(planned()), now, "410", true);
    expect(failed.status).toEqual({ state: "failed", at: now, reason: "410" });
    const second = claimed(attemptFailed(claimed(planned()), now, "503", false), plusSeconds(now, 60));
    const done = delivered(second, plusSeconds(now, 61), 204);
    expect(done.status).toEqual({ state: "delivered", at: plusSeconds(now, 61), answer: 204 });
    expect(done).not.toHaveProperty("lastError");
    expect([claimDelivery(done, plusSeconds(now, 9999)), deliveryAlarm(done)]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test("a dead letter goes once more as it was: same id, same bytes, all attempts before it", () => {
    const later = plusSeconds(now, 5000);
    const dead = attemptFailed(claimed(planned()), now, "410", true);
    expect(replayed(dead, later)).toEqual({ ...planned(), notBefore: later });
  });

  test("the sweep looks at what is planned or claimed when it was to be sent", () => {
    expect(deliveryAlarm(planned())).toBe(now);
    expect(deliveryAlarm(claimed(planned()))).toBe(now);
  });
});
