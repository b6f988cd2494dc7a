import { describe, expect, it } from "vitest";
import { accountApi } from "../../../lib/adapters/wechat/api.ts";
import { wechatSettings } from "../../../lib/adapters/wechat/settings.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { wechatServer } from "../../support/wechat-server.ts";

const settings = wechatSettings.parse({
  appId: "wx-test",
  token: "token-of-ours",
  projectId: "project-1",
  secret: "secret-of-ours",
  baseUrl: "https://wechat.example",
  template: { id: "TPL", title: "thing1", text: "thing2" },
});
const token = (value: string) => ({ access_token: value, expires_in: 7200 });
const sent = { errcode: 0, msgid: 77 };
const message = {
  title: "投诉 W001 有新答复，请点开查看详细内容",
  text: "编号：W001\n更多",
  url: "https://desk.example/t/W001",
};
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0]);

describe("template messages", () => {
  it("go to a follower of this account with one token until shortly before it ends; places hold twenty characters", async () => {
    let now = 0;
    const { asked, call, paths } = wechatServer([token("t1"), sent, sent, token("t2"), sent]);
    const { messenger } = accountApi(settings, { fetch: call, now: () => now });
    expect(await messenger.send("wx-test:oAbC", message)).toBe("77");
    await messenger.send("wx-test:oAbC", message);
    now = (7200 - 299) * 1000;
    await messenger.send("wx-test:oAbC", message);
    const template = "/cgi-bin/message/template/send";
    const stable = "/cgi-bin/stable_token";
    expect(paths()).toEqual([stable, template, template, stable, template]);
    expect(asked[0]?.body).toEqual({
      grant_type: "client_credential",
      appid: "wx-test",
      secret: "secret-of-ours",
    });
    expect(asked[4]?.query).toEqual({ access_token: "t2" });
    expect(asked[1]?.body).toMatchObject({
      touser: "oAbC",
      template_id: "TPL",
      url: message.url,
      data: { thing1: { value: message.title.slice(0, 20) }, thing2: { value: "编号：W001" } },
    });
  });

  it.each([40001, 40014, 42001])(
    "a token that ended early (%i) is asked for again, once",
    async (errcode) => {
      const good = wechatServer([token("t1"), { errcode }, token("t2"), sent]);
      await accountApi(settings, { fetch: good.call }).messenger.send("wx-test:o", message);
      expect(good.asked.at(-1)?.query).toEqual({ access_token: "t2" });
      const stubborn = wechatServer([token("t1"), { errcode }, token("t2"), { errcode }]);
      const attempt = accountApi(settings, { fetch: stubborn.call }).messenger.send("wx-test:o", message);
      await expect(attempt).rejects.toThrow(String(errcode));
    },
  );

  it.each([40003, 43004, 43101])(
    "whoever follows no more or declines (%i) is reached another way",
    async (errcode) => {
      const { call } = wechatServer([token("t1"), { errcode }]);
      const attempt = accountApi(settings, { fetch: call }).messenger.send("wx-test:oAbC", message);
      await expect(attempt).rejects.toBeInstanceOf(PermanentMailError);
      await expect(attempt).rejects.not.toThrow(/oAbC/);
    },
  );

  it("too many calls and outages come back; another account's follower is nobody here", async () => {
    for (const answer of [{ errcode: 45009 }, { errcode: -1 }, { status: 502 }]) {
      const { call } = wechatServer([token("t1"), answer]);
      const attempt = accountApi(settings, { fetch: call }).messenger.send("wx-test:o", message);
      await expect(attempt).rejects.not.toBeInstanceOf(PermanentMailError);
    }
    const { call } = wechatServer([]);
    const other = accountApi(settings, { fetch: call }).messenger.send("wx-other:o", message);
    await expect(other).rejects.toBeInstanceOf(PermanentMailError);
  });
});

describe("a follower's file", () => {
  it("comes from WeChat's own address and follows no redirect; one that WeChat has forgotten is none", async () => {
    const { asked, call } = wechatServer([token("t1"), jpeg, { errcode: 40007 }]);
    const redirects: unknown[] = [];
    const watched: typeof fetch = (input, init) => {
      redirects.push(init?.redirect);
      return call(input, init);
    };
    const { followers } = accountApi(settings, { fetch: watched });
    expect(await followers.file("media/../1")).toEqual(jpeg);
    expect(asked[1]).toMatchObject({ path: "/cgi-bin/media/get", query: { media_id: "media/../1" } });
    expect(await followers.file("gone")).toBeUndefined();
    expect(new Set(redirects)).toEqual(new Set(["error"]));
  });

  it("that WeChat does not give now is asked for again", async () => {
    const { call } = wechatServer([token("t1"), { errcode: -1 }]);
    await expect(accountApi(settings, { fetch: call }).followers.file("m")).rejects.toThrow("-1");
  });
});

describe("whose code it is", () => {
  it("WeChat says; a spent or foreign one is nobody's, an outage is told", async () => {
    const { asked, call } = wechatServer([{ openid: "oAbC" }, { errcode: 40163 }, { errcode: -1 }]);
    const { followers } = accountApi(settings, { fetch: call });
    expect(await followers.openIdOf("c1")).toBe("oAbC");
    expect(asked[0]?.query).toMatchObject({ appid: "wx-test", code: "c1", grant_type: "authorization_code" });
    expect(await followers.openIdOf("c1")).toBeUndefined();
    await expect(followers.openIdOf("c2")).rejects.toThrow("-1");
  });
});
