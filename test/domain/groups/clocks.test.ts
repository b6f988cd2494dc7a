import { describe, expect, test } from "vitest";
import { dueAt, isUnanswered } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Group } from "../../../lib/domain/groups/group.ts";
import { concernsGroups, GROUP_COMMAND, groupNotices } from "../../../lib/domain/groups/reactions.ts";
import { waitingOf } from "../../../lib/domain/groups/waiting.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, at, local, personal, plain, resolved, timer, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";
import {
  candidates,
  crowd,
  fromRoom,
  groupAfter,
  identity,
  joined,
  monday,
  news,
  proposal,
  rooms,
  standing,
  through,
} from "./life.ts";

const later = (minutes: number) => plusSeconds(monday, minutes * 60);
const fire = { type: "fire" } as const;
const clockOf = ({ clocks }: Group, name: string) => clocks.findLast((clock) => clock.name === name);
const duesOf = ({ clocks }: Group, name: string) =>
  clocks
    .filter((clock) => clock.name === name && isUnanswered(clock))
    .map((clock) => local(dueAt(clock)))
    .toSorted();
const dueOf = (group: Group, name: string) => {
  const clock = clockOf(group, name);
  return clock === undefined ? undefined : local(dueAt(clock));
};
const running = ({ clocks }: Group) => [...new Set(clocks.filter(isUnanswered).map(({ name }) => name))];
const told = (group: Group, members: readonly Complaint[], now = monday) =>
  members.map((member) => joined(member, group, now));
const waiting = (members: readonly Complaint[], sample?: readonly string[]) =>
  waitingOf(
    { identity, level: "D", ...(sample === undefined ? {} : { sample }) },
    members,
    rulesFor(ZONE).policy,
    monday,
  ).map(({ clock }) => clock);
const awaited = (members: readonly Complaint[], name: string, sample?: readonly string[]) =>
  waiting(members, sample).find((clock) => clock.name === name);

