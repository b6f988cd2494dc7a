import { beforeEach, expect, test } from "vitest";
import type { SentMessage } from "../../../../infra/local/contract.ts";
import { messagesPage } from "../../../../infra/local/host/http/messages-page.ts";
import { Receivers, receiverKeys } from "../../../../infra/local/host/http/receivers.ts";
import { Database } from "../../../../infra/local/services/database.ts";
import { MessageStore } from "../../../../infra/local/services/messages/message-store.ts";
import { smsMessenger } from "../../../../lib/adapters/messengers/sms.ts";
import { wecomMessenger } from "../../../../lib/adapters/messengers/wecom.ts";

const at = Date.UTC(2026, 2, 2, 2);
let store: MessageStore;
beforeEach(() => {
  store = new MessageStore(new Database(":memory:"), () => at);
});

/** The adapters' calls, answered by the receivers without a socket. */
const call: typeof fetch = async (input, init) => {
  const request = new Request(input, init);
  const url = new URL(request.url);
  const authorization = request.headers.get("authorization") ?? undefined;
  const body = await request.text();
  const answer = new Receivers(store).answer(
    request.method,
    url.pathname,
    url.searchParams,
    authorization,
    body,
  );
  return answer === undefined
    ? new Response(null, { status: 404 })
    : Response.json(answer.body, { status: answer.status });
};
const wecom = (secret: string = receiverKeys.wecom.secret) =>
  wecomMessenger(
    { ...receiverKeys.wecom, secret, baseUrl: "http://local/wecom" },
    { fetch: call, now: () => at },
  );
const sms = (key: string = receiverKeys.sms.key) =>
  smsMessenger({ ...receiverKeys.sms, key, url: "http://local/sms/send" }, call);
const message = {
  title: "首次回复已超时",
  text: "W012 <3 号楼>\n责任人 & 主管",
  url: "http://desk/a?b=1&c=2",
  button: "知晓",
};

test("what both adapters send is kept in order and can be read on the page, links to open", async () => {
  const ids = [await wecom().send("lake-duty", message), await sms().send("13800000001", message)];
  expect(store.sent()).toMatchObject([
    { id: ids[0], way: "wecom", to: "lake-duty", title: message.title, url: message.url, at },
    { id: ids[1], way: "sms", to: "13800000001", title: `【接诉】${message.title}`, url: message.url, at },
  ]);
  const page = messagesPage(store.sent());
  expect(page.match(/<a href="http:\/\/desk\/a\?b=1&amp;c=2">/g)).toHaveLength(2);
  expect(page).toContain("W012 &lt;3 号楼&gt;<br>责任人 &amp; 主管");
  expect(page.indexOf("短信")).toBeLessThan(page.indexOf("W012"));
});

test("a message without a link is plain text", async () => {
  const { url: _, ...plain } = message;
  await wecom().send("lake-duty", plain);
  expect(store.sent()).toMatchObject([{ way: "wecom", text: `${message.title}\n${message.text}` }]);
});

test("wrong keys are refused as the services refuse them, and nothing is kept", async () => {
  await expect(wecom("wrong").send("lake-duty", message)).rejects.toThrow("40001");
  await expect(sms("wrong").send("13800000001", message)).rejects.toThrow("401");
  await expect(sms().send("no number", message)).rejects.toThrow("400");
  expect(store.sent()).toEqual([] satisfies SentMessage[]);
});
