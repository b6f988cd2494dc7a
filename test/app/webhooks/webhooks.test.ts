import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { AddressRefusedError, type OutboundRequest } from "../../../lib/app/ports/webhooks.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { deliverWebhook } from "../../../lib/app/webhooks/deliver.ts";
import {
  pingWebhook,
  putWebhook,
  replayWebhook,
  rotateWebhookSecret,
  type WebhookTerms,
} from "../../../lib/app/webhooks/keep.ts";
import { RETRY_PAUSES } from "../../../lib/domain/webhooks/delivery.ts";
import { webhookKindOf } from "../../../lib/domain/webhooks/event.ts";
import { webhookKinds } from "../../../lib/domain/webhooks/kinds.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { otherProject, people, project } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const everything: WebhookTerms = {
  name: "数据平台",
  url: "https://hooks.example/jiesu",
  kinds: webhookKinds,
};

/** A desk whose events a system wants to know; returns what its messages are signed with. */
async function subscribed(terms: Partial<WebhookTerms> = {}): Promise<{ w: World; secret: string }> {
  const w = world(now);
  return { w, secret: await subscribe(w, terms) };
}

async function subscribe(w: World, terms: Partial<WebhookTerms> = {}, id = "platform"): Promise<string> {
  const put = await putWebhook(w.ports, id, {
    version: 0,
    terms: { ...everything, ...terms },
    by: people.headquarters.id,
  });
  if (isProblem(put) || put.secret === undefined) throw new Error("not subscribed");
  return put.secret;
}

