import { beforeEach, describe, expect, it } from "vitest";
import { type PublicPorts, publicApi } from "../../../lib/adapters/http/public-api.ts";
import { sniffType } from "../../../lib/adapters/mail-in/sniff.ts";
import { shortTrackingUrl } from "../../../lib/app/complaints/tracking.ts";
import { type Sent, send } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { type PlainPage, plainBrowser } from "../../support/plain-browser.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
let phone: ReturnType<typeof plainBrowser>;
beforeEach(() => {
  api = apis();
  const ports: PublicPorts = { ...api.ports, sniffType };
  const handler = publicApi(async () => ports, api.log);
  phone = plainBrowser((line: string, sent?: Sent) => send(handler, line, sent));
});

const sign = "/r/project-1/-";
const complaints = () => [...api.here.complaints.items.values()];
const named = { who: "named", name: "业主示例", phone: "13800000001" };
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1]);

async function tracked() {
  const { registration } = await api.receive({ matter: "楼道灯不亮" });
  const url = new URL(shortTrackingUrl(api.ports, await api.complaint(registration.id)));
  return { id: registration.id, url: url.pathname + url.search };
}
const act = (url: string, name: string) => url.replace("?", `/${name}?`);

/** The page says in words what to do, beside the field, and shows what was typed. */
function expectWords(page: PlainPage, words: string, typed: string) {
  expect(page.status).toBe(422);
  expect(page.text).toContain(words);
  expect(page.text).toContain(typed.slice(0, 200));
}

describe("whatever is typed", () => {
  const long = "长".repeat(4001);

  it("too long a text says by how much, in every field, and stands there again", async () => {
    const start = await phone.open(sign);
    expectWords(await phone.send(start, { matter: long }), "太长：最多 4000 字，现在 4001 字", long);
    expectWords(
      await phone.send(start, { matter: "灯坏了", place: "地".repeat(201) }),
      "现在 201 字",
      "地".repeat(201),
    );
    let page = await phone.sendFiles(await phone.send(start, { matter: "灯坏了" }), { next: "yes" }, []);
    for (const part of ["building", "unit", "room"])
      expectWords(await phone.send(page, { [part]: "8".repeat(41) }), "现在 41 字", "8".repeat(41));
    page = await phone.send(page, {});
    expectWords(
      await phone.send(page, { ...named, name: "王".repeat(101) }),
      "现在 101 字",
      "王".repeat(101),
    );
    expectWords(await phone.send(page, { ...named, phone: "1".repeat(41) }), "现在 41 字", "1".repeat(41));
    const { url } = await tracked();
    for (const name of ["message", "urge", "withdraw", "privacy"])
      expectWords(
        await phone.send(await phone.open(act(url, name)), { kind: "export", text: long }),
        "现在 4001 字",
        long,
      );
    expect(complaints()).toHaveLength(1);
  });

  it("emoji, right to left and characters that nobody sees go through; what no keyboard means is left out", async () => {
    let page = await phone.send(await phone.open(sign), {
      matter: "灯坏了 👨‍👩‍👧\u0000\u0007\n\u202Eمرحبا \uD83D",
      place: "\u200F8栋\u0001",
    });
    page = await phone.sendFiles(page, { next: "yes" }, []);
    page = await phone.send(page, { building: "８\u200B" });
    page = await phone.send(page, {
      ...named,
      name: "\u202E王女士\u0000",
      phone: "１３８ ０００ ００００１",
    });
    const receipt = await phone.send(page, { consent: "yes" });
    expect(receipt.text).toContain("已收到您的投诉");
    const [complaint] = complaints();
    const values = Object.values(complaint?.personal ?? {}).map(({ value }) => value);
    expect(values).toContain("灯坏了 👨‍👩‍👧\n\u202Eمرحبا ");
    expect(values).toContain("王女士");
  });

  it("of nothing but blanks and marks counts as nothing", async () => {
    const page = await phone.send(await phone.open(sign), { matter: " \u200B\u202E\n\t " });
    expect(page.text).toContain("请写下发生了什么");
  });

  it("is shown again where the draft has gone meanwhile, and where it cannot be kept", async () => {
    let page = await phone.send(await phone.open(sign), { matter: "灯坏了" });
    page = await phone.sendFiles(page, { next: "yes" }, []);
    page = await phone.send(page, {});
    api.here.clock.set("2026-02-14T03:00:00.000Z");
    const gone = await phone.send(page, { ...named, name: "半夜没写完的王女士" });
    expect(gone.status).toBe(410);
    for (const typed of ["半夜没写完的王女士", "13800000001"]) expect(gone.text).toContain(typed);
    expect(gone.text).not.toContain("<p>named</p>");
  });

  it("in a form too large to be read the page says to go back, where it still stands", async () => {
    const { url } = await tracked();
    const form = await phone.open(act(url, "message"));
    const page = await phone.sendFiles(form, { text: "请看" }, [
      new File([new Uint8Array(6_400_000)], "大.jpg"),
    ]);
    expect(page.status).toBe(413);
    expect(page.text).toContain("请返回上一页，您填写的还在");
    expect(page.text).toContain("回到这一页");
  });

  it("on the company's own site too: what is wrong by field, and the words to copy", async () => {
    const page = await phone.open("/public/complaints", "POST", {
      body: new URLSearchParams({
        projectId: "project-1",
        matter: "灯坏了",
        name: "王".repeat(101),
      }).toString(),
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    expect(page.status).toBe(422);
    expect(page.text).toContain("complainant.name：最多 100 个字符");
    expect(page.text).toContain("<p>灯坏了</p>");
  });
});

describe("photos that came with a form in which something else is wrong", () => {
  it("need not be chosen again: those that are good are named, and go with what is sent next", async () => {
    const { id, url } = await tracked();
    const form = await phone.open(act(url, "message"));
    const wrong = await phone.sendFiles(form, {}, [new File([jpeg], "灯.jpg"), new File(["MZ"], "坏.jpg")]);
    expect(wrong.text).toContain("请写下要补充的内容");
    expect(wrong.text).toContain("坏.jpg 不是照片");
    expect(wrong.text).toContain("已上传：灯.jpg");
    const uploads = /name="uploads" value="([^"]+)"/.exec(wrong.text)?.[1] ?? "";
    const after = await phone.send(wrong, { text: "请看", uploads });
    expect(after.text).toContain("您补充了内容，我们已收到");
    const files = (await api.complaint(id)).events.flatMap(({ fact }) =>
      fact.type === "attachmentsStored" ? fact.files : [],
    );
    expect(files.map(({ contentType }) => contentType)).toEqual(["image/jpeg"]);
  });

  it("come directly as well: looked at by their bytes, six at most, none of somebody else's", async () => {
    const put = async (content: Uint8Array, contentType: string) => {
      const body = { fileName: "直传.jpg", contentType, size: content.byteLength };
      const { json } = await api.staff("POST /uploads", { body });
      await api.ports.attachments.put(`uploads/${json.uploadId}`, content, contentType);
      return String(json.uploadId);
    };
    const good = await put(jpeg, "image/jpeg");
    const program = await put(new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "image/jpeg");
    const page = await phone.send(await phone.open(sign), { matter: "墙皮掉了" });
    const uploads = [good, program, "nobody's", good].join(",");
    const wrong = await phone.sendFiles(page, { next: "yes", uploads }, []);
    expect(wrong.text).toContain("直传.jpg (");
    expect(wrong.text).toContain("照片 不是照片");
    expect(wrong.text).toContain("照片 没有上传成功，请重新选择");
    const next = await phone.sendFiles(wrong, { next: "yes", uploads: good }, []);
    let last = await phone.send(next, {});
    last = await phone.send(last, { who: "anonymous" });
    await phone.send(last, { consent: "yes" });
    expect(complaints()[0]?.events.some(({ fact }) => fact.type === "attachmentsStored")).toBe(true);
    const { url } = await tracked();
    const stolen = await phone.send(await phone.open(act(url, "message")), { text: "看", uploads: good });
    expect(stolen.text).toContain("没有上传成功");
  });
});

