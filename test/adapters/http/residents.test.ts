import { beforeEach, describe, expect, it } from "vitest";
import { type PublicPorts, publicApi } from "../../../lib/adapters/http/public-api.ts";
import { sniffType } from "../../../lib/adapters/mail-in/sniff.ts";
import { registeredValue } from "../../../lib/domain/complaint/document.ts";
import { privacyNoticeVersion } from "../../../lib/domain/residents/privacy.ts";
import { type Sent, send } from "../../support/http.ts";
import { type PlainPage, plainBrowser } from "../../support/plain-browser.ts";
import { type Apis, apis } from "./support.ts";

let api: Apis;
let phone: ReturnType<typeof plainBrowser>;
beforeEach(() => {
  api = apis();
  phone = plainBrowser(through({ ...api.ports, sniffType }));
});

/** The function with the real look at a file's first bytes. */
function through(ports: PublicPorts) {
  const handler = publicApi(async () => ports, api.log);
  return (line: string, sent?: Sent) => send(handler, line, sent);
}

const sign = `/r/project-1/${encodeURIComponent("8栋1单元电梯")}`;
const complaints = () => [...api.here.complaints.items.values()];

/** Answers question after question as somebody who has nothing special to say. */
async function upToCheck(matter = "楼道灯坏了一个星期。", contact: Record<string, string> = named) {
  let page = await phone.send(await phone.open(sign), { matter, place: "8栋1单元电梯" });
  page = await phone.sendFiles(page, { next: "yes" }, []);
  page = await phone.send(page, { building: "8", unit: "1", room: "601" });
  if (page.text.includes("邻居也反映了吗")) page = await phone.send(page, { same: "no" });
  return phone.send(page, contact);
}
const named = { who: "named", name: "业主示例", phone: "13800000001" };
const submit = (page: PlainPage) => phone.send(page, { consent: "yes" });

