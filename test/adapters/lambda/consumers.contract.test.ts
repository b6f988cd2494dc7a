import { readdirSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import { describe, expect, test, vi } from "vitest";
import { functionProfiles } from "../../../infra/catalogue/functions.ts";
import { workQueues } from "../../../infra/catalogue/queues.ts";
import { keys } from "../../../lib/adapters/dynamodb/core/keys.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { publishPolicy } from "../../../lib/app/rules/publish.ts";
import { openedSubmission } from "../../../lib/app/submissions/open.ts";
import { putWebhook } from "../../../lib/app/webhooks/keep.ts";
import { routes } from "../../../lib/contracts/routes.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { documentKinds } from "../../../lib/domain/document/ref.ts";
import { at } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";
import { withOutage } from "../../support/faults.ts";
import { crowd, onlyGroup } from "../../support/groups.ts";
import { context } from "../../support/lambda-context.ts";
import { people, project } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

/** The ports that every entry point gets instead of the cloud's. */
const held = vi.hoisted((): { ports: object } => ({ ports: {} }));
vi.mock("../../../lib/adapters/composition/container.ts", () => ({
  container: () => Promise.resolve(new Proxy({}, { get: (_, key) => Reflect.get(held.ports, key) })),
}));

const now = at("2026-03-02 10:00");
const folder = join(import.meta.dirname, "..", "..", "..", "functions");

type Entry = (event: unknown, lambda: typeof context) => Promise<SQSBatchResponse | void>;

/** Runs the entry point of a function as Lambda would, on these ports. */
async function invoke(name: string, ports: Ports, event: unknown): Promise<SQSBatchResponse | void> {
  held.ports = ports;
  const { handler } = (await import(join(folder, `${name}.ts`))) as { handler: Entry };
  return handler(event, context);
}

function record(body: unknown, index: number): SQSRecord {
  return {
    messageId: `m-${index}`,
    receiptHandle: `r-${index}`,
    body: typeof body === "string" ? body : JSON.stringify(body),
    attributes: {
      ApproximateReceiveCount: "1",
      SentTimestamp: "0",
      SenderId: "x",
      ApproximateFirstReceiveTimestamp: "0",
    },
    messageAttributes: {},
    md5OfBody: "",
    eventSource: "aws:sqs",
    eventSourceARN: "arn:aws:sqs:x:1:q",
    awsRegion: "x",
  };
}

/** The messages that a consumer gives back of a batch. */
async function givenBack(name: string, ports: Ports, bodies: readonly unknown[]): Promise<string[]> {
  const event: SQSEvent = { Records: bodies.map(record) };
  const answer = await invoke(name, ports, event);
  if (answer === undefined) throw new Error(`${name} reports no partial failures`);
  return answer.batchItemFailures.map(({ itemIdentifier }) => itemIdentifier).sort();
}

/** A message that asks for real work, in a world in which there is that work. */
interface Work {
  readonly w: World;
  readonly message: unknown;
  /** True if a failure was told, or the work asked for again, by other means than giving the message back. */
  readonly isTold?: () => Promise<boolean>;
}

async function received(): Promise<{ w: World; id: string }> {
  const w = world(now);
  const { registration } = await w.receive({ complainant: { email: "owner@home.example" } });
  return { w, id: registration.id };
}

async function grouped(): Promise<{ w: World; id: string }> {
  const w = world(now);
  await crowd(w);
  return { w, id: onlyGroup(w).identity.id };
}

async function emergency(): Promise<{ w: World; id: string }> {
  const w = world(now);
  const event = emergencyAt(now);
  await w.emergencies.insert(event);
  return { w, id: event.registration.id };
}

async function submission(): Promise<{ w: World; id: string }> {
  const w = world(at("2026-04-01 02:00"));
  await openedSubmission(w.ports, project, "2026-03");
  return { w, id: `2026-03.${project.id}` };
}

const documents = { complaint: received, group: grouped, emergency, submission };

/** A document whose timer has come. */
async function due(kind: keyof typeof documents): Promise<Work> {
  const { w, id } = await documents[kind]();
  await w.drain();
  w.clock.advance(40 * 86_400);
  return { w, message: { kind, id } };
}

async function changed(kind: keyof typeof documents): Promise<Work> {
  const { w, id } = await documents[kind]();
  return { w, message: { kind, id } };
}

async function pageOfJob(): Promise<Work> {
  const { w } = await received();
  await w.drain();
  const result = await publishPolicy(w.ports, people.headquarters, {
    scope: `project:${project.id}`,
    make: (version) => completed(version, "D12", {}),
  });
  if (!("edition" in result) || result.jobId === undefined) throw new Error("not published");
  w.clock.advance(120);
  const { jobId } = result;
  const isTold = async () => (await w.jobs.part(jobId, project.id))?.errors.length === 1;
  return { w, message: { jobId, projectId: project.id, page: 0 }, isTold };
}

async function planned(): Promise<Work> {
  const { w, id } = await received();
  const [message] = await noticesOf(w, id);
  return { w, message };
}

async function delivery(): Promise<Work> {
  const w = world(now);
  const terms = { name: "x", url: "https://hooks.example/", kinds: ["complaint.registered"] } as const;
  await putWebhook(w.ports, "platform", { version: 0, terms, by: people.headquarters.id });
  const { id } = (await w.receive({})).registration;
  await givenBack("react", w.ports, [{ kind: "complaint", id }]);
  const [message] = w.webhookQueue.take();
  // What another system does not take is tried again by itself.
  const isTold = async () => [...w.webhooks.items.values()].some(({ lastError }) => lastError === "Outage");
  return { w, message, isTold };
}

async function noticesOf(w: World, id: string) {
  await givenBack("react", w.ports, [{ kind: "complaint", id }]);
  return w.noticeQueue.take();
}

async function rawMailLies(): Promise<Work> {
  const w = world(now);
  await w.mailbox.put("raw/1", rawMail());
  return { w, message: { rawKey: "raw/1", receivedAt: now } };
}

async function storageTells(): Promise<Work> {
  const { w } = await rawMailLies();
  const s3 = { object: { key: "raw/1" } };
  return { w, message: { Records: [{ eventTime: now, s3 }] } };
}

async function mailAccepted(): Promise<Work> {
  const w = world(now);
  await w.mailbox.put("mail/kept", rawMail());
  const accepted = { at: now, by: people.supervisor.id, projectId: project.id };
  w.quarantined.push({ id: "q-1", at: now, reason: "sender-rule", rawKey: "mail/kept", accepted });
  return { w, message: { quarantineId: "q-1" } };
}

async function mailReturned(): Promise<Work> {
  const w = world(now);
  await w.receive({ safety: true });
  await w.drain();
  const [mail] = w.sent;
  const headers = [{ name: "References", value: `<${mail!.threadId}@x> <${mail!.noticeId}@x>` }];
  return {
    w,
    message: { source: "aws.ses", "detail-type": "Email Bounced", detail: { mail: { headers } } },
  };
}

async function reportPart(kind: "project" | "company" | "deadline"): Promise<Work> {
  const { w } = await received();
  await w.run(at("2026-04-01 02:00"));
  const run = await startRun(w.ports, { month: "2026-03", by: "schedule", key: "k" });
  if ("problem" in run) throw new Error(run.problem);
  const parts = w.reportQueue.take();
  const [message] = parts;
  // A project has three tries of its own within minutes; the third failure is told in the edition.
  const isTold = async () => w.reportQueue.waiting.some((one) => isDeepStrictEqual(one.message, message));
  if (kind === "project") return { w, message, isTold };
  await givenBack("report-build", w.ports, parts);
  w.clock.advance(3600);
  return { w, message: { kind, runId: run.id } };
}

/** Every message that each consumer understands. A new consumer, or a new message of one, is one more line here. */
const work: Readonly<Record<string, Readonly<Record<string, () => Promise<Work>>>>> = {
  alarm: Object.fromEntries(documentKinds.map((kind) => [kind, () => due(kind)])),
  react: {
    ...Object.fromEntries(documentKinds.map((kind) => [kind, () => changed(kind)])),
    "a page of a job": pageOfJob,
    "a complaint once more": async () => {
      const { w, id } = await received();
      return { w, message: { kind: "complaint", id, again: true } };
    },
  },
  send: { "a planned notice": planned },
  webhook: { "what a system outside is told": delivery },
  "mail-in": {
    "a raw mail": rawMailLies,
    "storage's own event": storageTells,
    "an accepted mail": mailAccepted,
    "a mail of ours that came back": mailReturned,
  },
  "report-build": {
    "a project": () => reportPart("project"),
    "the company": () => reportPart("company"),
    "the deadline": () => reportPart("deadline"),
  },
};

const everyWork = Object.entries(work).flatMap(([name, messages]) =>
  Object.entries(messages).map(([what, make]) => ({ name, what, make })),
);

describe("what works things off", () => {
  const schedules = ["sweep", "report-start", "mail-poll", "privacy", "digest"];
  const apis = [...new Set<string>([...routes.map((route) => route.function), "pages"])];

  test("is in this contract: every function is an API, a queue's consumer, the stream's or a schedule's", () => {
    const consumers = Object.values(workQueues).map(({ consumer }) => consumer);
    expect(Object.keys(work).sort()).toEqual([...consumers].sort());
    const all = readdirSync(folder).map((file) => file.replace(/\.ts$/, ""));
    expect([...apis, ...consumers, "stream", ...schedules].sort()).toEqual(all.sort());
    expect(Object.keys(functionProfiles).sort()).toEqual(all.sort());
  });

  test.each(schedules)("%s fails as a whole, so that it is tried again and counted", async (name) => {
    const { w } = await received();
    w.clock.advance(40 * 86_400);
    const down = withOutage(w.ports, () => true);
    await expect(invoke(name, down, {})).rejects.toThrow("is down");
  });

  test("the stream fails as a whole, so that its batch is split and brought again", async () => {
    const { w, id } = await received();
    const { pk, sk } = keys.complaint(id);
    const event = { Records: [{ dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } }] };
    const down = withOutage(w.ports, ({ name }) => name.startsWith("reactQueue."));
    await expect(invoke("stream", down, event)).rejects.toThrow("is down");
  });
});

