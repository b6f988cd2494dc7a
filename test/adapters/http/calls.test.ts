import { describe, expect, it } from "vitest";
import { historyView } from "../../../lib/contracts/complaints/history-views.ts";
import { people } from "../../support/organisation.ts";
import { apis, as, NOW } from "./support.ts";

/** The handler has it in hand. */
const mine = { type: "assign", departmentId: "engineering", handlerId: people.handler.id } as const;

describe("POST /complaints/{id}/calls, the number to call", () => {
  const ask = async (api: ReturnType<typeof apis>, id: string) =>
    api.staff(`POST /complaints/${id}/calls`, { headers: as(people.handler) });

  it("is told to whoever has it in hand, with the name, and the history says who saw it when", async () => {
    const api = apis();
    const { registration } = await api.here.receive({
      complainant: { name: "业主甲", phone: "13800000000" },
    });
    expect((await ask(api, registration.id)).json.code).toBe("not-shown");
    await api.here.give(registration.id, mine);
    const { status, json } = await ask(api, registration.id);
    expect({ status, json }).toEqual({ status: 200, json: { name: "业主甲", phone: "13800000000" } });
    const history = await api.staff(`GET /complaints/${registration.id}/history`, {
      headers: as(people.manager),
    });
    expect(historyView.parse(history.json).calls).toEqual([
      { at: NOW, by: { kind: "person", id: people.handler.id, name: people.handler.name } },
    ]);
  });

  it("is refused where there is none or nobody may know it, and then nobody saw one", async () => {
    const api = apis();
    const anonymous = await api.here.receive({
      complainant: { name: "业主甲", phone: "13800000009", anonymous: true },
    });
    await api.here.give(anonymous.registration.id, mine);
    const { status, json } = await ask(api, anonymous.registration.id);
    expect([status, json.code]).toEqual([422, "no-address"]);
    expect((await ask(api, "nowhere")).status).toBe(404);
    expect(api.here.numbersSeen).toEqual([]);
  });
});