describe("a resident complains without script", () => {
  it("from the sign in the lift to the receipt, one question a page; the promised times stand in words", async () => {
    const check = await upToCheck();
    for (const answer of ["楼道灯坏了一个星期。", "8栋1单元电梯", "8 · 1 · 601", "业主示例 13800000001"])
      expect(check.text).toContain(answer);
    const receipt = await submit(check);
    expect(receipt.text).toContain('<p class="no">N001</p>');
    expect(receipt.text).toContain("2026年2月14日（周六）10:00 前告诉您下一步怎么处理");
    expect(receipt.text).toContain("2026年2月25日（周三）18:00 前告诉您处理结果");
    const tracking = await phone.follow(receipt, "查看进度");
    expect(tracking.status).toBe(200);
    expect(tracking.text).toContain("N001");
    const [complaint] = complaints();
    expect(complaint?.registration).toMatchObject({
      channel: "web",
      location: { building: "8", unit: "1", room: "601" },
      consent: { notice: privacyNoticeVersion, at: "2026-02-13T02:00:00.000Z" },
    });
    expect(complaint && registeredValue(complaint, "place")).toBe("8栋1单元电梯");
  });

  it("says beside the field and in a summary what is missing, and keeps what was typed", async () => {
    const empty = await phone.send(await phone.open(sign), { matter: "   ", place: "后门" });
    expect(empty.status).toBe(422);
    expect(empty.text).toContain('<a href="#matter">请写下发生了什么</a>');
    expect(empty.text).toContain('value="后门"');
    expect(empty.text).toContain("<title>有错误：");
    let page = await phone.send(await phone.open(sign), { matter: "灯坏了" });
    page = await phone.sendFiles(page, { next: "yes" }, []);
    page = await phone.send(page, {});
    const wrong = await phone.send(page, { who: "named", name: "王女士", phone: "没有" });
    expect(wrong.text).toContain('value="王女士"');
    expect(wrong.text).toContain('href="#phone"');
    expect(complaints()).toEqual([]);
  });

  it("shows whom to call before anything is sent, once the words tell of danger", async () => {
    const page = await phone.send(await phone.open(sign), { matter: "电梯困人了，老人在里面！" });
    expect(page.text).toMatch(/href="tel:119"/);
    expect(page.text).toContain("请先打电话");
    expect(complaints()).toEqual([]);
    const on = await phone.follow(page, "没有危险，或已打过电话，继续");
    expect(on.text).toContain("有照片吗");
  });

  it("going back shows what was answered; a changed answer leads back to the last page", async () => {
    const check = await upToCheck();
    const again = await phone.open(
      /href="([^"]*)" aria-label="修改 住址"/.exec(check.text)?.[1]?.replaceAll("&amp;", "&") ?? "",
    );
    expect(again.text).toContain('value="601"');
    const back = await phone.send(again, { building: "8", unit: "1", room: "602" });
    expect(back.text).toContain("8 · 1 · 602");
  });

  it("makes twenty complaints of twenty that are each sent five times at once", async () => {
    const checks: PlainPage[] = [];
    for (let n = 0; n < 20; n += 1) checks.push(await upToCheck(`第 ${n} 件事`));
    await Promise.all(checks.flatMap((check) => Array.from({ length: 5 }, () => submit(check))));
    expect(complaints()).toHaveLength(20);
    expect(new Set(complaints().map(({ registration }) => registration.number)).size).toBe(20);
    const late = await submit(checks[0] ?? (await upToCheck()));
    expect(late.text).toContain("已收到您的投诉");
    expect(complaints()).toHaveLength(20);
  });

  it("stays anonymous who wants to, and nobody's number is kept", async () => {
    const receipt = await submit(
      await upToCheck("保安态度差", { who: "anonymous", name: "不该留下", phone: "13900000000" }),
    );
    expect(receipt.text).toContain("您选择了匿名");
    const [complaint] = complaints();
    expect(complaint?.registration.anonymous).toBe(true);
    expect(JSON.stringify(complaint)).not.toMatch(/不该留下|13900000000/);
  });

  it("is not sent without consent, nor by whoever fills in the field that people do not see", async () => {
    const check = await upToCheck();
    expect((await phone.send(check, {})).text).toContain('href="#consent"');
    const trapped = await phone.send(check, { consent: "yes", homepage: "https://spam.example" });
    expect(trapped.text).toContain("这一栏要留空");
    expect(complaints()).toEqual([]);
  });

  it("begins again with the same words when the draft has expired meanwhile", async () => {
    const page = await phone.send(await phone.open(sign), { matter: "昨晚没写完" });
    const first = page.url.replace("/photos", "");
    api.here.clock.set("2026-02-14T03:00:00.000Z");
    const gone = await phone.open(page.url);
    expect([gone.status, gone.text.includes("24 小时")]).toEqual([410, true]);
    const again = await phone.send(
      { ...page, text: `<form method="post" action="${first}">` },
      { matter: "昨晚没写完" },
    );
    expect(again.text).toContain("有照片吗");
  });

  it("says so for a sign of a project that we do not have", async () => {
    const page = await phone.open("/r/nowhere/x");
    expect([page.status, page.text.includes("公示牌")]).toEqual([404, true]);
  });

  it("holds a flood back, and shows what was typed", async () => {
    const start = await phone.open(sign);
    for (let n = 0; n < 60; n += 1) await phone.send(start, { matter: "刷屏" });
    const held = await phone.send(start, { matter: "我真的有事" });
    expect(held.status).toBe(429);
    expect(held.text).toContain("我真的有事");
  });
});

const jpeg = new Uint8Array([
  0xff, 0xd8, 0xff, 0xe0, 0, 0x10, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xff, 0xd9,
]);
const exe = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xff, 0xff, 0, 0]);
const heic = new TextEncoder().encode("\0\0\0\u0018ftypheic\0\0\0\0mif1heic");

