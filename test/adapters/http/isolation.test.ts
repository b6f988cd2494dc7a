import fc from "fast-check";
import { unzipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { commandBodies } from "../../../lib/contracts/complaints/commands.ts";
import { type Route, routes } from "../../../lib/contracts/routes.ts";
import { submissionBody } from "../../../lib/contracts/submissions/bodies.ts";
import { analyticsViewNames } from "../../../lib/domain/analytics/views.ts";
import { heldCommandNames } from "../../../lib/domain/complaint/held.ts";
import type { Person, Post } from "../../../lib/domain/organisation/organisation.ts";
import { paperFormNames } from "../../../lib/domain/papers/forms.ts";
import { serviceNames, testedWays } from "../../../lib/domain/services/terms.ts";
import { webhookKinds } from "../../../lib/domain/webhooks/kinds.ts";
import { bodiesFor } from "../../support/bodies.ts";
import { at } from "../../support/builders.ts";
import { leak } from "../../support/emergencies.ts";
import { crowd, giveGroup, onlyGroup } from "../../support/groups.ts";
import type { Answered } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

/*
 * Statuses alone prove no isolation: an answer of 200 may hold somebody else's words. Everything that people of the second
 * project wrote carries MARK, everything personal PERSON; neither may stand in any answer to people of the first.
 */
const MARK = "乙方密语";
const PERSON = "乙姓某";
const PHONE = "13977778888";
const MONTH = "2026-02";

const there = (id: string, post: Post): Person => ({
  id,
  name: id,
  email: `${id}@desk.example`,
  assignments: [{ post, ...(post === "region" ? { region: "west" } : { projectId: "project-2" }) }],
});
const theirs = {
  clerk: there("clerk-2", "clerk"),
  manager: there("stranger-1", "manager"),
  projectManager: there("project-manager-2", "project-manager"),
  region: there("region-2", "region"),
};
/** Everybody of the first project and of its region: for them the second project does not exist. */
const ours = Object.values(people).filter(
  ({ id }) => !id.startsWith("headquarters") && id !== theirs.manager.id,
);

let api: Apis;
/** What stands in the place of a path parameter, by route. */
let ids: Readonly<Record<string, string>>;
beforeAll(async () => {
  api = apis();
  api.organisation.people.push(theirs.clerk, theirs.projectManager, theirs.region);
  ids = await secondProject();
});

/** A month of the second project with a record of every kind that has an address. */
async function secondProject(): Promise<Record<string, string>> {
  const here = { projectId: "project-2" } as const;
  await crowd({
    ...api,
    receive: (more) =>
      api.receive({ ...more, ...here, matter: `${MARK} 电梯`, complainant: { name: PERSON, phone: PHONE } }),
  });
  const confirmed = { person: theirs.manager };
  await giveGroup(api, { type: "confirm" }, confirmed);
  await giveGroup(api, { type: "reply", via: "phone", text: `${MARK} 答复` }, confirmed);
  const { registration } = await api.receive({
    ...here,
    sourceId: "second",
    matter: `${MARK} 漏水`,
    complainant: { name: PERSON, phone: PHONE, email: `${MARK}@mail.example` },
    location: { building: MARK, unit: "1", room: "908" },
  });
  const { id, number } = registration;
  await api.give(id, { type: "note", text: `${MARK} 备注` }, { person: theirs.manager });
  const held = await api.staff(`POST /complaints/${id}/held-commands/reply`, {
    headers: { ...as(theirs.manager), "idempotency-key": "held" },
    body: { version: 2, via: "phone", text: `${MARK} 答复` },
  });
  const event = await api.staff("POST /events", {
    headers: { ...as(theirs.clerk), "idempotency-key": "event" },
    body: { ...leak, ...here, description: `${MARK} 水管`, reporter: { name: PERSON, phone: PHONE } },
  });
  api.quarantined.push({
    id: "mail-2",
    at: at("2026-02-13 09:00"),
    reason: "unknown-sender",
    rawKey: "raw/mail-2",
    from: `${MARK}@mail.example`,
    subject: `${MARK} 来信`,
    projectIds: ["project-2"],
  });
  await api.staff("POST /person-data/requests", {
    headers: as(theirs.clerk),
    body: { complaint: number, kind: "export" },
  });
  await api.reports("PUT /households", {
    headers: as(theirs.projectManager),
    body: {
      ...here,
      month: MONTH,
      file: {
        name: "台账.csv",
        content: Buffer.from(
          `楼栋,单元,房号,姓名,电话,建筑面积,是否入住\r\n${MARK},1,501,${PERSON},${PHONE},80,是`,
        ).toString("base64"),
      },
    },
  });
  await api.staff("PUT /webhooks/hook-2", {
    headers: as(people.headquarters),
    body: {
      version: 0,
      name: MARK,
      url: "https://hooks.example/theirs",
      kinds: [...webhookKinds],
      projectIds: ["project-2"],
    },
  });
  await api.drain();
  api.clock.set(at("2026-03-02 10:00"));
  await api.reports(`PUT /reports/${MONTH}/submissions/project-2`, {
    headers: as(theirs.projectManager),
    body: submissionBody.parse({ sections: { culture: { stage: `${MARK} 活动` } } }),
  });
  const built = await api.reports(`POST /reports/${MONTH}/build`, {
    headers: { ...as(theirs.projectManager), "idempotency-key": "build" },
    body: { ...here },
  });
  for (let parts = api.reportQueue.take(); parts.length > 0; parts = api.reportQueue.take())
    for (const part of parts) await buildReportPart(api.ports, part);
  const tried = await api.staff("POST /service-tests/email", {
    headers: { ...as(people.headquarters), "idempotency-key": "try" },
    body: {},
  });
  await api.drain();
  return {
    "service-tests": String(tried.json.id),
    complaints: id,
    groups: onlyGroup(api).identity.id,
    events: String(event.json.id),
    "held-commands": String(held.json.id),
    people: theirs.manager.id,
    projects: "project-2",
    quarantine: "mail-2",
    "person-data": api.personRequests[0]?.id ?? "",
    jobs: String(built.json.jobId),
    webhooks: "hook-2",
    number,
    projectId: "project-2",
    month: MONTH,
  };
}

const staffRoutes: readonly Route[] = routes.filter(({ who }) => who.kind === "staff");

/** A file takes time to make: three roles ask for it. */
function readersOf({ answers }: Route): readonly Person[] {
  const isFile = Object.values(answers).some(({ kind }) => kind === "file");
  return isFile ? [people.clerk, people.projectManager, people.region] : ours;
}

/** The route's addresses in the second project: one for each name that a parameter may have. */
function addressesOf({ path }: Route): string[] {
  const resource = path.split("/")[1] ?? "";
  const values: Readonly<Record<string, readonly string[]>> = {
    id: [ids[resource] ?? ""],
    file: resource === "reports" ? filesOfTheirs() : ["1"],
    form: paperFormNames,
    delivery: ["delivery-2"],
    service: serviceNames,
    way: testedWays,
    view: analyticsViewNames,
    command:
      resource === "groups"
        ? ["reply", "close", "dissolve"]
        : path.includes("/held-commands/")
          ? heldCommandNames
          : Object.keys(commandBodies),
    month: [MONTH],
    number: [ids["number"] ?? ""],
    projectId: ["project-2"],
  };
  return [...path.matchAll(/\{(\w+)\}/g)].reduce(
    (lines, [whole, name = ""]) => {
      const given = values[name] ?? [];
      if (given.length === 0 || given.includes(""))
        throw new Error(`nothing of the second project for ${whole} of ${path}`);
      return lines.flatMap((line) => given.map((value) => line.replace(whole, value)));
    },
    [path],
  );
}

function filesOfTheirs(): string[] {
  return api.here.reports.issued.flatMap(({ files }) => files.map(({ name }) => name));
}

/** Every way of asking for the second project in the query, and none. */
function queriesOf(route: Route): Record<string, string>[] {
  const names = Object.keys("shape" in route.query ? (route.query.shape as object) : {});
  const fixed = {
    ...(names.includes("month") ? { month: MONTH } : {}),
    ...(names.includes("row") ? { row: "x", column: "received" } : {}),
  };
  const asked = [
    {},
    { projectId: "project-2" },
    { level: "project", scope: "project-2" },
    { level: "region", scope: "west" },
    { level: "company" },
    ...[ids["number"] ?? "", PHONE, MARK, "908"].map((q) => ({ q, projectId: "project-2" })),
    ...[ids["number"] ?? "", PHONE].map((q) => ({ q })),
    { handler: theirs.manager.id },
  ];
  return asked
    .filter((query) => Object.keys(query).every((name) => names.includes(name)))
    .map((query) => ({ ...fixed, ...query }));
}

/** Everything that can be read in an answer: its text and headers, a file's parts, and the file that it leads to. */
async function wordsOf({ text, headers, status }: Answered): Promise<string> {
  const around = JSON.stringify(headers);
  const type = headers["content-type"] ?? "";
  if (status === 302) {
    const key = decodeURIComponent(new URL(headers["location"] ?? "").pathname.slice(1));
    return around + inside((await api.reportFiles.get(key)) ?? new Uint8Array());
  }
  return around + (/officedocument|zip/.test(type) ? inside(Buffer.from(text, "base64")) : text);
}

function inside(bytes: Uint8Array): string {
  const plain = Buffer.from(bytes).toString("utf8");
  if (!plain.startsWith("PK")) return plain;
  return Object.entries(unzipSync(bytes))
    .map(([name, body]) => name + inside(body))
    .join("\n");
}

const secrets = [MARK, PERSON, PHONE, "stranger-1@"];
/** The end of a masked number, which a request's random id or a hash may hold as well. */
const masked = new RegExp(`(?<![\\da-f-])${PHONE.slice(-4)}(?![\\da-f-])`, "iu");
const leaks = (words: string) => [
  ...secrets.filter((secret) => words.includes(secret)),
  ...(masked.exec(words) ?? []),
];

const reads = staffRoutes.filter(({ method }) => method === "GET");
const writes = staffRoutes.filter(({ method }) => method !== "GET");

describe("nothing of another project stands in any answer", () => {
  it.each(reads.map((route) => [route.id, route] as const))(
    "%s, to every role of the first project and of its region",
    async (_, route) => {
      for (const address of addressesOf(route))
        for (const query of queriesOf(route))
          for (const person of readersOf(route)) {
            const answer = await api.call(route.function)(`GET ${address}`, { headers: as(person), query });
            const found = leaks(await wordsOf(answer));
            expect({ address, query, by: person.id, found }).toMatchObject({ found: [] });
          }
    },
  );

  it.each(writes.map((route) => [route.id, route] as const))(
    "%s, whatever is sent, and nothing of it is changed",
    async (_, route) => {
      const before = standing();
      for (const address of addressesOf(route))
        for (const person of ours) {
          const schema = bodyOf(route, address);
          for (const [index, body] of fc.sample(schema, { numRuns: 3, seed: person.id.length }).entries()) {
            const headers = { ...as(person), "idempotency-key": `try-${address}-${person.id}-${index}` };
            const answer = await api.call(route.function)(`${route.method} ${address}`, { headers, body });
            expect({ address, by: person.id, found: leaks(answer.text) }).toMatchObject({ found: [] });
          }
        }
      expect(standing()).toEqual(before);
    },
  );

  it("the marks are there to be found: whoever reaches the second project reads them", async () => {
    const marked = async (path: string, person: Person, query: Record<string, string> = {}) => {
      const route = reads.find((one) => `GET ${path}`.startsWith(`GET /${one.path.split("/")[1]}`));
      const answer = await api.call(route?.function ?? "staff-api")(`GET ${path}`, {
        headers: as(person),
        query,
      });
      return leaks(await wordsOf(answer)).length > 0;
    };
    const lead = theirs.manager;
    for (const [path, person, query] of [
      ["/complaints", theirs.manager, { projectId: "project-2" }],
      [`/complaints/${ids["complaints"]}`, lead, {}],
      [`/complaints/${ids["complaints"]}/history`, lead, {}],
      [`/groups/${ids["groups"]}/history`, people.headquarters, {}],
      [`/events/${ids["events"]}`, lead, {}],
      ["/quarantine", lead, {}],
      [`/reports/${MONTH}/submissions/project-2`, theirs.region, {}],
      ["/households", lead, { projectId: "project-2" }],
    ] as const)
      expect({ path, found: await marked(path, person, query) }).toEqual({ path, found: true });
    const files = await Promise.all(
      filesOfTheirs().map((name) => marked(`/reports/${MONTH}/${name}`, theirs.region)),
    );
    expect(files).toContain(true);
  });
});

/** Bodies that name the second project and its people wherever the schema has a place for them. */
function bodyOf(route: Route, address: string): fc.Arbitrary<unknown> {
  const command = address.split("/").at(-1) ?? "";
  const schema = route.bodies?.of[command] ?? route.body;
  const known = {
    projectId: ["project-2"],
    complaint: [ids["number"]],
    version: [1, 2, 3, 4, 5],
    handlerId: [theirs.manager.id],
    personId: [theirs.manager.id],
    toId: ["manager-1"],
  };
  try {
    return bodiesFor(schema, known);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return fc.constant({});
  }
}

/** What the second project's records say, to be compared. */
function standing() {
  return {
    complaints: [...api.complaints.items.values()]
      .filter((one) => one.registration.projectId === "project-2")
      .map(({ registration, version }) => [registration.id, version]),
    groups: [...api.groups.items.values()].map(({ identity, version }) => [identity.id, version]),
    events: [...api.emergencies.items.values()].map(({ registration, reports }) => [
      registration.id,
      reports,
    ]),
    accepted: api.quarantined.filter(({ accepted }) => accepted !== undefined).length,
    decided: api.personRequests.filter(({ decided }) => decided !== undefined).length,
    project: api.organisation.projects.find(({ id }) => id === "project-2"),
    months: api.organisation.months.filter(({ projectId }) => projectId === "project-2"),
    people: api.organisation.people.filter(({ id }) => id.endsWith("-2") || id === theirs.manager.id),
    rosters: api.organisation.rosters.filter(({ projectId }) => projectId === "project-2"),
  };
}
