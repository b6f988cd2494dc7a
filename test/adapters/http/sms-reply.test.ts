import { beforeEach, describe, expect, it } from "vitest";
import { channelsApi } from "../../../lib/adapters/http/channels-api.ts";
import { memoryChannelSystems, withSecret } from "../../support/channel-systems.ts";
import { send } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, withKey } from "./support.ts";

let api: Apis;
let text: (sourceId: string, words: string, phone?: string) => Promise<{ status: number; json: unknown }>;
beforeEach(() => {
  api = apis();
  const systems = [withSecret("key-of-gateway", { system: "gateway", name: "短信网关", channels: ["sms"] })];
  const handler = channelsApi(
    async () => ({ ...api.ports, channelSystems: memoryChannelSystems(systems) }),
    api.log,
  );
  text = (sourceId, words, phone = "13800000000") =>
    send(handler, "POST /channels/sms/replies", {
      headers: withKey("key-of-gateway"),
      body: { sourceId, phone, text: words },
    });
});

describe("a complainant texts back", () => {
  it("adds words once to the number's complaint, in any spelling of the number; nobody's number is told so", async () => {
    const { registration } = await api.receive();
    for (let n = 0; n < 3; n += 1)
      expect((await text("s1", "今天还没人来", "+86 138-0000-0000")).json).toEqual({
        outcome: "message",
        number: registration.number,
      });
    const types = (await api.complaint(registration.id)).events.map(({ fact }) => fact.type);
    expect(types.filter((type) => type === "messageReceived")).toHaveLength(1);
    expect((await text("s2", "在吗", "13999999999")).json).toEqual({ outcome: "unknown" });
    expect((await text("s3", "5")).json).toMatchObject({ outcome: "message" });
  });

  it("grades by a digit what was resolved, once; a low grade without its reason is heard as a message", async () => {
    const { registration } = await api.receive();
    const { id } = registration;
    await api.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
    await api.give(id, { type: "resolve", via: "phone", text: "已修复" });
    expect((await text("s1", "2")).json).toMatchObject({ outcome: "message" });
    expect((await api.complaint(id)).opinion).toBeUndefined();
    for (let n = 0; n < 2; n += 1)
      expect((await text("s2", "２ 还在漏")).json).toMatchObject({ outcome: "rated" });
    expect((await api.complaint(id)).opinion).toBe(2);
    expect((await text("s3", "5")).json).toMatchObject({ outcome: "message" });
    expect((await api.complaint(id)).opinion).toBe(2);
  });

  it("D6: is a complaint of its own once the number's complaint was taken back, the same message once; nothing is lost", async () => {
    const { registration } = await api.receive();
    await api.give(registration.id, { type: "withdraw", reason: "误会" });
    await api.drain();
    const heard = await text("s9", "配电箱冒烟了，有人被困");
    expect(heard).toMatchObject({ status: 200, json: { outcome: "registered", number: "S001" } });
    expect((await text("s9", "配电箱冒烟了，有人被困")).json).toEqual(heard.json);
    await api.drain();
    const [made, ...more] = [...api.complaints.items.values()].filter(({ registration: { number } }) =>
      number.startsWith("S"),
    );
    expect([made?.registration.projectId, more]).toEqual([registration.projectId, []]);
    expect(made?.events.some(({ fact }) => fact.type === "hinted")).toBe(true);
    expect((await text("s10", "快来")).json).toEqual({ outcome: "message", number: "S001" });
  });

  it("needs a key for text messages", async () => {
    const answer = await api.channels("POST /channels/sms/replies", {
      headers: withKey("key-of-everything"),
      body: { sourceId: "s1", phone: "13800000000", text: "5" },
    });
    expect(answer.json.code).toBe("channel-not-allowed");
  });
});
