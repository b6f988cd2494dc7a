import { once } from "node:events";
import { request } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type PublicServer, startPublicServer } from "../../../../infra/local/host/http/public-server.ts";
import { type Fixture, fixtureCloud, startAt } from "./support/fixture.ts";

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

let fixture: Fixture;
beforeEach(async () => {
  fixture = await fixtureCloud();
});
afterEach(() => fixture.close());

/** Who ran when, in seconds after the start. */
const timeline = () =>
  fixture.seen().map(({ by, now, items }) => [by, (now - startAt) / second, ...(items ?? [])]);

const onceAt = (name: string, at: number, target: { targetArn: string; input: string }) => ({
  group: "g",
  name,
  at,
  roleArn: fixture.roleArn("ScheduleRole"),
  ...target,
});

describe("the clock", () => {
  test("jumps from one due thing to the next, and each function sees exactly that instant", async () => {
    const { services, work, scheduleOnce, cloud } = fixture;
    services.queues.send(work, "late", { delaySeconds: 600 });
    services.queues.send(work, "soon", { delaySeconds: 30 });
    scheduleOnce(
      onceAt("s", startAt + 2 * minute, {
        targetArn: work,
        input: "scheduled <aws.scheduler.scheduled-time>",
      }),
    );
    const counts = await cloud.engine.advanceTo(startAt + hour);
    expect(timeline()).toEqual([
      ["work", 30, "soon"],
      ["work", 120, "scheduled 2026-03-01T01:02:00Z"],
      ["work", 600, "late"],
    ]);
    expect(counts).toEqual({ jumps: 3, invocations: 3, failures: 0 });
    expect(cloud.engine.now()).toBe(startAt + hour);
  });

  test("settling runs what is ready and moves nothing", async () => {
    const { services, work, cloud } = fixture;
    services.queues.send(work, "a");
    services.queues.send(work, "b", { delaySeconds: 1 });
    await cloud.engine.settle();
    expect(timeline()).toEqual([["work", 0, "a"]]);
    expect(cloud.engine.now()).toBe(startAt);
  });

  test("two callers advance one after the other, and never backwards", async () => {
    const { cloud } = fixture;
    await Promise.all([cloud.engine.advanceTo(startAt + hour), cloud.engine.advanceTo(startAt + minute)]);
    expect(cloud.engine.now()).toBe(startAt + hour);
  });
});

describe("a queue", () => {
  test("keeps the failed message of a batch only, and gives it up to the dead-letter queue after its tries", async () => {
    const { services, work, dead, cloud, bodies, failures } = fixture;
    for (const body of ["good", "bad one", "fine", "well"]) services.queues.send(work, body);
    await cloud.engine.settle();
    expect(bodies(work)).toEqual(["bad one"]);
    await cloud.engine.advanceTo(startAt + hour);
    // Dealt out to both environments; either may be the first.
    expect(new Set(timeline().map(String))).toEqual(
      new Set(["work,0,good,bad one", "work,0,fine,well", "work,60,bad one"]),
    );
    expect(bodies(dead)).toEqual(["bad one"]);
    expect(failures.map(({ errorType }) => errorType)).toEqual([
      "PartialBatchFailure",
      "PartialBatchFailure",
    ]);
  });

  test("a handler that throws or dies fails its whole batch and takes nothing else down", async () => {
    const { services, work, dead, cloud, bodies, failures } = fixture;
    services.queues.send(work, "crash");
    await cloud.engine.settle();
    for (const body of ["boom", "good", "fine", "well"]) services.queues.send(work, body);
    await cloud.engine.advanceTo(startAt + hour);
    expect(bodies(work)).toEqual([]);
    expect(bodies(dead).sort()).toEqual(["boom", "crash"]);
    // The good one was in a batch with boom and came again.
    expect(timeline().filter((items) => items.includes("good"))).toHaveLength(2);
    expect(new Set(failures.map(({ errorType }) => errorType))).toEqual(
      new Set(["Runtime.ExitError", "TypeError"]),
    );
  });
});

test("a stop in the middle leaves everything as it was: no try is counted, nothing is given up", async () => {
  const { services, work, dead, change, scheduleOnce, functionArn, cloud, seen, bodies, failures } = fixture;
  services.queues.send(work, "hang");
  change("fix-Table", [{ pk: "hang", sk: "DOC" }]);
  const input = '{"kind":"hang"}';
  scheduleOnce(onceAt("x", startAt, { targetArn: functionArn("SweepFunction"), input }));
  await expect.poll(() => seen().length).toBe(3);
  await cloud.close();
  expect(bodies(work)).toEqual(["hang"]);
  expect(bodies(dead)).toEqual([]);
  expect(services.tables.hasUnread("engine:fix-Table")).toBe(true);
  expect(services.schedules.nextAt()).toBe(startAt);
  expect(failures).toEqual([]);
});