describe("photos", () => {
  const photosPage = async () => phone.send(await phone.open(sign), { matter: "墙皮掉了" });

  it("go with the complaint, six at most, and can be taken away again", async () => {
    const files = Array.from({ length: 7 }, (_, n) => new File([jpeg, new Uint8Array([n])], `墙${n}.jpg`));
    let page = await phone.sendFiles(await photosPage(), { add: "yes" }, files);
    expect(page.text).toContain("墙6.jpg: 最多 6 张");
    const removed = /name="remove" value="([^"]+)"/.exec(page.text)?.[1] ?? "";
    page = await phone.sendFiles(page, { remove: removed }, []);
    page = await phone.sendFiles(page, { next: "yes" }, []);
    page = await phone.send(page, {});
    await submit(await phone.send(page, { who: "anonymous" }));
    const [complaint] = complaints();
    const stored = complaint?.events.flatMap(({ fact }) =>
      fact.type === "attachmentsStored" ? fact.files : [],
    );
    expect(stored).toHaveLength(5);
    expect(stored?.every(({ contentType }) => contentType === "image/jpeg")).toBe(true);
  });

  it("are what their bytes say: HEIC and PDF are taken, a program named .jpg is not, and the others stay", async () => {
    const page = await phone.sendFiles(await photosPage(), { next: "yes" }, [
      new File([jpeg], "好.jpg"),
      new File([exe], "坏.jpg"),
      new File([heic], "手机.heic"),
      new File(["%PDF-1.7\n"], "通知.pdf"),
      new File(["text"], "文字.jpg"),
    ]);
    expect(page.status).toBe(422);
    for (const bad of ["坏.jpg", "文字.jpg"]) expect(page.text).toContain(`${bad} 不是照片`);
    const list = page.text.slice(page.text.indexOf("<h2>已上传"));
    for (const good of ["好.jpg", "手机.heic", "通知.pdf"]) expect(list).toContain(`${good} (`);
  });

  it("of more than 4 MB say how to make them smaller", async () => {
    const large = new File([jpeg, new Uint8Array(4_000_000)], "大.jpg");
    const page = await phone.sendFiles(await photosPage(), { add: "yes" }, [large]);
    expect(page.text).toContain("大.jpg 太大");
  });

  it("a form that broke off is answered with a page", async () => {
    const { url } = await photosPage();
    const page = await phone.open(url, "POST", {
      body: new TextEncoder().encode("--x\r\nbroken"),
      headers: { "content-type": "multipart/form-data; boundary=x" },
    });
    expect([page.status, page.text.includes("返回上一页")]).toEqual([400, true]);
  });
});

describe("neighbours", () => {
  it("are counted by household without a word about them, and joining makes a complaint of one's own", async () => {
    for (const room of ["201", "301"]) {
      await api.receive({
        matter: "电梯又坏了，我是李某，爬楼太累",
        classCode: "1.2.2",
        sourceId: `lift-${room}`,
        location: { building: "8", unit: "1", room },
        complainant: { name: "李某", phone: "13811112222" },
      });
    }
    let page = await phone.send(await phone.open(sign), { matter: "电梯坏了", place: "8栋" });
    page = await phone.sendFiles(page, { next: "yes" }, []);
    page = await phone.send(page, { building: "8栋", unit: "1", room: "401" });
    expect(page.text).toContain("本楼栋 2 户已反映");
    expect(page.text).toMatch(/预计 2 月 25 日前答复/);
    expect(page.text).not.toMatch(/李某|13811112222|201|301|爬楼/);
    page = await phone.send(page, { same: "yes" });
    page = await phone.send(page, named);
    expect(page.text).toContain("我也遇到：");
    expect((await submit(page)).text).toContain("N001");
    expect(complaints()).toHaveLength(3);
  });

  it("are not told of disputes between neighbours: a count would say who complained", async () => {
    await api.receive({ matter: "楼上养狗扰民，狗叫", location: { building: "8", unit: "1", room: "201" } });
    const check = await upToCheck("楼上的狗一直叫，养狗扰民");
    expect(check.text).not.toContain("户已反映");
    expect(check.text).toContain("请核对后提交");
  });
});

describe("every page", () => {
  it("is at most 10 KB on the wire, loads nothing, and can be had in large letters and in English", async () => {
    const start = await phone.open(sign);
    const large = await phone.follow(start, "大字版");
    expect(large.text).toContain('class="large"');
    const english = await phone.follow(large, "English");
    expect(english.text).toContain("What happened?");
    expect(english.text).toContain('lang="en" class="large"');
    const next = await phone.send(english, { matter: "The lamp is broken" });
    expect(next.text).toContain("Do you have photos?");
    expect(next.text).toContain('class="large"');
    for (const page of [start, large, english, next]) {
      const wire = Buffer.byteLength(page.text) + Buffer.byteLength(JSON.stringify(page.headers));
      expect(wire).toBeLessThan(10_000);
      expect(page.text).not.toMatch(/<(?:img|link|iframe)|\ssrc=|@import|url\(/);
    }
  });
});
