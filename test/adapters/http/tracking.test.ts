import { beforeEach, describe, expect, it } from "vitest";
import { publicApi } from "../../../lib/adapters/http/public-api.ts";
import { sniffType } from "../../../lib/adapters/mail-in/sniff.ts";
import { shortTrackingUrl } from "../../../lib/app/complaints/tracking.ts";
import type { IntakeRequest } from "../../../lib/app/intake/intake-request.ts";
import { type Sent, send } from "../../support/http.ts";
import { plainBrowser } from "../../support/plain-browser.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
let phone: ReturnType<typeof plainBrowser>;
beforeEach(() => {
  api = apis();
  const handler = publicApi(async () => ({ ...api.ports, sniffType }), api.log);
  phone = plainBrowser((line: string, sent?: Sent) => send(handler, line, sent));
});

async function tracked(more: Partial<IntakeRequest> = {}) {
  const { registration } = await api.receive({ matter: "楼道灯不亮", ...more });
  const url = new URL(shortTrackingUrl(api.ports, await api.complaint(registration.id)));
  return { id: registration.id, url: url.pathname + url.search };
}
const facts = async (id: string) => (await api.complaint(id)).events.map(({ fact }) => fact.type);
const act = (url: string, name: string) => url.replace("?", `/${name}?`);

