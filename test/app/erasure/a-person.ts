import { buildMonthlyWorkbook } from "../../../lib/adapters/workbook/index.ts";
import { writeDigest } from "../../../lib/app/digest/write.ts";
import { runErrand } from "../../../lib/app/dispatch/errand.ts";
import { callBack, holdCommand } from "../../../lib/app/held/hold.ts";
import { letGo } from "../../../lib/app/held/let-go.ts";
import { receiveComplaint } from "../../../lib/app/intake/intake.ts";
import { takeMail } from "../../../lib/app/mail/mail-intake.ts";
import { noteRead } from "../../../lib/app/person-data/reads.ts";
import type { Ports } from "../../../lib/app/ports/index.ts";
import { dossierPrefix, uploadKey } from "../../../lib/app/ports/upload.ts";
import { isProblem } from "../../../lib/app/problems/problem.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import { startRun } from "../../../lib/app/reports/run/start.ts";
import { followerKey } from "../../../lib/app/residents/follower.ts";
import { putCompanyTexts } from "../../../lib/app/submissions/company.ts";
import { putSubmission } from "../../../lib/app/submissions/write.ts";
import { announceUpload } from "../../../lib/app/uploads/announce.ts";
import { putWebhook } from "../../../lib/app/webhooks/keep.ts";
import { filesOf } from "../../../lib/domain/complaint/files.ts";
import { webhookKinds } from "../../../lib/domain/webhooks/kinds.ts";
import { at, personal } from "../../support/builders.ts";
import { emergencyAt } from "../../support/emergencies.ts";
import { fromRoom } from "../../support/groups.ts";
import { people, project } from "../../support/organisation.ts";
import { rawMail } from "../../support/plain-mail.ts";
import { type World, world } from "../../support/world.ts";

/** Values that stand nowhere else. */
export const marked = {
  name: "欧阳标记人",
  phone: "13987654321",
  email: "biaoji.ren@marker-mail.example",
  room: "九号标记房",
  openId: "oMARKER-openid-7788",
  matter: "标记事由：水表井里的闸阀一直在响",
  words: "标记补充：昨晚又响了",
} as const;
export const MARKS: readonly string[] = Object.values(marked);

const NOW = at("2026-02-02 10:00");

/** A desk on which one person has left something in every store, and a neighbour's complaint beside it. */
export async function deskWithPerson(): Promise<{
  readonly w: World;
  readonly ports: Ports;
  readonly numbers: readonly string[];
  readonly neighbour: string;
}> {
  const w = world(NOW);
  const ports: Ports = { ...w.ports, workbook: buildMonthlyWorkbook };
  const complainant = { name: marked.name, phone: marked.phone, email: marked.email };
  const location = { building: "3", unit: "1", room: marked.room };
  await household(w);
  await subscribed(ports);
  const first = await fromRoom(w, marked.room, { complainant, location, matter: marked.matter });
  const { id, number } = first.registration;
  for (const room of ["101", "102", "103", "104"]) await fromRoom(w, room);
  await w.drain();
  await photo(w, ports, id);
  await w.give(id, {
    type: "correct",
    told: { complainant: { name: marked.name }, location },
    reason: "核对",
  });
  await w.give(id, { type: "note", text: `${marked.name}来电 ${marked.words}` });
  // Long enough to lie beside the document, and to send its history there.
  for (let nth = 0; nth < 12; nth += 1)
    await w.give(id, { type: "note", text: `${marked.words}${"长".repeat(2500)}` });
  const second = await byMail(w, "1");
  await addition(w, second);
  await dropping(w);
  const third = await ofFollower(w, ports);
  await w.drain();
  const neighbour = (await w.receive({ sourceId: "n", matter: "邻居的事", complainant: { name: "邻居" } }))
    .registration.number;
  await throughForm(w);
  const fourth = await recorded(w, ports);
  await mentions(w);
  await heldBack(w, ports, first.registration.id);
  await months(w, ports);
  await writeDigest(ports);
  await noteRead(ports, people.manager, first, "complaint");
  return { w, ports, numbers: [number, second, third, fourth], neighbour };
}

