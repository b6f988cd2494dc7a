import { describe, expect, test } from "vitest";
import { builtInGroupPolicy, groupPolicyOf } from "../../../lib/domain/policy/group-policy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, at, local, plain } from "../../support/builders.ts";
import {
  candidates,
  crowd,
  fromRoom,
  groupAfter,
  groupRefusal,
  identity,
  monday,
  news,
  proposal,
  rooms,
  standing,
  through,
} from "./life.ts";

const add = (...complaints: Parameters<typeof candidates>[0]) =>
  ({ type: "add-members", members: candidates(complaints), joined: false }) as const;
const ids = (some: readonly { readonly complaintId: string }[]) => some.map(({ complaintId }) => complaintId);
const all = rooms.map((room) => `complaint-${room}`);
const manager = { personId: "manager-1", post: "manager" };
const later = (minutes: number) => plusSeconds(monday, minutes * 60);

describe("D11: a group is proposed", () => {
  test("with its members, its evidence and when it stands by itself; supervisor and manager hear of it", () => {
    const group = proposal();
    expect(news(undefined, group)).toMatchObject([
      {
        type: "proposed",
        ...identity,
        level: "B",
        barred: [],
        recipients: [{ personId: "supervisor-1" }, manager],
      },
    ]);
    expect(group).toMatchObject({ status: "proposed", version: 1, identity, level: "B", proposedAt: monday });
    expect(group.members.map(({ complaintId, joined }) => [complaintId, joined])).toEqual(
      all.map((id) => [id, false]),
    );
    expect(group.evidence).toEqual({
      scope: "building",
      building: "3",
      households: 5,
      headcount: 1,
      from: monday,
      to: monday,
    });
    expect(group.alarm.at).toBe(group.confirmAt);
  });

  test("one building stands by itself after an hour of duty time, the project after four working hours", () => {
    const spread = rooms.map((room) => fromRoom(room, { location: { building: room, room } }));
    const confirmAt = (members: Parameters<typeof proposal>[0], now: string) =>
      local(proposal(members, at(now)).confirmAt!);
    expect(confirmAt(candidates(crowd()), "2026-03-02 10:00")).toBe("2026-03-02 11:00");
    // Saturday evening before the quiet hours, which end at 08:00.
    expect(confirmAt(candidates(crowd()), "2026-03-07 20:30")).toBe("2026-03-08 08:30");
    expect(confirmAt(candidates(spread), "2026-03-02 10:00")).toBe("2026-03-02 14:00");
    expect(confirmAt(candidates(spread), "2026-03-07 20:30")).toBe("2026-03-09 13:00");
  });

  test("four are no group; a group that is there is not proposed again", () => {
    const group = proposal();
    const propose = {
      type: "propose",
      identity,
      members: candidates(crowd().slice(0, 4)),
      barred: [],
    } as const;
    expect(groupAfter(group, propose, monday)).toBe(group);
    expect(() => groupAfter(undefined, propose, monday)).toThrow("propose refused: too-few");
    expect(() => groupAfter(undefined, { type: "confirm" }, monday)).toThrow("confirm needs a group");
  });

  test("a policy that says nothing of groups leaves the built-in numbers in force", () => {
    const own = { ...builtInGroupPolicy, customers: 3 };
    expect([groupPolicyOf({ groups: own }), groupPolicyOf({})]).toEqual([own, builtInGroupPolicy]);
  });
});

