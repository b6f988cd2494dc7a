import { describe, expect, test } from "vitest";
import { reactTo } from "../../../lib/app/dispatch/reactions.ts";
import { ring } from "../../../lib/app/dispatch/ring.ts";
import { sweep } from "../../../lib/app/dispatch/sweep.ts";
import { type PlainEmergency, registerEvent } from "../../../lib/app/emergencies/register.ts";
import { reportEvent } from "../../../lib/app/emergencies/report.ts";
import { sendNotice } from "../../../lib/app/notices/send.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { ThrottledError } from "../../../lib/app/ports/timers.ts";
import { type Emergency, type ReportStage, versionOf } from "../../../lib/domain/emergencies/emergency.ts";
import { at } from "../../support/builders.ts";
import { atEveryPoint, diesAt } from "../../support/crash.ts";
import { leak } from "../../support/emergencies.ts";
import { people } from "../../support/organisation.ts";
import { type World, world } from "../../support/world.ts";

const monday = at("2026-03-02 10:00");

async function registered(w: World, more: Partial<PlainEmergency> = {}): Promise<Emergency> {
  const emergency = { ...leak, ...more };
  const result = await registerEvent(w.ports, { emergency, idempotencyKey: "key-1", person: people.clerk });
  if ("problem" in result) throw new Error(result.problem);
  return result.event;
}

/** Gives a report on the version that stands. */
async function report(w: World, stage: ReportStage, ports: Ports = w.ports): Promise<Emergency> {
  const event = onlyEvent(w);
  const result = await reportEvent(ports, {
    eventId: event.registration.id,
    report: { stage, text: "已到场" },
    version: versionOf(event),
    idempotencyKey: `report-${stage}`,
    person: people.clerk,
  });
  if ("problem" in result) throw new Error(result.problem);
  return result;
}

function onlyEvent(w: World): Emergency {
  const [event] = w.emergencies.items.values();
  if (event === undefined) throw new Error("no event");
  return event;
}

/** Who got which mail, in the order of sending. */
const mails = (w: World) => w.sent.map(({ to, subject }) => `${to.split("@")[0]} ${subject.split("#")[1]}`);

describe("an emergency's mails (D7)", () => {
  test("事故灾祸 goes to the 即时上报 list at once, without anybody asking", async () => {
    const w = world(monday);
    await registered(w, { accident: true });
    await w.drain();
    expect(mails(w)).toEqual([
      "project-manager-1 registered",
      "region-1 registered",
      "headquarters-1 registered",
      "headquarters-2 registered",
    ]);
    expect(onlyEvent(w).outbox).toEqual([]);
  });

  test("a report that is not given is announced once per stage, as time goes by", async () => {
    const w = world(monday);
    await registered(w);
    await w.drain();
    w.sent.length = 0;
    await w.run(at("2026-03-02 10:30"));
    expect(mails(w)).toEqual([]);
    await w.run(at("2026-03-02 10:31"));
    expect(mails(w)).toEqual(["project-manager-1 first", "region-1 first"]);
    await report(w, "first");
    await w.run(at("2026-03-02 11:59"));
    await report(w, "written");
    await w.run(at("2026-03-20 10:00"));
    expect(mails(w).slice(2)).toEqual(["project-manager-1 final", "region-1 final"]);
    expect(onlyEvent(w).reports.map(({ late }) => late)).toEqual([true, false]);
    expect(w.telemetry.counts["RungsDecided"]).toBe(2);
  });

  test("reports in time: nobody is told, and no timer is left", async () => {
    const w = world(monday);
    await registered(w);
    await w.drain();
    w.sent.length = 0;
    for (const stage of ["first", "written", "final"] as const) await report(w, stage);
    await w.run(at("2026-03-20 10:00"));
    expect(w.sent).toEqual([]);
    expect(w.timers.items.size).toBe(0);
    expect((await sweep(w.ports)).rescued).toBe(0);
  });

  test("a timer that comes early, late, twice or for an older epoch does no harm", async () => {
    const w = world(monday);
    const { id } = (await registered(w)).registration;
    await w.drain();
    await ring(w.ports, { kind: "emergency", id, epoch: 1 });
    await ring(w.ports, { kind: "emergency", id, epoch: 0 });
    expect(onlyEvent(w).announcements).toHaveLength(1);
    w.clock.set(at("2026-03-02 10:40"));
    await Promise.all([1, 1, 7].map((epoch) => ring(w.ports, { kind: "emergency", id, epoch })));
    await ring(w.ports, { kind: "emergency", id });
    expect(onlyEvent(w).announcements.map(({ about }) => about)).toEqual(["registered", "first"]);
    await expect(ring(w.ports, { kind: "emergency", id: "nothing" })).rejects.toThrow("unknown emergency");
  });

  test("a report and the timer at the same moment: the person's report stands, whoever comes first", async () => {
    const w = world(monday);
    const { id } = (await registered(w)).registration;
    w.clock.set(at("2026-03-02 10:40"));
    await Promise.all([ring(w.ports, { kind: "emergency", id }), report(w, "first")]);
    expect(onlyEvent(w).reports).toMatchObject([{ stage: "first", late: true }]);
  });

  test("throttled schedules: the event waits and is armed later", async () => {
    const w = world(monday);
    const { id } = (await registered(w)).registration;
    for (const stage of ["first", "written"] as const) await report(w, stage);
    const throttled = {
      ...w.ports,
      timers: {
        unschedule: async () => {},
        schedule: () => Promise.reject(new ThrottledError()),
      },
    };
    await reactTo(throttled, { kind: "emergency", id });
    expect(onlyEvent(w).armed.epoch).toBe(0);
    const { revision } = onlyEvent(w);
    await reactTo(throttled, { kind: "emergency", id });
    expect(onlyEvent(w).revision).toBe(revision);
    await w.run(at("2026-03-02 10:05"));
    expect(onlyEvent(w).armed).toMatchObject({ via: "schedule", at: onlyEvent(w).alarm.at });
  });

  test("a mail that no address takes goes to the next higher post", async () => {
    const w = world(monday);
    await registered(w);
    await reactTo(w.ports, { kind: "emergency", id: onlyEvent(w).registration.id });
    const refusing: Ports["mailer"] = {
      send: async (mail) => {
        if (mail.to.startsWith("supervisor-1@")) throw new PermanentMailError("no such mailbox");
        return w.ports.mailer.send(mail);
      },
    };
    for (const ref of w.noticeQueue.take()) await sendNotice({ ...w.ports, mailer: refusing }, ref);
    await w.drain();
    expect(mails(w)).toEqual(["project-manager-1 registered", "manager-1 registered"]);
  });

  test("nobody to tell: it is counted, and the event stands", async () => {
    const w = world(monday);
    w.organisation.people = [people.clerk];
    await registered(w);
    expect(w.telemetry.counts["RungsWithoutRecipient"]).toBe(1);
    await w.run(at("2026-03-02 10:31"));
    expect(w.telemetry.counts["RungsWithoutRecipient"]).toBe(2);
    expect(w.sent).toEqual([]);
  });
});

