import { beforeEach, describe, expect, it } from "vitest";
import { publicApi } from "../../../lib/adapters/http/public-api.ts";
import { sniffType } from "../../../lib/adapters/mail-in/sniff.ts";
import { accountApi } from "../../../lib/adapters/wechat/api.ts";
import { signatureOf } from "../../../lib/adapters/wechat/crypto.ts";
import { fieldsOf } from "../../../lib/adapters/wechat/message.ts";
import { wechatSettings } from "../../../lib/adapters/wechat/settings.ts";
import { runErrand } from "../../../lib/app/dispatch/errand.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { known, type Sent, send } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { plainBrowser } from "../../support/plain-browser.ts";
import { type WechatAnswer, wechatServer } from "../../support/wechat-server.ts";
import { type Apis, apis } from "./support.ts";

const settings = wechatSettings.parse({
  appId: "wx-test",
  token: "token-of-ours",
  projectId: "project-1",
  secret: "secret-of-ours",
  baseUrl: "https://wechat.example",
  authorizeUrl: "https://open.example/authorize",
  template: { id: "TPL", title: "thing1", text: "thing2" },
});
const token = { access_token: "t1", expires_in: 7200 };
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

let api: Apis;
let ports: Ports;
let ask: (line: string, sent?: Sent) => ReturnType<typeof send>;
let phone: ReturnType<typeof plainBrowser>;
/** Begins the desk with a WeChat that answers by this script. */
function withWechat(script: readonly WechatAnswer[]) {
  const server = wechatServer(script);
  const { followers, messenger } = accountApi(settings, { fetch: server.call });
  Object.assign(api.here.ports, {
    adapters: ["email", "sms", "wechat"],
    messenger: (way: string) => (way === "wechat" ? messenger : api.ports.messenger("sms")),
  });
  ports = { ...api.ports, ...api.here.ports, officialAccount: async () => settings, followers, sniffType };
  const handler = publicApi(async () => ports, api.log);
  ask = (line, sent) => send(handler, line, sent);
  phone = plainBrowser(ask);
  return server;
}
beforeEach(() => {
  api = apis();
});

const enter = (query: Record<string, string>, cookie?: string) =>
  ask("GET /channels/wechat/enter", { query, ...(cookie === undefined ? {} : { headers: { cookie } }) });
/** To WeChat and back again in one browser; where it leads. */
async function throughMenu(to: string): Promise<string> {
  const out = await enter({ to });
  const state = known(new URL(known(out.headers["location"])).searchParams.get("state"));
  const cookie = known(out.headers["set-cookie"]?.split(";")[0]);
  return known((await enter({ to, code: "c1", state }, cookie)).headers["location"]);
}
const complaints = () => [...api.here.complaints.items.values()];

async function complain(address: string, contact: Record<string, string>) {
  let page = await phone.send(await phone.open(address), { matter: "楼道灯坏了一周没人修" });
  page = await phone.sendFiles(page, { next: "yes" }, []);
  page = await phone.send(page, {});
  page = await phone.send(page, contact);
  expect((await phone.send(page, { consent: "yes" })).text).toContain("已收到您的投诉");
}

describe("the menu of the official account", () => {
  it("opens the pages with the follower's openid: the complaint is a WeChat one, and 我的投诉 leads to it", async () => {
    withWechat([{ openid: "oAbC" }, { openid: "oAbC" }]);
    const address = await throughMenu("report");
    expect(address).not.toContain("oAbC");
    await complain(address, { who: "named", name: "王女士", phone: "13800000001" });
    const [complaint] = complaints();
    expect(complaint?.registration).toMatchObject({ channel: "wechat", number: "W001" });
    expect(JSON.stringify(complaint?.registration)).not.toContain("oAbC");
    expect(await throughMenu("mine")).toMatch(/^\/t\/W001\?secret=/);
  });

  it("who stays anonymous is not bound", async () => {
    withWechat([{ openid: "oAbC" }, { openid: "oAbC" }]);
    await complain(await throughMenu("report"), { who: "anonymous" });
    expect(JSON.stringify(complaints()[0])).not.toContain("oAbC");
    expect(await throughMenu("mine")).toBe("/t");
  });

  it("is not entered with a state that another browser was given, and opens unbound where WeChat says nothing", async () => {
    const server = withWechat([{ errcode: 40029 }, { status: 502 }]);
    const out = await enter({ to: "report" });
    const url = new URL(known(out.headers["location"]));
    expect(`${url.origin}${url.pathname}${url.hash}`).toBe("https://open.example/authorize#wechat_redirect");
    expect(url.searchParams.get("scope")).toBe("snsapi_base");
    expect(out.headers["set-cookie"]).toMatch(/HttpOnly; Secure; SameSite=Lax$/);
    const state = known(url.searchParams.get("state"));
    const unbound = "/r/project-1/-";
    for (const cookie of [undefined, "wx_state=other"])
      expect((await enter({ to: "report", code: "c", state }, cookie)).headers["location"]).toBe(unbound);
    expect(server.asked).toEqual([]);
    expect(await throughMenu("report")).toBe(unbound);
    expect(await throughMenu("report")).toBe(unbound);
  });
});