describe("who comes later joins", () => {
  test("a proposal: its evidence follows, and it never stands by itself later than before", () => {
    const before = proposal();
    const group = groupAfter(before, add(fromRoom("106", {}, later(30))), later(30));
    expect(news(before, group).map(({ type }) => type)).toEqual(["membersAdded", "evidenced"]);
    expect(group.evidence).toMatchObject({ households: 6, to: later(30) });
    expect(group.confirmAt).toBe(before.confirmAt);
    expect(group.members.at(-1)).toMatchObject({ complaintId: "complaint-106", joined: false });
  });

  test("one building brings a project's proposal forward", () => {
    const spread = rooms.map((room) =>
      fromRoom(room, { location: { building: room === "101" ? "3" : room, room } }),
    );
    const before = proposal(candidates(spread));
    const group = groupAfter(
      before,
      add(...["111", "112", "113", "114"].map((room) => fromRoom(room))),
      later(5),
    );
    expect([local(before.confirmAt!), local(group.confirmAt!)]).toEqual([
      "2026-03-02 14:00",
      "2026-03-02 11:05",
    ]);
  });

  test("evidence that stays as it was is not told again", () => {
    const before = proposal(candidates(crowd({ headcount: 6 })));
    const group = groupAfter(
      before,
      add(fromRoom("other", { location: { building: "3", room: "101" }, headcount: 6 })),
      later(5),
    );
    expect(news(before, group).map(({ type }) => type)).toEqual(["membersAdded"]);
  });

  test("nobody twice; whoever was taken out keeps out, unless a person puts it in again", () => {
    const group = standing();
    expect(groupAfter(group, add(fromRoom("101")), later(5))).toBe(group);
    const left = groupAfter(
      group,
      { type: "remove-member", complaintId: "complaint-105", barred: true },
      later(5),
    );
    expect(groupAfter(left, add(fromRoom("105")), later(6))).toBe(left);
    const again = groupAfter(left, { ...add(fromRoom("105")), joined: true }, later(6));
    expect(again).toMatchObject({ barred: [], members: { length: 5 } });
    expect(again.members.at(-1)?.joined).toBe(true);
  });

  test("a document has room for so many", () => {
    const groups = { ...builtInGroupPolicy, maxMembers: 6 };
    const two = add(fromRoom("106"), fromRoom("107"));
    const group = groupAfter(standing(), two, later(5), { groups });
    expect(ids(group.members)).toEqual([...all, "complaint-106"]);
    expect(groupAfter(group, two, later(6), { groups })).toBe(group);
    expect(groupAfter(group, two, later(6), { groups: { ...groups, maxMembers: 2 } })).toBe(group);
  });

  test("nobody joins what is over", () => {
    const over = groupAfter(
      standing(),
      { type: "dissolve", reason: { salt: "s", value: "不是一回事" } },
      later(5),
    );
    expect(groupAfter(over, add(fromRoom("106")), later(6))).toBe(over);
  });

  test("a solved group is open again, and whom to call is drawn anew", () => {
    const solved = through(standing(), { type: "resolve", via: "phone" }, later(60));
    expect(solved).toMatchObject({ status: "resolved", sample: all });
    const group = groupAfter(solved, add(fromRoom("106")), later(90));
    expect(group.status).toBe("confirmed");
    expect(group).not.toHaveProperty("sample");
  });

  test("D11: a group of opinions that grows to five complaints is a B, told to manager and project manager at once", () => {
    const opinions = crowd({ recordKind: "opinion" });
    const before = standing(opinions);
    expect(before.level).toBe("D");
    const complaints = ["201", "202", "203", "204", "205"].map((room) => fromRoom(room));
    const four = groupAfter(before, add(...complaints.slice(0, 4)), later(5));
    expect(news(before, four).map(({ type }) => type)).toEqual(["membersAdded"]);
    const five = groupAfter(four, add(...complaints.slice(4)), later(6));
    expect(news(four, five)[1]).toMatchObject({
      type: "evidenced",
      level: "B",
      recipients: [manager, { personId: "project-manager-1" }],
    });
    expect(five.level).toBe("B");
    // A B stays a B and is told once.
    expect(news(five, groupAfter(five, add(fromRoom("206")), later(7))).map(({ type }) => type)).toEqual([
      "membersAdded",
    ]);
  });
});

describe("who leaves", () => {
  const remove = (room: string, barred = false) =>
    ({ type: "remove-member", complaintId: `complaint-${room}`, barred }) as const;

  test("a proposal of four lapses; its members are to be told", () => {
    const before = proposal();
    const group = groupAfter(before, remove("105", true), later(5));
    expect(news(before, group)).toEqual([
      { type: "memberLeft", complaintId: "complaint-105", barred: true },
      { type: "dissolved", because: "too-few" },
    ]);
    expect(group).toMatchObject({ status: "dissolved", endedAt: later(5), barred: ["complaint-105"] });
    expect(group.leaving).toEqual(["complaint-105", ...all.slice(0, 4)]);
    expect(group.alarm).toStrictEqual({ epoch: before.alarm.epoch + 1 });
  });

  test("a proposal of six goes on with five; the evidence follows", () => {
    const before = proposal(candidates([...crowd(), fromRoom("106")]));
    const group = groupAfter(before, remove("106"), later(5));
    expect(group).toMatchObject({
      status: "proposed",
      evidence: { households: 5 },
      barred: [],
      leaving: ["complaint-106"],
    });
  });

  test("a group that stands goes on with whoever is left, and ends with the last", () => {
    let group = standing();
    for (const room of rooms.slice(0, 4)) {
      group = groupAfter(group, remove(room), later(5));
      expect(group.status).toBe("confirmed");
    }
    expect(groupAfter(group, remove("101"), later(6))).toBe(group);
    expect(groupAfter(group, remove("105"), later(6)).status).toBe("dissolved");
  });

  test("from a group that is over somebody may leave, and nothing else happens", () => {
    const closed = groupAfter(standing(), { type: "fire" }, later(60), { members: [] });
    expect(closed.status).toBe("closed");
    expect(news(closed, groupAfter(closed, remove("101"), later(61)))).toEqual([
      { type: "memberLeft", complaintId: "complaint-101", barred: false },
    ]);
  });

  test("of a solved group, out of the calls as well", () => {
    const solved = through(standing(), { type: "resolve", via: "phone" }, later(60));
    expect(groupAfter(solved, remove("102"), later(61)).sample).toEqual(
      all.filter((id) => id !== "complaint-102"),
    );
  });
});

