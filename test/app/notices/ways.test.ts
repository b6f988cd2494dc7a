import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { completed } from "../../../lib/contracts/rules/policy-presets.ts";
import { isTextable, waysOf } from "../../../lib/domain/notices/ways.ts";
import type { Adapter } from "../../../lib/domain/policy/notice-policy.ts";
import { builtInNoticePolicy, type NoticePolicy } from "../../../lib/domain/policy/notice-policy.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";
import { crowd } from "../../support/groups.ts";
import { type World, world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");
const everyWay: readonly Adapter[] = ["email", "wecom", "sms"];

/** Everybody has an account and a mobile; the company's policy says in which order they are told. */
async function desk(adapters: readonly Adapter[], changes: Partial<NoticePolicy> = {}): Promise<World> {
  const w = world(now);
  Object.assign(w.ports, { adapters });
  w.organisation.people = w.organisation.people.map((person) => ({
    ...person,
    wecomId: `w-${person.id}`,
    phone: "13800000000",
  }));
  const edition = {
    version: "ways",
    scope: "company",
    number: 1,
    effectiveFrom: now,
    publishedAt: now,
    publishedBy: "hq",
  } as const;
  const policy = completed("ways", "D12", { notices: { ...builtInNoticePolicy, ...changes } });
  await w.ports.ruleStore.publishPolicy(edition, policy);
  return w;
}

const refusing = (ports: Ports): Ports => ({
  ...ports,
  mailer: { send: () => Promise.reject(new PermanentMailError("refused")) },
});
const told = (w: World) => w.texts.map(({ adapter, to }) => `${adapter} ${to}`);

describe("a complainant without e-mail gets number and secret link by text message, once", () => {
  const phoneOnly = { complainant: { name: "王示例", phone: "13812345678" } };

  test("on registration, recorded as a notice; a repeated registration sends nothing more", async () => {
    const w = await desk(everyWay);
    const { id } = (await w.receive(phoneOnly)).registration;
    await w.receive(phoneOnly);
    await w.drain();
    expect(told(w)).toEqual(["sms 13812345678"]);
    expect(w.texts[0]?.message.url).toContain("/public/complaints/001?secret=");
    const [notice] = await w.ports.notices.ofComplaint(id);
    expect(notice).toMatchObject({ key: "acknowledgement#1#customer#sms", status: { state: "handedOver" } });
  });

  test("nothing where no text messages are set up, to a landline, or beside a mail", async () => {
    const cases = [
      { w: await desk(["email"]), complainant: phoneOnly.complainant },
      { w: await desk(everyWay), complainant: { phone: "021-58880000" } },
      { w: await desk(everyWay), complainant: { ...phoneOnly.complainant, email: "owner@home.example" } },
    ];
    for (const { w, complainant } of cases) {
      await w.receive({ complainant });
      await w.drain();
      expect(w.texts).toEqual([]);
      expect(w.notices.all().every(({ adapter }) => adapter === "email")).toBe(true);
    }
  });

  test("mobile numbers as people write them", () => {
    for (const phone of ["13812345678", "138 1234 5678", "+86-138-1234-5678", "+81 90 1234 5678"])
      expect(isTextable(phone)).toBe(true);
    for (const phone of ["021-58880000", "12345", "+862158880000", "23812345678", ""])
      expect(isTextable(phone)).toBe(false);
  });
});

describe("the order of ways is policy data", () => {
  test("WeCom first: the rung goes there, and by mail when nobody has acknowledged it in the policy's time", async () => {
    const w = await desk(everyWay, { staff: ["wecom", "email"], acknowledgeMinutes: 5 });
    await w.receive({ safety: true, complainant: {} });
    await w.drain();
    expect([w.sent, new Set(w.texts.map(({ adapter }) => adapter))]).toEqual([[], new Set(["wecom"])]);
    await w.run(plusSeconds(now, 302));
    // Whom the rung told; the front desk only had news, which nobody need acknowledge.
    expect(w.sent.map(({ to }) => to.split("@")[0])).toEqual(["duty-1", "supervisor-1", "project-manager-1"]);
    expect(w.texts.every(({ adapter }) => adapter === "wecom")).toBe(true);
  });

  test("a group's and an emergency event's messages go by it too", async () => {
    const w = await desk(everyWay, { staff: ["wecom", "email"], pressing: ["sms", "email"] });
    await crowd(w);
    const ofGroup = w.notices.all().filter(({ subject }) => subject.kind === "group");
    expect(new Set(ofGroup.map(({ adapter }) => adapter))).toEqual(new Set(["sms"]));
    await w.emergencies.insert(emergencyAt(now, { accident: true }));
    await w.drain();
    const ofEvent = w.notices.all().filter(({ subject }) => subject.kind === "emergency");
    expect(new Set(ofEvent.map(({ adapter }) => adapter))).toEqual(new Set(["sms"]));
  });

  test("what presses goes its own way; a post may have another order", () => {
    const policy: NoticePolicy = {
      ...builtInNoticePolicy,
      posts: { headquarters: ["email"] },
      pressing: ["sms", "email"],
    };
    const person = (post: string) => ({ kind: "person", id: "x", post }) as const;
    expect(waysOf(policy, person("headquarters"), false)).toEqual(["email"]);
    expect(waysOf(policy, person("headquarters"), true)).toEqual(["sms", "email"]);
    expect(waysOf(policy, person("handler"), false)).toEqual(builtInNoticePolicy.staff);
    expect(waysOf(policy, { kind: "customer" }, true)).toEqual(builtInNoticePolicy.customer);
  });

  test("whatever the order and whatever is set up, nobody is told of one thing by one way twice", async () => {
    const order = fc.shuffledSubarray([...everyWay], { minLength: 1 });
    await fc.assert(
      fc.asyncProperty(order, order, async (staff, adapters) => {
        const w = await desk(["email", ...adapters.filter((way) => way !== "email")], { staff });
        await w.receive({ safety: true, complainant: {} });
        await w.run(plusSeconds(now, 3600));
        const keys = w.notices.all().map(({ key }) => key);
        expect(keys.length).toBeGreaterThan(0);
        expect(new Set(keys).size).toBe(keys.length);
        const handed = w.notices.all().filter(({ status }) => status.state === "handedOver");
        const messages = new Set(
          handed.map(
            ({ adapter, status }) => `${adapter} ${"providerId" in status ? status.providerId : ""}`,
          ),
        );
        expect(w.sent.length + w.texts.length).toBe(messages.size);
      }),
      { numRuns: 12 },
    );
  });
});

describe("a group's message that reaches nobody", () => {
  const groupNotices = (w: World) => w.notices.all().filter(({ subject }) => subject.kind === "group");

  test("goes the recipient's next way, else to the next higher post, as a complaint's does", async () => {
    const w = await desk(["email", "wecom"]);
    await crowd(w);
    const planned = groupNotices(w);
    expect(planned.length).toBeGreaterThan(0);
    for (const notice of planned) {
      w.notices.items.clear();
      await w.ports.notices.plan({ ...notice, status: { state: "planned" }, attempt: 0 });
      await sendNotice(refusing(w.ports), w.ports.notices.refOf(notice));
      const other = groupNotices(w).filter(({ key }) => key !== notice.key);
      expect(other).toMatchObject([{ adapter: "wecom", recipient: notice.recipient }]);
    }
    Object.assign(w.ports, { adapters: ["email"] });
    const [notice] = planned;
    if (notice === undefined) throw new Error("no notice of the group");
    w.notices.items.clear();
    await w.ports.notices.plan({ ...notice, status: { state: "planned" }, attempt: 0 });
    await sendNotice(refusing(w.ports), w.ports.notices.refOf(notice));
    const higher = groupNotices(w).filter(({ key }) => key !== notice.key);
    expect(higher.length).toBeGreaterThan(0);
    for (const { recipient } of higher) expect(recipient).toMatchObject({ insteadOf: expect.any(String) });
  });
});
