import type { Desk } from "../e2e/desk.ts";

/** Complaints that the journeys meet, by id. */
export interface Samples {
  readonly phone: string;
  readonly web: string;
}

export async function makeSamples({ client }: Desk): Promise<Samples> {
  return {
    phone: idOf(
      await client.asSystem("call-centre", "/channels/phone/complaints", {
        projectId: "forest-lake",
        sourceId: "browser-phone",
        matter: "二期 8 栋 1 单元电梯停运，老人无法下楼。",
        complainant: { name: "业主示例", phone: "13800000001", email: "owner@mail.example" },
        location: { area: "二期", building: "8", unit: "1", room: "601" },
      }),
    ),
    web: idOf(
      await client.asSystem("website", "/channels/web/complaints", {
        projectId: "forest-lake",
        sourceId: "browser-web",
        matter: "地下车库有人占用消防通道，已持续三天，请尽快处理。",
        complainant: { name: "租户示例", phone: "13800000002", email: "tenant@mail.example" },
        location: { area: "一期", building: "3", unit: "2", room: "1502" },
      }),
    ),
  };
}

function idOf({ status, body }: { readonly status: number; readonly body: unknown }): string {
  if (status !== 201 || typeof body !== "object" || body === null || !("id" in body)) {
    throw new Error(`not registered: ${status} ${JSON.stringify(body)}`);
  }
  return String(body.id);
}
