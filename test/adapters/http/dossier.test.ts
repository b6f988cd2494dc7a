import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import { erase } from "../../../lib/app/complaints/erase.ts";
import { historyView } from "../../../lib/contracts/complaints/history-views.ts";
import { dossierView } from "../../../lib/contracts/papers/views.ts";
import { DOSSIER_BYTES, dossierFileName, dossierFiles } from "../../../lib/domain/papers/dossier.ts";
import { later } from "../../support/builders.ts";
import { people } from "../../support/organisation.ts";
import { textOf } from "../documents/paper.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

/** A complaint with a photo, handled up to its result. */
async function handled(more: object = {}) {
  const photo = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);
  const body = { fileName: "漏水/1.png", contentType: "image/png", size: photo.byteLength };
  const { json } = await api.staff("POST /uploads", { headers: as(people.clerk), body });
  await api.ports.attachments.put(`uploads/${json.uploadId}`, photo, "image/png");
  const { registration } = await api.receive({
    ...more,
    by: { kind: "person", id: people.clerk.id },
    attachments: [json.uploadId],
  } as never);
  await api.give(registration.id, { type: "assign", departmentId: "engineering" });
  await api.give(registration.id, { type: "resolve", via: "phone", text: "已更换门机" });
  return { ...registration, photo };
}

const build = (id: string, person: { readonly id: string }) =>
  api.reports(`POST /complaints/${id}/dossier`, { headers: as(person) });

async function opened(id: string, person = people.manager) {
  const answer = await build(id, person);
  expect(answer.status).toBe(201);
  const { url, left } = dossierView.parse(answer.json);
  const key = new URL(url).pathname.slice(1);
  const packed = (await api.ports.attachments.get(key)) ?? new Uint8Array();
  return { url, left, files: unzipSync(packed) };
}

/** Each line by what 说明.txt says: by its hash, or, of what it said before an erasure, by the digest in the event `erased`. */
function counting(file: Uint8Array = new Uint8Array()) {
  const sum = (text: string) => createHash("sha256").update(text).digest("base64url");
  const events = strFromU8(file)
    .trim()
    .split("\r\n")
    .map((line) => JSON.parse(line) as Record<string, unknown> & { readonly fact: Erased });
  const since = new Map(
    events.flatMap(({ fact }) => (fact.redacted ?? []).map(({ seq, digest }) => [seq, digest] as const)),
  );
  return events.map(({ hash, ...event }, index) => {
    const expected = since.get(index + 1);
    // The lines are sorted already; what is taken out leaves the others in order.
    const plain = JSON.stringify(event);
    const before = index === 0 ? "" : String(events[index - 1]?.["hash"]);
    return expected === undefined
      ? { by: "hash", holds: hash === sum(`${before}\n${plain}`) }
      : { by: "erased", holds: expected === sum(plain) };
  });
}
type Erased = { readonly redacted?: readonly { readonly seq: number; readonly digest: string }[] };

