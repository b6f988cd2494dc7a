import { beforeEach, describe, expect, it } from "vitest";
import { type PublicPorts, publicApi } from "../../../lib/adapters/http/public-api.ts";
import { runErrand } from "../../../lib/app/dispatch/errand.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { PermanentMailError } from "../../../lib/app/ports/messages.ts";
import { known, type Sent, send } from "../../support/http.ts";
import { type PlainPage, plainBrowser } from "../../support/plain-browser.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
let ports: Ports;
let phone: ReturnType<typeof plainBrowser>;
let number: string;
beforeEach(async () => {
  api = apis();
  ports = { ...api.ports, adapters: ["email", "sms"] };
  phone = browser(ports);
  ({ number } = (
    await api.receive({ matter: "楼道灯不亮", complainant: { phone: "13812345678" } })
  ).registration);
});

function browser(given: PublicPorts) {
  const handler = publicApi(async () => given, api.log);
  return plainBrowser((line: string, sent?: Sent) => send(handler, line, sent));
}

const ask = async (fields: Record<string, string>) => phone.send(await phone.open("/t"), fields);
/** The function that speaks to others works its queue off. */
const work = async () => {
  for (const errand of api.here.errandQueue.take()) await runErrand(ports, errand);
};
const lastCode = () => known(/^(\d{6})，/.exec(known(api.here.texts.at(-1)).message.text)?.[1]);

describe("finding a complaint again with a code by text message", () => {
  it("leads by number, the last four digits and the code to the progress; the code is good once", async () => {
    const page = await ask({ number: ` ${number} `, phone: "５６７８" });
    expect(page.text).toContain("请输入短信验证码");
    expect(page.text).toContain('autocomplete="one-time-code"');
    await work();
    expect(api.here.texts).toMatchObject([{ adapter: "sms", to: "13812345678" }]);
    const wrong = await phone.send(page, { code: "000000" });
    expect([wrong.status, wrong.text.includes("验证码不对")]).toEqual([422, true]);
    const code = lastCode();
    expect((await phone.send(page, { code: `${code.slice(0, 3)} ${code.slice(3)}` })).text).toContain(
      "✓ 已登记",
    );
    expect((await phone.send(page, { code })).text).toContain("验证码不对");
  });

  it("ends after ten minutes, after five tries, and after three codes an hour for one complaint", async () => {
    const late = await ask({ number, phone: "5678" });
    await work();
    const code = lastCode();
    api.here.clock.set("2026-02-13T02:10:00.000Z");
    expect((await phone.send(late, { code })).text).toContain("验证码不对");
    const tried = await ask({ number, phone: "5678" });
    await work();
    for (let n = 0; n < 5; n += 1) await phone.send(tried, { code: "000000" });
    expect((await phone.send(tried, { code: lastCode() })).text).toContain("验证码不对");
    for (let n = 0; n < 5; n += 1) await ask({ number, phone: "5678" });
    await work();
    expect(api.here.texts).toHaveLength(3);
  });

  it("looks alike and makes the same calls for an unknown number, other digits, an anonymous complaint and a landline", async () => {
    const anonymous = (await api.receive({ sourceId: "anonymous", complainant: { anonymous: true } }))
      .registration;
    const landline = (await api.receive({ sourceId: "landline", complainant: { phone: "010-12345678" } }))
      .registration;
    const seen: { readonly calls: readonly string[]; readonly text: string }[] = [];
    for (const fields of [
      { number, phone: "5678" },
      { number, phone: "9999" },
      { number: "N999", phone: "5678" },
      { number: anonymous.number, phone: "5678" },
      { number: landline.number, phone: "5678" },
    ]) {
      const calls: string[] = [];
      phone = browser(recorded(ports, calls));
      const { text } = await ask(fields);
      seen.push({ calls, text: withoutToken(text) });
    }
    for (const one of seen) expect(one).toEqual(seen[0]);
    expect(seen[0]?.calls).toContain("errandQueue.send");
    await work();
    expect(api.here.texts).toHaveLength(1);
  });

  it("asks for what is missing, and says so to whoever asks too often", async () => {
    expect((await ask({ number: "", phone: "12" })).text).toContain("请写手机号的后四位数字");
    let page: PlainPage = await ask({ number, phone: "5678" });
    for (let n = 0; n < 20; n += 1) page = await ask({ number, phone: "5678" });
    expect(page.status).toBe(429);
  });

  it("a gateway that is down is asked again; a phone that can never be reached ends the errand", async () => {
    await ask({ number, phone: "5678" });
    const [errand] = api.here.errandQueue.take();
    const failing = (error: Error): Ports => ({
      ...ports,
      messenger: () => ({
        send: async () => {
          throw error;
        },
      }),
    });
    await expect(runErrand(failing(new Error("503")), known(errand))).rejects.toThrow("503");
    await runErrand(failing(new PermanentMailError("refused")), known(errand));
    await runErrand(ports, known(errand));
    expect(api.here.texts).toHaveLength(1);
  });
});

const withoutToken = (text: string) => text.replaceAll(/ask=[\w-]+/g, "ask=…");

/** Writes down every call of a port's function, in order. */
function recorded(given: Ports, calls: string[]): Ports {
  const watched = Object.entries(given).map(([name, port]) => {
    if (typeof port !== "object" || port === null || Array.isArray(port)) return [name, port];
    const proxy = new Proxy(port, {
      get(target: object, key) {
        const value: unknown = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          calls.push(`${name}.${String(key)}`);
          return Reflect.apply(value, target, args);
        };
      },
    });
    return [name, proxy];
  });
  return Object.fromEntries(watched);
}
