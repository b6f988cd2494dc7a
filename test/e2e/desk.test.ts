import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { Workbook } from "@cj-tech-master/excelts";
import { installChartSupport } from "@cj-tech-master/excelts/chart";
import { createTransport } from "nodemailer";
import { afterAll, beforeAll, expect, test } from "vitest";
import { gbk } from "../../infra/demo/gbk.ts";
import { readCompanyFolder, sampleFolder } from "../../infra/ops/company-folder.ts";
import { type SmokeResult, smoke } from "../../infra/ops/smoke.ts";
import { qrPng } from "../../lib/adapters/documents/qr.ts";
import { parseMail } from "../../lib/adapters/mail-in/index.ts";
import { type Desk, mailsAbout, newDirectory, openDesk, removeDirectory } from "./desk.ts";

/** Wednesday before the National Day holiday: 1–7 October are holidays, Saturday the 10th is worked. */
const morning = "2026-09-30T01:00:00.000Z";
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk(await newDirectory(), morning);
}, 120_000);
afterAll(async () => {
  await desk.close();
  await removeDirectory(desk.directory);
});

/** JSON as it came: the assertions say what it must hold. */
type Json = ReturnType<typeof JSON.parse>;
interface Answered {
  readonly status: number;
  readonly body: Json;
}

const project = "forest-lake";
const complaints = (channel: string) => `/channels/${channel}/complaints`;

function post(system: string, path: string, body: unknown): Promise<Answered> {
  return desk.client.asSystem(system, path, body);
}

function as(
  person: string,
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  key?: string,
): Promise<Answered> {
  return desk.client.asPerson(person, method, path, body, key);
}

/** A picture put where its announcement said; the upload's id. */
async function uploaded(person: string, png: Uint8Array): Promise<string> {
  const file = { fileName: "签字件.png", contentType: "image/png", size: png.byteLength };
  const { body } = await as(person, "POST", "/uploads", file);
  const put = await fetch(body.url, {
    method: "PUT",
    headers: { "content-type": file.contentType },
    body: new Uint8Array(png),
  });
  expect(put.status).toBe(200);
  return body.uploadId;
}

/** A raw request, as curl would send it. */
async function raw(path: string, init: RequestInit) {
  const response = await fetch(`${desk.cloud.baseUrl}${path}`, init);
  const body: Json = await response.json();
  return { status: response.status, type: response.headers.get("content-type"), body };
}

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

const json = { "content-type": "application/json" };
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

const ops = join(import.meta.dirname, "..", "..", "infra", "ops", "ops.ts");
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
}, 60_000);