describe("D11: what a group's members wait for, the group waits for", () => {
  test("each limit that members have, as it stands there, and daily reports of a B; clocks of nobody do not run", () => {
    const members = [...crowd(), fromRoom("106", {}, at("2026-03-01 15:00"))];
    const group = standing(members);
    expect(running(group).toSorted()).toEqual(["dailyReport", "firstReply", "plan", "result"]);
    expect(duesOf(group, "firstReply")).toEqual(["2026-03-02 15:00", "2026-03-03 10:00"]);
    expect(duesOf(group, "result")).toEqual(["2026-03-04 18:00", "2026-03-05 18:00"]);
    expect(duesOf(group, "dailyReport")).toEqual(["2026-03-02 18:00"]);
  });

  test("rungs already past were the members' own", () => {
    const group = standing(crowd(), at("2026-03-03 09:00"));
    const clock = clockOf(group, "firstReply");
    expect(clock?.rungs.every((rung) => rung.at > at("2026-03-03 09:00"))).toBe(true);
    expect(clock?.rungs.length).toBeGreaterThan(0);
  });

  test("a time promised to one of them holds for the group, with its clause", () => {
    const asked = fromRoom("106", { requestedReplyAt: at("2026-03-02 14:00") });
    const group = standing([...crowd(), asked]);
    expect(duesOf(group, "firstReply")).toEqual(["2026-03-02 14:00", "2026-03-03 10:00"]);
    expect(group.clocks.find(({ name }) => name === "firstReply")?.limits[0]?.clause).toContain("D11");
  });

  test("B is grave and held back by no quiet hours; safety of one of them has its own limit", () => {
    const evening = at("2026-03-02 18:00");
    const [grave, opinions] = (["complaint", "opinion"] as const).map((recordKind) =>
      standing(
        rooms.map((room) => fromRoom(room, { recordKind }, evening)),
        evening,
      ),
    );
    const half = (group: Group) =>
      clockOf(group, "firstReply")?.rungs.find(({ id }) => id === "half")?.at ?? "";
    expect([grave!.level, local(half(grave!))]).toEqual(["B", "2026-03-03 06:00"]);
    expect([opinions!.level, local(half(opinions!))]).not.toEqual(["D", "2026-03-03 06:00"]);
    expect(opinions!.level).toBe("D");
    const unsafe = standing([...crowd().slice(1), fromRoom("106", { safety: true })]);
    const variants = unsafe.clocks.filter(({ name }) => name === "firstReply").map(({ variant }) => variant);
    expect(variants.filter((variant) => variant === "urgent")).toHaveLength(1);
    expect(clockOf(grave!, "firstReply")?.variant).not.toBe("urgent");
    expect(duesOf(unsafe, "firstReply")).toEqual(["2026-03-02 10:30", "2026-03-03 10:00"]);
  });

  test("a clock stops once nobody waits for it any more; one that a member still waits for goes on", () => {
    const group = standing();
    const members = told(group, crowd());
    const replied = members.map((complaint) => after(complaint, plain.reply(), later(5)));
    const some = groupAfter(group, fire, later(6), {
      members: [...members.slice(0, 1), ...replied.slice(1)],
    });
    expect(some).toBe(group);
    const all = groupAfter(group, fire, later(6), { members: replied });
    expect(clockOf(all, "firstReply")).toMatchObject({ stoppedAt: later(6) });
    expect(running(all)).not.toContain("firstReply");
    expect(running(all)).toContain("result");
  });

  test("once the first has been answered, the limits of the others ring as theirs", () => {
    const members = [...crowd(), fromRoom("106", { requestedReplyAt: at("2026-03-02 14:00") })];
    const group = standing(members);
    const [first, ...others] = told(group, members).toReversed();
    const answered = [after(first, plain.reply(), later(5)), ...others];
    const rest = groupAfter(group, fire, later(6), { members: answered });
    expect(duesOf(rest, "firstReply")).toEqual(["2026-03-03 10:00"]);
  });

  test("who joins brings its own time; the others' stay as they are, though their documents were not read", () => {
    const group = standing();
    const asked = fromRoom("107", { requestedReplyAt: at("2026-03-02 15:00") }, later(60));
    const sooner = groupAfter(group, add(asked), later(61), { members: [asked] });
    expect(duesOf(sooner, "firstReply")).toEqual(["2026-03-02 15:00", "2026-03-03 10:00"]);
    expect(news(group, sooner).map(({ type }) => type)).not.toContain("clockStopped");
  });

  const add = (complaint: Complaint) =>
    ({ type: "add-members", members: candidates([complaint]), joined: false }) as const;

  test("a member's clock that moves moves here, and one that stands still stands still here", () => {
    const group = standing();
    const [first, ...others] = told(group, crowd());
    const danger = { type: "classify", classCode: identity.code, level: "C", safety: true } as const;
    const members = [after(first, danger, later(20)), ...others];
    const moved = groupAfter(group, fire, later(20), { members });
    expect(duesOf(moved, "firstReply")).toEqual(["2026-03-02 10:50", "2026-03-03 10:00"]);
    expect(groupAfter(moved, fire, later(20), { members })).toBe(moved);
    const waits = members.map((member) =>
      after(member, plain.pause(), later(21), { posts: ["project-manager"] }),
    );
    expect(duesOf(groupAfter(moved, fire, later(21), { members: waits }), "result")).toEqual([]);
  });

  test("the department's limit is the one that was set for a member", () => {
    const limit = at("2026-03-03 12:00");
    const assigned = crowd().map((complaint) =>
      after(complaint, { type: "assign", departmentId: "engineering", limitAt: limit }, later(5)),
    );
    const group = groupAfter(standing(), fire, later(6), { members: assigned });
    expect(dueOf(group, "department")).toBe(local(limit));
  });
});

