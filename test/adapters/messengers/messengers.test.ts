import { describe, expect, test } from "vitest";
import { smsMessenger } from "../../../lib/adapters/messengers/sms.ts";
import { wecomMessenger } from "../../../lib/adapters/messengers/wecom.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";

/** A service that gives these answers one after the other and keeps what it was asked. */
function service(answers: readonly { readonly status?: number; readonly body: unknown }[]) {
  const asked: { url: URL; body: unknown; authorization: string | null }[] = [];
  const left = [...answers];
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const text = await request.text();
    asked.push({
      url: new URL(request.url),
      body: text === "" ? undefined : JSON.parse(text),
      authorization: request.headers.get("authorization"),
    });
    const answer = left.shift();
    if (answer === undefined) throw new Error("asked once too often");
    return Response.json(answer.body, { status: answer.status ?? 200 });
  };
  return { asked, call };
}

const card = {
  title: "督办：首次回复已超时",
  text: "编号：W012\n现状：已超时<1>天&",
  url: "https://desk.example/x",
  button: "知晓，我来跟进",
};
const token = { body: { errcode: 0, access_token: "token-1", expires_in: 7200 } };
const sent = { body: { errcode: 0, msgid: "msg-1" } };
const settings = { baseUrl: "https://wecom.example", corpId: "corp", agentId: 7, secret: "secret" };

describe("企业微信 应用消息", () => {
  test("a card with its link and button goes to the account; one token serves until shortly before it ends", async () => {
    const { asked, call } = service([
      token,
      sent,
      sent,
      { body: { ...token.body, access_token: "token-2" } },
      sent,
    ]);
    let now = 0;
    const wecom = wecomMessenger(settings, { fetch: call, now: () => now });
    expect(await wecom.send("wang", card)).toBe("msg-1");
    await wecom.send("wang", card);
    now = (7200 - 299) * 1000;
    await wecom.send("wang", card);
    expect(
      asked.map(
        ({ url }) =>
          `${url.pathname} ${url.searchParams.get("access_token") ?? url.searchParams.get("corpid")}`,
      ),
    ).toEqual([
      "/cgi-bin/gettoken corp",
      "/cgi-bin/message/send token-1",
      "/cgi-bin/message/send token-1",
      "/cgi-bin/gettoken corp",
      "/cgi-bin/message/send token-2",
    ]);
    expect(asked[1]?.body).toMatchObject({
      touser: "wang",
      agentid: 7,
      msgtype: "textcard",
      textcard: {
        url: card.url,
        description: "编号：W012<br>现状：已超时&lt;1&gt;天&amp;",
        btntxt: "知晓，我",
      },
    });
  });

  test.each([40014, 42001])("a token that ended early (%i) is asked for again, once", async (errcode) => {
    const { asked, call } = service([token, { body: { errcode } }, token, sent]);
    await wecomMessenger(settings, { fetch: call }).send("wang", card);
    expect(asked).toHaveLength(4);
    const stubborn = service([token, { body: { errcode } }, token, { body: { errcode } }]);
    await expect(wecomMessenger(settings, { fetch: stubborn.call }).send("wang", card)).rejects.toThrow(
      String(errcode),
    );
  });

  test("a long title is cut between characters, never inside one", async () => {
    const { asked, call } = service([token, { body: { errcode: 0, msgid: "m" } }]);
    await wecomMessenger(settings, { fetch: call }).send("wang", {
      ...card,
      title: `${"急".repeat(39)}𠮷👨‍👩‍👧催办`,
    });
    expect(asked[1]?.body).toMatchObject({ textcard: { title: "急".repeat(39) } });
  });

  test.each([{ errcode: 81013 }, { errcode: 60111 }, { errcode: 0, invaliduser: "wang" }])(
    "an account that cannot be reached is permanent and not named: %o",
    async (body) => {
      const attempt = wecomMessenger(settings, { fetch: service([token, { body }]).call }).send("wang", card);
      await expect(attempt).rejects.toBeInstanceOf(PermanentMailError);
      await expect(attempt).rejects.not.toThrow(/wang/);
    },
  );

  test.each([{ body: { errcode: 45009 } }, { body: { errcode: -1 } }, { status: 502, body: {} }])(
    "too many calls and outages come back: %o",
    async (answer) => {
      const attempt = wecomMessenger(settings, { fetch: service([token, answer]).call }).send("wang", card);
      await expect(attempt).rejects.not.toBeInstanceOf(PermanentMailError);
    },
  );
});

describe("text messages", () => {
  const sms = {
    url: "https://sms.example/send",
    key: "key",
    signature: "【示例物业】",
    templates: { link: "T1", plain: "T2" },
  };

  test("an approved template gets its values, the link apart", async () => {
    const { asked, call } = service([{ body: { id: "s-1" } }, { body: { id: "s-2" } }]);
    expect(await smsMessenger(sms, call).send("13800000000", card)).toBe("s-1");
    await smsMessenger(sms, call).send("13800000000", { title: "标题", text: "字".repeat(200) });
    expect(asked[0]).toMatchObject({
      authorization: "Bearer key",
      body: {
        to: "13800000000",
        signature: "【示例物业】",
        template: "T1",
        values: { title: card.title, url: card.url },
      },
    });
    expect(asked[1]?.body).toMatchObject({ template: "T2", values: { text: "字".repeat(60) } });
  });

  test.each([
    [400, true],
    [403, true],
    [408, false],
    [429, false],
    [503, false],
  ])("answer %i: for good? %s", async (status, lasting) => {
    const attempt = smsMessenger(sms, service([{ status, body: {} }]).call).send("13800000000", card);
    const error: unknown = await attempt.catch((cause: unknown) => cause);
    expect(error instanceof PermanentMailError).toBe(lasting);
    expect(String(error)).not.toContain("13800000000");
  });
});