test("register, reply, assign, resolve, follow up, close: one version each, and a lost answer is no second command", async () => {
  const { body: made } = await post("call-centre", complaints("phone"), {
    projectId: project,
    sourceId: "life-1",
    matter: "单元门闭门器损坏",
    complainant: { name: "李先生", phone: "13800000002" },
    location: { building: "10", unit: "2", room: "1002" },
  });
  const id: string = made.id;
  // D2: no address, so number and link go as a text message, once.
  await desk.reacted();
  const texts = desk.cloud.services.messages.sent().filter(({ to }) => to === "13800000002");
  expect(texts).toMatchObject([{ way: "sms", url: made.trackingUrl }]);
  const give = (person: string, command: string, body: object, key: string) =>
    as(person, "POST", `/complaints/${id}/commands/${command}`, body, key);

  const reply = { version: 1, via: "phone", text: "已安排师傅上门，今天下午给您答复。" };
  const first = await give("lake-front-desk", "reply", reply, "k1");
  expect(first).toMatchObject({ status: 200, body: { version: 2, status: "registered" } });
  // The answer was lost on its way: sent again, it is the same answer.
  expect(await give("lake-front-desk", "reply", reply, "k1")).toEqual(first);
  expect(await give("lake-front-desk", "reply", { ...reply, text: "别的话" }, "k1")).toMatchObject({
    status: 409,
    body: { code: "key-reused" },
  });
  expect(
    await give("lake-supervisor", "judge", { version: 1, validity: "valid", reason: "属实" }, "k2"),
  ).toMatchObject({
    status: 409,
    body: { code: "stale-version", current: { version: 2 } },
  });
  expect(await give("lake-supervisor", "close", { version: 2 }, "k3")).toMatchObject({
    status: 409,
    body: { code: "not-allowed-now", allowed: expect.arrayContaining(["assign"]) },
  });
  expect(
    await give("lake-front-desk", "judge", { version: 2, validity: "valid", reason: "属实" }, "k4"),
  ).toMatchObject({
    status: 403,
    body: { code: "forbidden" },
  });
  // D4: the head signs on paper; where its code leads says how the photo is handed in, through the door for files.
  const sheet = `/public/sheets/${made.number}/handling-record`;
  const leads = await fetch(`${desk.cloud.baseUrl}${sheet}`);
  expect([leads.status, await leads.text()]).toEqual([200, expect.stringContaining("签认")]);
  const signed = {
    attachments: [await uploaded("lake-front-desk", qrPng(sheet))],
    sheet: {
      code: `${desk.cloud.baseUrl}${sheet}`,
      signerId: "lake-engineering-head",
      signedOn: "2026-09-30",
    },
  };
  const course = [
    ["lake-supervisor", "classify", { classCode: "1.2", level: "C" }, "registered"],
    ["lake-supervisor", "judge", { validity: "valid", reason: "现场属实" }, "registered"],
    ["lake-supervisor", "assign", { departmentId: "engineering", handlerId: "lake-engineering" }, "handling"],
    ["lake-engineering", "accept", {}, "handling"],
    ["lake-engineering", "investigate", { text: "闭门器漏油" }, "handling"],
    ["lake-engineering", "consult", { text: "厂家建议整体更换" }, "handling"],
    ["lake-engineering", "plan", { text: "更换闭门器" }, "handling"],
    ["lake-engineering", "resolve", { via: "phone", text: "已更换闭门器" }, "resolved"],
    ["lake-front-desk", "sign-off", signed, "resolved"],
    ["lake-front-desk", "follow-up", { outcome: "reached", grade: 5 }, "resolved"],
    ["lake-supervisor", "close", {}, "closed"],
  ] as const;
  for (const [index, [person, command, body, status]] of course.entries()) {
    const answer = await give(person, command, { version: index + 2, ...body }, `course-${index}`);
    expect(answer).toMatchObject({ status: 200, body: { version: index + 3, status } });
  }
  // Graded too late: closed already. The function may look the number up and write.
  const rating = made.trackingUrl.replace(desk.cloud.baseUrl, "").replace("?", "/rating?");
  const graded = await raw(rating, { method: "POST", headers: json, body: JSON.stringify({ grade: 5 }) });
  expect(graded).toMatchObject({ status: 409, body: { code: "not-allowed-now" } });
  const clocks = await as("lake-supervisor", "GET", `/complaints/${id}/clocks`);
  const kept = ["firstReply", "result", "plan", "accept", "followUp"].map((name) => [name, "kept"]);
  const outcomes = clocks.body.clocks.map((c: Json) => [c.name, c.outcome]);
  expect(outcomes).toEqual(expect.arrayContaining(kept));
  const history = await as("lake-supervisor", "GET", `/complaints/${id}/history`);
  expect(history.body.events.filter(({ type }: Json) => type === "replied")).toHaveLength(1);
  const { facts } = history.body.events.find(({ type }: Json) => type === "signedOff");
  const photo = await desk.client.download(
    "lake-manager",
    `/complaints/${id}/attachments/${facts.sheet.fileIds[0]}`,
  );
  expect(Buffer.from(photo).equals(Buffer.from(qrPng(sheet)))).toBe(true);
});

/** Mails leave a second later, the bursts at 08:00 and 18:00 over three minutes; here counts the rung's own instant. */
function beforeSpread(at: string): string {
  return at.replace(/T(00|10):0[0-2]:\d\d\.\d+Z$/, "T$1:00:00.000Z").replace(":01.000Z", ":00.000Z");
}

test("when nobody acts, each rung's mail reaches the right person at its instant of the State Council calendar", async () => {
  await desk.to("2026-09-30T02:00:00.000Z");
  const { body } = await post("call-centre", complaints("phone"), {
    projectId: project,
    sourceId: "nobody-1",
    matter: "没有人理我",
    classCode: "1.5",
    complainant: { name: "陈先生", phone: "13800000003" },
    location: { area: "一期", building: "9", unit: "1", room: "901" },
  });
  await desk.to("2026-10-14T02:00:00.000Z");
  const about = mailsAbout(desk, body.id).map(
    ({ to, at }) => `${beforeSpread(at)} ${to.replace("@sample.jiesu.example", "")}`,
  );
  expect(about.sort()).toEqual([
    // New: front desk and duty handler hear at the end of the minute.
    "2026-09-30T02:01:00.000Z lake-duty",
    "2026-09-30T02:01:00.000Z lake-front-desk-2",
    // firstReply, 24 natural hours (D6): both reminders at the start of the quiet hours, since the limit follows them; one
    // mail tells of both.
    "2026-09-30T13:01:00.000Z lake-desk-head",
    "2026-09-30T13:01:00.000Z lake-duty",
    "2026-10-01T02:00:00.000Z lake-manager",
    "2026-10-01T02:00:00.000Z lake-supervisor",
    // Four working hours and one and two working days later: the holiday lies between.
    "2026-10-08T05:00:00.000Z lake-project-manager",
    "2026-10-08T10:00:00.000Z central-quality",
    // result, three working days (D6) to Saturday 10 October: half and four fifths of 35 working hours.
    "2026-10-09T01:31:00.000Z lake-desk-head",
    "2026-10-09T01:31:00.000Z lake-duty",
    "2026-10-09T10:00:00.000Z headquarters",
    "2026-10-10T03:01:00.000Z lake-desk-head",
    "2026-10-10T03:01:00.000Z lake-duty",
    "2026-10-10T10:00:00.000Z lake-manager",
    "2026-10-10T10:00:00.000Z lake-supervisor",
    "2026-10-12T05:00:00.000Z lake-project-manager",
    "2026-10-12T10:00:00.000Z central-quality",
    "2026-10-13T10:00:00.000Z headquarters",
  ]);
}, 120_000);

