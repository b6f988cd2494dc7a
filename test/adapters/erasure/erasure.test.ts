import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { operatorContainer } from "../../../lib/adapters/composition/container.ts";
import { reportWriter } from "../../../lib/adapters/documents/report-writer.ts";
import { packedJson } from "../../../lib/adapters/dynamodb/core/packed-json.ts";
import { scan } from "../../../lib/adapters/dynamodb/core/scan.ts";
import type { Table } from "../../../lib/adapters/dynamodb/core/table.ts";
import { restore } from "../../../lib/adapters/dynamodb/work/restore.ts";
import { parseMail } from "../../../lib/adapters/mail-in/index.ts";
import { sniffType } from "../../../lib/adapters/mail-in/sniff.ts";
import { machine } from "../../../lib/adapters/runtime/surroundings.ts";
import { buildMonthlyWorkbook, zipWriter } from "../../../lib/adapters/workbook/index.ts";
import { maskFile } from "../../../lib/adapters/workbook/mask-file.ts";
import { giveCommand } from "../../../lib/app/complaints/command.ts";
import { indexWords } from "../../../lib/app/complaints/index-words.ts";
import { carryOnPersonData, startPersonData } from "../../../lib/app/erasure/job.ts";
import { replayErasures } from "../../../lib/app/erasure/replay.ts";
import { receiveComplaint } from "../../../lib/app/intake/intake.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import type { ReportMessage } from "../../../lib/app/ports/queues.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import { fromInstant } from "../../../lib/domain/time/instant.ts";
import { faultsOfHistories } from "../../support/audited.ts";
import { at } from "../../support/builders.ts";
import { sightings } from "../../support/bytes.ts";
import { type LocalAws, startLocalAws } from "../../support/engine.ts";
import { company, everybody, people, project } from "../../support/organisation.ts";
import { request } from "../../support/world.ts";

const MAIL = "biaoji.ren@marker-mail.example";
const NAME = "欧阳标记人";
const PHONE = "13987654321";
const ROOM = "九号标记房";
const OPEN_ID = "oMARKER-openid-7788";
const marks = [NAME, PHONE, MAIL, ROOM, OPEN_ID];
const buckets = ["documents", "attachments", "mail", "reports"] as const;

let local: LocalAws;
let now = at("2026-02-13 10:00");
const logged: string[] = [];
beforeAll(async () => {
  local = await startLocalAws(Date.parse(now));
  for (const name of buckets) local.services.objects.defineBucket({ name, notifications: [] });
  // Where the functions' log lines go.
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, "write").mockImplementation((line) => logged.push(String(line)) > 0);
});
afterAll(() => local.close());

/** The functions' own stores and tools on the real engine; what is handed on lies in lists. */
async function desk(table: Table): Promise<{ readonly ports: Ports; readonly parts: ReportMessage[] }> {
  const values = {
    TABLE_NAME: table.name,
    DOCUMENTS_BUCKET: "documents",
    ATTACHMENTS_BUCKET: "attachments",
    MAIL_BUCKET: "mail",
    REPORTS_BUCKET: "reports",
    PUBLIC_URL: "https://desk.example",
  };
  const tools = {
    parseMail,
    sniffType,
    maskFile,
    zip: zipWriter,
    workbook: buildMonthlyWorkbook,
    documents: reportWriter,
  };
  const clock = { now: () => fromInstant(now) };
  const stores = await operatorContainer(values, local.aws, { ...machine, clock }, tools);
  const parts: ReportMessage[] = [];
  const into = <M>(list: M[]) => ({ send: async (message: M) => void list.push(message) });
  const ports: Ports = Object.create(stores, {
    reportQueue: { value: into(parts) },
    noticeQueue: { value: into([]) },
    charts: { value: async () => ({ png: new Uint8Array([1]), width: 1, height: 1, words: "图" }) },
  });
  return { ports, parts };
}

