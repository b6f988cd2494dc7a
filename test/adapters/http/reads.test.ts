import { beforeEach, describe, expect, it } from "vitest";
import { readPage } from "../../../lib/contracts/audit/views.ts";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as, NOW } from "./support.ts";

let api: Apis;
let id: string;
let number: string;
beforeEach(async () => {
  api = apis();
  ({ id, number } = (await api.receive()).registration);
});

type Someone = { readonly id: string };
const get = (path: string, person: Someone) => api.staff(`GET ${path}`, { headers: as(person) });
const reads = async (query: Record<string, string>) => {
  const answer = await api.reports("GET /audit/reads", { headers: as(people.headquarters), query });
  return readPage.parse(answer.json).items;
};

describe("who was shown a complaint's personal values is on record", () => {
  it("by number and by person: details, history, files and forms, each hour's reading once with its count", async () => {
    await get(`/complaints/${id}`, people.clerk);
    api.clock.set(plusSeconds(NOW, 60));
    await get(`/complaints/${number}`, people.clerk);
    await get(`/complaints/${id}/history`, people.manager);
    await api.reports(`GET /complaints/${id}/forms/complaint-record`, { headers: as(people.manager) });
    expect(await reads({ number })).toMatchObject([
      { by: "clerk-1", way: "complaint", times: 2, firstAt: NOW, lastAt: plusSeconds(NOW, 60) },
      { by: "manager-1", name: "manager-1", way: "history", number, projectId: "project-1" },
      { by: "manager-1", way: "form" },
    ]);
    expect((await reads({ person: "manager-1" })).map(({ way }) => way)).toEqual(["history", "form"]);
    expect(await reads({ person: "nobody" })).toEqual([]);
    api.clock.set(plusSeconds(NOW, 3600));
    await get(`/complaints/${id}`, people.clerk);
    expect((await reads({ person: "clerk-1" })).map(({ times }) => times)).toEqual([1, 2]);
  });

  it("is kept three years (default)", async () => {
    const kept: string[] = [];
    const log = api.ports.readLog;
    const readLog: typeof log = {
      ...log,
      record: (read, at, until) => {
        kept.push(until);
        return log.record(read, at, until);
      },
    };
    Object.assign(api.ports, { readLog });
    await get(`/complaints/${id}`, people.clerk);
    expect(kept).toEqual([plusSeconds(NOW, 1095 * 86_400)]);
  });

  it("whoever is refused, or complained of, was shown nothing (D4)", async () => {
    const against = await api.receive({
      sourceId: "against",
      against: { text: "某人", personId: people.handler.id },
    });
    expect((await get(`/complaints/${id}`, people.stranger)).status).toBe(404);
    expect((await get(`/complaints/${against.registration.id}`, people.handler)).status).toBe(200);
    expect(api.reads).toEqual([]);
  });

  it("what cannot be put on record is not shown", async () => {
    const broken = { ...api.ports.readLog, record: () => Promise.reject(new Error("table is away")) };
    Object.assign(api.ports, { readLog: broken });
    const answer = await get(`/complaints/${id}`, people.clerk);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain("13800000000");
  });

  it("two hundred complaints of one person within an hour raise one alarm; reading one of them often does not", async () => {
    const show = async (from: number, to: number) => {
      for (let n = from; n < to; n += 1) {
        const one = await api.receive({ sourceId: `many-${n}`, body: `many-${n}` });
        await get(`/complaints/${one.registration.id}`, people.clerk);
      }
    };
    for (let n = 0; n < 300; n += 1) await get(`/complaints/${id}`, people.manager);
    await show(0, 199);
    expect(api.telemetry.counts.UnusualReading ?? 0).toBe(0);
    await show(199, 205);
    expect(api.telemetry.counts.UnusualReading).toBe(1);
  });

  it("details, history and the number of one complaint are one complaint that was read", async () => {
    for (let n = 0; n < 110; n += 1) {
      const one = (await api.receive({ sourceId: `ways-${n}`, body: `ways-${n}` })).registration.id;
      await get(`/complaints/${one}`, people.clerk);
      await get(`/complaints/${one}/history`, people.clerk);
    }
    expect(api.reads.length).toBeGreaterThan(200);
    expect(api.telemetry.counts.UnusualReading ?? 0).toBe(0);
  });

  it("is headquarters' to ask, of one complaint or of one person", async () => {
    const ask = (query: Record<string, string>, person: Someone) =>
      api.reports("GET /audit/reads", { headers: as(person), query });
    expect((await ask({ number }, people.manager)).json?.code).toBe("forbidden");
    expect((await ask({ number: "W999" }, people.headquarters)).json?.code).toBe("unknown-complaint");
    for (const query of [{}, { number, person: "clerk-1" }] as Record<string, string>[])
      expect((await ask(query, people.headquarters)).json?.errors?.[0]?.code).toBe("contradiction");
  });
});

describe("a complaint's history is proved on demand", () => {
  const check = (asked: string, person: Someone = people.headquarters) =>
    api.staff(`GET /complaints/${asked}/proof`, { headers: as(person) });

  it("whole: no faults; changed behind its back: which event; for whoever may read it", async () => {
    const entries = api.here.complaints.items.get(id)?.events.length;
    expect((await check(number)).json).toMatchObject({ events: entries, faults: [] });
    expect((await check(number, people.stranger)).status).toBe(404);
    expect((await check("Z999")).json).toMatchObject({ code: "unknown-complaint" });
    const stored = api.here.complaints.items.get(id);
    if (stored === undefined) throw new Error("no complaint");
    const [first] = stored.events;
    if (first === undefined) throw new Error("no event");
    const events = [{ ...first, recordedAt: plusSeconds(first.recordedAt, -60) }, ...stored.events.slice(1)];
    api.here.complaints.items.set(id, { ...stored, events });
    expect((await check(number)).json).toMatchObject({
      faults: expect.arrayContaining([{ fault: "hash", seq: 1 }]),
    });
    const [ref = ""] = Object.keys(stored.personal);
    const { [ref]: _, ...personal } = stored.personal;
    api.here.complaints.items.set(id, { ...stored, personal });
    expect((await check(number)).json).toMatchObject({ faults: [{ fault: "hole", seq: 1 }] });
  });
});