describe("a complaint that is over", () => {
  it("says so instead of asking: what is closed can be added to, what was taken back is told anew", async () => {
    const { id, url } = await tracked();
    const urge = await phone.open(act(url, "urge"));
    await api.give(id, { type: "withdraw", reason: "已经解决" }, { person: people.manager });
    for (const name of ["urge", "withdraw", "message"]) {
      const page = await phone.open(act(url, name));
      expect([page.status, page.text.includes("重新投诉"), page.text.includes("<form")]).toEqual([
        409,
        true,
        false,
      ]);
    }
    const late = await phone.send(urge, { text: "怎么还没人来" });
    expect([late.status, late.text.includes("<p>怎么还没人来</p>")]).toEqual([409, true]);
    expect((await phone.open(act(url, "privacy"))).text).toContain("<form");
  });
});

describe("the receipt's notes", () => {
  it("are words to copy and a calendar with the promised times; a wrong link is answered with a page", async () => {
    const { url } = await tracked();
    const calendar = await phone.open(act(url, "notes.ics"));
    expect(calendar.headers["content-type"]).toContain("text/calendar");
    const file = Buffer.from(calendar.text, "base64").toString("utf8").replaceAll("\r\n ", "");
    expect(file).toContain("DTSTART:20260225T100000Z");
    expect(file).toContain("最晚现在告诉您处理结果");
    const wrong = await phone.open(act(url, "notes.ics").replace(/secret=.*/, "secret=x"));
    expect([wrong.status, wrong.text.includes("用编号和电话查询")]).toEqual([404, true]);
  });
});
