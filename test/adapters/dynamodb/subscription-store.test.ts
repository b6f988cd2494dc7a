import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { subscriptionStore } from "../../../lib/adapters/dynamodb/reports/subscription-store.ts";
import type { MailedFiles } from "../../../lib/app/ports/subscriptions.ts";
import { at, later } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());
const now = at("2026-02-13 10:00");

describe("subscriptions", () => {
  const of = (version: number) => ({
    personId: "region-1",
    version,
    items: [{ every: "week", level: "region", scope: "中原" } as const],
    changed: { at: now, by: "region-1" },
  });

  test("of two changes at once one wins; everybody's are read together", async () => {
    const store = subscriptionStore(await local.newTable());
    expect(await store.find("region-1")).toBeUndefined();
    const both = await Promise.all([store.put(of(1)), store.put(of(1))]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(await store.put(of(2))).toBe(true);
    expect(await store.put({ ...of(1), personId: "headquarters-1", items: [] })).toBe(true);
    expect((await store.list()).map(({ personId }) => personId)).toEqual(["headquarters-1", "region-1"]);
    expect(await store.find("region-1")).toEqual(of(2));
  });

  test("a delivery stands as it was first written, and those of one part of the tree are listed newest first", async () => {
    const store = subscriptionStore(await local.newTable());
    const made = (runId: string): MailedFiles => ({
      runId,
      built: 1,
      subscription: { every: "week", level: "region", scope: "中原" },
      name: "区域 中原",
      month: runId.slice(0, 7),
      asOf: now,
      recordedUntil: now,
      madeAt: now,
      figures: {
        received: 1,
        done: 0,
        open: 1,
        handlingRate: 0,
        timelyRate: null,
        firstFollowUpSatisfaction: null,
      },
      missing: [],
      files: [{ key: "runs/x.xlsx", title: "报表.xlsx", size: 3, contentType: "x" }],
    });
    const ref = { runId: "2026-02-a", built: 1, subscription: "week~region~中原" };
    await store.deliver(made("2026-02-a"), later(now, 10));
    await store.deliver({ ...made("2026-02-a"), name: "other" }, later(now, 10));
    await store.deliver(made("2026-03-b"), later(now, 10));
    expect(await store.delivery(ref)).toEqual(made("2026-02-a"));
    expect((await store.deliveries(ref.subscription)).map(({ runId }) => runId)).toEqual([
      "2026-03-b",
      "2026-02-a",
    ]);
    expect(await store.deliveries("week~region~其他")).toEqual([]);
  });
});