const letter = (id: string, subject: string) =>
  [
    `From: =?utf-8?B?${Buffer.from(NAME).toString("base64")}?= <${MAIL}>`,
    `To: ${project.mailbox}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@marker-mail.example>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(`电话 ${PHONE}，请处理`).toString("base64"),
  ].join("\r\n");

/** One person by telephone, by mail and by WeChat; a month's files with all of it. */
async function filled({ ports, parts }: Awaited<ReturnType<typeof desk>>): Promise<string> {
  now = at("2026-02-13 10:00");
  await ports.organisation.putCompany(company);
  await ports.organisation.importAll([project], everybody);
  const first = await receiveComplaint(
    ports,
    request({
      classCode: "1.2.1",
      complainant: { name: NAME, phone: PHONE, email: MAIL },
      location: { building: "3", unit: "1", room: ROOM },
      channelData: { openId: OPEN_ID, caller: PHONE },
      matter: `我是${NAME}，${"水管漏水。".repeat(1200)}`,
    }),
  );
  if (isProblem(first)) throw new Error(first.problem);
  await indexWords(ports, first.complaint);
  const { id } = first.complaint.registration;
  // As the reactions leave it; what is owed would keep all of its history in the document.
  await ports.complaints.replace({ ...first.complaint, outbox: [], revision: 2 }, 1);
  // Enough that the older history leaves the document.
  for (let nth = 1; nth <= 16; nth += 1) {
    const { version } = (await ports.complaints.load(id)) ?? { version: 0 };
    const text = `${NAME}来电${"，又说了一遍".repeat(nth === 3 ? 900 : 200)}`;
    const note = {
      complaintId: id,
      command: { type: "note", text },
      version,
      person: people.supervisor,
    } as const;
    const given = await giveCommand(ports, { ...note, idempotencyKey: `note-${nth}` });
    if (isProblem(given)) throw new Error(given.problem);
  }
  for (const [id, subject] of [
    ["one", "water"],
    ["two", "again"],
  ] as const) {
    await ports.mailbox.put(`raw/${id}`, new TextEncoder().encode(letter(id, subject)), "message/rfc822");
    await takeMail(ports, { rawKey: `raw/${id}`, receivedAt: now });
  }
  now = at("2026-03-02 10:00");
  await putSubmission(
    ports,
    { month: "2026-02", projectId: project.id, person: people.projectManager },
    { sections: { committee: { stage: `${NAME} ${PHONE}` } }, confirm: false },
  );
  const run = await startRun(ports, { month: "2026-02", by: "headquarters-1", key: "k" });
  if (isProblem(run)) throw new Error(run.problem);
  for (let part = parts.shift(); part !== undefined; part = parts.shift()) await buildReportPart(ports, part);
  ports.telemetry.error("a mail server's answer", {}, new Error(`550 <${MAIL}> ${PHONE} rejected`));
  return first.complaint.registration.number;
}

async function everything(table: Table): Promise<unknown> {
  const items: unknown[] = [];
  for await (const page of scan(table)) items.push(...page);
  const objects = buckets.flatMap((bucket) =>
    local.services.objects
      .list(bucket)
      .map(({ key }) => [`${bucket}/${key}`, local.services.objects.get(bucket, key)?.body]),
  );
  return { items: items.map(opened), objects: Object.fromEntries(objects), logged };
}

/** Deflated attributes as their text. */
function opened(item: unknown): unknown {
  if (item === null || typeof item !== "object") return item;
  return Object.fromEntries(
    Object.entries(item).map(([name, value]) => {
      const packed = value instanceof Uint8Array ? packedJson.safeParse(value) : undefined;
      return [name, packed?.success === true ? packed.data : value];
    }),
  );
}

async function eraseAll(ports: Ports, number: string) {
  const complaint = await ports.complaints.load((await ports.complaints.idByNumber(number)) ?? "");
  if (complaint === undefined) throw new Error("no complaint");
  const by = { kind: "person", id: people.headquarters.id } as const;
  const begun = await startPersonData(ports, { complaint }, { kind: "erasure", evenOpen: true, by });
  if (isProblem(begun)) throw new Error(begun.problem);
  return carryOnPersonData(ports, begun);
}

describe("on the real engine", () => {
  test("an erased person is in no item, object or log line, byte by byte; a restored backup is erased again", async () => {
    const table = await local.newTable();
    const made = await desk(table);
    const { ports } = made;
    const number = await filled(made);
    const before = await everything(table);
    for (const mark of marks) expect([mark, sightings(before, [mark]).length > 0]).toEqual([mark, true]);
    expect(local.services.objects.list("documents", "complaint/").length).toBeGreaterThan(2);
    // The backup: the table as it is now, before anything is erased.
    const backup = await local.newTable();
    for await (const _ of restore({ source: table, target: backup, overwrite: false, dryRun: false, now }));

    const done = await eraseAll(ports, number);
    expect(done.job?.receipt).toMatchObject({ removed: { complaints: 3, mails: 2, texts: 1 }, waiting: [] });
    expect(sightings(await everything(table), marks)).toEqual([]);
    expect(logged.join()).toContain("a mail server's answer");
    expect(await faultsOfHistories(ports)).toEqual([]);

    // A bad release: documents go back to the backup's state, and the person is back.
    for await (const _ of restore({ source: backup, target: table, overwrite: true, dryRun: false, now }));
    expect(sightings(await everything(table), marks)).not.toEqual([]);
    let again = 0;
    for await (const step of replayErasures(ports)) again += step.erasedAgain;
    expect(again).toBe(3);
    expect(sightings(await everything(table), marks)).toEqual([]);
    expect(await faultsOfHistories(ports)).toEqual([]);
    for await (const step of replayErasures(ports)) expect(step.erasedAgain).toBe(0);
  });
});
