import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { complaintStore } from "../../../lib/adapters/dynamodb/complaints/complaint-store.ts";
import { searchIndexStore } from "../../../lib/adapters/dynamodb/complaints/search-index-store.ts";
import { counters } from "../../../lib/adapters/dynamodb/core/counters.ts";
import { organisationStore } from "../../../lib/adapters/dynamodb/organisation/organisation-store.ts";
import { alarmStore } from "../../../lib/adapters/dynamodb/work/alarm-store.ts";
import { noticeStore } from "../../../lib/adapters/dynamodb/work/notice-store.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { plannedNotice } from "../../../lib/domain/notices/notice.ts";
import { fingerprint } from "../../../lib/domain/search/fingerprint.ts";
import { gramsOf } from "../../../lib/domain/search/grams.ts";
import { after, at, later, personal, plain, registered } from "../../support/builders.ts";
import { sha256 } from "../../support/crypto.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { everybody, project } from "../../support/organisation.ts";

let local: LocalAws;
beforeAll(async () => {
  local = await startLocalAws();
});
afterAll(() => local.close());

const SHARDS = 8;
const received = at("2026-02-13 10:00");

/** A complaint as it usually comes: a matter of 200 characters, a household, a contact, a mail address. */
function usual(n: number) {
  return registered(
    later(received, n / 60),
    { id: `id-${n}`.padEnd(26, "x"), number: `W${n}`, householdKey: "3/1/502", contactKey: `contact-${n}` },
    { matter: personal("投".repeat(200)), name: personal("王女士"), email: personal("w@mail.example") },
  );
}

/** A matter of 200 different characters: what an index of words is about. */
function varied(complaint: Complaint, n: number): Complaint {
  const matter = Array.from({ length: 200 }, (_, at) => String.fromCodePoint(0x4e00 + at * 7 + n)).join("");
  return { ...complaint, personal: { ...complaint.personal, "1.matter": personal(matter) } };
}

test("every operation costs what docs/access-patterns.md states", async () => {
  const table = await local.newTable();
  // As installations are set up.
  const complaints = complaintStore(table, SHARDS, undefined, "slim");
  const alarms = alarmStore(table, SHARDS);
  const notices = noticeStore(table, SHARDS);
  const organisation = organisationStore(table);
  const cost: Record<string, number> = {};
  const measure = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const { units, result } = await table.meter.of(work);
    cost[name] = units;
    return result;
  };

  const first = usual(0);
  await measure("register a complaint", () => complaints.insert(first));
  const reacted = { ...first, outbox: [], armed: { epoch: first.alarm.epoch }, revision: 2 };
  await measure("clear its outbox and set its timer", () => complaints.replace(reacted, 1));
  const assigned = after(reacted, plain.assign(), later(received, 1));
  await measure("a command (assign)", () => complaints.replace(assigned, 2));
  await measure("load a complaint", () => complaints.load(first.registration.id));

  for (let n = 1; n < 100; n += 1) await complaints.insert(usual(n));
  await measure("list 50 open complaints of a project", () =>
    complaints.openByProject(project.id, { limit: 50 }),
  );
  await measure("read a month of 100 complaints", () =>
    complaints.receivedInMonth(project.id, "2026-02", { limit: 1000 }),
  );
  await measure("see that nothing changed in a project", () => complaints.changedLast(project.id, 25));
  await measure("find by number", () => complaints.idByNumber("W7"));
  await measure("find by contact", () => complaints.idsByContact("contact-7", 20));
  await measure("find by building among 100", () => complaints.idsByHousehold(project.id, "3/1", 20));
  await measure("load 10 documents", () =>
    complaints.loadMany(Array.from({ length: 10 }, (_, n) => `id-${n}`.padEnd(26, "x"))),
  );

  const index = searchIndexStore(table);
  const keyed = (text: string) => sha256(`key ${text}`);
  for (let n = 0; n < 100; n += 1) {
    const one = usual(n);
    const { id, projectId, receivedAt } = one.registration;
    const put = () =>
      index.put(
        "2026-02",
        { id, projectId, receivedAt, bits: fingerprint(gramsOf(varied(one, n)), keyed) },
        later(received, 9),
      );
    await (n === 0 ? measure("index the words of a complaint", put) : put());
  }
  await measure("search a month of 100 complaints", () =>
    index.inMonth("2026-02", project.id, { limit: 2000 }),
  );

  const [overdue] = (
    await measure("read one shard of overdue alarms", () =>
      alarms.overdue(0, later(received, 9), { limit: 100 }),
    )
  ).items;
  await measure("count a rescue", () => alarms.countRescue(overdue!, 9));
  await measure("put aside", () => alarms.putAside(overdue!));

  const notice = plannedNotice(
    {
      key: "firstReply#1#limit#manager-1#email",
      subject: { kind: "complaint", id: first.registration.id, seq: 4 },
      template: "escalation",
      recipient: { kind: "person", id: "manager-1", post: "manager" },
      adapter: "email",
    },
    received,
  );
  await measure("plan a notice", () => notices.plan(notice));
  const reminder = { ...notice, key: "result#1#half#manager-1#email", bundle: "manager-1#email#minute" };
  await measure("plan a reminder into its bundle", () => notices.plan(reminder));
  await measure("read a bundle", () => notices.inBundle(reminder.bundle, { limit: 25 }));
  const claimed = { ...notice, attempt: 1, status: { state: "claimed", until: later(received, 1) } } as const;
  await measure("claim a notice", () => notices.replace(notice, claimed));
  await measure("hand over a notice", () =>
    notices.replace(claimed, { ...claimed, status: { state: "handedOver", at: received, providerId: "p" } }),
  );

  await organisation.importAll([project], everybody);
  await measure("read the 12 people", () => organisation.people());
  await measure("take the next number", () => counters(table).next("W"));

  expect(cost).toEqual(await statedCosts());
});

/** The rows `| operation | units |` of the document. */
async function statedCosts(): Promise<Record<string, number>> {
  const file = new URL("../../../docs/access-patterns.md", import.meta.url);
  const rows = (await readFile(file, "utf8")).matchAll(/^\| (.+) \| ([\d.]+) \|$/gm);
  return Object.fromEntries([...rows].map(([, name, units]) => [name, Number(units)]));
}
