import { describe, expect, test } from "vitest";
import { at } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { apis, as } from "./support.ts";

describe("a person asks for a copy or erasure of the own data (个人信息保护法 45, 47)", () => {
  test("the desk records it, once a day; it must be decided within fifteen working days", async () => {
    const api = apis();
    const { number } = (await api.receive()).registration;
    const ask = () =>
      api.staff("POST /person-data/requests", {
        headers: as(people.clerk),
        body: { complaint: number, kind: "erasure" },
      });
    const { status, json } = await ask();
    expect([status, json]).toMatchObject([
      200,
      { kind: "erasure", number, state: "open", by: people.clerk.id, dueAt: at("2026-03-12 18:00") },
    ]);
    expect((await ask()).json).toEqual(json);
    expect(api.personRequests).toHaveLength(1);
    api.clock.set(at("2026-03-12 18:00"));
    const list = await api.staff("GET /person-data/requests", { headers: as(people.projectManager) });
    expect(list.json).toMatchObject({ items: [{ number, state: "overdue" }] });
  });

  test("whoever does not reach the complaint asks nothing, and another project's requests are not shown", async () => {
    const api = apis();
    const { number } = (await api.receive()).registration;
    const body = { complaint: number, kind: "export" };
    const stranger = await api.staff("POST /person-data/requests", { headers: as(people.stranger), body });
    expect([stranger.status, stranger.json?.code]).toEqual([404, "unknown-complaint"]);
    await api.staff("POST /person-data/requests", { headers: as(people.clerk), body });
    const [first] = api.personRequests;
    api.personRequests.push({ ...first!, id: "20260101-other", projectId: "project-2", number: "W999" });
    const { text } = await api.staff("GET /person-data/requests", { headers: as(people.projectManager) });
    expect(text).toContain(number);
    expect(text).not.toContain("W999");
    const everywhere = await api.staff("GET /person-data/requests", { headers: as(people.headquarters) });
    expect(everywhere.text).toContain("W999");
  });

  test("what became of it is recorded once; a refusal gives its reason (个人信息保护法 50)", async () => {
    const api = apis();
    const { number } = (await api.receive()).registration;
    await api.staff("POST /person-data/requests", {
      headers: as(people.clerk),
      body: { complaint: number, kind: "erasure" },
    });
    const decide = (body: object, person = people.projectManager, id = api.personRequests[0]?.id) =>
      api.staff(`POST /person-data/requests/${id}/decision`, { headers: as(person), body });
    expect((await decide({ outcome: "refused" })).status).toBe(422);
    expect((await decide({ outcome: "done" }, people.clerk)).json?.code).toBe("forbidden");
    expect((await decide({ outcome: "done" }, people.projectManager, "nothing")).json?.code).toBe(
      "unknown-request",
    );
    api.personRequests.push({ ...api.personRequests[0]!, id: "20260101-other", projectId: "project-2" });
    expect((await decide({ outcome: "done" }, people.projectManager, "20260101-other")).status).toBe(404);

    const refusal = { outcome: "refused", reason: "无法核实身份" } as const;
    const { status, json } = await decide(refusal);
    expect([status, json]).toMatchObject([200, { state: "refused", reason: "无法核实身份" }]);
    expect((await decide(refusal)).json).toEqual(json);
    expect((await decide({ outcome: "done" })).json?.code).toBe("request-decided");
    expect(api.personRequests[0]?.decided).toMatchObject({ by: people.projectManager.id, ...refusal });
  });
});

describe("the progress of an erasure", () => {
  test("is shown to whoever began it and to headquarters: to others there is no such job", async () => {
    const api = apis();
    const { number } = (await api.receive()).registration;
    const begun = await api.staff("POST /person-data/erasures", {
      headers: { ...as(people.headquarters), "idempotency-key": "k" },
      body: { complaint: number, evenOpen: true },
    });
    expect(begun.status).toBe(202);
    const ask = async (person: { readonly id: string }) => {
      const { status, json } = await api.reports(`GET /jobs/${begun.json?.jobId}`, { headers: as(person) });
      return [status, json?.code ?? json?.result?.kind ?? json?.state];
    };
    expect((await ask(people.headquarters))[0]).toBe(200);
    for (const other of [people.projectManager, people.region])
      expect(await ask(other)).toEqual([404, "unknown-job"]);
  });
});

describe("how long records are kept (个人信息保护法 19)", () => {
  const showTo = async (api: ReturnType<typeof apis>, person = people.headquarters) =>
    api.staff("GET /person-data/retention", { headers: as(person) });

  test("headquarters see the times of the policy, what the last nights removed, and when the next run is", async () => {
    const api = apis();
    const removed = { complaints: 2, rawMails: 0, quarantine: 1, requests: 0 };
    api.nights.push({
      date: "2026-02-12",
      startedAt: at("2026-02-12 03:00"),
      finishedAt: at("2026-02-12 03:01"),
      removed,
      complaintsUntil: at("2026-02-12 03:00"),
    });
    const { status, json } = await showTo(api);
    expect(status).toBe(200);
    expect(json).toMatchObject({
      nights: [{ date: "2026-02-12", removed }],
      nextAt: at("2026-02-14 03:00"),
    });
    const days = new Map(json?.kinds.map(({ kind, days }: { kind: string; days: number }) => [kind, days]));
    expect([days.get("complaints"), days.get("quarantine"), days.get("auditReads")]).toEqual([
      1095, 180, 1095,
    ]);
    expect((await showTo(api, people.projectManager)).json?.code).toBe("forbidden");
  });

  test("what a policy says of it holds: published over HTTP it is kept that long", async () => {
    const api = apis();
    const privacy = { requestWorkingDays: 10, keepDays: { complaints: 730, quarantine: 60 } };
    const published = await api.staff("PUT /policies", {
      headers: as(people.headquarters),
      body: { scope: "company", privacy },
    });
    expect([published.status, published.json?.code]).toEqual([201, undefined]);
    api.clock.advance(120);
    const kinds: { kind: string; days: number }[] = (await showTo(api)).json?.kinds;
    expect(kinds.slice(0, 4).map(({ kind, days }) => [kind, days])).toEqual([
      ["complaints", 730],
      ["rawMails", 1095],
      ["quarantine", 60],
      ["requests", 1095],
    ]);
    for (const wrong of [{ requestWorkingDays: 16 }, { requestWorkingDays: 5, keepDays: { complaints: 29 } }])
      expect(
        (await api.staff("PUT /policies", { headers: as(people.headquarters), body: { privacy: wrong } }))
          .status,
      ).toBe(422);
  });
});
