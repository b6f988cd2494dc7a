import { afterEach, beforeEach, expect, test } from "vitest";
import { startPublicServer } from "../../../../infra/local/host/http/public-server.ts";
import { type Fixture, fixtureCloud, startAt } from "./support/fixture.ts";

/* The account's concurrency is used up: what Lambda does not run is refused or waits, and no try of it is used up. */

const second = 1000;
const minute = 60 * second;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await fixtureCloud();
  fixture.cloud.concurrency.limit = 0;
});
afterEach(() => fixture.close());

const ran = () => fixture.seen().map(({ by, now }) => [by, (now - startAt) / second]);
const refused = () => fixture.failures.filter(({ errorType }) => errorType === "TooManyRequestsException");

test("a request is answered with 503 and the function's log has a throttle, no invocation", async () => {
  const { cloud } = fixture;
  const server = await startPublicServer(0, (error) => expect.unreachable(String(error)));
  server.open({ api: (req, url) => cloud.api.handle(req, url), admin: () => Promise.resolve(undefined) });
  try {
    const answer = await fetch(`${server.baseUrl}/plain`);
    expect([answer.status, await answer.json()]).toEqual([503, { message: "Service Unavailable" }]);
    expect(ran()).toEqual([]);
    cloud.concurrency.limit = 1;
    expect((await fetch(`${server.baseUrl}/plain`)).status).toBe(200);
    // It is given back after each run.
    expect((await fetch(`${server.baseUrl}/plain`)).status).toBe(200);
  } finally {
    await server.close();
  }
});

test("a message comes again after its time of invisibility", async () => {
  const { services, work, dead, cloud, bodies } = fixture;
  services.queues.send(work, "good");
  await cloud.engine.advanceTo(startAt + 30 * second);
  expect(ran()).toEqual([]);
  cloud.concurrency.limit = 1;
  await cloud.engine.advanceTo(startAt + 5 * minute);
  expect(ran()).toEqual([["work", 60]]);
  expect([bodies(work), bodies(dead)]).toEqual([[], []]);
});

test("records of a stream wait as long as they live, however many tries the mapping has", async () => {
  const { change, dead, cloud, bodies, services } = fixture;
  change("fix-Table", [{ pk: "a", sk: "DOC" }]);
  await cloud.engine.advanceTo(startAt + 10 * minute);
  expect(refused().length).toBeGreaterThan(2);
  expect(services.tables.hasUnread("engine:fix-Table")).toBe(true);
  cloud.concurrency.limit = 1;
  await cloud.engine.advanceTo(startAt + 12 * minute);
  expect(ran()).toHaveLength(1);
  expect(bodies(dead)).toEqual([]);
  expect(services.tables.hasUnread("engine:fix-Table")).toBe(false);
});

test("a schedule's event is kept for six hours, then lies among the dead letters", async () => {
  const { scheduleOnce, functionArn, roleArn, dead, cloud, bodies } = fixture;
  const event = (name: string, at: number) =>
    scheduleOnce({
      group: "g",
      name,
      at,
      roleArn: roleArn("ScheduleRole"),
      targetArn: functionArn("SweepFunction"),
      input: `{"kind":"${name}"}`,
    });
  event("early", startAt + minute);
  event("late", startAt + 300 * minute);
  await cloud.engine.advanceTo(startAt + 380 * minute);
  expect(bodies(dead)).toEqual(['{"kind":"early"}']);
  cloud.concurrency.limit = 1;
  await cloud.engine.advanceTo(startAt + 390 * minute);
  expect(ran().map(([by]) => by)).toEqual(["sweep"]);
  expect(bodies(dead)).toHaveLength(1);
});

test("throttles stand in the log beside what ran", async () => {
  const { services, work, cloud, log } = fixture;
  services.queues.send(work, "good");
  await cloud.engine.settle();
  await cloud.close();
  const lines = log("WorkFunction")
    .split("\n")
    .filter((line) => line !== "");
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ source: "platform", status: "throttled" }]);
  expect(cloud.pools.get(fixture.functionArn("WorkFunction"))?.counts).toEqual({
    invocations: 0,
    failures: 0,
  });
});