test("five households of one building at once are one group (D11): it stands by itself, and one command replies to all", async () => {
  await desk.to("2026-10-14T02:00:00.000Z");
  const rooms = ["101", "102", "103", "104", "105"];
  const answers = await Promise.all(
    rooms.map((room) =>
      post("call-centre", complaints("phone"), {
        projectId: project,
        sourceId: `crowd-${room}`,
        matter: "地库又进水",
        classCode: "1.7.2",
        complainant: { name: "业主", phone: `138000011${room.slice(1)}` },
        location: { building: "8", unit: "1", room },
      }),
    ),
  );
  const ids = answers.map(({ body }) => body.id);
  // The second look is two minutes later; an hour of duty time later the proposal stands.
  await desk.to("2026-10-14T03:05:00.000Z");
  const { body: page } = await as("lake-supervisor", "GET", `/groups?projectId=${project}`);
  expect(page.items).toMatchObject([
    { level: "B", status: "confirmed", members: 5, evidence: { scope: "building", building: "8/2" } },
  ]);
  const { id } = page.items[0];
  const { body: group } = await as("lake-supervisor", "GET", `/groups/${id}`);
  expect(new Set(group.members.map(({ complaintId }: Json) => complaintId))).toEqual(new Set(ids));
  const reply = { version: group.version, via: "phone", text: "今晚抽水并封堵" };
  const replied = await as("lake-supervisor", "POST", `/groups/${id}/commands/reply`, reply, "crowd-1");
  expect(replied.body.results.map(({ outcome }: Json) => outcome)).toEqual(rooms.map(() => "done"));
  await desk.to("2026-10-15T03:00:00.000Z");
  const { body: clocks } = await as("lake-supervisor", "GET", `/complaints/${ids[0]}/clocks`);
  expect(clocks.clocks[0]).toMatchObject({ name: "firstReply", outcome: "kept" });
  // Told: proposed to two, confirmed to two; no member was escalated by itself.
  const about = desk.cloud.services.mails.sent().filter(({ raw: mail }) => mail.includes(`<group.${id}@`));
  expect(about.length).toBeGreaterThanOrEqual(4);
  // One mail of what is new to front desk and duty handler each; D15: for the third time in this building, so the owner of
  // the measure hears, and nobody else.
  const mails = new Map(
    ids.flatMap((one: string) => mailsAbout(desk, one)).map(({ raw: mail, to }) => [mail, to]),
  );
  expect([...mails.values()].sort()).toEqual(
    ["lake-desk-head", "lake-duty", "lake-front-desk-2"].map((who) => `${who}@sample.jiesu.example`),
  );
}, 120_000);