describe("what nobody waits for", () => {
  test("members that are over, clocks that are answered or paused", () => {
    const [first, second] = crowd();
    expect(waiting([after(first, plain.withdraw(), later(1))])).toEqual([]);
    const paused = after(second, plain.pause(), later(5), { posts: ["project-manager"] });
    expect(awaited([second!], "result")).toBeDefined();
    expect(awaited([paused], "result")).toBeUndefined();
    expect(awaited([paused], "firstReply")).toBeDefined();
  });

  test("the follow-up of whoever is not called", () => {
    const solved = resolved(monday, { id: "a", number: "1" });
    expect(awaited([solved], "followUp")).toBeDefined();
    expect(awaited([solved], "followUp", ["a"])).toBeDefined();
    expect(awaited([solved], "followUp", ["b"])).toBeUndefined();
  });

  test("clocks of members of another group", () => {
    const [first] = crowd();
    const elsewhere = after(first, { type: "join-group", groupId: "other.1", level: "D" }, monday, {
      by: timer,
    });
    expect(waiting([first!]).length).toBeGreaterThan(0);
    expect(waiting([elsewhere])).toEqual([]);
  });
});

describe("the ladder of a group", () => {
  test("each rung is decided once when its instant has come, for the people of the group's department", () => {
    const opinions = crowd({ recordKind: "opinion" });
    const group = through(standing(opinions), { type: "assign", departmentId: "engineering" }, later(5));
    const members = told(group, opinions);
    const when = group.alarm.at!;
    const [clock] = group.clocks.filter(({ rungs }) => rungs.some((rung) => rung.at === when));
    const asked: unknown[] = [];
    const decided = groupAfter(group, fire, when, {
      members,
      recipients: (posts, { departmentId }) => {
        asked.push(departmentId);
        return posts.map((post) => ({ personId: `${post}-1`, post }));
      },
    });
    const facts = news(group, decided);
    expect(facts[0]).toMatchObject({ type: "rungDecided", name: clock?.name, cycle: 1 });
    expect(asked).toContain("engineering");
    expect(groupAfter(decided, fire, when, { members })).toBe(decided);
    expect(decided.alarm.epoch).toBe(group.alarm.epoch + 1);
  });

  test("what one rung has told of together is not told again when one of them gets a handler afterwards", () => {
    const opinions = crowd({ recordKind: "opinion" });
    const group = standing(opinions);
    const members = told(group, opinions);
    const decided = groupAfter(group, fire, group.alarm.at!, { members });
    expect(news(group, decided).map(({ type }) => type)).toContain("rungDecided");
    const afterwards = plusSeconds(group.alarm.at!, 1800);
    const followed = clockOf(group, "firstReply")?.key?.split("/")[0];
    const held = members.map((member) =>
      member.registration.id === followed ? after(member, plain.assign(), afterwards) : member,
    );
    const next = groupAfter(decided, fire, afterwards, { members: held });
    const begun = news(decided, next).flatMap((fact) =>
      fact.type === "clockStarted" ? fact.rungs.filter(({ at: due }) => due <= afterwards) : [],
    );
    expect(begun).toEqual([]);
    expect(news(decided, next).map(({ type }) => type)).not.toContain("rungDecided");
  });

  test("a clock that stops in the same moment decides nothing any more", () => {
    const group = standing();
    const members = crowd().map((complaint) => after(complaint, plain.reply(), later(5)));
    const facts = news(group, groupAfter(group, fire, at("2026-03-20 10:00"), { members }));
    const decided = facts.flatMap((fact) => (fact.type === "rungDecided" ? [fact.name] : []));
    const stopped = facts.flatMap((fact) => (fact.type === "clockStopped" ? [fact.name] : []));
    expect(stopped).toContain("firstReply");
    expect(decided.filter((name) => stopped.includes(name))).toEqual([]);
  });
});