describe.each(everyWork)("$name, given $what", ({ name, make }) => {
  test("gives back nothing that it has done", async () => {
    const { w, message } = await make();
    expect(await givenBack(name, w.ports, [message])).toEqual([]);
    expect(w.telemetry.errors).toEqual([]);
  });

  test("gives it back, and it alone, when what it needs is down; an unreadable one too", async () => {
    const { w, message } = await make();
    const down = withOutage(w.ports, () => true);
    expect(await givenBack(name, down, ["{", message, "{}"])).toEqual(["m-0", "m-1", "m-2"]);
    expect(w.telemetry.errors.filter((line) => line === "message failed and will come back")).toHaveLength(3);
  });

  test("whichever single call fails, gives it back or tells of it", async () => {
    const swallowed: string[] = [];
    for (const failing of callsToFail(await callsOf(name, make))) {
      const { w, message, isTold = async () => false } = await make();
      let calls = 0;
      let down = "";
      const ports = withOutage(w.ports, (call) => {
        calls += 1;
        if (calls - 1 === failing) down = call.name;
        return calls - 1 === failing;
      });
      const back = await givenBack(name, ports, ["{", message]);
      expect(back).toContain("m-0");
      if (!back.includes("m-1") && !(await isTold())) swallowed.push(down);
    }
    expect(swallowed).toEqual([]);
  });
});

/** What the work asks of its ports, in order. */
async function callsOf(name: string, make: () => Promise<Work>): Promise<readonly string[]> {
  const { w, message } = await make();
  const calls: string[] = [];
  const watched = withOutage(w.ports, (call) => {
    calls.push(call.name);
    return false;
  });
  await givenBack(name, watched, [message]);
  return calls;
}

/** More calls are those of a report, which asks the same of every project and file: the first of every kind will do. */
const FEW = 30;

/** The first and the last call of every kind. */
function callsToFail(calls: readonly string[]): ReadonlySet<number> {
  const first = [...new Set(calls)].map((call) => calls.indexOf(call));
  const last = calls.length > FEW ? [] : [...new Set(calls)].map((call) => calls.lastIndexOf(call));
  return new Set([...first, ...last]);
}
