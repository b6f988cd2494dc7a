import { beforeEach, expect, test } from "vitest";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import { valueItem } from "../../../lib/adapters/dynamodb/core/value-item.ts";
import { deskCopies } from "../../../lib/adapters/dynamodb/organisation/desk-copies.ts";
import { organisationStore } from "../../../lib/adapters/dynamodb/organisation/organisation-store.ts";
import { dynamodbClient } from "../../../lib/adapters/runtime/aws-clients.ts";
import type { Person, Project } from "../../../lib/domain/organisation/organisation.ts";
import { type Instant, plusSeconds } from "../../../lib/domain/time/instant.ts";
import { itemSize } from "../../simulation/services/dynamodb/values.ts";
import { MEMORY_ENDPOINT, MemoryAws } from "../../simulation/services/memory-aws.ts";
import { everybody, otherProject, people, project } from "../../support/organisation.ts";
import { tableProperties } from "../../support/table-properties.ts";

let now: Instant;
let asked: string[];
let aws: MemoryAws;
let table: { client: ReturnType<typeof dynamodbClient>; name: string };
beforeEach(() => {
  now = "2026-03-02T02:00:00.000Z";
  asked = [];
  aws = new MemoryAws({ now: () => Date.parse(now) });
  aws.defineTable("t", tableProperties());
  const { handle, ...rest } = aws.handler("dynamodb");
  const requestHandler = {
    ...rest,
    handle: (request: Parameters<typeof handle>[0]) => {
      asked.push(`${String(request.headers["x-amz-target"]).split(".")[1]} ${String(request.body)}`);
      return handle(request);
    },
  };
  const credentials = { accessKeyId: "a", secretAccessKey: "b" };
  const config = { endpoint: MEMORY_ENDPOINT, region: "ap-southeast-1", credentials, requestHandler };
  table = { client: dynamodbClient(config), name: "t" };
});

const store = () => organisationStore(table, () => now);
const ids = (found: readonly Person[]) => found.map(({ id }) => id).sort();
const wholeCompany = () =>
  asked.filter((call) => call.startsWith("Query") && call.includes("PERSON#")).length;

async function change(person: Person, version: number): Promise<boolean> {
  const id = `change ${person.id} ${version}`;
  return store().changePerson({ id, version, person, at: now, by: "headquarters-1" });
}

test("whoever works for a project is one item of its own; the company is not read for it", async () => {
  await store().importAll([project, otherProject], everybody);
  asked = [];
  const staff = ids(await store().staff(project.id));
  expect(staff).toContain(people.supervisor.id);
  expect(staff).toContain(people.headquarters.id);
  expect(await store().project(project.id)).toEqual(project);
  expect(await store().staff("nowhere")).toEqual([]);
  expect(wholeCompany()).toBe(0);
});

test("a change is seen by the next read, in every project that it reaches, and who left a post is gone from it", async () => {
  const own = store();
  await own.importAll([project, otherProject], everybody);
  const moved: Person = { ...people.clerk, assignments: [{ post: "clerk", projectId: otherProject.id }] };
  expect(await change(moved, 2)).toBe(true);
  expect(ids(await own.staff(project.id))).not.toContain(people.clerk.id);
  expect(ids(await own.staff(otherProject.id))).toContain(people.clerk.id);
  const renamed = { ...people.headquarters, name: "新名" };
  await change(renamed, 2);
  for (const { id } of [project, otherProject])
    expect((await own.staff(id)).find((one) => one.id === renamed.id)?.name).toBe("新名");
  const changed: Required<Parameters<typeof own.changeProject>[0]> = {
    project: { ...project, name: "改名" },
    version: 2,
    changed: { at: now, by: "headquarters-1" },
  };
  expect(await own.changeProject(changed)).toBe(true);
  expect((await own.project(project.id))?.name).toBe("改名");
});