describe("a follower's pictures and voices", () => {
  const at = { timestamp: "1409659813", nonce: "n-1" };
  const push = async (id: string, type: string, more: string) => {
    const body = `<xml><ToUserName>gh</ToUserName><FromUserName>oAbC</FromUserName><CreateTime>1</CreateTime><MsgType>${type}</MsgType>${more}<MsgId>${id}</MsgId></xml>`;
    const signature = signatureOf([settings.token, at.timestamp, at.nonce]);
    const answer = await ask("POST /channels/wechat/push", {
      query: { ...at, signature },
      body,
      headers: { "content-type": "text/xml" },
    });
    return fieldsOf(Buffer.from(answer.text, "base64").toString("utf8"))["Content"] ?? "";
  };
  const work = async () => {
    for (const errand of api.here.errandQueue.take()) await runErrand(ports, errand);
  };
  const events = () => complaints()[0]?.events.map(({ fact }) => fact.type) ?? [];

  it("are fetched from WeChat and kept with the complaint, once however often the message comes; an outage is tried again", async () => {
    withWechat([{ status: 502 }, token, jpeg]);
    await push("m1", "text", "<Content>楼道灯坏了一周没人修</Content>");
    for (let n = 0; n < 2; n += 1)
      expect(await push("m2", "image", "<MediaId>media-1</MediaId>")).toContain("会记在投诉 W001 上");
    const [first, second] = api.here.errandQueue.take();
    await expect(runErrand(ports, known(first))).rejects.toThrow("502");
    await runErrand(ports, known(first));
    await runErrand(ports, known(second));
    expect(events().filter((type) => type === "attachmentsStored")).toHaveLength(1);
    expect(events().filter((type) => type === "messageReceived")).toHaveLength(1);
  });

  it("that WeChat has forgotten are noted in words; a voice whose words tell a matter makes a complaint", async () => {
    withWechat([token, { errcode: 40007 }]);
    const told = "<MediaId>media-2</MediaId><Recognition>电梯又坏了一个星期没有人管</Recognition>";
    expect(await push("m1", "voice", told)).toContain("W001");
    await work();
    expect(events()).toContain("messageReceived");
    const values = Object.values(complaints()[0]?.personal ?? {}).map(({ value }) => value);
    expect(values.some((value) => value.includes("文件没有取到：media-2"))).toBe(true);
  });

  it("without a complaint to stand with, the follower is asked to say first what happened", async () => {
    withWechat([]);
    expect(await push("m1", "image", "<MediaId>media-1</MediaId>")).toContain("请先用文字写下发生了什么");
    expect(complaints()).toEqual([]);
  });
});

describe("an answer", () => {
  it("given by telephone is told in the account as well; where that cannot be, by the customer's next way", async () => {
    const server = withWechat([{ openid: "oAbC" }, token, { errcode: 0, msgid: 1 }, { errcode: 43004 }]);
    await complain(await throughMenu("report"), { who: "named", name: "王女士", phone: "13800000001" });
    const { id } = known(complaints()[0]).registration;
    await api.drain();
    const before = api.here.texts.length;
    await api.give(id, { type: "reply", via: "phone", text: "明天来修。" });
    await api.drain();
    expect(server.asked.at(-1)).toMatchObject({
      path: "/cgi-bin/message/template/send",
      body: { touser: "oAbC", template_id: "TPL" },
    });
    expect(api.here.texts.filter(({ to }) => to === "13800000001")).toHaveLength(before);
    await api.give(id, { type: "assign", departmentId: "engineering", handlerId: people.handler.id });
    await api.give(id, { type: "resolve", via: "phone", text: "修好了。" });
    await api.drain();
    const results = (await api.here.notices.ofComplaint(id)).filter(({ template }) => template === "result");
    expect(results.map(({ adapter, status }) => [adapter, status.state])).toEqual([
      ["wechat", "failed"],
      ["sms", "handedOver"],
    ]);
  });

  it("is told nobody in the account where the installation has not switched that way on", async () => {
    const server = withWechat([{ openid: "oAbC" }]);
    Object.assign(api.here.ports, { adapters: ["email"] });
    await complain(await throughMenu("report"), { who: "named", name: "王女士", phone: "13800000001" });
    await api.give(known(complaints()[0]).registration.id, {
      type: "reply",
      via: "phone",
      text: "明天来修。",
    });
    await api.drain();
    expect(server.asked).toHaveLength(1);
  });
});
