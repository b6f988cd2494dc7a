import { beforeEach, describe, expect, it } from "vitest";
import { publicApi } from "../../../lib/adapters/http/public-api.ts";
import { decrypted, encrypted, isSigned, signatureOf } from "../../../lib/adapters/wechat/crypto.ts";
import { fieldsOf } from "../../../lib/adapters/wechat/message.ts";
import type { OfficialAccount } from "../../../lib/app/ports/official-account.ts";
import { type Answered, type Sent, send } from "../../support/http.ts";
import { type Apis, apis } from "./support.ts";

const aesKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
const plain: OfficialAccount = {
  appId: "wx-test",
  token: "token-of-ours",
  projectId: "project-1",
  authorizeUrl: "https://open.example/authorize",
};

let api: Apis;
let account: OfficialAccount | undefined;
let ask: (line: string, sent?: Sent) => Promise<Answered>;
beforeEach(() => {
  api = apis();
  account = plain;
  const handler = publicApi(async () => ({ ...api.ports, officialAccount: async () => account }), api.log);
  ask = (line, sent) => send(handler, line, sent);
});

const at = { timestamp: "1409659813", nonce: "n-1" };
const signedQuery = () => ({ ...at, signature: signatureOf([plain.token, at.timestamp, at.nonce]) });
const xml = (type: string, id: string, more: string) =>
  `<xml><ToUserName><![CDATA[gh_1]]></ToUserName><FromUserName><![CDATA[oAbC-1]]></FromUserName><CreateTime>1</CreateTime><MsgType><![CDATA[${type}]]></MsgType>${more}<MsgId>${id}</MsgId></xml>`;
const words = (id: string, text: string) => xml("text", id, `<Content><![CDATA[${text}]]></Content>`);
const bodyOf = (answer: Answered) => Buffer.from(answer.text, "base64").toString("utf8");
const push = async (body: string) => {
  const answer = await ask("POST /channels/wechat/push", {
    query: signedQuery(),
    body,
    headers: { "content-type": "text/xml" },
  });
  expect(answer.status).toBe(200);
  return fieldsOf(bodyOf(answer))["Content"] ?? "";
};
const complaints = () => [...api.here.complaints.items.values()];

describe("the official account", () => {
  it("is confirmed by its signature; without account or with a wrong one nothing is answered", async () => {
    const confirm = (query: Record<string, string>) => ask("GET /channels/wechat/push", { query });
    expect(bodyOf(await confirm({ ...signedQuery(), echostr: "echo-1" }))).toBe("echo-1");
    expect((await confirm({ ...signedQuery(), nonce: "other", echostr: "echo-1" })).status).toBe(401);
    account = undefined;
    expect((await confirm({ ...signedQuery(), echostr: "echo-1" })).status).toBe(401);
  });

  it("makes one complaint of words, however often they come, and adds what follows to it", async () => {
    for (let n = 0; n < 3; n += 1)
      expect(await push(words("m1", "楼道灯坏了一周没人修"))).toContain("编号 W001");
    expect(await push(words("m2", "四楼的"))).toContain("已记在投诉 W001 上");
    expect(await push(words("m2", "四楼的"))).toContain("W001");
    expect(await push(xml("image", "m3", "<MediaId><![CDATA[media-1]]></MediaId>"))).toContain("原图请");
    expect(await push(xml("location", "m4", "<Label><![CDATA[8栋]]></Label>"))).toContain("W001");
    expect(complaints()).toHaveLength(1);
    const types = complaints()[0]?.events.map(({ fact }) => fact.type);
    expect(types?.filter((type) => type === "messageReceived")).toHaveLength(3);
    expect(JSON.stringify(complaints()[0]?.registration)).not.toContain("oAbC-1");
  });

  it("greets who greets, and tells of danger whom to call first", async () => {
    expect(await push(words("m1", "你好"))).toContain("/r/project-1/-");
    expect(await push(xml("event", "e1", "<Event><![CDATA[subscribe]]></Event>"))).toContain("/t");
    expect(complaints()).toEqual([]);
    expect(await push(words("m2", "电梯困人了"))).toMatch(/^有人有危险请马上打电话：.*119/);
  });

  it("in encrypted mode opens, answers sealed, and refuses plain text", async () => {
    account = { ...plain, aesKey };
    const sealed = encrypted(words("m1", "南门岗亭夜间没有人"), aesKey, plain.appId, "0123456789abcdef");
    const msg_signature = signatureOf([plain.token, at.timestamp, at.nonce, sealed]);
    const answer = await ask("POST /channels/wechat/push", {
      query: { ...at, msg_signature },
      body: `<xml><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
      headers: { "content-type": "text/xml" },
    });
    const { Encrypt = "", MsgSignature = "", TimeStamp = "", Nonce = "" } = fieldsOf(bodyOf(answer));
    expect(isSigned([plain.token, TimeStamp, Nonce, Encrypt], MsgSignature)).toBe(true);
    expect(decrypted(Encrypt, aesKey, plain.appId)).toContain("编号 W001");
    const open = await ask("POST /channels/wechat/push", {
      query: signedQuery(),
      body: words("m2", "又来了一次"),
      headers: { "content-type": "text/xml" },
    });
    expect(open.status).toBe(401);
  });
});
