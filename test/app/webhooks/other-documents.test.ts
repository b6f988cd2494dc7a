import { describe, expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { registerEvent } from "../../../lib/app/emergencies/register.ts";
import { reportEvent } from "../../../lib/app/emergencies/report.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { putContest, putRuling, putSubmission } from "../../../lib/app/submissions/write.ts";
import { putWebhook } from "../../../lib/app/webhooks/keep.ts";
import { versionOf } from "../../../lib/domain/emergencies/emergency.ts";
import { type WebhookKind, webhookKinds } from "../../../lib/domain/webhooks/kinds.ts";
import { at } from "../../support/builders.ts";
import { leak } from "../../support/emergencies.ts";
import { assignAll, crowd, giveGroup, onlyGroup, resolveAll } from "../../support/groups.ts";
import { people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** Asks for these kinds; a subscription counts from the next minute on. */
async function subscribe(w: World, kinds: readonly WebhookKind[]): Promise<World> {
  const terms = { name: "数据平台", url: "https://hooks.example/jiesu", kinds };
  const put = await putWebhook(w.ports, "platform", { version: 0, terms, by: people.headquarters.id });
  if (isProblem(put)) throw new Error(put.problem);
  w.clock.advance(61);
  return w;
}

const bodies = (w: World) => w.posted.map(({ body }) => JSON.parse(body));
const told = (w: World, family: string) =>
  bodies(w)
    .map(({ type }): string => type)
    .filter((type) => type.startsWith(family));
const ok = <T extends object>(result: T) => {
  if (isProblem(result)) throw new Error(JSON.stringify(result));
  return result as Exclude<T, { readonly problem: unknown }>;
};

let keys = 0;
const event = (w: World) =>
  registerEvent(w.ports, {
    emergency: leak,
    idempotencyKey: `event-${(keys += 1)}`,
    person: people.clerk,
  }).then(ok);

async function report(w: World, eventId: string, stage: "first" | "written" | "final") {
  const standing = await w.emergencies.load(eventId);
  return ok(
    await reportEvent(w.ports, {
      eventId,
      report: { stage, text: "水阀已关，王示例家进水", injury: { dead: 0, injured: 1 } },
      version: versionOf(standing!),
      idempotencyKey: `report-${(keys += 1)}`,
      person: people.manager,
    }),
  );
}

describe("a group (D11)", () => {
  test("is told from its proposal to its close, with its members and without a word of theirs", async () => {
    const w = await subscribe(world(now), webhookKinds);
    const ids = await crowd(w);
    await giveGroup(w, { type: "confirm" });
    await w.drain();
    await giveGroup(w, assignAll);
    await w.drain();
    await giveGroup(w, resolveAll);
    await w.drain();
    const kinds = new Set(told(w, "group."));
    for (const kind of ["group.proposed", "group.confirmed", "group.resolved"]) expect(kinds).toContain(kind);
    const confirmed = bodies(w).find(({ type }) => type === "group.confirmed");
    expect(confirmed.data).toMatchObject({
      groupId: onlyGroup(w).identity.id,
      projectId: project.id,
      classCode: "1.7.2",
      level: "B",
    });
    expect(confirmed.data.complaintIds.toSorted()).toEqual(ids.toSorted());
    expect(JSON.stringify(bodies(w))).not.toMatch(/电梯|示例业主|1380000/);
  });

  test("is told once however often its reaction is repeated; nobody has asked, nothing waits", async () => {
    const w = await subscribe(world(now), ["group.resolved"]);
    await crowd(w);
    await giveGroup(w, { type: "confirm" });
    await w.drain();
    await giveGroup(w, assignAll);
    await w.drain();
    await giveGroup(w, resolveAll);
    const resolved = onlyGroup(w);
    expect(resolved.outbox.length).toBeGreaterThan(0);
    await w.drain();
    w.groups.items.set(resolved.identity.id, { ...onlyGroup(w), outbox: resolved.outbox });
    await reactTo(w.ports, { kind: "group", id: resolved.identity.id });
    await w.drain();
    expect(told(w, "group.")).toEqual(["group.resolved"]);
    const quiet = world(now);
    await crowd(quiet);
    await giveGroup(quiet, { type: "confirm" });
    await quiet.drain();
    await giveGroup(quiet, assignAll);
    await quiet.drain();
    await giveGroup(quiet, resolveAll);
    const { events, outbox } = onlyGroup(quiet);
    const seq = events.find(({ fact }) => fact.type === "resolved")?.seq;
    expect(outbox).not.toContain(seq);
  });
});

describe("an emergency event (D7)", () => {
  test("is told when it is registered, reported and overdue, with figures and without names", async () => {
    const w = await subscribe(world(now), webhookKinds);
    const { registration } = (await event(w)).event;
    await w.drain();
    await report(w, registration.id, "first");
    await w.run(at("2026-03-02 13:00"));
    await report(w, registration.id, "written");
    await w.drain();
    expect(told(w, "emergency.")).toEqual([
      "emergency.registered",
      "emergency.reported",
      "emergency.overdue",
      "emergency.reported",
    ]);
    const [first, reported, overdue, late] = bodies(w).filter(({ type }) => type.startsWith("emergency."));
    expect(first.data).toMatchObject({
      eventId: registration.id,
      category: "equipment.water",
      status: "open",
    });
    expect(reported.data).toMatchObject({ stage: "first", late: false, injury: { dead: 0, injured: 1 } });
    expect(overdue.data).toMatchObject({ stage: "written" });
    expect(late.data).toMatchObject({ stage: "written", late: true });
    expect(JSON.stringify(bodies(w))).not.toMatch(/水管|水阀|示例填写人|王示例|13800000001/);
    expect(new Set(w.posted.map(({ headers }) => headers["webhook-id"])).size).toBe(w.posted.length);
  });

  test("costs no write more where nobody has asked for its reports", async () => {
    const w = world(now);
    const { registration } = (await event(w)).event;
    await w.drain();
    const { outbox } = await report(w, registration.id, "first");
    expect(outbox).toEqual([]);
  });
});

describe("what a project submits (D7, D8)", () => {
  test("is told when it is confirmed, contested, ruled on and overdue, each once", async () => {
    const w = await subscribe(world(now), webhookKinds);
    const { number } = (await w.receive({})).registration;
    await w.run(at("2026-04-01 10:00"));
    const place = { month: "2026-03", projectId: project.id };
    const manager = { ...place, person: people.projectManager };
    const sections = { "top-three": { problems: "配件等待两周" } };
    ok(await putContest(w.ports, { ...manager, number }, { reason: "not-ours", text: "开发商保修" }));
    ok(await putRuling(w.ports, { ...place, person: people.region, number }, { upheld: true, text: "属实" }));
    await w.run(at("2026-04-30 10:00"));
    for (let n = 0; n < 2; n += 1) ok(await putSubmission(w.ports, manager, { sections, confirm: true }));
    await w.drain();
    expect(told(w, "submission.")).toEqual([
      "submission.contested",
      "submission.ruled",
      "submission.overdue",
      "submission.overdue",
      "submission.confirmed",
    ]);
    const [contested, ruled, , , confirmed] = bodies(w).filter(({ type }) => type.startsWith("submission."));
    expect(contested.data).toMatchObject({
      month: "2026-03",
      projectId: project.id,
      number,
      reason: "not-ours",
    });
    expect(ruled.data).toMatchObject({ number, upheld: true });
    expect(confirmed.data).toMatchObject({ status: "confirmed-late" });
    expect(JSON.stringify(bodies(w))).not.toMatch(/配件|开发商|属实/);
  });

  test("costs no write more where nobody has asked for it", async () => {
    const w = world(at("2026-04-01 10:00"));
    await w.receive({ receivedAt: at("2026-03-20 10:00") });
    const place = { month: "2026-03", projectId: project.id, person: people.projectManager };
    const sections = { "top-three": { problems: "配件等待两周" } };
    expect(ok(await putSubmission(w.ports, place, { sections, confirm: true })).outbox).toEqual([]);
  });
});
