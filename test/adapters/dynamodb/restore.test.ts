import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { complaintItem } from "../../../lib/adapters/dynamodb/complaints/complaint-codec.ts";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { counters } from "../../../lib/adapters/dynamodb/core/counters.ts";
import { putItem, readItem } from "../../../lib/adapters/dynamodb/core/items.ts";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import { installationSettings } from "../../../lib/adapters/dynamodb/core/settings.ts";
import type { Table } from "../../../lib/adapters/dynamodb/core/table.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { noticeStore } from "../../../lib/adapters/dynamodb/work/notice-store.ts";
import { OtherInstallation, type Restored, restore } from "../../../lib/adapters/dynamodb/work/restore.ts";
import { DIGEST_COUNTER } from "../../../lib/domain/digest/digest.ts";
import { handedOver, type NoticePlan, plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { after, at, plain, registered } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const SHARDS = 4;
const received = at("2026-02-13 10:00");
const now = at("2026-02-14 09:00");
const plan = (id: string, key: string): NoticePlan => ({
  key,
  subject: { kind: "complaint", id, seq: 1 },
  template: "acknowledgement",
  recipient: { kind: "customer" },
  adapter: "email",
});

/** As it was at the backup's moment: two complaints, a message sent and one not, two numbers given. */
async function backup() {
  const source = await local.newTable();
  await installationSettings(source, () => "k".repeat(44), SHARDS);
  const [one, two] = ["1", "2"].map((n) => registered(received, { id: n.repeat(26), number: `W${n}` }));
  const store = complaintStore(source, SHARDS);
  await store.insert(one!);
  await store.insert(two!);
  const notices = noticeStore(source, SHARDS);
  const sent = plannedNotice(plan(one!.registration.id, "sent"), received);
  await notices.plan(sent);
  await notices.replace(sent, handedOver(sent, received, "mail-1"));
  await notices.plan(plannedNotice(plan(two!.registration.id, "waiting"), received));
  await counters(source).next("W");
  await counters(source).next("W");
  await counters(source).raise(DIGEST_COUNTER, 3);
  await counters(source).hit("mails#sender#hour", at("2026-02-15 10:00"));
  await alarmStore(source, SHARDS).countRescue(
    { kind: "notice", ref: { pk: "C#1", sk: "NOTICE#1" }, alarmKey: "a", at: received },
    1,
  );
  await putItem(source, { Item: { ...keys.desk("project-1"), builtAt: received } });
  return { source, one: one!, two: two! };
}

async function into(target: Table, source: Table, how: { overwrite?: true; dryRun?: true } = {}) {
  const sums: Record<string, number> = {};
  const pages = restore({
    source,
    target,
    overwrite: how.overwrite === true,
    dryRun: how.dryRun === true,
    now,
  });
  for await (const page of pages) {
    for (const [name, count] of Object.entries(page satisfies Restored))
      sums[name] = (sums[name] ?? 0) + count;
  }
  return sums;
}

describe("a restored table into an empty one", () => {
  test("everything is there, under the same installation key; numbers go on a thousand further; nothing unsent is sent", async () => {
    const { source, one, two } = await backup();
    const target = await local.newTable();
    // The functions may have begun an installation of their own before anybody restored.
    await installationSettings(target, () => "o".repeat(44), 1);
    await into(target, source);

    expect(await readItem(target, keys.settings())).toEqual(await readItem(source, keys.settings()));
    const store = complaintStore(target, SHARDS);
    for (const complaint of [one, two]) {
      expect(await store.load(complaint.registration.id)).toEqual(complaint);
      expect(await store.idByNumber(complaint.registration.number)).toBe(complaint.registration.id);
    }
    expect(await counters(target).next("W")).toBe(1003);
    // D10: whoever came first by a way after the backup's moment has that way's first number.
    expect(await counters(target).next("V")).toBe(1001);
    // What counts events and not numbers goes on where it stood: nobody is throttled, no figure grows.
    expect(await counters(target).hit("mails#sender#hour", at("2026-02-15 10:00"))).toBe(2);
    expect((await alarmStore(target, SHARDS).totals()).rescues).toBe(1);
    // A digest beyond the last one would be one that somebody has taken away.
    expect(await counters(target).last(DIGEST_COUNTER)).toBe(3);
    expect(await readItem(target, keys.desk("project-1"))).toBeUndefined();
    const notices = noticeStore(target, SHARDS);
    const [sent] = await notices.ofComplaint(one.registration.id);
    expect(sent?.status.state).toBe("handedOver");
    const [waiting] = await notices.ofComplaint(two.registration.id);
    expect(waiting?.status).toEqual({ state: "failed", at: now, reason: "restored" });
    expect((await notices.failed({ limit: 10 })).items).toHaveLength(1);
  });

  test("tried first, it counts the same and writes nothing; done twice, it changes nothing more", async () => {
    const { source } = await backup();
    const target = await local.newTable();
    const tried = await into(target, source, { dryRun: true });
    expect(await readItem(target, keys.settings())).toBeUndefined();
    expect(await into(target, source)).toEqual({ ...tried, kept: 1, copied: tried["copied"]! - 1 });
    expect(await into(target, source)).toMatchObject({ copied: 0, held: 0, overwritten: 0 });
    expect(await counters(target).next("W")).toBe(1003);
    await into(target, source);
    expect(await counters(target).next("W")).toBe(1004);
  });
});

describe("a restored table into the one that people work with", () => {
  test("what was accepted since stays; a damaged document goes back only when that is asked for", async () => {
    const { source, one } = await backup();
    const target = await local.newTable();
    await into(target, source);
    const store = complaintStore(target, SHARDS);
    const later = registered(at("2026-02-13 18:00"), { id: "3".repeat(26), number: "W1001" });
    await store.insert(later);
    const urged = after(one, plain.urge(), at("2026-02-13 11:00"));
    await putItem(target, { Item: complaintItem(urged, SHARDS) });

    await into(target, source);
    expect(await store.load(one.registration.id)).toEqual(urged);
    await into(target, source, { overwrite: true });
    expect(await store.load(one.registration.id)).toEqual(one);
    expect(await store.load(later.registration.id)).toEqual(later);
  });

  test("a message that was sent after the backup is not held and not sent again", async () => {
    const { source, two } = await backup();
    const target = await local.newTable();
    const notices = noticeStore(target, SHARDS);
    const planned = plannedNotice(plan(two.registration.id, "waiting"), received);
    await notices.plan(planned);
    await notices.replace(planned, handedOver(planned, received, "mail-2"));
    await into(target, source);
    const [standing] = await notices.ofComplaint(two.registration.id);
    expect(standing?.status.state).toBe("handedOver");
  });

  test("documents of another installation are never mixed in", async () => {
    const { source } = await backup();
    const target = await local.newTable();
    await installationSettings(target, () => "o".repeat(44), SHARDS);
    await complaintStore(target, SHARDS).insert(registered(received, { id: "9".repeat(26), number: "X1" }));
    await expect(into(target, source)).rejects.toThrow(OtherInstallation);
  });
});
