import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noticeStore } from "../../../lib/adapters/dynamodb/work/notice-store.ts";
import { claim, handedOver, type Notice, plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { at, later } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("notices", () => {
  const planned = plannedNotice(
    {
      key: "result#1#plus-4h#project-manager-1#email",
      subject: { kind: "complaint", id: "c1", seq: 9 },
      template: "escalation",
      recipient: { kind: "person", id: "project-manager-1", post: "project-manager", insteadOf: "manager" },
      adapter: "email",
    },
    now,
  );

  function claimed(notice: Notice, when = now): Notice {
    const result = claim(notice, when, later(when, 1));
    if (typeof result === "string") throw new Error(result);
    return result;
  }

  test("failed notices are listed, newest first, until they are planned again", async () => {
    const store = noticeStore(await local.newTable(), 4);
    const failedAt = (key: string, minutes: number): Notice => ({
      ...planned,
      key,
      status: { state: "failed", at: later(now, minutes), reason: "returned" },
    });
    const [early, late] = [failedAt("a#b#email", 1), failedAt("a#c#email", 2)];
    for (const notice of [early, late]) await store.plan(notice);
    const listed = async () => (await store.failed({ limit: 10 })).items;
    expect(await listed()).toEqual([store.refOf(late), store.refOf(early)]);
    expect(await store.replace(late, { ...late, status: { state: "planned" } })).toBe(true);
    expect(await listed()).toEqual([store.refOf(early)]);
  });

  test("what was planned into a bundle is found in it, once; others are not", async () => {
    const store = noticeStore(await local.newTable(), 4);
    const bundle = "handler-1#email#2026-03-02T13:01:00Z";
    const [first, second] = ["half", "four-fifths"].map((rung) => ({
      ...planned,
      key: `result#1#${rung}#handler-1#email`,
      bundle,
    }));
    if (first === undefined || second === undefined) throw new Error("two notices");
    for (const notice of [first, second, first]) await store.plan(notice);
    await store.plan({ ...planned, key: "result#1#half#manager-1#email" });
    // By their keys, page by page, whichever was planned first.
    const page = await store.inBundle(bundle, { limit: 1 });
    expect(page.items).toEqual([store.refOf(second)]);
    const { cursor = "" } = page;
    expect((await store.inBundle(bundle, { limit: 5, cursor })).items).toEqual([store.refOf(first)]);
    expect(await store.inBundle(bundle, { limit: 5 })).toEqual({
      items: [store.refOf(second), store.refOf(first)],
    });
    expect(await store.load(store.refOf(first))).toEqual(first);
    expect(await store.inBundle("nobody", { limit: 5 })).toEqual({ items: [] });
  });

  test("planning twice leaves the first; a claimed notice is not planned again", async () => {
    const store = noticeStore(await local.newTable(), 4);
    await store.plan(planned);
    await store.replace(planned, claimed(planned));
    await store.plan({ ...planned, plannedAt: later(now, 5) });
    expect(await store.load(store.refOf(planned))).toEqual(claimed(planned));
  });

  test("of many workers that claim a notice exactly one has it", async () => {
    const store = noticeStore(await local.newTable(), 4);
    await store.plan(planned);
    const won = await Promise.all(Array.from({ length: 8 }, () => store.replace(planned, claimed(planned))));
    expect(won.filter(Boolean)).toHaveLength(1);
  });

  test("a worker whose claim ran out cannot record over the one who took it", async () => {
    const store = noticeStore(await local.newTable(), 4);
    await store.plan(planned);
    const slow = claimed(planned);
    await store.replace(planned, slow);
    const quick = claimed(slow, later(now, 2));
    expect(await store.replace(slow, quick)).toBe(true);
    expect(await store.replace(slow, handedOver(slow, later(now, 2), "slow"))).toBe(false);
    expect(await store.replace(quick, handedOver(quick, later(now, 2), "quick"))).toBe(true);
    expect(await store.load(store.refOf(planned))).toMatchObject({
      status: { state: "handedOver", providerId: "quick" },
      attempt: 2,
      possibleDuplicates: 1,
    });
  });

  test("a complaint's notices are listed together; those of a month's report are apart", async () => {
    const store = noticeStore(await local.newTable(), 4);
    const ready: Notice = {
      ...planned,
      key: "month-ready#1#headquarters-1#email",
      subject: { kind: "report", month: "2026-02", edition: 1 },
      template: "month-ready",
    };
    const second = {
      ...planned,
      key: "acknowledgement#1#customer#email",
      recipient: { kind: "customer" } as const,
    };
    for (const notice of [planned, second, ready]) await store.plan(notice);
    expect((await store.ofComplaint("c1")).map(({ key }) => key)).toEqual([second.key, planned.key]);
    expect(await store.load(store.refOf(ready))).toEqual(ready);
    expect(await store.load({ pk: "C#c1", sk: "NOTICE#nothing" })).toBeUndefined();
  });
});