async function household({ households }: World) {
  const row = { projectId: project.id, area: "", building: "3", unit: "1", occupied: true };
  await households.stage(
    project.id,
    "import-1",
    [
      { ...row, room: "888", name: marked.name, phone: `+86 ${marked.phone}`, floorArea: 90 },
      { ...row, room: "889", name: "别人", phone: "13800000009" },
    ],
    NOW,
  );
  await households.keep(project.id, "import-1");
  await households.activate({
    projectId: project.id,
    version: 1,
    importId: "import-1",
    contentHash: "h",
    month: "2026-02",
    at: NOW,
    by: "hq",
    households: 2,
  });
}

async function photo(w: World, ports: Ports, id: string) {
  const content = Uint8Array.from([0x89, ...new TextEncoder().encode(marked.words)]);
  const file = { fileName: `${marked.name}.png`, contentType: "image/png", size: content.byteLength };
  const upload = await announceUpload(ports, { kind: "person", id: people.supervisor.id }, file);
  if (isProblem(upload)) throw new Error(upload.problem);
  await w.attachments.put(uploadKey(upload.uploadId), content);
  await w.give(id, { type: "note", text: "照片" }, { attachments: [upload.uploadId] });
}

const from = { name: marked.name, address: marked.email.toUpperCase() };

/** A letter with a file, and one that could not become a complaint. */
async function byMail(w: World, messageId: string): Promise<string> {
  const words = [marked.matter, `请回复 ${marked.phone}`].join("\n");
  const attachments = [
    {
      filename: `${marked.name}.txt`,
      contentType: "text/plain",
      size: 3,
      content: new Uint8Array([1, 2, 3]),
    },
  ];
  await w.mailbox.put(`raw/${messageId}`, rawMail({ from, messageId, text: words, attachments }));
  await takeMail(w.ports, { rawKey: `raw/${messageId}`, receivedAt: NOW });
  const aside = rawMail({ from, messageId: "<aside>", text: words, verdict: "spam", subject: marked.words });
  await w.mailbox.put("raw/aside", aside);
  await takeMail(w.ports, { rawKey: "raw/aside", receivedAt: NOW });
  const complaint = [...w.complaints.items.values()].find(
    ({ registration }) => registration.rawMail !== undefined,
  );
  if (complaint === undefined) throw new Error("the mail is no complaint");
  return complaint.registration.number;
}

/** Another mail of the same thread: nothing but its bytes says whose it is. */
async function addition(w: World, number: string) {
  const subject = `投诉 ${number}`;
  await w.mailbox.put("raw/2", rawMail({ from, messageId: "<2>", subject, text: marked.words }));
  await takeMail(w.ports, { rawKey: "raw/2", receivedAt: NOW });
}

/** What comes from there is dropped from now on, on somebody's word. */
async function dropping({ ports, mailbox }: World) {
  const rule = { sender: marked.email, treatment: "drop", reason: "太多", source: "company" } as const;
  await ports.senderRules.put({ ...rule, version: 1 });
  await mailbox.put("raw/3", rawMail({ from, messageId: "<3>", text: marked.words }));
  await takeMail(ports, { rawKey: "raw/3", receivedAt: NOW });
}

/** A form sent it for the person: only the address to answer to says whose it is. */
async function throughForm(w: World) {
  const mailer = { name: "网站表单", address: "form@forms.example" };
  const replyTo = { name: "", address: marked.email };
  await w.mailbox.put(
    "raw/4",
    rawMail({ from: mailer, replyTo, messageId: "<4>", list: true, text: marked.words }),
  );
  await takeMail(w.ports, { rawKey: "raw/4", receivedAt: NOW });
}