const bodies = (w: World) => w.posted.map(({ body }) => JSON.parse(body));
const kinds = (w: World) => bodies(w).map(({ type }) => type);
const deliveries = (w: World) => [...w.webhooks.items.values()];
const answering = (w: World, ...answers: readonly (number | Error)[]) => {
  const left = [...answers];
  const seen: OutboundRequest[] = [];
  Object.assign(w.ports, {
    outboundPost: async (request: OutboundRequest) => {
      seen.push(request);
      const answer = left.length > 1 ? left.shift() : left[0];
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return seen;
};

/** As the receiver checks it (Standard Webhooks). */
function isSignedBy(secret: string, { headers, body }: OutboundRequest): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const text = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
  const expected = `v1,${createHmac("sha256", key).update(text).digest("base64")}`;
  return headers["webhook-signature"]?.split(" ").includes(expected) === true;
}

describe("what nobody outside has asked for", () => {
  const taken = async (w: World) => {
    const { registration } = await w.receive({});
    await w.drain();
    await w.give(registration.id, { type: "assign", departmentId: "engineering", handlerId: "handler-1" });
    await w.drain();
    await w.give(registration.id, { type: "accept" }, { person: people.handler });
    return w.complaint(registration.id);
  };

  test("waits in no outbox: a command that nobody else must hear of is one write", async () => {
    const w = world(now);
    expect((await taken(w)).outbox).toEqual([]);
    const other = world(now);
    await subscribe(other, { kinds: ["complaint.closed"] });
    await subscribe(other, { projectIds: [otherProject.id] }, "elsewhere");
    expect((await taken(other)).outbox).toEqual([]);
    const asked = world(now);
    await subscribe(asked, { kinds: ["complaint.accepted"] });
    expect((await taken(asked)).outbox).toHaveLength(1);
  });

  test("is told from the next minute on, once somebody asks for it: no event of then is lost", async () => {
    const w = world(now);
    await taken(w);
    await subscribe(w);
    w.clock.set(at("2026-03-02 10:01"));
    const { registration } = await w.receive({ sourceId: "later", body: "later" });
    await w.give(registration.id, { type: "classify", classCode: "1.2.2", level: "C" });
    await w.drain();
    expect(kinds(w)).toEqual(["complaint.registered", "complaint.classified"]);
  });

  test("a row of an old ledger is no news", () => {
    const registered = { type: "registered", historical: { completedAt: now } };
    expect(webhookKindOf({ fact: registered } as never)).toBeUndefined();
  });
});

describe("a system that has subscribed", () => {
  test("is told what it asked for, once each and signed, and nothing that a person said or is called", async () => {
    const { w, secret } = await subscribed({ kinds: ["complaint.registered", "complaint.replied"] });
    const personal = {
      matter: "王示例家的水管漏水",
      complainant: { name: "王示例", phone: "13800001234", email: "owner@home.example" },
      location: { building: "77", unit: "9", room: "8801" },
    };
    const { registration } = await w.receive(personal);
    await w.drain();
    await w.give(registration.id, { type: "reply", via: "phone", text: "今晚八点前修好" });
    await w.drain();
    expect(kinds(w)).toEqual(["complaint.registered", "complaint.replied"]);
    expect(bodies(w)[0]).toMatchObject({
      timestamp: now,
      data: { complaintId: registration.id, number: "001", projectId: project.id, channel: "phone", seq: 1 },
    });
    for (const request of w.posted) {
      expect(isSignedBy(secret, request)).toBe(true);
      expect(isSignedBy(secret, { ...request, body: `${request.body} ` })).toBe(false);
      for (const value of ["王示例", "13800001234", "owner@home.example", "漏水", "8801", "八点", secret])
        expect(JSON.stringify(request)).not.toContain(value);
    }
  });

  test("hears of its own projects alone, and of nothing while it is paused", async () => {
    const { w } = await subscribed({ projectIds: [otherProject.id] });
    await subscribe(w, { paused: true }, "paused");
    await w.receive({ sourceId: "a" });
    await w.receive({ sourceId: "b", projectId: otherProject.id });
    await w.drain();
    expect(bodies(w).map(({ data }) => data.projectId)).toEqual([otherProject.id]);
  });

  test("hears once of each event however often a reaction is repeated", async () => {
    const { w } = await subscribed();
    const { registration } = await w.receive({});
    const before = await w.complaint(registration.id);
    await w.drain();
    const told = w.posted.length;
    w.complaints.items.set(registration.id, {
      ...(await w.complaint(registration.id)),
      outbox: before.outbox,
    });
    await reactTo(w.ports, { kind: "complaint", id: registration.id });
    await w.drain();
    expect(w.posted).toHaveLength(told);
  });

  test("every kind that can be asked for is told in some life of a complaint", async () => {
    const { w } = await subscribed();
    const { id } = (await w.receive({})).registration;
    await w.give(id, { type: "urge" });
    await w.give(id, { type: "assign", departmentId: "engineering", handlerId: "handler-1" });
    await w.give(id, { type: "accept" }, { person: people.handler });
    await w.give(id, { type: "reply", via: "phone", text: "已安排" });
    await w.run(at("2026-03-20 10:00"));
    const told = new Set(kinds(w));
    for (const kind of ["registered", "urged", "assigned", "accepted", "replied", "escalated"])
      expect(told).toContain(`complaint.${kind}`);
    const escalation = bodies(w).find(({ type }) => type === "complaint.escalated");
    expect(escalation.data).toMatchObject({ clock: expect.any(String), rung: expect.any(String) });
  });
});

describe("what does not arrive", () => {
  test("is tried again after growing pauses with the same id and bytes, then stays as a dead letter", async () => {
    const { w } = await subscribed({ kinds: ["complaint.registered"] });
    const seen = answering(w, 503);
    await w.receive({});
    const instants: string[] = [];
    const until = at("2026-03-06 10:00");
    // The sweep, every five minutes, brings what a queue cannot delay so long.
    for (; w.clock.text() < until; w.clock.advance(300)) {
      const before = seen.length;
      await sweep(w.ports);
      await w.drain();
      for (let one = before; one < seen.length; one += 1) instants.push(w.clock.text());
    }
    expect(seen).toHaveLength(RETRY_PAUSES.length + 1);
    expect(new Set(seen.map(({ headers, body }) => `${headers["webhook-id"]} ${body}`)).size).toBe(1);
    const gaps = instants.slice(1).map((one, i) => Date.parse(one) - Date.parse(instants[i] ?? ""));
    for (const [i, pause] of RETRY_PAUSES.entries()) {
      expect(gaps[i]).toBeGreaterThanOrEqual(pause * 1000 - 300_000);
      expect(gaps[i]).toBeLessThanOrEqual(pause * 1000 + 600_000);
    }
    expect(deliveries(w)[0]).toMatchObject({
      status: { state: "failed", reason: "answered 503" },
      attempt: RETRY_PAUSES.length + 1,
    });
    expect(w.telemetry.counts).toMatchObject({ WebhooksFailed: 1 });
  });

  test("goes once more when a person says so, a dead letter or not", async () => {
    const { w } = await subscribed({ kinds: ["complaint.registered"] });
    const seen = answering(w, 410, 200);
    await w.receive({});
    await w.drain();
    const [dead] = deliveries(w);
    expect(dead?.status).toMatchObject({ state: "failed", reason: "answered 410" });
    expect(await replayWebhook(w.ports, "platform", dead!.id)).toMatchObject({
      status: { state: "planned" },
    });
    await w.drain();
    expect(deliveries(w)[0]?.status).toMatchObject({ state: "delivered", answer: 200 });
    expect(seen.map(({ body }) => body)).toEqual([dead?.payload, dead?.payload]);
    expect(await replayWebhook(w.ports, "platform", "no such delivery")).toMatchObject({
      problem: "not-found",
    });
  });

  test("holds up nobody else: another subscription is told at once", async () => {
    const { w } = await subscribed({ kinds: ["complaint.registered"] });
    await subscribe(w, { kinds: ["complaint.registered"], url: "https://other.example/" }, "other");
    Object.assign(w.ports, {
      outboundPost: async ({ url }: OutboundRequest) => {
        if (url.includes("hooks")) throw Object.assign(new Error("no way"), { code: "ECONNREFUSED" });
        return 200;
      },
    });
    await w.receive({});
    await w.drain();
    const states = deliveries(w).map(({ subscriptionId, status, lastError }) => [
      subscriptionId,
      status.state,
      lastError,
    ]);
    expect(states).toEqual([
      ["platform", "planned", "ECONNREFUSED"],
      ["other", "delivered", undefined],
    ]);
  });

  test("an address that leads into a private network is refused for good, and says so", async () => {
    const { w } = await subscribed({ kinds: ["complaint.registered"] });
    const seen = answering(w, new AddressRefusedError("no public address"));
    await w.receive({});
    await w.drain();
    expect(seen).toHaveLength(1);
    expect(deliveries(w)[0]?.status).toMatchObject({ state: "failed", reason: "no public address" });
  });

  test("a process may die at any step: it is told in the end, and twice at most with one id", async () => {
    const crash = async (
      ports: Ports,
      point: Parameters<typeof diesAt>[1],
      run: Parameters<typeof diesAt>[2],
    ) => diesAt(ports, point, run, ["webhooks", "webhookQueue"]);
    const points = await atEveryPoint(async (point) => {
      const { w } = await subscribed({ kinds: ["complaint.registered"] });
      const { registration } = await w.receive({});
      const died = await crash(w.ports, point, async (ports) => {
        await reactTo(ports, { kind: "complaint", id: registration.id });
        for (const ref of w.webhookQueue.take()) await deliverWebhook(ports, ref);
      });
      w.clock.advance(400);
      await reactTo(w.ports, { kind: "complaint", id: registration.id });
      await sweep(w.ports);
      await w.drain();
      expect(deliveries(w).map(({ status }) => status.state)).toEqual(["delivered"]);
      expect(new Set(w.posted.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
      expect(w.posted.length).toBeLessThanOrEqual(2);
      return { died };
    });
    expect(points).toBeGreaterThan(10);
  });
});

describe("a subscription", () => {
  test("has a secret of its own, told once; rotated, both sign for a day", async () => {
    const { w, secret } = await subscribed();
    const rotated = await rotateWebhookSecret(w.ports, "platform", 1);
    if (isProblem(rotated)) throw new Error(rotated.problem);
    const fresh = rotated.secret ?? "";
    expect(fresh).not.toBe(secret);
    await pingWebhook(w.ports, "platform", people.headquarters.id);
    await w.drain();
    expect([isSignedBy(secret, w.posted[0]!), isSignedBy(fresh, w.posted[0]!)]).toEqual([true, true]);
    w.clock.advance(86_400);
    await pingWebhook(w.ports, "platform", people.headquarters.id);
    await w.drain();
    expect([isSignedBy(secret, w.posted[1]!), isSignedBy(fresh, w.posted[1]!)]).toEqual([false, true]);
    expect(JSON.stringify([...w.webhooks.subscriptions.values()])).not.toMatch(/whsec_/);
  });

  test("is refused for an address that is not https or holds credentials, for a foreign project, and when it has changed", async () => {
    const w = world(now);
    const code = async (terms: Partial<WebhookTerms>, version = 0) => {
      const by = people.headquarters.id;
      const put = await putWebhook(w.ports, "a", { version, terms: { ...everything, ...terms }, by });
      return isProblem(put) ? put.problem : "taken";
    };
    expect(await code({ url: "http://hooks.example/" })).toBe("bad-webhook-address");
    expect(await code({ url: "https://user:secret@hooks.example/" })).toBe("bad-webhook-address");
    expect(await code({ projectIds: ["nowhere"] })).toBe("unknown-project");
    expect(await code({}, 3)).toBe("organisation-changed");
    expect(await code({})).toBe("taken");
    expect(await code({})).toBe("organisation-changed");
    expect(await code({ name: "新名称" }, 1)).toBe("taken");
  });
});
