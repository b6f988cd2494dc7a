import { describe, expect, test } from "vitest";
import { dueAt, isUnanswered } from "../../../lib/domain/clocks/clock.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import type { Group } from "../../../lib/domain/groups/group.ts";
import { concernsGroups, GROUP_COMMAND, groupNotices } from "../../../lib/domain/groups/reactions.ts";
import { waitingOf } from "../../../lib/domain/groups/waiting.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { after, at, local, personal, plain, resolved, ZONE } from "../../support/builders.ts";
import { rulesFor } from "../../support/rules.ts";
import {
  candidates,
  crowd,
  fromRoom,
  groupAfter,
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
const dueOf = (group: Group, name: string) => {
  const clock = clockOf(group, name);
  return clock === undefined ? undefined : local(dueAt(clock));
};
const running = ({ clocks }: Group) =>
  clocks.filter(isUnanswered).map(({ name, cycle }) => `${name}#${cycle}`);

describe("D11: what a group's members wait for, the group waits for", () => {
  test("from the earliest member on, until the earliest due instant; clocks of nobody do not run", () => {
    const members = [...crowd(), fromRoom("106", {}, at("2026-03-01 15:00"))];
    const group = standing(members);
    expect(running(group)).toEqual(
      ["record#1", "firstReply#1", "result#1"].filter((id) => running(group).includes(id)),
    );
    expect(clockOf(group, "firstReply")?.startedAt).toBe(at("2026-03-01 15:00"));
    expect(dueOf(group, "firstReply")).toBe("2026-03-02 15:00");
    expect(dueOf(group, "result")).toBe("2026-03-04 18:00");
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
    expect(dueOf(group, "firstReply")).toBe("2026-03-02 14:00");
    expect(clockOf(group, "firstReply")?.limits[0]?.clause).toContain("D11");
  });

  test("B is grave and held back by no quiet hours; safety of one of them is urgent for all", () => {
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
    expect(clockOf(unsafe, "firstReply")?.variant).toBe("urgent");
    expect(clockOf(grave!, "firstReply")?.variant).not.toBe("urgent");
    expect(dueOf(unsafe, "firstReply")).toBe("2026-03-02 10:30");
  });

  test("a clock stops once nobody waits for it any more; one that a member still waits for goes on", () => {
    const group = standing();
    const replied = crowd().map((complaint) => after(complaint, plain.reply(), later(5)));
    const some = groupAfter(group, fire, later(6), { members: [...replied.slice(1), fromRoom("101")] });
    expect(some).toBe(group);
    const all = groupAfter(group, fire, later(6), { members: replied });
    expect(clockOf(all, "firstReply")).toMatchObject({ cycle: 1, stoppedAt: later(6) });
    expect(news(group, all)).toContainEqual({
      type: "clockStopped",
      name: "firstReply",
      cycle: 1,
      at: later(6),
    });
    expect(running(all)).not.toContain("firstReply#1");
    expect(running(all)).toContain("result#1");
  });

  test("who joins with an earlier time begins the clock anew; with a later one it stays", () => {
    const group = standing();
    const same = groupAfter(group, add(fromRoom("106", {}, later(60))), later(61), {
      members: [...crowd(), fromRoom("106", {}, later(60))],
    });
    expect(running(same)).toEqual(running(group));
    const asked = fromRoom("107", { requestedReplyAt: at("2026-03-02 15:00") }, later(60));
    const sooner = groupAfter(group, add(asked), later(61), { members: [...crowd(), asked] });
    expect(dueOf(sooner, "firstReply")).toBe("2026-03-02 15:00");
    expect(clockOf(sooner, "firstReply")?.cycle).toBe(2);
  });

  const add = (complaint: Complaint) =>
    ({ type: "add-members", members: candidates([complaint]), joined: false }) as const;

  test.each([
    ["policy", { policy: { ...rulesFor(ZONE).policy, version: "company@2" } }],
    ["calendar", { calendarVersion: "CN-next" }],
  ])("another %s in force begins its clocks anew", (_, rules) => {
    const group = groupAfter(standing(), fire, later(5), { members: crowd(), ...rules });
    expect(group.clocks.filter(isUnanswered).every(({ cycle }) => cycle === 2)).toBe(true);
    expect(groupAfter(group, fire, later(6), { members: crowd(), ...rules })).toBe(group);
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
    expect(Object.keys(waitingOf([after(first, plain.withdraw(), later(1))]))).toEqual([]);
    const paused = after(second, plain.pause(), later(5), { posts: ["project-manager"] });
    expect(waitingOf([second!]).result).toBeDefined();
    expect(waitingOf([paused]).result).toBeUndefined();
    expect(waitingOf([paused]).firstReply).toBeDefined();
  });

  test("the follow-up of whoever is not called", () => {
    const solved = resolved(monday, { id: "a", number: "1" });
    expect(waitingOf([solved]).followUp).toBeDefined();
    expect(waitingOf([solved], ["a"]).followUp).toBeDefined();
    expect(waitingOf([solved], ["b"]).followUp).toBeUndefined();
  });

  test("of two the earlier start and the earlier due instant count, whichever comes first; urgent is who has one urgent", () => {
    const early = fromRoom("101", {}, at("2026-03-01 10:00"));
    const asked = fromRoom("102", { requestedReplyAt: at("2026-03-01 12:00") }, at("2026-03-01 11:00"));
    for (const members of [
      [early, asked],
      [asked, early],
    ]) {
      const { firstReply } = waitingOf(members);
      expect(firstReply).toMatchObject({
        since: at("2026-03-01 10:00"),
        dueAt: at("2026-03-01 12:00"),
        urgent: false,
      });
      expect(firstReply?.clause).toBe(waitingOf([asked]).firstReply?.clause);
      expect(firstReply?.clause).not.toBe(waitingOf([early]).firstReply?.clause);
    }
    const unsafe = fromRoom("103", { safety: true });
    for (const members of [
      [unsafe, early],
      [early, unsafe],
    ]) {
      expect(waitingOf(members).firstReply?.urgent).toBe(true);
    }
  });
});

describe("the ladder of a group", () => {
  test("each rung is decided once when its instant has come, for the people of the group's department", () => {
    const opinions = crowd({ recordKind: "opinion" });
    const group = through(standing(opinions), { type: "assign", departmentId: "engineering" }, later(5));
    const when = group.alarm.at!;
    const [clock] = group.clocks.filter(({ rungs }) => rungs.some((rung) => rung.at === when));
    const asked: unknown[] = [];
    const decided = groupAfter(group, fire, when, {
      members: opinions,
      recipients: (posts, { departmentId }) => {
        asked.push(departmentId);
        return posts.map((post) => ({ personId: `${post}-1`, post }));
      },
    });
    const facts = news(group, decided);
    expect(facts[0]).toMatchObject({ type: "rungDecided", name: clock?.name, cycle: 1 });
    expect(asked).toContain("engineering");
    expect(groupAfter(decided, fire, when, { members: opinions })).toBe(decided);
    expect(decided.alarm.epoch).toBe(group.alarm.epoch + 1);
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
    const group = groupAfter(standing(), fire, at("2026-03-10 10:00"), { members });
    const [reminder, escalation] = ["group-reminder", "group-escalation"].map((template) =>
      keys(group).find((notice) => notice.template === template),
    );
    expect(reminder?.key).toMatch(/^\w+#1#[\w-]+#[\w-]+#email$/);
    expect(escalation?.key).toMatch(/^\w+#1#[\w-]+#[\w-]+#email$/);
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
      const told = after(complaint, plain[name](), later(1)).events.slice(complaint.events.length);
      expect(told.some((event) => concernsGroups(event, {}))).toBe(true);
    }
    const left = after(after(complaint, plain["join-group"](), later(1)), plain["leave-group"](), later(2));
    expect(concernsGroups(last(left), {})).toBe(true);
    expect(concernsGroups(last(after(complaint, plain.reply(), later(1))), grouped)).toBe(false);
  });

  test("the end of a member, unless the group itself commanded it", () => {
    for (const name of ["withdraw", "refer"] as const) {
      const ended = after(fromRoom("101"), plain[name](), later(1));
      expect(concernsGroups(last(ended), grouped)).toBe(true);
      expect(concernsGroups(last(ended, `${GROUP_COMMAND}c`), grouped)).toBe(false);
      expect(concernsGroups(last(ended), {})).toBe(false);
    }
  });
});