describe("the progress page", () => {
  it("says in plain words what is done and next, what was promised and kept; none of our own clocks, nobody's name", async () => {
    const { id, url } = await tracked();
    await api.give(id, { type: "reply", via: "phone", text: "明天上午有人来修。" });
    await api.give(id, { type: "note", text: "内部备注" });
    const page = await phone.open(url);
    expect(page.text).toContain("✓ 已登记");
    expect(page.text).toContain("已按时做到");
    expect(page.text).toContain("明天上午有人来修。");
    expect(page.text).toContain("2026年2月25日（周三）18:00");
    expect(page.text).not.toMatch(/内部备注|接单|<dt>登记|方案<|回访<\/dt>|13800000000|supervisor/);
    expect(Buffer.byteLength(page.text)).toBeLessThan(10_000);
  });

  it("D11: shows why a complaint was found to be no fault", async () => {
    const { id, url } = await tracked();
    await api.give(id, { type: "judge", validity: "invalid", reason: "不属实" });
    await api.give(id, { type: "explain-invalid", via: "phone", text: "灯已检查，工作正常。" });
    const page = await phone.open(url);
    expect(page.text).toContain("灯已检查，工作正常。");
    expect(page.text).not.toContain("不属实");
  });

  it("takes a message with a photo once, however often the form is sent, and whoever holds it is told", async () => {
    const { id, url } = await tracked();
    const form = await phone.open(act(url, "message"));
    const once = /name="once" value="([^"]+)"/.exec(form.text)?.[1] ?? "";
    const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);
    for (let n = 0; n < 3; n += 1)
      await phone.sendFiles(form, { once, text: "四楼也不亮了" }, [new File([jpeg], "灯.jpg")]);
    const done = await facts(id);
    expect(done.filter((type) => type === "messageReceived")).toHaveLength(1);
    expect(done.filter((type) => type === "attachmentsStored")).toHaveLength(1);
    const page = await phone.open(url);
    expect(page.text).toContain("您补充了内容，我们已收到");
    expect(page.text).not.toContain("四楼也不亮了");
    const file = /href="(\/t\/[^"]*files[^"]*)"/.exec(page.text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const handler = await api.open(`GET ${file.split("?")[0]}`, {
      query: Object.fromEntries(new URLSearchParams(file.split("?")[1])),
    });
    expect(handler.status).toBe(302);
  });

  it("keeps what was typed where a file is no photo or nothing was written", async () => {
    const { id, url } = await tracked();
    const form = await phone.open(act(url, "message"));
    const wrong = await phone.sendFiles(form, { text: "请看" }, [new File(["MZ"], "a.jpg")]);
    expect([wrong.status, wrong.text.includes(">\n请看</textarea>")]).toEqual([422, true]);
    expect((await phone.send(form, {})).text).toContain("请写下要补充的内容");
    expect(await facts(id)).not.toContain("messageReceived");
  });

  it("is urged once a working day: the evening and the weekend belong to the next one", async () => {
    const { id, url } = await tracked();
    const urge = async () => phone.send(await phone.open(act(url, "urge")), { text: "" });
    expect((await urge()).text).toContain("今天已催办");
    api.here.clock.set("2026-02-13T02:05:00.000Z");
    expect((await urge()).text).toContain("每个工作日可以催办一次");
    // Friday the 13th after closing; the 14th is a make-up working day, the 16th begins the Spring Festival.
    for (const at of [
      "2026-02-13T11:00:00Z",
      "2026-02-14T02:00:00Z",
      "2026-02-17T02:00:00Z",
      "2026-02-18T02:00:00Z",
    ]) {
      api.here.clock.set(new Date(at).toISOString());
      await urge();
    }
    expect((await api.complaint(id)).urges).toBe(3);
  });

  it("is withdrawn by a word; where safety is concerned the wish goes to whoever holds it", async () => {
    const { id, url } = await tracked();
    const after = await phone.send(await phone.open(act(url, "withdraw")), { text: "已经修好了" });
    expect(after.text).toContain("已撤诉");
    expect((await api.complaint(id)).status).toBe("withdrawn");
    const danger = await tracked({ sourceId: "danger", safety: true });
    await phone.send(await phone.open(act(danger.url, "withdraw")), { text: "算了" });
    expect((await api.complaint(danger.id)).status).toBe("registered");
    expect(await facts(danger.id)).toContain("messageReceived");
  });

  it("passes on who asks for a copy or for erasure", async () => {
    const { id, url } = await tracked();
    const unsaid = await phone.send(await phone.open(act(url, "privacy")), { text: "我的电话" });
    expect(unsaid.text).toContain("请选择索取副本或删除");
    expect(api.personRequests).toEqual([]);
    await phone.send(unsaid, { kind: "erasure", text: "请删除我的电话" });
    expect(await facts(id)).toContain("messageReceived");
    expect(api.personRequests).toMatchObject([
      { kind: "erasure", complaintId: id, by: { kind: "customer" } },
    ]);
  });

  it("looks and answers alike for a wrong secret, another's secret and an unknown number, on every page", async () => {
    const { url } = await tracked();
    const other = await tracked({ sourceId: "another" });
    const secret = other.url.split("secret=")[1] ?? "";
    const path = url.split("?")[0] ?? "";
    for (const page of ["", "/message", "/urge", "/withdraw", "/privacy", "/files/x"]) {
      const answers = await Promise.all(
        [
          `${path}${page}?secret=wrong`,
          `${path}${page}?secret=${secret}`,
          `/t/999${page}?secret=${secret}`,
          `${path}${page}`,
        ].map((address) => phone.open(address)),
      );
      for (const answer of answers) expect([answer.status, answer.text]).toEqual([404, answers[0]?.text]);
    }
  });
});

describe("finding it again", () => {
  it("leads by number and the phone that was left, in any spelling; a wrong one and an unknown number read alike", async () => {
    const { id } = await tracked();
    const { number } = (await api.complaint(id)).registration;
    const find = async (sent: Record<string, string>) => phone.send(await phone.open("/t"), sent);
    expect((await find({ number: ` ${number} `, phone: "+86 138 0000 0000" })).text).toContain("✓ 已登记");
    const wrong = await find({ number, phone: "13900000000" });
    const unknown = await find({ number: "999", phone: "13900000000" });
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    expect(wrong.text.replace(`value="${number}"`, 'value="999"')).toBe(unknown.text);
    for (let n = 0; n < 20; n += 1) await find({ number, phone: `1390000${String(n).padStart(4, "0")}` });
    expect((await find({ number, phone: "13800000000" })).status).toBe(429);
  });
});
