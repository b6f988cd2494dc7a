import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type LocalCloud, startLocalCloud } from "../../infra/local/host/index.ts";
import { seedSampleCompany } from "../../infra/local/sample.ts";
import { synthesize } from "../../infra/local/synth.ts";
import { fencedBlocks, readDocument, root } from "./markdown.ts";
import { runBlocks } from "./shell.ts";

/** Commands of the README that are not run here, by their beginning, each with what runs them instead. */
const runElsewhere: readonly { readonly begin: string; readonly why: string }[] = [
  { begin: "npm ci && npm start", why: ".ci/run installs; the blocks below run on what npm start boots" },
  { begin: "npm ci && npm test", why: ".ci/run" },
  { begin: "npm run demo", why: "test/e2e plays the same month and asserts its figures" },
  {
    begin: "npm exec -- cdk bootstrap",
    why: "needs an AWS account; .ci/run synthesizes what it would deploy",
  },
];

const isElsewhere = (block: string) => runElsewhere.some(({ begin }) => block.startsWith(begin));
const english = fencedBlocks(readDocument("README.md"), "sh");
const blocks = english.filter((block) => !isElsewhere(block));
/** Run behind the README's, on the same desk. */
const channelBlocks = fencedBlocks(readDocument("docs/channels.md"), "sh");
const ticketBlocks = fencedBlocks(readDocument("docs/government-tickets.md"), "sh");

let directory: string;
let cloud: LocalCloud;
let outputs: string[];
let channelOutputs: string[];
let ticketOutputs: string[];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "jiesu-readme-"));
  cloud = await startLocalCloud({
    assembly: await synthesize(),
    directory: join(directory, "data"),
    // A Monday: three working days from here end on Thursday.
    at: Temporal.Instant.from("2026-10-12T09:00:00+08:00").epochMilliseconds,
    seed: seedSampleCompany,
    workers: 1,
    onBroken: (error) => expect.unreachable(String(error)),
  });
  const here = [...blocks, ...channelBlocks, ...ticketBlocks].map((block) =>
    block
      .replaceAll("http://127.0.0.1:8787", cloud.baseUrl)
      .replaceAll("smtp://127.0.0.1:2525", `smtp://127.0.0.1:${cloud.smtpPort}`),
  );
  const printed = await runBlocks(here, join(directory, "shell"));
  outputs = printed.slice(0, blocks.length);
  channelOutputs = printed.slice(blocks.length, blocks.length + channelBlocks.length);
  ticketOutputs = printed.slice(blocks.length + channelBlocks.length);
}, 300_000);

afterAll(async () => {
  await cloud?.close();
  await rm(directory, { recursive: true, force: true });
});

/** What the one block with these words printed. */
function printedBy(words: string): string {
  const found = blocks.flatMap((block, index) => (block.includes(words) ? [outputs[index] ?? ""] : []));
  const [only] = found;
  if (only === undefined || found.length > 1) throw new Error(`${found.length} blocks have ${words}`);
  return only;
}

test("both READMEs give the same commands, and each is run here or elsewhere", () => {
  expect(fencedBlocks(readDocument("README.zh-CN.md"), "sh")).toEqual(english);
  const exempted = english.filter(isElsewhere);
  expect(exempted.map((block) => runElsewhere.findIndex(({ begin }) => block.startsWith(begin)))).toEqual(
    runElsewhere.map((_, index) => index),
  );
  expect(outputs).toHaveLength(blocks.length);
});

test("a complaint posted on each channel gets its number and its clocks", () => {
  const phone = JSON.parse(printedBy("/channels/phone/"));
  expect(phone).toMatchObject({
    number: "001",
    clocks: [
      { name: "firstReply", dueAt: expect.stringMatching(/^2026-10-13T01:00/) },
      // Three working days, close of business at 18:00.
      { name: "result", dueAt: "2026-10-15T10:00:00.000Z", provisional: false },
      // No class yet, so the registration is not complete (D9, D12: within 24 h).
      { name: "record", dueAt: expect.stringMatching(/^2026-10-13T01:00/) },
    ],
  });
  expect(JSON.parse(printedBy("/channels/web/"))).toMatchObject({ number: "N001" });
  expect(JSON.parse(printedBy("/channels/mailbox/"))).toMatchObject({
    accepted: [{ slipId: "1", number: "B001" }],
    refused: [{ slipId: "2", index: 1, code: "invalid-request", errors: [{ path: "matter" }] }],
  });
});

test("the mail became a complaint of the project whose mailbox it was sent to", async () => {
  const token = await cloud.tokenFor("lake-manager");
  const answer = await fetch(`${cloud.baseUrl}/complaints?projectId=forest-lake&channel=email`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await answer.json()).toMatchObject({
    items: [{ number: "E001", matter: expect.stringContaining("楼道灯坏了一个星期") }],
  });
});

