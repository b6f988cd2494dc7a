import { describe, expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { builtInGroupPolicy } from "../../../lib/domain/policy/group-policy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, later } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { confirmedCrowd, crowd, fiveRooms, fromRoom, giveGroup, onlyGroup } from "../../support/groups.ts";
import { world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");
const members = (w: ReturnType<typeof world>) =>
  onlyGroup(w)
    .members.map(({ complaintId }) => complaintId)
    .sort();

describe("D11: five customers with one problem point", () => {
  test("five households of one building within 24 h are proposed at once, as B, with members and evidence", async () => {
    const w = world(monday);
    const ids = await crowd(w);
    const group = onlyGroup(w);
    expect(group).toMatchObject({
      status: "proposed",
      level: "B",
      evidence: { scope: "building", building: "3", households: 5, headcount: 1, from: monday, to: monday },
    });
    expect(members(w)).toEqual(ids.toSorted());
    expect(w.telemetry.counts.GroupsProposed).toBe(1);
    const told = w.sent.map(({ to, subject }) => `${subject.split("#")[0]} ${to}`).toSorted();
    expect(told).toEqual([
      // D15: the same point in the same building came for the third time; the owner of the measure hears of it.
      "handling supervisor-1@desk.example",
      "proposed manager-1@desk.example",
      "proposed supervisor-1@desk.example",
    ]);
  });

  test("a published policy may say other numbers: three customers of a building, standing after ten minutes", async () => {
    const w = world(monday);
    const groups = {
      ...builtInGroupPolicy,
      customers: 3,
      building: { windowHours: 2, confirmAfterDutyMinutes: 10 },
    };
    const edition = { version: "company/1", scope: "company", number: 1, effectiveFrom: monday } as const;
    await w.ports.ruleStore.publishPolicy(
      { ...edition, publishedAt: monday, publishedBy: "hq" },
      completed("company/1", "default", { groups }),
    );
    await crowd(w, fiveRooms.slice(2));
    expect(onlyGroup(w)).toMatchObject({ level: "B", confirmAt: at("2026-03-02 10:10") });
  });

  test("four are not five", async () => {
    const w = world(monday);
    await crowd(w, fiveRooms.slice(1));
    await w.run(later(monday, 1));
    expect(w.groups.items.size).toBe(0);
  });

  test("one household complaining five times is one customer, and its complaints are 重复投诉", async () => {
    const w = world(monday);
    const ids = await crowd(w, ["101", "101", "101", "101", "101"]);
    await w.run(later(monday, 1));
    expect(w.groups.items.size).toBe(0);
    const nth = await Promise.all(ids.map(async (id) => (await w.complaint(id)).repeat?.nth ?? 1));
    expect(nth.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5]);
  });

  test("a joint letter of five is a group by itself", async () => {
    const w = world(monday);
    await fromRoom(w, "101", { headcount: 5 });
    await w.drain();
    expect(onlyGroup(w)).toMatchObject({ level: "B", evidence: { households: 1, headcount: 5 } });
  });

  test("opinions make a D; repairs make nothing", async () => {
    const w = world(monday);
    for (const room of fiveRooms) await fromRoom(w, room, { recordKind: "opinion" });
    for (const room of fiveRooms) await fromRoom(w, room, { recordKind: "repair", classCode: "1.7.3" });
    await w.drain();
    expect(onlyGroup(w)).toMatchObject({ level: "D", members: { length: 5 } });
  });

  test("an opinion group becomes a proposal of level B when complaints alone are five", async () => {
    const w = world(monday);
    for (const room of fiveRooms) await fromRoom(w, `2${room}`, { recordKind: "opinion" });
    await crowd(w);
    expect(onlyGroup(w)).toMatchObject({ level: "B", members: { length: 10 } });
  });

  test("by person where the room is unknown; who cannot be told apart counts once", async () => {
    const w = world(monday);
    for (const _ of fiveRooms) await fromRoom(w, "", { location: {}, complainant: { anonymous: true } });
    await w.drain();
    expect(w.groups.items.size).toBe(0);
    for (const _ of fiveRooms) await fromRoom(w, "", { location: {} });
    await w.drain();
    expect(onlyGroup(w).evidence).toMatchObject({ scope: "project", households: 6 });
  });

  test("the same building: stands by itself after one duty hour, at night from 08:00 on", async () => {
    const w = world(at("2026-03-02 20:30"));
    await crowd(w);
    expect(onlyGroup(w).confirmAt).toBe(at("2026-03-03 08:30"));
    await w.run(at("2026-03-03 08:29"));
    expect(onlyGroup(w).status).toBe("proposed");
    await w.run(at("2026-03-03 08:31"));
    expect(onlyGroup(w)).toMatchObject({ status: "confirmed", version: 1 });
  });

  test("else a window of seven days: stands by itself after four working hours", async () => {
    const w = world(monday);
    for (const [day, room] of fiveRooms.entries()) {
      const building = String(day);
      await fromRoom(w, room, { location: { building, unit: "1", room } });
      await w.run(later(monday, 24 * (day + 1)));
    }
    const group = onlyGroup(w);
    expect(group.evidence).toMatchObject({ scope: "project", households: 5, from: monday });
    // Proposed on Friday 2026-03-06 at 10:00; lunch from 12:00 does not exist in the default week of 9:00 to 18:00.
    expect(group.confirmAt).toBe(at("2026-03-06 14:00"));
  });

  test("the first of an eight-day-long series does not count", async () => {
    const w = world(monday);
    for (const [index, room] of fiveRooms.entries()) {
      await fromRoom(w, room, { location: { building: String(index), unit: "1", room } });
      await w.run(later(monday, 24 * 2 * (index + 1)));
    }
    expect(w.groups.items.size).toBe(0);
  });

  test("each late-comer joins the open group, and there is one open group per project and problem point", async () => {
    const w = world(monday);
    await crowd(w);
    const late = await fromRoom(w, "301", { location: { building: "8", unit: "2", room: "301" } });
    const other = await fromRoom(w, "302", { classCode: "1.7.4" });
    await w.drain();
    expect(members(w)).toContain(late.registration.id);
    expect(members(w)).not.toContain(other.registration.id);
  });

  test("what a person dissolved is not proposed again with the same members; five new ones are", async () => {
    const w = world(monday);
    await crowd(w);
    await giveGroup(w, { type: "dissolve", reason: "各户原因不同" });
    await w.run(later(monday, 1));
    expect(onlyGroup(w).status).toBe("dissolved");
    await fromRoom(w, "106");
    await w.drain();
    expect(onlyGroup(w).status).toBe("dissolved");
    const next = await crowd(w, ["107", "108", "109", "110"]);
    expect(w.groups.items.size).toBe(2);
    const [, second] = [...w.groups.items.values()];
    expect(second?.identity.ordinal).toBe(2);
    expect(second?.members).toHaveLength(5);
    expect(second?.members.map(({ complaintId }) => complaintId)).toEqual(expect.arrayContaining(next));
  });

  test("a member given another problem point leaves; a proposal without five customers lapses", async () => {
    const w = world(monday);
    const [first = ""] = await crowd(w);
    await w.give(first, { type: "classify", classCode: "1.7.4" });
    await w.drain();
    expect(onlyGroup(w)).toMatchObject({ status: "dissolved", barred: [] });
    await fromRoom(w, "106");
    await w.drain();
    expect(w.groups.items.size).toBe(2);
  });

  test("a member withdrawn meanwhile does not count when the proposal would stand by itself", async () => {
    const w = world(monday);
    const [first = ""] = await crowd(w);
    await w.give(first, { type: "withdraw", reason: "误报" });
    await w.run(later(monday, 2));
    expect(onlyGroup(w).status).toBe("dissolved");
  });
});

describe("parallel arrivals", () => {
  test("complaints that the index did not show at first are found by the second look, two minutes later", async () => {
    const w = world(monday);
    const ids = [];
    for (const room of fiveRooms) {
      const { registration } = await fromRoom(w, room);
      ids.push(registration.id);
      w.complaints.notIndexed.add(registration.id);
    }
    await w.drain();
    expect(w.groups.items.size).toBe(0);
    w.complaints.notIndexed.clear();
    await w.run(plusSeconds(monday, 119));
    expect(w.groups.items.size).toBe(0);
    await w.run(plusSeconds(monday, 121));
    expect(members(w)).toEqual(ids.toSorted());
  });

  test("a second look may come twice, late, or for a complaint that does not exist", async () => {
    const w = world(monday);
    const [id = ""] = await crowd(w);
    const { revision } = onlyGroup(w);
    await reactTo(w.ports, { kind: "complaint", id, again: true });
    await reactTo(w.ports, { kind: "complaint", id: "nowhere", again: true });
    expect(onlyGroup(w).revision).toBe(revision);
  });
});

test("a crash between any two steps of the reactions loses no member, no message and no timer", async () => {
  const points = await atEveryPoint(async (point) => {
    const w = world(monday);
    const ids = [];
    for (const room of fiveRooms) ids.push((await fromRoom(w, room)).registration.id);
    const [last = "", ...others] = ids.toReversed();
    w.reactQueue.take();
    for (const id of others) await reactTo(w.ports, { kind: "complaint", id });
    const died = await diesAt(w.ports, point, (ports) => reactTo(ports, { kind: "complaint", id: last }));
    // Everything that was put on the queue is lost too: only the sweep is left.
    w.reactQueue.take();
    w.alarmQueue.take();
    w.noticeQueue.take();
    w.clock.advance(600);
    await sweep(w.ports);
    await w.drain();
    expect(members(w)).toEqual(ids.toSorted());
    expect(w.notices.all().filter(({ subject }) => subject.kind === "group")).toHaveLength(2);
    expect(onlyGroup(w).armed.epoch).toBe(onlyGroup(w).alarm.epoch);
    return { died };
  });
  expect(points).toBeGreaterThan(10);
});

test("a crash between any two steps of telling the members leaves every one of them in the group", async () => {
  await atEveryPoint(async (point) => {
    const w = world(monday);
    await crowd(w);
    await giveGroup(w, { type: "confirm" });
    const groupId = onlyGroup(w).identity.id;
    w.reactQueue.take();
    const died = await diesAt(w.ports, point, (ports) => reactTo(ports, { kind: "group", id: groupId }));
    w.reactQueue.take();
    w.clock.advance(600);
    await sweep(w.ports);
    await w.drain();
    const joined = [...w.complaints.items.values()].map(({ group }) => group?.id);
    expect(joined).toEqual(fiveRooms.map(() => groupId));
    expect(onlyGroup(w).members.map((member) => member.joined)).toEqual(fiveRooms.map(() => true));
    return { died };
  });
});

test("dissolved: every member leaves, and its own rungs are back", async () => {
  const w = world(monday);
  await confirmedCrowd(w);
  for (const { alarm, clocks } of w.complaints.items.values()) {
    expect(alarm.at).toBe(
      clocks.flatMap(({ name, limits }) => (name === "dailyReport" ? [limits[0]?.dueAt] : []))[0],
    );
  }
  await giveGroup(w, { type: "dissolve", reason: "不是一回事" });
  await w.drain();
  for (const complaint of w.complaints.items.values()) {
    expect(complaint.group).toBeUndefined();
    expect(complaint.alarm.at).toBeDefined();
  }
});
