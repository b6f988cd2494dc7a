import { beforeEach, describe, expect, test } from "vitest";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

/** Anything of the other region that an answer could let out. */
const marks = [otherProject.name, `${people.stranger.id}@desk.example`, "西区外包"];
const { id: _, ...facts } = otherProject;
const roster = {
  name: "值班.csv",
  content: Buffer.from("日期,开始,结束,岗位,人员\n2026-03-01,08:00,18:00,客服主管,x").toString("base64"),
};
const works = {
  id: "west-works",
  name: "西区外包",
  trades: ["保洁"],
  contact: { name: "班长" },
  contractUntil: "2026-12-31",
};
const newcomer = (assignments: readonly object[], more: object = {}) => ({
  version: 0,
  id: "newcomer",
  name: "新人",
  email: "newcomer@desk.example",
  assignments,
  ...more,
});
const clerkAt = (projectId: string) => ({ post: "clerk", projectId });

/** Everything that administration can do to the other region, by whoever has no right to it. */
const abroad: readonly [string, string, object?][] = [
  ["PUT /people", "a person of their project", newcomer([clerkAt("project-2")])],
  ["PUT /people", "a person of two projects", newcomer([clerkAt("project-1"), clerkAt("project-2")])],
  ["PUT /people", "a person of their region", newcomer([{ post: "region", region: "west" }])],
  ["PUT /people", "a person of headquarters", newcomer([{ post: "headquarters" }])],
  [
    "PUT /people",
    "their person, taken over",
    { ...newcomer([clerkAt("project-1")]), id: people.stranger.id, email: people.stranger.email },
  ],
  ["GET /people/stranger-1", "their person"],
  ["POST /people/stranger-1/handover", "their work", { to: people.clerk.id, confirm: false }],
  ["POST /people/stranger-1/sign-out", "their session"],
  ["GET /people?projectId=project-2", "their people"],
  ["PUT /projects/project-2", "their project", { ...facts, version: 0 }],
  ["PUT /projects/project-2", "their project, taken over", { ...facts, region: "east", version: 0 }],
  ["GET /projects/project-2", "their project"],
  ["GET /projects/project-2/months", "their households"],
  ["PUT /projects/project-2/months/2026-01", "their households", { occupiedHouseholds: 1, occupiedArea: 1 }],
  ["GET /rosters?projectId=project-2&month=2026-03", "their roster"],
  ["PUT /rosters", "their roster", { projectId: "project-2", month: "2026-03", file: roster }],
  ["GET /households?projectId=project-2", "their household file"],
  ["PUT /households", "their household file", { projectId: "project-2", month: "2026-03", file: roster }],
  ["PUT /policies", "their limits", { scope: "region:west", privacy: { requestWorkingDays: 1 } }],
  ["PUT /policies", "one project's", { scope: "project:project-2", privacy: { requestWorkingDays: 1 } }],
  ["PUT /policies", "the company's", { scope: "company", privacy: { requestWorkingDays: 1 } }],
  ["PUT /calendar", "their opening hours", { scope: "region:west", week: { mon: [["08:00", "12:00"]] } }],
  ["PUT /calendar", "the company's", { scope: "company", week: { mon: [["08:00", "12:00"]] } }],
  ["PUT /contractors", "whoever works for them", { ...works, contractUntil: "2026-01-01", version: 1 }],
  [
    "PUT /sender-rules",
    "their senders",
    { sender: "a@b.example", projectId: "project-2", treatment: "drop", reason: "x", version: 0 },
  ],
  [
    "PUT /sender-rules",
    "the company's senders",
    { sender: "a@b.example", treatment: "drop", reason: "x", version: 0 },
  ],
  ["PUT /channel-keys", "keys", { action: "revoke", version: 1, system: "call-centre" }],
  ["GET /channel-keys", "keys"],
  ["GET /webhooks", "webhooks"],
  ["GET /person-data/retention", "times of keeping"],
];

/** What stands of the other region, and of the company: it is as it was after every refusal. */
async function standing() {
  const { organisation, ruleStore, senderRules } = api.here.ports;
  return JSON.stringify([
    (await organisation.peopleRecords()).filter(({ person }) => person.id === "stranger-1"),
    await organisation.personRecord("newcomer"),
    await organisation.projectRecord("project-2"),
    await organisation.projectMonths("project-2"),
    await organisation.roster("project-2", "2026-03"),
    await organisation.contractor("west-works"),
    await ruleStore.published(),
    await senderRules.list(),
  ]);
}

describe("whoever administers a part of the tree administers that part", () => {
  beforeEach(async () => {
    const headquarters = { headers: as(people.headquarters) };
    await api.staff("PUT /contractors", { ...headquarters, body: { ...works, version: 0 } });
    const departments = [
      ...otherProject.departments,
      { id: "clean", name: "保洁", contractorId: "west-works" },
    ];
    const body = { ...facts, departments, version: 0 };
    const { status } = await api.staff("PUT /projects/project-2", { ...headquarters, body });
    if (status !== 200) throw new Error(`the other region's project: ${status}`);
  });

  for (const ruler of [people.region, people.projectManager] as readonly Person[]) {
    test.each(abroad)(`${ruler.id}: %s, %s, is refused and lets nothing out`, async (route, _what, body) => {
      const before = await standing();
      const { status, text } = await api.staff(route, {
        headers: { ...as(ruler), "idempotency-key": "abroad-0001" },
        ...(body === undefined ? {} : { body }),
      });
      const isEmptyList = status === 200 && /"items":\[\]/.test(text);
      expect([route, isEmptyList || [403, 404, 422].includes(status)]).toEqual([route, true]);
      for (const mark of marks) expect(text).not.toContain(mark);
      expect(await standing()).toBe(before);
    });
  }

  test.each(["GET /people", "GET /projects", "GET /departments"])(
    "%s shows the region its own, and headquarters all",
    async (route) => {
      const seen = async (person: Person) => (await api.staff(route, { headers: as(person) })).text;
      const own = await seen(people.region);
      expect(own).toContain(route === "GET /people" ? people.clerk.id : project.name);
      for (const mark of marks.slice(0, 2)) expect(own).not.toContain(mark);
      expect(marks.slice(0, 2).some((mark) => own.includes(mark))).toBe(false);
      const all = await seen(people.headquarters);
      expect(marks.some((mark) => all.includes(mark))).toBe(true);
    },
  );

  test("what is theirs they do: people of the own projects, the own limits, a contractor nobody else has", async () => {
    const put = (route: string, body: object, ruler: Person) =>
      api.staff(route, { headers: as(ruler), body }).then(({ status }) => status);
    const clerk = newcomer([clerkAt("project-1")]);
    expect(await put("PUT /people", clerk, people.region)).toBe(200);
    expect(await put("PUT /people", { ...clerk, version: 1, name: "改名" }, people.projectManager)).toBe(200);
    // Nobody lifts anybody to the own level: a region's posts are headquarters' to give.
    const lifted = { ...clerk, version: 2, assignments: [{ post: "region", region: "east" }] };
    expect(await put("PUT /people", lifted, people.region)).toBe(403);
    const policy = { scope: "region:east", privacy: { requestWorkingDays: 5 } };
    expect(await put("PUT /policies", policy, people.region)).toBe(201);
    expect(await put("PUT /policies", policy, people.projectManager)).toBe(403);
    const own = { ...works, id: "east-works", name: "东区外包", version: 0 };
    expect(await put("PUT /contractors", own, people.region)).toBe(200);
    expect(await put("PUT /contractors", { ...own, version: 1 }, people.projectManager)).toBe(403);
  });
});
