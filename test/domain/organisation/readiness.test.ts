import { describe, expect, test } from "vitest";
import type { ChannelSystem } from "../../../lib/domain/organisation/channel-system.ts";
import type { Person, Post, Project } from "../../../lib/domain/organisation/organisation.ts";
import { type Installation, lacksOf } from "../../../lib/domain/organisation/readiness.ts";
import { at } from "../../support/builders.ts";

const project: Project = {
  id: "lake",
  name: "湖畔",
  region: "east",
  city: "hz",
  type: "普通住宅",
  floorArea: 90_000,
  timeZone: "Asia/Shanghai",
  departments: [{ id: "service", name: "客服" }],
  mailbox: "Lake@desk.jiesu.example",
  since: "2026-01",
};
const everyPost: readonly Post[] = ["handler", "department-head", "supervisor", "manager", "project-manager"];
const person = (id: string, assignments: Person["assignments"], more: Partial<Person> = {}): Person => ({
  id,
  name: id,
  email: `${id}@jiesu.example`,
  assignments,
  ...more,
});
const people: readonly Person[] = [
  ...everyPost.map((post) => person(post, [{ post, projectId: "lake" }])),
  person("east", [{ post: "region", region: "east" }]),
  person("hq", [{ post: "headquarters" }]),
];
const system: ChannelSystem = {
  system: "call-centre",
  name: "呼叫中心",
  channels: ["phone"],
  keys: [{ id: "k1", hash: "h", createdAt: at("2026-01-01 00:00"), createdBy: "hq" }],
  version: 1,
};
const ready: Installation = {
  company: { name: "示例物业", timeZone: "Asia/Shanghai" },
  projects: [project],
  people,
  systems: [system],
  noticeYears: [2025, 2026],
  mailDomain: "desk.jiesu.example",
  now: at("2026-05-08 10:00"),
};
const codes = (change: Partial<Installation>) =>
  lacksOf({ ...ready, ...change }).map(({ code, about }) =>
    about === undefined ? code : `${code}: ${about}`,
  );

test("an installation with everything lacks nothing", () => {
  expect(lacksOf(ready)).toEqual([]);
});

test("an empty table lacks its company first", () => {
  const empty = { company: undefined, projects: [], people: [], systems: [], noticeYears: [2026] };
  expect(codes(empty)).toEqual(["no-company", "no-channel-system"]);
  expect(codes({ projects: [] })).toContain("no-project");
});

describe("posts", () => {
  test.each(everyPost)("%s held by nobody is named with its project", (post) => {
    expect(codes({ people: people.filter(({ id }) => id !== post) })).toEqual([
      `post-held-by-nobody: lake ${post}`,
    ]);
  });

  test("a post whose only holder has left is held by nobody; on the last day it still is", () => {
    const leaving = (leavesOn: string) =>
      people.map((one) => (one.id === "manager" ? { ...one, leavesOn } : one));
    expect(codes({ people: leaving("2026-05-07") })).toEqual(["post-held-by-nobody: lake manager"]);
    expect(codes({ people: leaving("2026-05-08") })).toEqual([]);
  });

  test("a region without quality people is named for each of its projects only", () => {
    const west = { ...project, id: "hill", region: "west", mailbox: "hill@desk.jiesu.example" };
    const company = everyPost.map((post) => person(`w-${post}`, [{ post, projectId: "hill" }]));
    expect(codes({ projects: [project, west], people: [...people, ...company] })).toEqual([
      "post-held-by-nobody: hill region",
    ]);
  });

  test("the gravest come first: without a handler nobody works, without a supervisor the manager is woken", () => {
    const without = people.filter(({ id }) => id !== "supervisor" && id !== "handler");
    expect(lacksOf({ ...ready, people: without }).map(({ weight }) => weight)).toEqual(["must", "should"]);
  });
});

describe("mail", () => {
  test("a person who is to be reminded needs an address; a clerk who only enters does not", () => {
    const manager = people.map((one) => (one.id === "manager" ? { ...one, email: "" } : one));
    expect(codes({ people: manager })).toEqual(["person-without-mail: manager"]);
    const clerk = person("clerk", [{ post: "clerk", projectId: "lake" }], { email: "" });
    expect(codes({ people: [...people, clerk] })).toEqual([]);
  });

  test("a mailbox lies in the mail domain, whatever the case of its letters; a like-sounding domain is another one", () => {
    const at = (mailbox: string) => codes({ projects: [{ ...project, mailbox }] });
    expect(at("lake@DESK.jiesu.example")).toEqual([]);
    for (const mailbox of ["lake@jiesu.example", "lake@otherdesk.jiesu.example"]) {
      expect(at(mailbox)).toEqual([`mailbox-outside-domain: lake ${mailbox}`]);
    }
    const { mailbox: _, ...bare } = project;
    expect(codes({ projects: [bare] })).toEqual(["project-without-mailbox: lake"]);
  });

  test("two projects never share a mailbox", () => {
    const twin = { ...project, id: "twin", mailbox: "LAKE@desk.jiesu.example" };
    const staff = everyPost.map((post) => person(`t-${post}`, [{ post, projectId: "twin" }]));
    expect(codes({ projects: [project, twin], people: [...people, ...staff] })).toEqual([
      "mailbox-shared: lake twin",
      "mailbox-shared: twin lake",
    ]);
  });
});

test("a system whose keys have all ended is refused at the door", () => {
  const ended = {
    ...system,
    keys: system.keys.map((key) => ({ ...key, validUntil: at("2026-05-01 00:00") })),
  };
  expect(codes({ systems: [ended] })).toEqual(["system-without-key: call-centre"]);
});

test("the calendar of this year must be there, in December that of the next too", () => {
  expect(codes({ noticeYears: [2025] })).toEqual(["holiday-notice-missing: 2026"]);
  expect(codes({ now: at("2026-11-30 23:00") })).toEqual([]);
  expect(codes({ now: at("2026-12-01 00:00") })).toEqual(["holiday-notice-missing: 2027"]);
});