test("a member of staff finds the complaint with a token and answers it", () => {
  const numbers = JSON.parse(printedBy("status=registered")).items.map(
    (item: { number: string }) => item.number,
  );
  expect(numbers).toContain("001");
  expect(JSON.parse(printedBy("/commands/reply"))).toMatchObject({ version: 2, allowed: expect.any(Array) });
});

test("after a day and a half the unanswered ones have been escalated and the answered one has not", () => {
  const subjects = printedBy("/_local/mails");
  for (const number of ["N001", "B001", "E001"]) {
    expect(subjects).toMatch(new RegExp(`【[^提】]+】${number} .*首次回复`));
  }
  expect(subjects).not.toMatch(/【[^】]+】001 .*首次回复/);
  expect(subjects).toMatch(/已受理.*编号 001/);
});

test("headquarters downloads the workbook of the running month", async () => {
  const shell = join(directory, "shell");
  const { editions } = JSON.parse(await readFile(join(shell, "reports.json"), "utf8"));
  expect(editions).toEqual([
    expect.objectContaining({ edition: 1, figures: expect.objectContaining({ received: 4 }) }),
  ]);
  expect(existsSync(join(shell, "workbook.xlsx"))).toBe(true);
  const workbook = await readFile(join(shell, "workbook.xlsx"));
  const [file] = editions[0].files.filter(({ name }: { name: string }) => /^complaints-\d.*xlsx$/.test(name));
  expect(workbook.length).toBe(file.size);
  expect(workbook.subarray(0, 2).toString()).toBe("PK");
});

test("each channel of docs/channels.md takes its complaint under its own number", () => {
  const numbers = channelOutputs.flatMap((output) =>
    [...output.matchAll(/"number":"([A-Z]?\d+)"/g)].map(([, number]) => number),
  );
  expect(numbers).toEqual([
    "002",
    "Q001",
    "L001",
    "M001",
    "V001",
    "K001",
    "X001",
    // Its answer by text names it again.
    "S001",
    "S001",
    "W001",
    "E002",
    "G001",
    "B002",
    // Signed.
    "Q002",
  ]);
});

test("the operator's commands of docs/deploy.md work on a table in use", async () => {
  const commands = fencedBlocks(readDocument("docs/deploy.md"), "sh")
    .flatMap((block) => [...block.matchAll(/^npm run ops -- ([^#\n]*)/gm)])
    .map(([, words = ""]) => words.trim());
  expect(commands).toEqual([
    "import-company data/my-company",
    "create-key data/my-company call-centre",
    "status",
    "doctor --stage prod",
    'smoke "$PUBLIC_URL"',
  ]);
  const folder = join(root, "data", "sample-company");
  const printed: string[] = [];
  for (const command of commands) {
    // There is no AWS account behind the stage here; test/infra/ops asks a scripted one.
    const here = command.replace("data/my-company", folder).replace('"$PUBLIC_URL"', cloud.baseUrl);
    printed.push(await ops(here.replace(" --stage prod", "")));
  }
  const [imported, created = "", status, doctor, tried] = printed;
  expect(imported).toMatch(/^已导入 imported .*: 3 个项目 projects/);
  const key = created.trim().split("\n").at(-1) ?? "";
  expect(await postWith(key)).toBe(201);
  expect(await postWith(`${key}x`)).toBe(401);
  expect(status).toMatch(/rescues \d+\n.*put aside 0/);
  // From December on the coming year's notice is due, and by the calendar on the wall it may not be out yet.
  const must = (doctor ?? "").split("\n").filter((line) => line.startsWith("✗"));
  expect(must.filter((line) => !line.includes("放假通知没有录入"))).toEqual([]);
  expect(doctor).toContain(`必补 must ${must.length}`);
  expect(tried).toContain("全部正常 all is well");
}, 120_000);

async function ops(command: string): Promise<string> {
  const script = join(root, "infra", "ops", "ops.ts");
  const env = { PATH: process.env.PATH, ...cloud.env };
  const running = promisify(execFile)(process.execPath, [script, ...command.split(" ")], { env });
  const { stdout } = await running.catch((error: { stdout: string; stderr: string; code: number }) => {
    // The doctor ends with 1 when it finds something; whatever else fails says so on the other stream.
    if (error.code !== 1 || error.stderr !== "") throw error;
    return error;
  });
  return stdout;
}

async function postWith(key: string): Promise<number> {
  const { status } = await fetch(`${cloud.baseUrl}/channels/phone/complaints`, {
    method: "POST",
    headers: { "x-api-key": key, "content-type": "application/json" },
    body: JSON.stringify({ projectId: "forest-lake", sourceId: "first", matter: "电梯停运" }),
  });
  return status;
}

test("docs/government-tickets.md: one ticket by curl from its arrival to its close, handed back in between", () => {
  const [, handled = "", returned = ""] = ticketOutputs;
  expect(handled.trim().split("\n").at(-1)).toBe("resolved");
  expect(returned.trim().split("\n")).toEqual([
    "handling",
    "resolved",
    "resolved",
    "resolved",
    "resolved",
    "resolved",
    "resolved",
    "resolved",
    "closed",
    "closed",
  ]);
});
