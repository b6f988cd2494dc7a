import { describe, expect, test } from "vitest";
import { packJson } from "../../../lib/adapters/dynamodb/core/packed-json.ts";
import { erase } from "../../../lib/app/complaints/erase.ts";
import { history } from "../../../lib/app/complaints/read.ts";
import { seal } from "../../../lib/app/complaints/seal.ts";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { localDate, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { faultsOfHistories } from "../../support/audited.ts";
import { at, personal } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const began = at("2026-03-02 10:00");
const DAYS = 1095;
const A_DAY = 5;

/** Reactions are handed over; nobody reads the mails. */
async function settle(w: World) {
  for (const message of w.reactQueue.take()) await reactTo(w.ports, message);
  w.noticeQueue.take();
  w.alarmQueue.take();
}

interface Cost {
  /** Bytes of the item as it is stored: what DynamoDB bills. */
  readonly bytes: number;
  /** Objects read and written beside it. */
  readonly objects: number;
}

/** What people note in a day, in one write. */
async function notes(w: World, id: string, day: number) {
  const complaint = await w.complaint(id);
  const recordedAt = w.clock.text();
  const drafts = Array.from({ length: A_DAY }, (_, n) => ({
    fact: { type: "noted" } as const,
    occurredAt: recordedAt,
    personal: { text: personal(noteOf(day * A_DAY + n)) },
  }));
  const by = { kind: "person", id: people.clerk.id } as const;
  const recording = { recordedAt, by, commandId: `notes:${day}`, request: "" };
  const after = seal(complaint, drafts, recording, (text) => w.ports.crypto.digest(text));
  await w.complaints.replace(after, complaint.revision);
}

const noteOf = (n: number) => `记${"录".repeat(n % 200 === 0 ? 3900 : 150)}${n}`;

/** A grave complaint for three years: five notes a day, and all else every tenth day. */
async function threeYears() {
  const w = world(began);
  let objects = 0;
  const { besideDocuments } = w;
  const get = besideDocuments.get.bind(besideDocuments);
  const put = besideDocuments.put.bind(besideDocuments);
  besideDocuments.get = (key) => {
    objects += 1;
    return get(key);
  };
  besideDocuments.put = (...args) => {
    objects += 1;
    return put(...args);
  };
  const matter = `${"水".repeat(3000)}漏到地下车库`;
  const received = await w.receive({ matter, level: "A", classCode: "1.2.2" });
  const { id } = received.registration;
  const costs: Cost[] = [];
  const command = async (...[, plain, more]: Parameters<World["give"]>) => {
    const before = objects;
    const given = await w.give(id, plain, more);
    const item = w.complaints.items.get(id);
    costs.push({ bytes: packJson(item).length, objects: objects - before });
    return given;
  };
  await command(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
  for (let day = 0; day < DAYS; day += 1) {
    w.clock.set(plusSeconds(began, day * 86_400 + 60));
    await notes(w, id, day);
    if (day % 10 > 0) continue;
    await command(id, { type: "daily-report", departmentIds: ["engineering"], text: `第 ${day} 天` });
    await command(id, { type: "progress", text: "已联系电梯公司" });
    await command(id, { type: "urge", text: "催" });
    await settle(w);
  }
  return { w, id, matter, costs };
}

describe("a complaint that grows for three years", () => {
  test("costs every command at most twice what it cost on the first days, and loses nothing of its history", async () => {
    const { w, id, matter, costs } = await threeYears();
    const stored = w.complaints.items.get(id)!;
    const seqs = stored.events.at(-1)!.seq;
    expect(seqs).toBeGreaterThan(5000);
    expect(stored.events.length).toBeLessThan(150);

    // An ordinary complaint ends with 8 KB (docs/access-patterns.md): twice that, whatever its age.
    expect(Math.max(...costs.map(({ bytes }) => bytes))).toBeLessThan(16 * 1024);
    const quiet = costs.filter(({ objects }) => objects === 0);
    expect(quiet.length / costs.length).toBeGreaterThan(0.6);
    // One command in some twenty writes a run, one in some hundred puts eight together.
    expect(Math.max(...costs.map(({ objects }) => objects))).toBeLessThan(20);
    const lastYear = costs.slice(-100);
    const sum = (some: readonly Cost[]) => some.reduce((all, { objects }) => all + objects, 0) / some.length;
    expect(sum(lastYear)).toBeLessThan(2);
    expect(stored.archive.length).toBeLessThan(30);

    const told = await history(w.ports, people.manager, id);
    if ("problem" in told) throw new Error(told.problem);
    expect(told.events.map(({ event }) => event.seq)).toEqual(Array.from({ length: seqs }, (_, n) => n + 1));
    expect(told.events[0]?.texts["matter"]).toBe(matter);
    const noted = told.events.filter(({ event }) => event.fact.type === "noted");
    expect(noted.map(({ texts }) => texts["text"])).toEqual(
      Array.from({ length: DAYS * A_DAY }, (_, n) => noteOf(n)),
    );
    expect(await faultsOfHistories(w.ports)).toEqual([]);

    // What was erased is gone wherever it lay, and the chain still holds.
    const refs = await erase(w.ports, { number: stored.registration.number, fields: ["text", "matter"] });
    if ("problem" in refs) throw new Error(refs.problem);
    expect(refs.refs).toHaveLength(DAYS * A_DAY + 3 * 110 + 1);
    for (const { body } of w.besideDocuments.items.values()) {
      const text = Buffer.from(body).toString("utf8");
      expect(text).not.toContain("录录");
      expect(text).not.toContain("水水");
    }
    expect(await faultsOfHistories(w.ports)).toEqual([]);
  }, 240_000);
});

describe("a history that has left the document", () => {
  test("still answers a repeated command as it did", async () => {
    const w = world(began);
    const { id } = (await w.receive({ classCode: "1.2.2" })).registration;
    const note = { type: "note", text: `第一条${"长".repeat(900)}` } as const;
    const key = { idempotencyKey: "the-first-note", version: (await w.complaint(id)).version };
    const first = await w.give(id, note, key);
    for (let n = 0; n < 250; n += 1) {
      await w.give(id, { type: "note", text: `${n}${"记".repeat(300)}` });
      await settle(w);
    }
    const stored = await w.complaint(id);
    expect(stored.events.some(({ commandId }) => commandId.endsWith("the-first-note"))).toBe(false);
    expect(stored.archive.length).toBeGreaterThan(3);
    // Whoever sends it again may have looked at the complaint in between: the key tells, not the version.
    for (const version of [key.version, stored.version]) {
      const again = await w.give(id, note, { ...key, version });
      expect(again.view).toEqual(first.view);
      expect((await w.complaint(id)).revision).toBe(stored.revision);
    }
    const other = { ...note, text: "同一标识，另一内容" };
    await expect(w.give(id, other, { ...key, version: stored.version })).rejects.toThrow("key-reused");
  });

  test("a rung finds room, and is decided once", async () => {
    const w = world(began);
    const { id } = (await w.receive({ classCode: "1.2.2" })).registration;
    for (let n = 0; n < 200; n += 1) {
      await w.give(id, { type: "note", text: "记".repeat(3900) });
      await settle(w);
    }
    await w.run(plusSeconds(began, 3 * 86_400));
    const whole = await w.ports.complaints.whole(await w.complaint(id));
    const rungs = whole.events.flatMap(({ fact }) =>
      fact.type === "rungDecided" ? [`${fact.name} ${fact.cycle} ${fact.rung}`] : [],
    );
    expect(rungs).toContain("firstReply 1 limit");
    expect(new Set(rungs).size).toBe(rungs.length);
    expect(packJson(await w.complaint(id)).length).toBeLessThan(30_000);
    expect(localDate(whole.lastEventAt, "Asia/Shanghai") > "2026-03-02").toBe(true);
  });
});

describe("a complaint of many plans and reviews", () => {
  const many = <T>(count: number, make: (n: number) => T) => Array.from({ length: count }, (_, n) => make(n));
  const nodesOf = ({ clocks }: { readonly clocks: readonly { readonly name: string }[] }) =>
    clocks.filter(({ name }) => name === "node").length;

  test("nodes of a replaced plan leave it, and no node is called as one before it", async () => {
    const w = world(began);
    const { id } = (await w.receive({ classCode: "1.2.2" })).registration;
    await w.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
    for (let n = 0; n < 12; n += 1) {
      const nodes = many(20, (day) => ({ dueAt: plusSeconds(began, (day + 5) * 86_400), text: "更换主板" }));
      await w.give(id, { type: "plan", act: { kind: "write", text: "计划", nodes } });
      await w.give(id, { type: "plan", act: { kind: "approve" } }, { person: people.projectManager });
      await w.give(id, { type: "plan", act: { kind: "agree", via: "phone" } });
      await settle(w);
    }
    const stored = await w.complaint(id);
    expect(nodesOf(stored)).toBeLessThan(120);
    const whole = await w.ports.complaints.whole(stored);
    const keys = whole.clocks.flatMap(({ name, key }) => (name === "node" ? [key] : []));
    expect(keys).toEqual(many(240, (n) => `n${n + 1}`));
    expect(await faultsOfHistories(w.ports)).toEqual([]);
  });

  test("corrective actions leave it once they are verified, and all of them are still told", async () => {
    const w = world(began);
    const { id } = (await w.receive({ classCode: "1.2.2" })).registration;
    await w.give(id, { type: "register-and-close", text: "已解释" });
    const dueAt = plusSeconds(began, 90 * 86_400);
    const action = { ownerId: people.handler.id, dueAt, cause: "保养不到位", measure: "每周检查" };
    for (let n = 0; n < 3; n += 1) {
      const actions = many(20, () => action);
      await w.give(id, { type: "review", text: "检讨", actions }, { person: people.manager });
      await settle(w);
    }
    const correctives = ({ clocks }: Pick<Complaint, "clocks">) =>
      clocks.filter(({ name }) => name === "corrective").length;
    const open = (await w.complaint(id)).actions ?? [];
    expect(correctives(await w.complaint(id))).toBe(60);
    for (const { id: actionId } of open) {
      await w.give(id, { type: "evidence", actionId, text: "已换" }, { person: people.handler });
      await w.give(id, { type: "verify", actionId, passed: true, text: "属实" }, { person: people.manager });
      await settle(w);
    }
    const stored = await w.complaint(id);
    expect(correctives(stored)).toBeLessThan(40);
    expect(stored.actions?.map(({ id: known }) => known)).toEqual(many(60, (n) => `z${n + 1}`));
    expect(correctives(await w.ports.complaints.whole(stored))).toBe(60);
    expect(await faultsOfHistories(w.ports)).toEqual([]);
  });
});