/** A call of the person that was recorded, by a call centre whose name for it is the number. */
async function recorded(w: World, ports: Ports): Promise<string> {
  Object.assign(ports, {
    recordingHosts: [".calls.example"],
    sniffType: async (content: Uint8Array) => (content[0] === 0x49 ? "audio/mpeg" : "image/png"),
    outboundFetch: async () => ({
      status: 200,
      tooLong: false,
      body: new TextEncoder().encode(`ID3 ${marked.words}`),
    }),
  });
  const call = { callId: "c1", caller: marked.phone, callee: "400", agent: "07", startedAt: NOW };
  const recordingUrl = `https://rec.calls.example/${marked.phone}.mp3`;
  const { registration } = await w.receive({
    sourceId: "call",
    matter: marked.matter,
    complainant: { name: marked.name, phone: marked.phone },
    channelData: { ...call, recordingUrl },
  });
  await w.drain();
  for (const errand of w.errandQueue.take()) await runErrand(ports, errand);
  if (filesOf(await w.complaint(registration.id)).length !== 1) throw new Error("no recording was copied");
  return registration.number;
}

/** A system outside hears of everything that becomes of complaints. */
async function subscribed(ports: Ports) {
  const terms = { name: "CRM", url: "https://crm.example/hook", kinds: [...webhookKinds] };
  const made = await putWebhook(ports, "crm", { version: 0, terms, by: people.headquarters.id });
  if (isProblem(made)) throw new Error(made.problem);
}

/** A reply that names the person and was called back, and one on its way when somebody else was faster. */
async function heldBack(w: World, ports: Ports, complaintId: string) {
  const text = `${marked.name}您好，${marked.words}`;
  const hold = async (idempotencyKey: string) => {
    const { version } = await w.complaint(complaintId);
    const command = { type: "reply", via: "phone", text } as const;
    const held = await holdCommand(ports, {
      complaintId,
      command: "reply",
      body: { version, command, attachments: [] },
      sent: JSON.stringify({ version, via: "phone", text }),
      idempotencyKey,
      person: people.supervisor,
    });
    if (isProblem(held)) throw new Error(held.problem);
    return held;
  };
  const back = await callBack(ports, people.supervisor, (await hold("back")).id);
  if (isProblem(back)) throw new Error(back.problem);
  const late = await hold("late");
  await w.give(complaintId, { type: "note", text: "另一人先办了" });
  const refused = await letGo(ports, late);
  if (refused?.state !== "refused") throw new Error(`the reply is ${refused?.state}`);
}

async function ofFollower(w: World, ports: Ports): Promise<string> {
  const received = await receiveComplaint(ports, {
    channel: "wechat",
    system: "wechat:app",
    sourceId: "w-1",
    by: { kind: "channel", id: "wechat:app" },
    body: "[]",
    projectId: project.id,
    matter: marked.matter,
    complainant: { phone: marked.phone },
    channelData: { openId: marked.openId },
  });
  if (isProblem(received)) throw new Error(received.problem);
  const { complaint } = received;
  await ports.complaints.addContact(complaint, followerKey(ports, "wx-app", marked.openId));
  const dossier = new TextEncoder().encode(`${marked.name} ${marked.phone}`);
  await ports.attachments.put(
    `${dossierPrefix(complaint.registration.id)}today.zip`,
    dossier,
    "application/zip",
  );
  await w.drain();
  return complaint.registration.number;
}

/** Others write about the person: the project, headquarters, whoever recorded an event. */
async function mentions(w: World) {
  const { ports } = w;
  const text = `业主${marked.name}（${marked.phone.slice(0, 3)} ${marked.phone.slice(3, 7)} ${marked.phone.slice(7)}）多次来访`;
  await putSubmission(
    ports,
    { month: "2026-02", projectId: project.id, person: people.projectManager },
    { sections: { committee: { stage: text, measures: "协助街道" } }, confirm: false },
  );
  await putCompanyTexts(ports, { month: "2026-02", by: "headquarters-1" }, { sections: { quality: text } });
  const event = emergencyAt(NOW);
  await w.emergencies.insert({
    ...event,
    personal: { ...event.personal, "1.description": personal(`${text}，水管爆裂`) },
  });
}

/** The month's files are issued with the person in them. */
async function months(w: World, ports: Ports) {
  await w.run(at("2026-03-02 10:00"));
  const run = await startRun(ports, { month: "2026-02", by: "headquarters-1", key: "k" });
  if (isProblem(run)) throw new Error(run.problem);
  for (let parts = w.reportQueue.take(); parts.length > 0; parts = w.reportQueue.take())
    for (const part of parts) await buildReportPart(ports, part);
}
