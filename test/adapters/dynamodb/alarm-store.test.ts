import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { installationSettings, raiseAlarmShards } from "../../../lib/adapters/dynamodb/core/settings.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { noticeStore } from "../../../lib/adapters/dynamodb/work/notice-store.ts";
import { reindex } from "../../../lib/adapters/dynamodb/work/reindex.ts";
import type { AlarmStore, OverdueAlarm } from "../../../lib/app/ports/alarms.ts";
import { type Complaint } from "../../../lib/domain/complaint/document.ts";
import { nextAlarm } from "../../../lib/domain/document/timer.ts";
import { attemptFailed, claim, type Notice, plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { at, closed, later, registered } from "../../support/builders.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const SHARDS = 4;
const received = at("2026-02-13 10:00");

async function fresh() {
  const table = await local.newTable();
  return {
    complaints: complaintStore(table, SHARDS),
    notices: noticeStore(table, SHARDS),
    alarms: alarmStore(table, SHARDS),
  };
}

test("more shards lose nothing: what old and new processes write is found by a sweep that began before", async () => {
  const table = await local.newTable();
  await installationSettings(table, () => "k".repeat(44), 2);
  const old = { complaints: complaintStore(table, 2), alarms: alarmStore(table, 2) };
  const ids = Array.from({ length: 24 }, (_, n) => String(n).padStart(26, "a"));
  const insert = (store: typeof old.complaints, some: readonly string[]) =>
    Promise.all(some.map((id) => store.insert(registered(received, { id, number: id.slice(-3) }))));
  const found = async () => {
    const shards = await old.alarms.shards();
    const pages = await Promise.all(
      Array.from({ length: shards }, (_, shard) =>
        old.alarms.overdue(shard, at("2026-03-13 10:00"), { limit: 100 }),
      ),
    );
    return pages.flatMap(({ items }) => items.map(({ ref }) => ref.pk.slice(2))).toSorted();
  };
  await insert(old.complaints, ids.slice(0, 8));
  expect(await raiseAlarmShards(table, 16)).toBe(true);
  await insert(old.complaints, ids.slice(8, 16));
  await insert(complaintStore(table, 16), ids.slice(16));
  expect(await old.alarms.shards()).toBe(16);
  expect(await found()).toEqual(ids.toSorted());
  // Nobody is taken back to fewer: what lies in the others would not be looked for.
  expect(await raiseAlarmShards(table, 16)).toBe(false);
  expect(await raiseAlarmShards(table, 8)).toBe(false);
  for await (const { unreadable } of reindex(table, 16)) expect(unreadable).toEqual([]);
  expect(await found()).toEqual(ids.toSorted());
});

/** Everything overdue, all shards and pages, in small pages. */
async function overdue(alarms: AlarmStore, before: string): Promise<OverdueAlarm[]> {
  const found: OverdueAlarm[] = [];
  for (let shard = 0; shard < SHARDS; shard += 1) {
    let cursor: string | undefined;
    do {
      const page = await alarms.overdue(shard, before, {
        limit: 2,
        ...(cursor === undefined ? {} : { cursor }),
      });
      found.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== undefined);
  }
  return found;
}

/** Its messages handed over and its timer set: only the timer itself is left. */
function reacted(complaint: Complaint): Complaint {
  return {
    ...complaint,
    outbox: [],
    armed: { epoch: complaint.alarm.epoch, via: "schedule" },
    revision: complaint.revision + 1,
  };
}

const notice: Notice = plannedNotice(
  {
    key: "firstReply#1#limit#manager-1#email",
    subject: { kind: "complaint", id: "c1", seq: 4 },
    template: "escalation",
    recipient: { kind: "person", id: "manager-1", post: "manager" },
    adapter: "email",
  },
  received,
);

test("alarms of complaints and notices are found over all shards once they are overdue, and not before", async () => {
  const { complaints, notices, alarms } = await fresh();
  const all = Array.from({ length: 12 }, (_, n) => registered(received, { id: `c${n}`, number: `${n}` }));
  for (const complaint of all) await complaints.insert(complaint);
  await notices.plan(notice);
  const due = nextAlarm(all[0]!)!;
  expect(await overdue(alarms, received)).toEqual([]);
  const found = await overdue(alarms, later(due, 1));
  expect(found.map(({ ref }) => `${ref.pk} ${ref.sk}`).sort()).toEqual(
    [...all.map(({ registration }) => `C#${registration.id} DOC`), `C#c1 NOTICE#${notice.key}`].sort(),
  );
  expect(found.filter(({ kind }) => kind === "notice")).toHaveLength(1);
  const shards = new Set<number>();
  for (let shard = 0; shard < SHARDS; shard += 1) {
    const { items } = await alarms.overdue(shard, later(due, 1), { limit: 100 });
    if (items.length > 0) shards.add(shard);
  }
  expect(shards.size).toBeGreaterThan(1);
});

test("what needs no waking is in no shard: a closed complaint, a notice given up", async () => {
  const { complaints, notices, alarms } = await fresh();
  const life = closed(received);
  await complaints.insert(reacted(life));
  await notices.plan(notice);
  const claimed = claim(notice, received, later(received, 1));
  if (typeof claimed === "string") throw new Error(claimed);
  await notices.replace(notice, claimed);
  expect(await overdue(alarms, later(received, 2))).toHaveLength(1);
  await notices.replace(
    claimed,
    attemptFailed(claimed, received, { reason: "refused", permanent: true, mayHaveGone: false }),
  );
  expect(await overdue(alarms, later(received, 2))).toEqual([]);
  expect(await overdue(alarms, "2099")).toEqual([]);
});

test("rescues are counted per alarm: the next alarm of the same complaint begins anew", async () => {
  const { complaints, alarms } = await fresh();
  const complaint = registered(received);
  await complaints.insert(complaint);
  const [first] = await overdue(alarms, later(received, 1));
  expect(await alarms.countRescue(first!, 9)).toBe(1);
  expect(await alarms.countRescue(first!, 9)).toBe(2);
  // No more than it may have had by now; then nothing is counted.
  expect(await alarms.countRescue(first!, 2)).toBeUndefined();
  await complaints.replace(reacted(complaint), complaint.revision);
  const [second] = await overdue(alarms, later(received, 13));
  expect(second!.alarmKey).not.toBe(first!.alarmKey);
  expect(await alarms.countRescue(second!, 9)).toBe(1);
  expect(await alarms.totals()).toEqual({ rescues: 3, aside: 0 });
});

test("an item put aside leaves the sweep, is counted, and returns with its next write", async () => {
  const { complaints, alarms } = await fresh();
  const complaint = registered(received);
  await complaints.insert(complaint);
  const [alarm] = await overdue(alarms, later(received, 1));
  await alarms.putAside(alarm!);
  expect(await overdue(alarms, later(received, 1))).toEqual([]);
  expect(await alarms.totals()).toEqual({ rescues: 0, aside: 1 });
  expect((await alarms.aside({ limit: 10 })).items).toEqual([alarm]);
  expect(await complaints.load(complaint.registration.id)).toEqual(complaint);
  await complaints.replace({ ...complaint, revision: 2 }, 1);
  expect(await overdue(alarms, later(received, 1))).toHaveLength(1);
  expect((await alarms.totals()).aside).toBe(0);
});

test("an item whose alarm changed meanwhile is not put aside", async () => {
  const { complaints, alarms } = await fresh();
  const complaint = registered(received);
  await complaints.insert(complaint);
  const [stale] = await overdue(alarms, later(received, 1));
  await complaints.replace(reacted(complaint), complaint.revision);
  await alarms.putAside(stale!);
  expect((await alarms.totals()).aside).toBe(0);
  expect(await overdue(alarms, later(received, 13))).toHaveLength(1);
});