test("a crash after the mark, or after the change, leaves nobody with an old copy; a minute later it is mended", async () => {
  await store().importAll([project], everybody);
  for (const dies of ["before the change", "after the change"]) {
    const name = `名 ${dies}`;
    const desks = deskCopies(table, {
      now: () => now,
      project: (id) => store().project(id),
      projects: () => store().projects(),
      people: () => store().people(),
    });
    const work = new Promise<void>((began) => {
      void desks.changing([project.id], dies, async () => {
        if (dies === "after the change")
          aws.tables.get("t")?.write(...itemOf(keys.person(people.clerk.id), { ...people.clerk, name }));
        began();
        return new Promise(() => undefined);
      });
    });
    await work;
    const seen = async () => (await store().staff(project.id)).find(({ id }) => id === people.clerk.id)?.name;
    const truth = dies === "after the change" ? name : people.clerk.name;
    expect(await seen()).toBe(truth);
    now = plusSeconds(now, 61);
    expect(await seen()).toBe(truth);
    asked = [];
    expect(await seen()).toBe(truth);
    expect(wholeCompany()).toBe(0);
  }
});

test("changes at the same moment: after each of them everybody sees all that is done", async () => {
  await store().importAll([project], everybody);
  for (let round = 2; round < 12; round += 1) {
    const named = (person: Person) => ({ ...person, name: `${person.id} ${round}` });
    const changing = [people.clerk, people.supervisor, people.manager].map(async (person) => {
      expect(await change(named(person), round)).toBe(true);
      const found = (await store().staff(project.id)).find(({ id }) => id === person.id);
      expect(found?.name).toBe(`${person.id} ${round}`);
    });
    await Promise.all(changing);
  }
});

/** Where one partition of DynamoDB ends: 3,000 read units a second. */
const PARTITION_READS = 3000;
/** What a complaint's whole life asks of its project's desk (docs/cost.md), rounded up. */
const READS_A_LIFE = 40;

test("10,000 people and 500 projects at 50 complaints a second: no desk takes a tenth of a partition", async () => {
  const projects = Array.from(
    { length: 500 },
    (_, n): Project => ({
      ...project,
      id: `p${n}`,
      name: `示例项目 ${n}`,
      region: `区域 ${n % 10}`,
    }),
  );
  const staff = Array.from(
    { length: 10_000 },
    (_, n): Person => ({
      ...people.handler,
      id: `person-${n}`,
      name: `示例员工 ${n}`,
      email: `person-${n}@sample.jiesu.example`,
      assignments:
        n < 60
          ? [{ post: "headquarters" }]
          : n < 260
            ? [{ post: "region", region: `区域 ${n % 10}` }]
            : [{ post: "handler", projectId: `p${n % 500}`, departmentId: "engineering" }],
    }),
  );
  for (const one of projects) aws.tables.get("t")?.write(...itemOf(keys.project(one.id), one));
  for (const one of staff) aws.tables.get("t")?.write(...itemOf(keys.person(one.id), one));
  const own = store();
  expect(await own.staff("p7")).toHaveLength(60 + 20 + 19);
  asked = [];
  await own.staff("p7");
  expect(asked).toHaveLength(1);
  const item = aws.tables.get("t")?.read({ pk: { S: "DESK#p7" }, sk: { S: "DESK" } });
  const units = Math.ceil(itemSize(item ?? {}) / 4096);
  expect(units).toBeLessThanOrEqual(1);
  // Even if a fifth of all complaints came from one project.
  expect(10 * READS_A_LIFE * units).toBeLessThan(PARTITION_READS * 0.2);
  expect((50 / 500) * READS_A_LIFE * units).toBeLessThan(PARTITION_READS / 10);
});

function itemOf(ref: { readonly pk: string; readonly sk: string }, value: object) {
  const key = { pk: { S: ref.pk }, sk: { S: ref.sk } };
  return [key, { ...key, value: { S: String(valueItem(ref, value)["value"]) } }] as const;
}