describe("who is written to about a group", () => {
  const keys = (group: Group) => group.events.flatMap((event) => groupNotices(event, group));

  test("of a proposal supervisor and manager, of a B that stands manager and project manager; each mail has its own key", () => {
    const group = standing();
    const mail = (post: string) => ({
      subject: { kind: "group", id: "series.1" },
      recipient: { kind: "person", id: `${post}-1`, post },
      adapter: "email",
    });
    const notices = keys(group);
    expect(notices).toMatchObject([
      { key: "proposed#1#supervisor-1#email", template: "group-proposed", ...mail("supervisor") },
      { key: "proposed#1#manager-1#email", template: "group-proposed", ...mail("manager") },
      { key: "confirmed#2#manager-1#email", template: "group-confirmed", ...mail("manager") },
      { key: "confirmed#2#project-manager-1#email", template: "group-confirmed", ...mail("project-manager") },
    ]);
    expect(notices.map(({ subject }) => subject)).toMatchObject([
      { seq: 1 },
      { seq: 1 },
      { seq: 2 },
      { seq: 2 },
    ]);
    expect(notices[0]?.recipient).not.toHaveProperty("insteadOf");
  });

  test("who stands in is told for whom", () => {
    const members = candidates(crowd());
    const propose = { type: "propose", identity: proposal().identity, members, barred: [] } as const;
    const group = groupAfter(undefined, propose, monday, {
      recipients: () => [{ personId: "region-1", post: "region", insteadOf: "manager" }],
    });
    expect(keys(group)[0]?.recipient).toEqual({
      kind: "person",
      id: "region-1",
      post: "region",
      insteadOf: "manager",
    });
  });

  test("of each rung of its ladder, as a reminder before the limit and an escalation after it", () => {
    const members = crowd();
    const stands = standing();
    const group = groupAfter(stands, fire, at("2026-03-10 10:00"), { members: told(stands, members) });
    const [reminder, escalation] = ["group-reminder", "group-escalation"].map((template) =>
      keys(group).find((notice) => notice.template === template),
    );
    expect(reminder?.key).toMatch(/^\w+#\d+#complaint-10\d.1[/\w-]*#[\w-]+#[\w-]+#email$/);
    expect(escalation?.key).toMatch(/^\w+#\d+#complaint-10\d.1[/\w-]*#[\w-]+#[\w-]+#email$/);
  });

  test("of what was dissolved nobody", () => {
    const group = groupAfter(standing(), { type: "dissolve", reason: personal("x") }, later(5));
    expect(groupNotices(group.events.at(-1)!, group)).toEqual([]);
  });
});

describe("which events of a complaint a group asks about", () => {
  const grouped = { group: { id: "series.1", level: "B", since: monday } } as const;
  const last = (complaint: Complaint, commandId = "c") => ({ ...complaint.events.at(-1)!, commandId });
  const first = (recordKind: "complaint" | "opinion" | "repair") =>
    fromRoom("101", { recordKind }).events[0]!;

  test("a new complaint or opinion, and what changes its point, its kind or its group", () => {
    expect(
      [first("complaint"), first("opinion"), first("repair")].map((event) => concernsGroups(event, {})),
    ).toEqual([true, true, false]);
    const complaint = fromRoom("101");
    for (const name of ["classify", "correct", "convert", "join-group"] as const) {
      const changed = after(complaint, plain[name](), later(1)).events.slice(complaint.events.length);
      expect(changed.some((event) => concernsGroups(event, {}))).toBe(true);
    }
    const left = after(after(complaint, plain["join-group"](), later(1)), plain["leave-group"](), later(2));
    expect(left.events.some((event) => event.fact.type === "leftGroup" && concernsGroups(event, {}))).toBe(
      true,
    );
    expect(concernsGroups(last(after(complaint, plain.reply(), later(1))), grouped)).toBe(false);
  });

  test("a member's clock that begins or moves, unless the group itself did it", () => {
    const assigned = after(fromRoom("101"), plain.assign(), later(1));
    const begun = assigned.events.find(({ fact }) => fact.type === "clockStarted" && fact.name === "accept")!;
    expect(concernsGroups(begun, grouped)).toBe(true);
    expect(concernsGroups(begun, {})).toBe(false);
    expect(concernsGroups({ ...begun, commandId: `${GROUP_COMMAND}c` }, grouped)).toBe(false);
  });

  test("the end of a member, unless the group itself commanded it", () => {
    for (const name of ["withdraw", "refer"] as const) {
      const ended = after(fromRoom("101"), plain[name](), later(1));
      const end = ended.events.find(({ fact }) => fact.type === ended.ending)!;
      expect(concernsGroups(end, grouped)).toBe(true);
      expect(concernsGroups({ ...end, commandId: `${GROUP_COMMAND}c` }, grouped)).toBe(false);
      expect(concernsGroups(end, {})).toBe(false);
    }
  });
});
