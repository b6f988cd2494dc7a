import { describe, expect, test } from "vitest";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import {
  callBack,
  type GroupToHold,
  holdCommand,
  holdGroupCommand,
  type ToHold,
} from "../../../lib/app/held/hold.ts";
import { letGo, letGoWhenDue } from "../../../lib/app/held/let-go.ts";
import { justNow } from "../../../lib/app/held/list.ts";
import type { HeldCommand } from "../../../lib/app/ports/held.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { assignAll, confirmedCrowd, giveGroup, onlyGroup, replyAll } from "../../support/groups.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const person = people.supervisor;
const text = "明天上午上门查看";

/** A reply as the desk sends it. */
function reply(complaintId: string, version: number, more: Partial<ToHold> = {}): ToHold {
  const command = { type: "reply", via: "phone", text } as const;
  return {
    complaintId,
    command: "reply",
    body: { version, command, attachments: [] },
    sent: JSON.stringify({ version, via: "phone", text }),
    idempotencyKey: "key-held",
    person,
    ...more,
  };
}

async function desk(): Promise<{ readonly w: World; readonly id: string; readonly version: number }> {
  const w = world(now);
  const { registration, version } = await w.receive();
  await w.drain();
  return { w, id: registration.id, version };
}

async function held(w: World, given: ToHold): Promise<HeldCommand> {
  const result = await holdCommand(w.ports, given);
  if ("problem" in result) throw new Error(result.problem);
  return result;
}

const replies = async (w: World, id: string) =>
  (await w.complaint(id)).events.filter(({ fact }) => fact.type === "replied").length;

describe("what reaches a customer waits ten seconds on the server", () => {
  test("it leaves by itself, whatever becomes of the page, and keeps no words afterwards", async () => {
    const { w, id, version } = await desk();
    await held(w, reply(id, version));
    await w.run(at("2026-03-02 10:00:09"));
    expect(await replies(w, id)).toBe(0);
    await w.run(at("2026-03-02 10:00:10"));
    expect(await replies(w, id)).toBe(1);
    const [left] = await justNow(w.ports, person);
    expect(left).toMatchObject({ state: "left" });
    expect(JSON.stringify([...w.held.items.values()])).not.toContain(text);
  });

  test("called back it never leaves, not even when its message comes; nobody else can call it back", async () => {
    const { w, id, version } = await desk();
    const one = await held(w, reply(id, version));
    expect(await callBack(w.ports, people.projectManager, one.id)).toMatchObject({ problem: "not-found" });
    expect(await callBack(w.ports, person, one.id)).toMatchObject({ state: "called-back" });
    await w.run(at("2026-03-02 10:05"));
    expect(await replies(w, id)).toBe(0);
    // Written again and sent under the same key it is held anew.
    expect(await held(w, reply(id, version))).toMatchObject({ state: "waiting" });
    await w.run(at("2026-03-02 10:10"));
    expect(await replies(w, id)).toBe(1);
  });

  test("what has left cannot be called back, and it is given once however often it is sent or let go", async () => {
    const { w, id, version } = await desk();
    const one = await held(w, reply(id, version));
    await held(w, reply(id, version));
    await letGo(w.ports, one);
    await letGo(w.ports, one);
    await w.run(at("2026-03-02 10:05"));
    await held(w, reply(id, version));
    expect(await replies(w, id)).toBe(1);
    expect(await callBack(w.ports, person, one.id)).toMatchObject({ problem: "left-already" });
    const other = JSON.stringify({ version, via: "phone", text: "改了" });
    expect(await holdCommand(w.ports, reply(id, version, { sent: other }))).toMatchObject({
      problem: "key-reused",
    });
  });

  test("what would be refused is refused at once, with nothing held", async () => {
    const { w, id, version } = await desk();
    expect(await holdCommand(w.ports, reply(id, version + 1))).toMatchObject({ problem: "stale-version" });
    expect(await holdCommand(w.ports, reply("none", version))).toMatchObject({
      problem: "unknown-complaint",
    });
    expect(w.held.items.size).toBe(0);
    expect(await replies(w, id)).toBe(0);
  });

  test("a colleague who was faster: it is not given, its person is told, and the words are still there", async () => {
    const { w, id, version } = await desk();
    const one = await held(w, reply(id, version));
    await w.give(id, { type: "note", text: "备注" });
    await w.run(at("2026-03-02 10:05"));
    expect(await replies(w, id)).toBe(0);
    const [refused] = await justNow(w.ports, person);
    expect(refused).toMatchObject({ id: one.id, state: "refused", refusal: "stale-version" });
    expect(refused?.sent).toContain(text);
    await callBack(w.ports, person, one.id);
    expect(await justNow(w.ports, person)).toEqual([]);
    expect(JSON.stringify([...w.held.items.values()])).not.toContain(text);
  });

  test("wherever a process dies, what was held is given once: the sweep sends for what a lost message left", async () => {
    const points = await atEveryPoint(async (point) => {
      const { w, id, version } = await desk();
      const died = await diesAt(w.ports, point, async (ports) => {
        const one = await holdCommand(ports, reply(id, version));
        if (!("problem" in one)) await letGoWhenDue(ports, { heldId: one.id, personId: person.id });
      });
      // The desk sends it again, as a person does whose page had no answer.
      await held(w, reply(id, version));
      w.reactQueue.take();
      await w.run(at("2026-03-02 10:30"));
      await sweep(w.ports);
      await w.drain();
      expect(await replies(w, id)).toBe(1);
      return { died };
    });
    expect(points).toBeGreaterThan(3);
    const leaving = await atEveryPoint(async (point) => {
      const { w, id, version } = await desk();
      const one = await held(w, reply(id, version));
      const died = await diesAt(w.ports, point, (ports) => letGo(ports, one));
      await w.run(at("2026-03-02 10:30"));
      await sweep(w.ports);
      await w.drain();
      expect(await replies(w, id)).toBe(1);
      return { died };
    });
    expect(leaving).toBeGreaterThan(4);
  });
});