describe("a table's stream with a batching window", () => {
  beforeEach(async () => {
    await fixture.close();
    fixture = await fixtureCloud({ streamWindowSeconds: 2 });
  });

  test("is read once for what is written within it; the clock may stand meanwhile, and a full batch ends the waiting", async () => {
    const { change, cloud } = fixture;
    change("fix-Table", [{ pk: "a", sk: "DOC" }]);
    await cloud.engine.settle();
    expect(timeline()).toEqual([]);
    await cloud.engine.advanceTo(startAt + second);
    change("fix-Table", [{ pk: "b", sk: "DOC" }]);
    await cloud.engine.advanceTo(startAt + minute);
    expect(timeline()).toEqual([["stream", 2, "a", "b"]]);
    change(
      "fix-Table",
      ["c", "d", "e", "f", "g"].map((pk) => ({ pk, sk: "DOC" })),
    );
    await cloud.engine.advanceTo(startAt + 2 * minute);
    expect(timeline().slice(1)).toEqual([
      ["stream", 62, "c", "d", "e", "f"],
      ["stream", 62, "g"],
    ]);
  });
});

describe("a table's stream", () => {
  test("passes the filter, halves a failing batch and gives up only the poisoned record", async () => {
    const { change, dead, cloud, bodies, seen, services } = fixture;
    change("fix-Table", [
      { pk: "a", sk: "DOC" },
      { pk: "skipped", sk: "NOTICE" },
      { pk: "boom", sk: "DOC" },
      { pk: "b", sk: "DOC" },
      { pk: "c", sk: "DOC" },
    ]);
    await cloud.engine.advanceTo(startAt + hour);
    expect(timeline()).toEqual([
      ["stream", 0, "a", "boom", "b"],
      ["stream", 0, "a", "boom"],
      ["stream", 0, "a"],
      ["stream", 0, "boom"],
      ["stream", 1, "boom"],
      ["stream", 1, "b"],
      ["stream", 1, "c"],
    ]);
    expect(services.tables.hasUnread("engine:fix-Table")).toBe(false);
    expect(seen()[0]?.source).toMatch(/:table\/fix-Table\/stream\//);
    const [lost] = bodies(dead).map((body) => JSON.parse(body));
    expect(lost).toMatchObject({
      requestContext: { condition: "RetryAttemptsExhausted", approximateInvokeCount: 2 },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
  });
});

describe("a schedule", () => {
  test("invokes its function, tries again after one and two minutes, then leaves the event in the dead-letter queue", async () => {
    const { scheduleOnce, functionArn, dead, cloud, bodies, services, work } = fixture;
    const input = '{"kind":"boom"}';
    scheduleOnce(onceAt("x", startAt + minute, { targetArn: functionArn("SweepFunction"), input }));
    scheduleOnce(onceAt("y", startAt + 90 * second, { targetArn: work, input: "not held up" }));
    await cloud.engine.advanceTo(startAt + hour);
    expect(timeline()).toEqual([
      ["sweep", 60],
      ["work", 90, "not held up"],
      ["sweep", 120],
      ["sweep", 240],
    ]);
    expect(bodies(dead)).toEqual([input]);
    expect(services.schedules.nextAt()).toBeUndefined();
  });

  test("a recurring one keeps coming", async () => {
    const { services, functionArn, roleArn, cloud } = fixture;
    services.schedules.defineRecurring({
      group: "g",
      name: "r",
      expression: "rate(5 minutes)",
      timeZone: "UTC",
      targetArn: functionArn("SweepFunction"),
      roleArn: roleArn("ScheduleRole"),
      input: '{"kind":"sweep"}',
    });
    const counts = await cloud.engine.advanceTo(startAt + hour);
    expect(timeline().map(([, at]) => at)).toEqual(
      Array.from({ length: 12 }, (_, index) => (index + 1) * 300),
    );
    expect(counts.jumps).toBe(12);
  });

  test("whose role may not reach the target is refused and reported, and the clock goes on", async () => {
    const { scheduleOnce, functionArn, cloud, failures } = fixture;
    scheduleOnce(onceAt("x", startAt + minute, { targetArn: functionArn("ApiFunction"), input: "{}" }));
    await cloud.engine.advanceTo(startAt + hour);
    expect(failures).toMatchObject([{ where: "g/x", errorType: "ScheduleNotDelivered" }]);
    expect(cloud.iam.deniedCalls()).toMatchObject([{ action: "lambda:InvokeFunction", count: 1 }]);
  });
});

describe("a function", () => {
  test("lives in virtual time: Date is the virtual clock in every form, and else the ordinary Date in UTC", async () => {
    const result = await fixture.cloud.invoke("sweep", { kind: "date" });
    expect(result.ok && JSON.parse(result.payload)).toEqual({
      now: startAt,
      fresh: startAt,
      subclass: startAt,
      again: startAt,
      text: startAt,
      given: 5,
      utc: Date.UTC(2026, 0, 1),
      parsed: Date.UTC(2026, 0, 1),
      instances: [true, true, true],
      zone: new Date(2026, 0, 1).getTime(),
      log: null,
    });
    await fixture.cloud.close();
    expect(fixture.log("SweepFunction")).toMatch(/"message":"a line of the function"/);
    expect(fixture.log("SweepFunction")).toMatch(/"source":"platform".*"status":"success"/);
  });

  test("gets a context, and the public address of this start in place of the placeholder", async () => {
    const result = await fixture.cloud.invoke("sweep", { kind: "ordinary" });
    expect(result.ok && JSON.parse(result.payload)).toEqual({ free: true, name: "fix-SweepFunction" });
    expect(fixture.cloud.variables.PUBLIC_URL).toBe("http://127.0.0.1:8787");
    const [pool] = fixture.cloud.pools.values();
    expect(pool?.definition.env).toMatchObject({ AWS_ACCESS_KEY_ID: "KEY-fix-WorkFunction", TZ: ":UTC" });
  });

  test("granted actions that nobody needed are listed", () => {
    const unused = fixture.cloud.iam.unusedGrants().map(({ role, action }) => `${role} ${action}`);
    expect(unused).toEqual([
      "FunctionRole sqs:SendMessage",
      "ScheduleRole sqs:SendMessage",
      "ScheduleRole lambda:InvokeFunction",
    ]);
  });
});

describe("the HTTP API", () => {
  let server: PublicServer;
  beforeEach(async () => {
    server = await startPublicServer(0, (error) => expect.unreachable(String(error)));
    server.open({
      api: (req, url) => fixture.cloud.api.handle(req, url),
      admin: () => Promise.resolve(undefined),
    });
  });
  afterEach(() => server.close());

  test("gives the function payload format 2.0 and maps its answer back", async () => {
    const response = await fetch(`${server.baseUrl}/echo/%E7%8E%8B?q=1&q=2&r=%20`, {
      method: "POST",
      body: new Uint8Array([0, 255]),
      headers: {
        "content-type": "application/octet-stream",
        cookie: "a=1; b=2",
        "X-Thing": "y",
        "user-agent": "t",
      },
    });
    expect(response.status).toBe(201);
    expect(response.headers.get("x-echo")).toBe("7");
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(response.headers.get("content-type")).toBe("text/plain;charset=UTF-8");
    expect(await response.text()).toBe("ÿ-36");
    expect(fixture.seen()[0]?.event).toMatchObject({
      version: "2.0",
      routeKey: "ANY /echo/{name}",
      rawPath: "/echo/%E7%8E%8B",
      rawQueryString: "q=1&q=2&r=%20",
      cookies: ["a=1", "b=2"],
      headers: { "x-thing": "y" },
      queryStringParameters: { q: "1,2", r: " " },
      pathParameters: { name: "王" },
      requestContext: {
        http: { method: "POST", sourceIp: "127.0.0.1", userAgent: "t" },
        stage: "$default",
        timeEpoch: startAt,
      },
      body: "AP8=",
      isBase64Encoded: true,
    });
  });

  test("an answer without a status is JSON; a failed function is 500; no route is 404", async () => {
    const plain = await fetch(`${server.baseUrl}/plain`);
    expect([plain.status, await plain.json()]).toEqual([200, { hello: "world" }]);
    const failed = await fetch(`${server.baseUrl}/boom`);
    expect([failed.status, await failed.json()]).toEqual([500, { message: "Internal Server Error" }]);
    const missing = await fetch(`${server.baseUrl}/nothing`);
    expect([missing.status, await missing.json()]).toEqual([404, { message: "Not Found" }]);
  });

  test("a body above 10 MB never reaches a function", async () => {
    const client = request(`${server.baseUrl}/echo/x`, {
      method: "POST",
      headers: { "content-length": 10 * 1024 * 1024 + 1 },
    });
    client.flushHeaders();
    const [response] = await once(client, "response");
    expect(response.statusCode).toBe(413);
    client.destroy();
    expect(fixture.seen()).toEqual([]);
  });

  test("a second server on the same port says so in both languages", async () => {
    const port = Number(new URL(server.baseUrl).port);
    await expect(startPublicServer(port, () => {})).rejects.toThrow(/已被占用.* · Port \d+ is busy/);
  });
});
