import { describe, expect, test } from "vitest";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { audit } from "../../../lib/app/complaints/audit.ts";
import type { OutgoingMail } from "../../../lib/app/ports/messages.ts";
import type { PlainCommand } from "../../../lib/app/ports/plain-command.ts";
import { ruleBook } from "../../../lib/app/rules/rule-book.ts";
import { watchRules } from "../../../lib/app/rules/watch.ts";
import type { Notice } from "../../../lib/domain/notices/notice.ts";
import { builtInPolicies, builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { at, local } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { released } from "../../support/rules.ts";
import { request, type World, world } from "../../support/world.ts";

/** A world in which the shipped policy is in force and mails are written as they go out. */
function office(now: string): World {
  const w = world(at(now), builtInPolicy);
  Object.assign(w.ports, { renderer: noticeRenderer });
  return w;
}

const toStaff = (w: World) => w.sent.filter(({ to }) => to.endsWith("@desk.example"));
const readers = (w: World) => toStaff(w).map(({ to, subject }) => [to.split("@")[0], subject]);

const assign = {
  type: "assign",
  departmentId: "engineering",
  handlerId: people.handler.id,
  limitAt: at("2026-03-05 18:00"),
} as const satisfies PlainCommand;

async function receiveMany(w: World, count: number) {
  for (let n = 1; n <= count; n += 1) await w.receive({ sourceId: `call-${n}`, body: `body-${n}` });
}

describe("front desk and duty handler hear of what is new (`default`)", () => {
  test("within the minute, once, with what it is and until when; who was given it hears by the assignment", async () => {
    const w = office("2026-03-02 10:00");
    const { registration } = await w.receive();
    await w.run(at("2026-03-02 10:05"));
    expect(readers(w)).toEqual([
      ["clerk-1", `【新投诉】${registration.number} 示例一期`],
      ["duty-1", `【新投诉】${registration.number} 示例一期`],
    ]);
    expect(w.sent[0]?.text).toContain("电梯又停了");
    expect(w.sent[0]?.text).toContain("首次回复");

    const other = await w.receive({ sourceId: "call-2", body: "2" });
    await w.give(other.registration.id, assign);
    await w.run(at("2026-03-02 10:10"));
    expect(
      readers(w)
        .slice(2)
        .map(([who]) => who),
    ).toEqual(["handler-1"]);
  });

  test("what is given to somebody or closed within that minute is no news when the message goes, alone or among others", async () => {
    const w = office("2026-03-02 10:00");
    const [kept, given, closed] = [
      await w.receive(),
      await w.receive({ sourceId: "call-2", body: "2" }),
      await w.receive({ sourceId: "call-3", body: "3" }),
    ];
    await w.give(given.registration.id, assign);
    await w.give(closed.registration.id, { type: "withdraw", reason: "打错了电话" });
    await w.run(at("2026-03-02 10:05"));
    const news = readers(w).filter(([who]) => who === "clerk-1" || who === "duty-1");
    expect(new Set(news.map(([, subject]) => subject))).toEqual(
      new Set([`【新投诉】${kept.registration.number} 示例一期`]),
    );
    const states = w.notices.all().filter(({ template }) => template === "new-complaint");
    expect(states.filter(({ status }) => status.state === "handedOver")).toHaveLength(2);
    expect(states.filter(({ status }) => status.state === "unneeded")).toHaveLength(4);
  });

  test("several of one minute are one message to each; the desk that wrote it down is told nothing", async () => {
    const w = office("2026-03-02 10:00");
    await receiveMany(w, 3);
    await w.run(at("2026-03-02 10:05"));
    const [clerk, duty, ...others] = toStaff(w);
    expect([clerk?.to, duty?.to, others]).toEqual(["clerk-1@desk.example", "duty-1@desk.example", []]);
    expect(clerk?.subject).toMatch(/^【新登记】3 件尚未指派：/);
    expect(clerk?.text.match(/新投诉：/g)?.length).toBeGreaterThanOrEqual(3);
    expect(w.notices.all().filter(({ status }) => status.state === "handedOver")).toHaveLength(6);

    const here = office("2026-03-02 10:00");
    await here.receive({ by: { kind: "person", id: people.clerk.id } });
    await here.run(at("2026-03-02 10:05"));
    expect(readers(here).map(([who]) => who)).toEqual(["duty-1"]);
  });

  test("quiet hours put it off till morning, but for whoever is on duty and for what presses", async () => {
    const w = office("2026-03-02 23:00");
    await receiveMany(w, 2);
    await w.run(at("2026-03-03 07:59"));
    expect(readers(w)).toEqual([]);
    await w.run(at("2026-03-03 08:10"));
    expect(readers(w).map(([who]) => who)).toEqual(["clerk-1", "duty-1"]);

    const danger = office("2026-03-02 23:00");
    await danger.receive({ safety: true });
    await danger.run(at("2026-03-02 23:01"));
    expect(readers(danger).map(([who]) => who)).toEqual([
      "clerk-1",
      "duty-1",
      "supervisor-1",
      "project-manager-1",
    ]);
  });
});

describe("D6: +10 min not accepted", () => {
  const managers = (w: World) =>
    w.notices
      .all()
      .filter(({ key }) => key.includes("plus-10min"))
      .map(({ recipient }) => recipient);

  test("rings for the manager where nobody has taken it, and not where somebody has", async () => {
    const w = office("2026-03-02 10:00");
    await w.receive({ safety: true });
    await w.run(at("2026-03-02 10:15"));
    expect(managers(w)).toMatchObject([{ post: "manager" }]);

    const taken = office("2026-03-02 10:00");
    const { registration } = await taken.receive({ safety: true });
    await taken.give(registration.id, { ...assign, limitAt: at("2026-03-02 18:00") });
    taken.clock.set(at("2026-03-02 10:04"));
    await taken.give(registration.id, { type: "accept" }, { person: people.handler });
    await taken.run(at("2026-03-02 10:40"));
    expect(managers(taken)).toEqual([]);
    const { events } = await taken.complaint(registration.id);
    const rungs = events.flatMap(({ fact }) => (fact.type === "rungDecided" ? [fact] : []));
    expect(rungs.find(({ rung }) => rung === "plus-10min")).toMatchObject({ recipients: [], unneeded: true });
    expect(rungs.find(({ rung }) => rung === "plus-30min")?.recipients).toHaveLength(1);
    expect(taken.telemetry.counts["RungsWithoutRecipient"]).toBeUndefined();
  });

  test("given to somebody who does not take it, or on to another, it rings", async () => {
    const w = office("2026-03-02 10:00");
    const { registration } = await w.receive({ safety: true });
    await w.give(registration.id, { ...assign, limitAt: at("2026-03-02 18:00") });
    await w.give(registration.id, { type: "accept" }, { person: people.handler });
    await w.give(registration.id, {
      type: "transfer",
      departmentId: "service",
      limitAt: at("2026-03-02 18:00"),
      reason: "客服跟进",
    });
    await w.run(at("2026-03-02 10:15"));
    expect(managers(w)).toHaveLength(1);
  });
});

describe("reminders of one minute", () => {
  const state = ({ status }: Notice) => status.state;

  test("two rungs that the night brings to its start are one mail, and no history says that 80 % had passed at 45 %", async () => {
    const w = office("2026-03-02 10:13");
    const { registration } = await w.receive();
    await w.give(registration.id, assign);
    await w.run(at("2026-03-02 20:59"));
    const before = toStaff(w).length;
    await w.run(at("2026-03-02 21:10"));
    const reminders = toStaff(w).slice(before);
    expect(reminders.map(({ to }) => to).sort()).toEqual([
      "engineering-head@desk.example",
      "handler-1@desk.example",
    ]);
    expect(reminders[0]?.text).not.toContain("时限已过");
    const notices = w.notices.all().filter(({ template }) => template === "reminder");
    expect(notices.map(state)).toEqual(notices.map(() => "handedOver"));
    expect(new Set(notices.map(({ key }) => key.split("#")[2]))).toEqual(new Set(["half", "four-fifths"]));
  });

  test("two complaints of one handler are one mail that names both; what cannot go goes again, together", async () => {
    const w = office("2026-03-02 10:13");
    for (const sourceId of ["a", "b"]) {
      const { registration } = await w.receive({ sourceId, body: sourceId });
      await w.give(registration.id, assign);
    }
    await w.run(at("2026-03-02 20:59"));
    const before = toStaff(w).length;
    const { mailer } = w.ports;
    let failures = 1;
    Object.assign(w.ports, {
      mailer: {
        send: (mail: OutgoingMail) => {
          failures -= 1;
          return failures < 0 ? mailer.send(mail) : Promise.reject(new Error("down"));
        },
      },
    });
    await expect(w.run(at("2026-03-02 21:10"))).rejects.toThrow("down");
    for (const notice of w.notices.all().filter((one) => state(one) === "planned"))
      await w.ports.noticeQueue.send(w.notices.refOf(notice));
    await w.run(at("2026-03-02 21:20"));
    const mails = toStaff(w).slice(before);
    expect(mails.map(({ to }) => to).sort()).toEqual([
      "engineering-head@desk.example",
      "handler-1@desk.example",
    ]);
    for (const mail of mails) expect(mail.subject).toMatch(/^【提醒】2 项待跟进：\d+、\d+$/);
  });
});

describe("D11: an alert for A or B", () => {
  test("says that it is grave, not how much time is left", async () => {
    const w = office("2026-03-02 10:00");
    const { registration } = await w.receive();
    await w.give(registration.id, { type: "classify", classCode: "1.2", level: "A" });
    await w.run(at("2026-03-02 10:03"));
    const alerts = toStaff(w).filter(({ to }) => /^(manager|project-manager)-1@/.test(to));
    expect(alerts).toHaveLength(2);
    for (const { subject } of alerts) {
      expect(subject).toContain("【A级·上报】");
      expect(subject).toContain("重大投诉");
      expect(subject).not.toContain("还剩");
    }
  });
});

describe("a release with another policy", () => {
  test("moves open complaints by recorded events, tells nobody of old ones as new, and the audit is whole", async () => {
    const w = office("2026-03-02 10:00");
    const [, earlier] = builtInPolicies;
    if (earlier === undefined) throw new Error("no earlier policy");
    const rules = (policy = builtInPolicy) =>
      ruleBook(w.ruleStore, w.ports.organisation, w.clock, released(policy));
    Object.assign(w.ports, { rules: rules(earlier) });
    const { registration } = await w.receive(request());
    const urgent = await w.receive({ sourceId: "danger", body: "danger", safety: true });
    await w.run(at("2026-03-02 10:05"));
    const before = toStaff(w).length;

    Object.assign(w.ports, { rules: rules() });
    w.clock.set(at("2026-03-03 08:00"));
    await watchRules(w.ports);
    await w.run(at("2026-03-03 08:05"));
    for (const id of [registration.id, urgent.registration.id]) {
      const { events, clocks } = await w.complaint(id);
      expect(clocks.filter((one) => one.stoppedAt === undefined).map((one) => one.policyVersion)).toEqual(
        clocks.filter((one) => one.stoppedAt === undefined).map(() => "built-in-3"),
      );
      expect(events.some(({ fact }) => fact.type === "clockRetimed" && fact.cause === "rules")).toBe(true);
      expect(clocks.flatMap(({ rungs }) => rungs).filter(({ id: rung }) => rung === "received")).toEqual([]);
    }
    expect(
      toStaff(w)
        .slice(before)
        .filter(({ subject }) => subject.includes("新")),
    ).toEqual([]);
    for await (const { faults } of audit(w.ports)) expect(faults).toEqual([]);
    expect(local(w.clock.text())).toBe("2026-03-03 08:05");
  });
});