describe("what reaches the members of a group waits the same ten seconds", () => {
  const groupReply = (group: ReturnType<typeof onlyGroup>, more: Partial<GroupToHold> = {}): GroupToHold => {
    const { type, ...said } = replyAll;
    const { version } = group;
    return {
      groupId: group.identity.id,
      command: type,
      body: { version, groupCommand: replyAll },
      sent: JSON.stringify({ version, ...said }),
      idempotencyKey: "key-group",
      person,
      ...more,
    };
  };
  async function waiting() {
    const w = world(now);
    const ids = await confirmedCrowd(w);
    return { w, ids, given: groupReply(onlyGroup(w)) };
  }
  const told = async (w: World, ids: readonly string[]) =>
    (await Promise.all(ids.map((id) => replies(w, id)))).reduce((sum, one) => sum + one, 0);
  const heldFor = async (w: World, given: GroupToHold): Promise<HeldCommand> => {
    const result = await holdGroupCommand(w.ports, given);
    if ("problem" in result) throw new Error(result.problem);
    return result;
  };

  test("nobody is told before; then everybody once, and its person is told for how many", async () => {
    const { w, ids, given } = await waiting();
    await heldFor(w, given);
    await heldFor(w, given);
    await w.run(at("2026-03-02 10:00:09"));
    expect(await told(w, ids)).toBe(0);
    await w.run(at("2026-03-02 10:05"));
    expect(await told(w, ids)).toBe(ids.length);
    expect(await justNow(w.ports, person)).toEqual([]);
    const [left] = [...w.held.items.values()];
    expect(left).toMatchObject({ state: "left", outcomes: { done: ids.length, already: 0, refused: 0 } });
    expect(JSON.stringify(left)).not.toContain(replyAll.text);
  });

  test("called back no member hears of it; what would be refused is refused at once", async () => {
    const { w, ids, given } = await waiting();
    const one = await heldFor(w, given);
    await callBack(w.ports, person, one.id);
    await w.run(at("2026-03-02 10:05"));
    expect(await told(w, ids)).toBe(0);
    const stale = { ...given.body, version: given.body.version + 1 };
    expect(await holdGroupCommand(w.ports, { ...given, body: stale })).toMatchObject({
      problem: "stale-version",
    });
    expect(await holdGroupCommand(w.ports, { ...given, groupId: "none" })).toMatchObject({
      problem: "unknown-group",
    });
  });

  test("a colleague who was faster with the group: not given, told, and the words are there", async () => {
    const { w, ids, given } = await waiting();
    await heldFor(w, given);
    await giveGroup(w, assignAll);
    await w.run(at("2026-03-02 10:05"));
    expect(await told(w, ids)).toBe(0);
    const [refused] = await justNow(w.ports, person);
    expect(refused).toMatchObject({ state: "refused", refusal: "stale-version" });
    expect(refused?.sent).toContain(replyAll.text);
  });

  test("a process that dies between the members and its record: the sweep gives it again, and each is told once", async () => {
    const { w, ids, given } = await waiting();
    const one = await heldFor(w, given);
    await letGo(w.ports, one);
    // As it stands after the crash: given to everybody, and not on record.
    w.held.items.set(`${person.id} ${one.id}`, { ...one, state: "leaving" });
    w.reactQueue.take();
    await w.run(at("2026-03-02 10:30"));
    await sweep(w.ports);
    await w.drain();
    expect(await told(w, ids)).toBe(ids.length);
    expect([...w.held.items.values()]).toMatchObject([{ state: "left", outcomes: { done: ids.length } }]);
  });
});