describe("迎检卷宗", () => {
  it("holds the sheets that the complaint has something for, its files, and who took it stands in the history", async () => {
    const { id, number, photo } = await handled();
    const { url, left, files } = await opened(id);
    expect(decodeURIComponent(url)).toContain(`${number}-投诉卷宗.zip`);
    expect(left).toEqual([]);
    expect(Object.keys(files)).toEqual([
      `表单/${number}-投诉处理经过.docx`,
      `表单/${number}-客户投诉记录表.docx`,
      `表单/${number}-客户报修/投诉/求助记录.docx`.replaceAll("报修/投诉/求助", "报修_投诉_求助"),
      "附件/01-漏水_1.png",
      "核验/记录.jsonl",
      "核验/说明.txt",
    ]);
    expect(files["附件/01-漏水_1.png"]).toEqual(photo);
    const shown = await api.staff(`GET /complaints/${id}/history`, { headers: as(people.manager) });
    expect(historyView.parse(shown.json).papers.map(({ form }) => form)).toEqual([
      "case-history",
      "complaint-record",
      "handling-record",
    ]);
  });

  it("its first sheet tells the course with limits and outcome, and that the chain is whole", async () => {
    const { id, number } = await handled();
    const { files } = await opened(id);
    const text = textOf(files[`表单/${number}-投诉处理经过.docx`] ?? new Uint8Array());
    for (const told of ["首次回复", "按时", "已更换门机", "漏水/1.png", "逐条核验一致"]) {
      expect(text).toContain(told);
    }
  });

  it("anybody can count its chain again by what lies beside it", async () => {
    const { id } = await handled();
    const counted = counting((await opened(id)).files["核验/记录.jsonl"]);
    expect(counted.length).toBeGreaterThan(4);
    expect(counted.filter(({ holds }) => !holds)).toEqual([]);
  });

  it("after an erasure the history still agrees, on the sheet and by the events themselves", async () => {
    const { id, number } = await handled({ location: { building: "3", unit: "1", room: "502" } });
    expect(await erase(api.ports, { number, fields: [] })).not.toHaveProperty("problem");
    const { files } = await opened(id);
    const text = textOf(files[`表单/${number}-投诉处理经过.docx`] ?? new Uint8Array());
    expect(text).toContain("逐条核验一致");
    expect(text).not.toMatch(/502|已更换门机/);
    const counted = counting(files["核验/记录.jsonl"]);
    expect(counted.filter(({ holds }) => !holds)).toEqual([]);
    expect(counted.filter(({ by }) => by === "erased")).not.toEqual([]);
  });

  it("an event that was changed in the table is said on the sheet", async () => {
    const { id, number } = await handled();
    const complaint = await api.complaint(id);
    const events = complaint.events.map((event) =>
      event.seq === 2 ? { ...event, occurredAt: later(event.occurredAt, -1) } : event,
    );
    await api.ports.complaints.replace(
      { ...complaint, events, revision: complaint.revision + 1 },
      complaint.revision,
    );
    const { files } = await opened(id);
    expect(textOf(files[`表单/${number}-投诉处理经过.docx`] ?? new Uint8Array())).toContain("核验不一致");
  });

  it("anonymous is anonymous: neither name nor the chain's places leave the house", async () => {
    const { id } = await handled({ complainant: { anonymous: true, name: "王示例", phone: "13800000001" } });
    const { files } = await opened(id);
    expect(Object.keys(files).some((name) => name.startsWith("核验/"))).toBe(false);
    const sheets = Object.entries(files).filter(([name]) => name.endsWith(".docx"));
    expect(sheets.length).toBeGreaterThan(2);
    for (const [, bytes] of sheets) expect(textOf(bytes)).not.toMatch(/王示例|13800000001/);
  });

  it("whoever is not shown who complained gets none, and neither does the person complained of", async () => {
    const { id } = await handled();
    expect((await build(id, people.region)).json).toMatchObject({ code: "not-shown" });
    expect((await build(id, people.stranger)).status).toBe(404);
    const against = await api.receive({
      sourceId: "against",
      against: { personId: people.clerk.id },
    } as never);
    expect((await build(against.registration.id, people.clerk)).json).toMatchObject({
      code: "complained-of",
    });
    expect([...api.attachments.items.keys()].filter((key) => key.startsWith("dossiers/"))).toEqual([]);
  });
});

describe("what lies in it", () => {
  it("is bounded: the oldest first, what goes beyond is named", () => {
    const file = (id: string, size: number) => ({ id, size, contentType: "video/mp4" });
    const complaint = {
      personal: {},
      events: [
        {
          seq: 1,
          fact: {
            type: "attachmentsStored",
            files: [file("a", DOSSIER_BYTES - 5), file("b", 6), file("c", 5)],
          },
        },
      ],
    };
    const { enclosed, left } = dossierFiles(complaint as never);
    expect([enclosed.map(({ id }) => id), left.map(({ id }) => id)]).toEqual([["a", "c"], ["b"]]);
  });

  it("has names that every system unpacks", () => {
    const name = "../../a\u202Egpj.exe";
    expect(dossierFileName({ id: "x", size: 1, contentType: "image/jpeg", name }, 2)).toBe(
      "03-.._.._a_gpj.exe",
    );
  });
});
