import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { spreadSeconds } from "../../../lib/domain/notices/spread.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { at, registered } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { world } from "../../support/world.ts";

const now = at("2026-03-02 10:00");

/** A safety complaint escalates at once; everybody has a WeCom account, and the installation uses it. */
async function escalated(adapters: readonly ("email" | "wecom" | "sms")[] = ["email", "wecom", "sms"]) {
  const w = world(now);
  Object.assign(w.ports, { adapters });
  w.organisation.people = w.organisation.people.map((person) => ({
    ...person,
    wecomId: `w-${person.id}`,
    phone: "13800000000",
  }));
  const { id } = (await w.receive({ safety: true, complainant: {} })).registration;
  await w.drain();
  return { w, id };
}

const to = (sent: readonly { readonly adapter: string }[]) => sent.map(({ adapter }) => adapter);

describe("an escalation that nobody acknowledges goes the next way (default: e-mail, WeCom, SMS; ten minutes each)", () => {
  test("first only mail; after ten minutes a card; after twenty a text message; each once", async () => {
    const { w } = await escalated();
    const mails = w.sent.length;
    expect([mails > 0, w.texts.length]).toEqual([true, 0]);
    await w.run(plusSeconds(now, 602));
    expect(to(w.texts)).toEqual(Array.from({ length: mails }, () => "wecom"));
    expect(w.texts[0]?.message.url).toContain("/public/acknowledgements/");
    await w.run(plusSeconds(now, 1210));
    expect(to(w.texts)).toContain("sms");
    const keys = w.texts.map(({ to: address, message, adapter }) => `${adapter} ${address} ${message.text}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("acknowledged in time: the later way is not used, and the history says so", async () => {
    const { w, id } = await escalated();
    const rungs = (await w.complaint(id)).events.flatMap(({ fact }) =>
      fact.type === "rungDecided" ? [fact] : [],
    );
    for (const { name, cycle, rung } of rungs) {
      await w.give(id, { type: "acknowledge", clock: name, cycle, rung }, { person: people.supervisor });
    }
    const first = new Set(w.notices.all().map(({ key }) => key));
    await w.run(plusSeconds(now, 605));
    const later = w.notices.all().filter(({ key }) => first.has(key) && key.endsWith("#wecom"));
    expect(later.length).toBeGreaterThan(0);
    expect(later.every(({ status }) => status.state === "unneeded")).toBe(true);
  });

  test("where only mail is set up nothing else is planned", async () => {
    const { w } = await escalated(["email"]);
    await w.run(plusSeconds(now, 3600));
    expect(w.notices.all().every(({ adapter }) => adapter === "email")).toBe(true);
  });
});

describe("bursts at 08:00 and 18:00", () => {
  const rung = (due: string) => ({
    fact: {
      type: "rungDecided",
      name: "result",
      cycle: 1,
      rung: "limit",
      due,
      lateBy: 0,
      recipients: [],
    } as const,
  });

  test("are spread over three minutes, evenly, the same for the same notice", () => {
    const complaint = registered(now);
    const delays = Array.from({ length: 1800 }, (_, n) =>
      spreadSeconds(`key-${n}`, rung(at("2026-03-03 18:00")), complaint),
    );
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...delays)).toBeLessThan(180);
    const minutes = [0, 1, 2].map(
      (minute) => delays.filter((delay) => Math.floor(delay / 60) === minute).length,
    );
    for (const count of minutes) expect(Math.abs(count - 600)).toBeLessThan(90);
    fc.assert(
      fc.property(fc.string(), (key) => {
        const once = spreadSeconds(key, rung(at("2026-03-03 08:00")), complaint);
        return once === spreadSeconds(key, rung(at("2026-03-03 08:00")), complaint);
      }),
    );
  });

  test("other times, safety and urgent matters do not wait", () => {
    expect(spreadSeconds("key", rung(at("2026-03-03 11:20")), registered(now))).toBe(0);
    const evening = rung(at("2026-03-03 18:00"));
    const waits = (more: object) =>
      Array.from({ length: 50 }, (_, n) => spreadSeconds(`k${n}`, evening, registered(now, more)));
    expect(new Set(waits({ safety: true }))).toEqual(new Set([0]));
    expect(new Set(waits({ urgency: "urgent" }))).toEqual(new Set([0]));
    expect(new Set(waits({})).size).toBeGreaterThan(20);
  });
});
