import { describe, expect, test } from "vitest";
import { plusSeconds } from "../../../lib/domain/time/instant.ts";
import { people } from "../../support/organisation.ts";
import { apis, as, NOW } from "./support.ts";

const DAY = 86_400;

describe("a person asks for a copy or erasure of the own data (个人信息保护法 45, 47)", () => {
  test("the desk records it, once a day; it must be decided within thirty days", async () => {
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
      { kind: "erasure", number, state: "open", by: people.clerk.id, dueAt: plusSeconds(NOW, 30 * DAY) },
    ]);
    expect((await ask()).json).toEqual(json);
    expect(api.personRequests).toHaveLength(1);
    api.clock.set(plusSeconds(NOW, 30 * DAY));
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
});
