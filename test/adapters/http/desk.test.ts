import { describe, expect, test } from "vitest";
import { taskOf } from "../../../lib/app/periods/as-of.ts";
import { receptionTips } from "../../../lib/contracts/names.ts";
import { manners } from "../../../lib/domain/complaint/events.ts";
import { builtInPolicy } from "../../../lib/domain/policy/built-in.ts";
import { factRow } from "../../../lib/domain/statistics/fact-row.ts";
import { monthlySheet } from "../../../lib/domain/statistics/sheet.ts";
import { ZONE } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as } from "./support.ts";

let sheets = 0;

/** D4: what a complete registration tells. */
const told = {
  complainant: { name: "王示例", phone: "13800000000" },
  location: { building: "3", unit: "1", room: "502" },
};

async function visit(api: Apis, more: object = {}): Promise<string> {
  sheets += 1;
  const answer = await api.staff("POST /complaints", {
    headers: as(people.clerk),
    body: { projectId: "project-1", matter: "电梯又停了", sourceId: `sheet-${sheets}`, ...told, ...more },
  });
  expect(answer.status).toBe(201);
  return answer.json.id;
}

const closeAtDesk = (api: Apis, id: string, more: object = {}) =>
  api.staff(`POST /complaints/${id}/commands/register-and-close`, {
    headers: { ...as(people.clerk), "idempotency-key": "desk-1" },
    body: { version: 1, text: "当场解释，客户认可", ...more },
  });

describe("D3: the reception desk", () => {
  test("D3: register-and-close closes in one step, stops every clock and sends nobody a reminder", async () => {
    const api = apis();
    const id = await visit(api, { classCode: "1.2.2" });
    const answer = await closeAtDesk(api, id);
    expect(answer.json).toMatchObject({ version: 2, status: "closed" });
    const { clocks, alarm, ending } = await api.complaint(id);
    expect(ending).toBe("at-desk");
    expect(clocks.filter(({ stoppedAt }) => stoppedAt === undefined)).toEqual([]);
    expect(alarm.at).toBeUndefined();
  });

  test("D3: what was closed at the desk still counts, as a task done on time", async () => {
    const api = apis();
    await visit(api, { matter: "另一件" });
    const id = await visit(api, { classCode: "1.2.2" });
    await closeAtDesk(api, id);
    const tasks = [...api.complaints.items].map(([key, complaint]) =>
      taskOf(key, factRow(complaint), builtInPolicy),
    );
    const sheet = monthlySheet(tasks, {
      month: "2026-02",
      asOf: "2026-02-28T23:59:59+08:00",
      timeZone: ZONE,
    });
    expect(sheet.rows.at(-1)).toMatchObject({ B: 2, C: 2, D: 1, E: 0, P: 2, Q: 1 });
  });

  test("D3: without a class it is not closed, and the answer says what is missing; with one it is", async () => {
    const api = apis();
    const id = await visit(api);
    expect((await closeAtDesk(api, id)).json).toMatchObject({
      code: "incomplete",
      missing: ["classCode"],
    });
    expect((await closeAtDesk(api, id, { classCode: "1.2.2" })).status).toBe(200);
  });

  test("D4: without name, phone and room it is closed only once 匿名 or 拒绝提供 is ticked", async () => {
    const api = apis();
    const bare = { classCode: "1.2.2", complainant: {}, location: {} };
    const id = await visit(api, bare);
    expect((await closeAtDesk(api, id)).json).toMatchObject({
      code: "incomplete",
      missing: ["name", "phone", "location.room"],
    });
    const nameless = await visit(api, { ...bare, complainant: { anonymous: true } });
    expect((await closeAtDesk(api, nameless)).status).toBe(200);
  });

  test.each(manners)("D3: whoever receives a customer who is %s reads how", async (manner) => {
    const api = apis();
    const id = await visit(api, { manner });
    const { json } = await api.staff(`GET /complaints/${id}`, { headers: as(people.clerk) });
    expect(json.reception).toEqual(receptionTips[manner]);
    expect(json.reception.zh).toMatch(manner === "calm" ? /认真倾听/ : /先安抚情绪/);
  });

  test("D3: no tip where nobody said how the customer came", async () => {
    const api = apis();
    const id = await visit(api);
    const { json } = await api.staff(`GET /complaints/${id}`, { headers: as(people.clerk) });
    expect(json).not.toHaveProperty("reception");
  });
});