describe("the members' documents were told", () => {
  test("who joined has joined; who could not is a member no longer; there is nothing to settle twice", () => {
    const confirmed = groupAfter(proposal(), { type: "confirm" }, monday);
    const settle = { type: "settle", joined: all.slice(0, 4), dropped: all.slice(4) } as const;
    const group = groupAfter(confirmed, settle, later(1));
    expect(group.members.map(({ complaintId, joined }) => [complaintId, joined])).toEqual(
      all.slice(0, 4).map((id) => [id, true]),
    );
    expect(groupAfter(group, { type: "settle", joined: [], dropped: [] }, later(2))).toBe(group);
    const left = groupAfter(group, { type: "remove-member", complaintId: all[0]!, barred: false }, later(3));
    const told = groupAfter(left, { type: "settle", joined: [], dropped: [] }, later(4));
    expect([left.leaving, told.leaving]).toEqual([[all[0]], []]);
  });

  test("nobody could join: the group ends", () => {
    const confirmed = groupAfter(proposal(), { type: "confirm" }, monday);
    expect(groupAfter(confirmed, { type: "settle", joined: [], dropped: all }, later(1)).status).toBe(
      "dissolved",
    );
  });
});

describe("nobody decides on a proposal in time", () => {
  const fire = { type: "fire" } as const;

  test("it stands by itself at its instant, not before; manager and project manager hear of a B", () => {
    const group = proposal();
    const members = crowd();
    expect(groupAfter(group, fire, plusSeconds(group.confirmAt!, -1), { members })).toBe(group);
    const stands = groupAfter(group, fire, group.confirmAt!, { members });
    expect(stands).toMatchObject({ status: "confirmed", version: 1 });
    expect(news(group, stands)[0]).toEqual({
      type: "confirmed",
      recipients: [manager, { personId: "project-manager-1", post: "project-manager" }],
    });
    const opinions = crowd({ recordKind: "opinion" });
    const quiet = proposal(candidates(opinions));
    expect(news(quiet, groupAfter(quiet, fire, quiet.confirmAt!, { members: opinions }))[0]).toMatchObject({
      recipients: [{ personId: "supervisor-1" }, manager],
    });
  });

  test("who was classified otherwise or closed meanwhile counts no more; five must be left", () => {
    const members = [...crowd(), fromRoom("106"), fromRoom("107")];
    const other = after(members[0], { type: "classify", classCode: "1.2.6", level: "C" }, later(10));
    const gone = after(members[1], plain.withdraw(), later(10));
    const group = proposal(candidates(members));
    const stands = groupAfter(group, fire, group.confirmAt!, { members: [other, gone, ...members.slice(2)] });
    expect(
      news(group, stands)
        .map(({ type }) => type)
        .slice(0, 3),
    ).toEqual(["membersSettled", "evidenced", "confirmed"]);
    expect(ids(stands.members)).toEqual(ids(candidates(members.slice(2))));
    const six = proposal(candidates(members.slice(0, 6)));
    expect(
      groupAfter(six, fire, six.confirmAt!, { members: [other, gone, ...members.slice(2, 6)] }).status,
    ).toBe("dissolved");
  });

  test("documents that were not read fit nowhere: it lapses", () => {
    const group = proposal();
    expect(groupAfter(group, fire, group.confirmAt!).status).toBe("dissolved");
  });
});

test("a person confirms it: that is a decision of its own, and once only", () => {
  const group = groupAfter(proposal(), { type: "confirm" }, monday);
  expect(group).toMatchObject({ status: "confirmed", version: 2 });
  expect(groupRefusal(group, { type: "confirm" }, monday)).toMatchObject({
    refused: "group-not-allowed-now",
  });
});