test("the month is issued on the 1st at 02:00; its workbook is listed, loaded through its link and read back", async () => {
  const { body } = await as("headquarters", "GET", "/reports?month=2026-09");
  // The bulletin's edition of 14 October, the sixth working day after the holidays, stands before it.
  const [bulletin, edition, ...older] = body.editions;
  expect(older).toEqual([]);
  expect(bulletin).toMatchObject({ edition: 2, bulletin: true, madeAt: "2026-10-14T10:00:00.000Z" });
  expect(edition).toMatchObject({
    edition: 1,
    asOf: "2026-09-30T15:59:59.999Z",
    madeAt: "2026-09-30T18:00:00.000Z",
  });
  const file = edition.files.find(({ name }: { name: string }) => /^complaints-\d/.test(name));
  const bytes = await desk.client.download("headquarters", `/reports/2026-09/${file.name}`);
  expect(bytes.byteLength).toBe(file.size);
  installChartSupport();
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const { projects } = await readCompanyFolder(sampleFolder);
  const sheets = ["公司", ...projects.map(({ name }) => name)].map((name) => workbook.getWorksheet(name));
  const totals = sheets.map((sheet) => {
    let received: unknown;
    sheet?.eachRow((row) => {
      if (row.getCell(1).value === "汇总") received = row.getCell(2).result;
    });
    return received;
  });
  // Two calls, two slips, the mail, the closed one, the one nobody cared for; one on the web for each other project.
  expect(totals).toEqual([9, 7, 1, 1]);
  const numbers: unknown[] = [];
  workbook
    .getWorksheet("台账")
    ?.getColumn(1)
    .eachCell((cell) => numbers.push(cell.value));
  for (const number of ["001", "N001", "B001", "B002", "E001"]) expect(numbers.map(String)).toContain(number);
  const sources: unknown[] = [];
  workbook
    .getWorksheet("台账")
    ?.getColumn(10)
    .eachCell((cell) => sources.push(cell.value));
  for (const source of ["呼叫中心", "网站", "投诉箱", "邮箱"]) expect(sources).toContain(source);
  const ready = desk.cloud.services.mails
    .sent()
    .filter(({ to }) => to.includes("headquarters@sample.jiesu.example"));
  expect(ready[0]?.at).toBe(Date.parse("2026-09-30T18:00:00.000Z"));
  expect(ready[0]?.subject).toContain("2026");

  // A link works for 15 minutes of the desk's own time.
  const { url } = file;
  expect((await fetch(url)).status).toBe(200);
  await desk.to(new Date(desk.cloud.engine.now() + 16 * 60_000).toISOString());
  expect((await fetch(url)).status).toBe(403);
}, 60_000);

test("事故灾祸 is reported to the list at once, and a first report that is not given to project manager and region (D7)", async () => {
  const start = desk.cloud.engine.now();
  const event = {
    projectId: project,
    category: "safety.fire",
    outcome: "negative",
    accident: true,
    departmentId: "engineering",
    description: "配电房起火，已扑灭",
    reporter: { name: "值班员", phone: "13800000009" },
  };
  const { status, body } = await as("lake-front-desk", "POST", "/events", event, "fire-1");
  expect(status).toBe(201);
  await desk.to(new Date(start + 32 * 60_000).toISOString());
  const mails = desk.cloud.services.mails
    .sent()
    .filter(({ raw: mail }) => mail.includes(`emergency.${body.id}@`));
  const told = mails.map(
    ({ to, at }) => `${at < start + 60_000 ? "at once" : "overdue"} ${to.join().split("@")[0]}`,
  );
  expect(told.toSorted()).toEqual([
    "at once central-quality",
    "at once headquarters",
    "at once lake-project-manager",
    "overdue central-quality",
    "overdue lake-project-manager",
  ]);
  const report = { version: 1, stage: "first", text: "无人受伤", injury: { dead: 0, injured: 0 } };
  const first = await as("lake-front-desk", "POST", `/events/${body.id}/reports`, report, "fire-2");
  expect(first).toMatchObject({ status: 200, body: { version: 2, allowed: ["written"] } });
  const shown = await as("lake-supervisor", "GET", `/events/${body.id}`);
  expect(shown.body.reports).toMatchObject([{ stage: "first", late: true, text: "无人受伤" }]);
  const month = new Date(start + 8 * 3_600_000).toISOString().slice(0, 7);
  const list = await as("lake-supervisor", "GET", `/events?month=${month}`);
  expect(list.body.items).toMatchObject([{ id: body.id, late: 1, next: { stage: "written" } }]);
}, 60_000);

test("a deployment is tried as people would use it: pages, refusals, a request for help registered, followed and withdrawn", async () => {
  const { key } = desk.cloud.company.channelKeys.find(({ system }) => system === "website")!;
  const registering = { projectId: project, key, sourceId: "smoke-1" };
  const results: SmokeResult[] = [];
  for await (const result of smoke({ url: desk.cloud.baseUrl, registering })) results.push(result);
  expect(results.filter(({ fault }) => fault !== undefined)).toEqual([]);
  expect(results.length).toBe(11);

  const elsewhere: SmokeResult[] = [];
  for await (const result of smoke({ url: `${desk.cloud.baseUrl}/nowhere` })) elsewhere.push(result);
  expect(elsewhere.filter(({ fault }) => fault === undefined)).toEqual([]);
});

test("nothing failed on the way and no function was refused a permission", () => {
  expect(desk.failures).toEqual([]);
  expect(desk.cloud.cloud.iam.deniedCalls()).toEqual([]);
});