describe("crashes", () => {
  /** Whatever was queued is lost; the sweep finds the rest. */
  async function afterTheCrash(w: World): Promise<void> {
    w.reactQueue.take();
    w.alarmQueue.take();
    w.noticeQueue.take();
    w.clock.advance(600);
    await sweep(w.ports);
    await w.drain();
  }

  test("between any two steps of registering: with the same key again there is one event and each mail once", async () => {
    const points = await atEveryPoint(async (point) => {
      const w = world(monday);
      const given = { emergency: leak, idempotencyKey: "key-1", person: people.clerk };
      const died = await diesAt(w.ports, point, (ports) => registerEvent(ports, given));
      await registered(w);
      await w.drain();
      expect(w.emergencies.items.size).toBe(1);
      expect(mails(w)).toEqual(["supervisor-1 registered", "project-manager-1 registered"]);
      return { died };
    });
    expect(points).toBeGreaterThan(2);
  });

  test("between any two steps of the reactions: every mail is planned and the timer is set", async () => {
    const points = await atEveryPoint(async (point) => {
      const w = world(monday);
      const { id } = (await registered(w)).registration;
      w.reactQueue.take();
      const died = await diesAt(w.ports, point, (ports) => reactTo(ports, { kind: "emergency", id }));
      await afterTheCrash(w);
      expect(w.notices.all().map(({ status }) => status.state)).toEqual(["handedOver", "handedOver"]);
      expect(onlyEvent(w)).toMatchObject({ outbox: [], armed: { epoch: onlyEvent(w).alarm.epoch } });
      return { died };
    });
    expect(points).toBeGreaterThan(8);
  });

  test("between any two steps of the timer: the overdue report is announced once", async () => {
    await atEveryPoint(async (point) => {
      const w = world(monday);
      const { id } = (await registered(w)).registration;
      await w.drain();
      w.clock.set(at("2026-03-02 10:31"));
      const died = await diesAt(w.ports, point, (ports) => ring(ports, { kind: "emergency", id }));
      await afterTheCrash(w);
      expect(mails(w).slice(2)).toEqual(["project-manager-1 first", "region-1 first"]);
      return { died };
    });
  });
});
