import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { createTransport } from "nodemailer";
import { expect, test } from "vitest";
import { gbk } from "../../../infra/demo/gbk.ts";
import { sampleFolder } from "../../../infra/ops/company-folder.ts";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { mailsAbout } from "../desk.ts";
import { type Answered, as, complaints, desk, type Json, json, morning, post, project, raw } from "./life.ts";

/** What comes in, over every door, and what is refused. */
export function whatComesIn(): void {
  test("each channel takes a complaint over its own door and gives a number of its own series (D10)", async () => {
    const phone = await post("call-centre", complaints("phone"), {
      projectId: project,
      sourceId: "call-1",
      matter: "电梯一个月坏了三次",
      complainant: { name: "王女士", phone: "13800000001" },
      location: { area: "一期", building: "3", unit: "2", room: "501" },
    });
    expect(phone.status).toBe(201);
    expect(phone.body.number).toBe("001");
    expect(phone.body.clocks).toEqual([
      { name: "firstReply", dueAt: "2026-10-01T01:00:00.000Z", provisional: false },
      { name: "result", dueAt: "2026-10-10T10:00:00.000Z", provisional: false },
      { name: "record", dueAt: "2026-10-01T01:00:00.000Z", provisional: false },
    ]);
    const web = await post("website", complaints("web"), {
      projectId: "sample-tower",
      sourceId: "web-1",
      matter: "前台态度冷淡",
    });
    expect([web.status, web.body.number]).toEqual([201, "N001"]);
    const box = await post("box-app", "/channels/mailbox/rounds", {
      roundId: "r-1",
      projectId: project,
      boxId: "lobby",
      openedAt: morning,
      openedBy: "前台",
      slips: [
        { slipId: "1", matter: "垃圾没人清" },
        { slipId: "2", matter: "" },
        { slipId: "3", matter: "路灯不亮" },
      ],
    });
    expect(box.status).toBe(200);
    expect(box.body.accepted.map((one: Json) => one.number)).toEqual(["B001", "B002"]);
    expect(box.body.refused).toMatchObject([{ slipId: "2", index: 1, code: "invalid-request" }]);
    expect(box.body.refused[0].errors[0].path).toContain("matter");
  });

  test("the same post again is the same complaint, another content under its id is refused", async () => {
    const body = { projectId: project, sourceId: "call-2", matter: "车位被占" };
    const first = await post("call-centre", complaints("phone"), body);
    const again = await post("call-centre", complaints("phone"), body);
    expect([first.status, again.status]).toEqual([201, 200]);
    expect(again.body.id).toBe(first.body.id);
    const other = await post("call-centre", complaints("phone"), { ...body, matter: "别的事" });
    expect(other).toMatchObject({ status: 409, body: { code: "same-id-other-content" } });
  });

  const callCentre = { ...json, "x-api-key": "local-only-call-centre" };
  const good = { projectId: project, sourceId: "bad-1", matter: "内容" };
  test.each([
    ["no key", 401, "unauthenticated", complaints("phone"), json, JSON.stringify(good)],
    [
      "a channel the key has not",
      403,
      "channel-not-allowed",
      complaints("web"),
      callCentre,
      JSON.stringify(good),
    ],
    ["an unknown channel", 404, "unknown-channel", complaints("pigeon"), callCentre, JSON.stringify(good)],
    ["bad JSON", 400, "bad-json", complaints("phone"), callCentre, "{"],
    [
      "an unknown field",
      422,
      "invalid-request",
      complaints("phone"),
      callCentre,
      JSON.stringify({ ...good, x: 1 }),
    ],
    [
      "a wrong type",
      422,
      "invalid-request",
      complaints("phone"),
      callCentre,
      JSON.stringify({ ...good, matter: 1 }),
    ],
    [
      "an unknown project",
      422,
      "unknown-project",
      complaints("phone"),
      callCentre,
      JSON.stringify({ ...good, projectId: "nowhere" }),
    ],
    [
      "an oversize body",
      413,
      "too-large",
      complaints("phone"),
      callCentre,
      JSON.stringify({ ...good, matter: "长".repeat(200_000) }),
    ],
  ] as const)("%s is refused with %i %s", async (_what, status, code, path, headers, body) => {
    for (const language of ["zh", "en"]) {
      const answer = await raw(path, {
        method: "POST",
        headers: { ...headers, "accept-language": language },
        body,
      });
      expect(answer.type).toContain("application/problem+json");
      expect(answer).toMatchObject({ status, body: { status, code, type: `/problems/${code}` } });
      expect(/[\u4e00-\u9fff]/.test(answer.body.detail)).toBe(language === "zh");
    }
  });

  const ops = join(import.meta.dirname, "..", "..", "..", "infra", "ops", "ops.ts");
  const run = promisify(execFile);

  /** `npm run ops`, with the environment that the local cloud gives to scripts. */
  async function operate(...args: string[]): Promise<string> {
    const { stdout } = await run(process.execPath, [ops, ...args], {
      env: { ...process.env, ...desk.cloud.env },
    });
    return stdout;
  }

  test("an operator imports the company again without harm and makes a key that opens its channel only", async () => {
    expect(await operate("import-company", sampleFolder)).toContain("440 套房产 households");
    const key = (await operate("create-key", sampleFolder, "website")).trim().split("\n").at(-1) ?? "";
    const post = (channel: string) =>
      raw(complaints(channel), {
        method: "POST",
        headers: { ...json, "x-api-key": key },
        body: JSON.stringify({ projectId: "sample-garden", sourceId: "new-key", matter: "门禁失灵" }),
      });
    expect(await post("web")).toMatchObject({ status: 201, body: { number: "N002" } });
    expect(await post("phone")).toMatchObject({ status: 403, body: { code: "channel-not-allowed" } });
    // Keys that were there go on working: a rotation loses nothing.
    const old = await sameOverOldKey("website");
    expect(old).toMatchObject({ status: 200, body: { number: "N002" } });
    await expect(operate("create-key", sampleFolder, "nobody")).rejects.toMatchObject({ code: 2 });
  }, 120_000);

  function sameOverOldKey(system: string): Promise<Answered> {
    return post(system, complaints("web"), {
      projectId: "sample-garden",
      sourceId: "new-key",
      matter: "门禁失灵",
    });
  }

  test("a raw GBK mail becomes a complaint of its project, and its sender gets number and time nodes", async () => {
    const head = [
      `From: =?gb2312?B?${gbk("张女士").toString("base64")}?= <zhang@sample.jiesu.example>`,
      "To: <senlinhu@jiesu.example>",
      `Subject: =?gb2312?B?${gbk("漏水投诉").toString("base64")}?=`,
      "Message-ID: <gbk-1@sample.jiesu.example>",
      "Content-Type: text/plain; charset=gb2312",
      "Content-Transfer-Encoding: 8bit",
      "",
      "",
    ].join("\r\n");
    const smtp = createTransport({ host: "127.0.0.1", port: desk.cloud.smtpPort, ignoreTLS: true });
    const matter = "二十号楼顶楼漏水，请尽快维修";
    await smtp.sendMail({
      envelope: { from: "zhang@sample.jiesu.example", to: ["senlinhu@jiesu.example"] },
      raw: Buffer.concat([Buffer.from(head), gbk(`${matter}\r\n`)]),
    });
    smtp.close();
    await desk.reacted();
    const q = new URLSearchParams({ projectId: project, q: "zhang@sample.jiesu.example" });
    const { items } = (await as("lake-front-desk", "GET", `/complaints?${q.toString()}`)).body;
    expect(items).toMatchObject([{ number: "E001", channel: "email", receivedAt: morning }]);
    const shown = await as("lake-front-desk", "GET", "/complaints/E001");
    expect(shown.body).toMatchObject({ matter, complainant: { name: "张女士" }, subject: "漏水投诉" });
    const [acknowledgement, ...others] = mailsAbout(desk, items[0].id);
    expect(others).toEqual([]);
    expect(acknowledgement).toMatchObject({
      to: "zhang@sample.jiesu.example",
      at: "2026-09-30T01:00:01.000Z",
    });
    const { text, mustNotAnswer } = await parseMail(Buffer.from(acknowledgement?.raw ?? ""));
    expect(text).toContain("E001");
    expect(text).toContain("10月1日");
    expect(text).toContain("10月10日");
    expect(mustNotAnswer).toBe(true);
  });
}
