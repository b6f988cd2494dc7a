import { beforeEach, describe, expect, it } from "vitest";
import { printForComplaint } from "../../../lib/app/papers/print.ts";
import { uploadAnnounced } from "../../../lib/contracts/uploads/views.ts";
import type { Person } from "../../../lib/domain/organisation/organisation.ts";
import { people } from "../../support/organisation.ts";
import { textOf } from "../documents/paper.ts";
import { type Apis, apis, as } from "./support.ts";

let api: Apis;
let id: string;
let version: number;
let code: string;
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const { clerk, handler, engineeringHead, manager, stranger } = people;
const today = "2026-02-13";

beforeEach(async () => {
  api = apis();
  id = (await api.receive()).registration.id;
  version = 1;
  await carriedOut("classify", { classCode: "1.2", level: "C" });
  await carriedOut("judge", { validity: "valid", reason: "属实" });
  await carriedOut("assign", { departmentId: "engineering", handlerId: handler.id });
  await carriedOut("investigate", { text: "现场查看" });
  await carriedOut("consult", { text: "维保意见" });
  await carriedOut("plan", { text: "更换主板", nodes: [] });
  await carriedOut("resolve", { via: "phone", text: "已修复" }, handler);
  await carriedOut("follow-up", { outcome: "reached", grade: 5 }, clerk);
  code = await scanned();
});

const give = (name: string, body: object, person: Person = people.supervisor) =>
  api.staff(`POST /complaints/${id}/commands/${name}`, {
    headers: { ...as(person), "idempotency-key": `${name}-${version}-${JSON.stringify(body).length}` },
    body: { version, ...body },
  });

async function carriedOut(name: string, body: object, person?: Person): Promise<void> {
  const { status, json } = await give(name, body, person);
  expect({ name, status, detail: json.detail }).toEqual({ name, status: 200, detail: undefined });
  version = json.version;
}

/** What the code on the printed record says, as a phone's camera reads it. */
async function scanned(form: "handling-record" | "complaint-record" = "handling-record", of = id) {
  let said = "";
  const papers: typeof api.here.ports.papers = async (_, facts) => {
    said = facts.code;
    return new Uint8Array();
  };
  await printForComplaint({ ...api.here.ports, papers }, manager, of, form);
  return said;
}

async function photo(
  person: Person,
  file = { fileName: "签字件.png", contentType: "image/png" },
  bytes = png,
) {
  const announced = await api.staff("POST /uploads", {
    headers: as(person),
    body: { ...file, size: bytes.byteLength },
  });
  const { uploadId } = uploadAnnounced.parse(announced.json);
  await api.here.attachments.put(`uploads/${uploadId}`, bytes);
  return uploadId;
}

const sheet = (more: object = {}) => ({ code, signerId: engineeringHead.id, signedOn: today, ...more });
const handIn = async (more: object = {}, person: Person = clerk) =>
  give("sign-off", { sheet: sheet(more), attachments: [await photo(person)] }, person);

describe("D4: the head's signature on paper", () => {
  it("without it closing is refused; its photo, handed in through the code, satisfies the sign-off", async () => {
    const early = (await give("close", {})).json;
    expect(early).toMatchObject({ code: "incomplete", missing: ["sign-off"] });
    const { status, json } = await handIn();
    expect([status, json.detail]).toEqual([200, undefined]);
    version = json.version;
    await carriedOut("close", {});
  });

  it("the history says who signed when and who handed it in, and the photo can be opened", async () => {
    expect((await handIn()).status).toBe(200);
    const { events } = (await api.staff(`GET /complaints/${id}/history`, { headers: as(manager) })).json;
    const signed = events.find(({ type }: { type: string }) => type === "signedOff");
    expect(signed).toMatchObject({
      by: { id: clerk.id },
      sentence: { zh: expect.stringContaining(`签字件照片：${engineeringHead.name} 于 ${today} 签字`) },
      facts: { sheet: { signerId: engineeringHead.id, signedOn: today, fileIds: [expect.any(String)] } },
    });
    const [file] = signed.facts.sheet.fileIds;
    const link = await api.staff(`GET /complaints/${id}/attachments/${file}`, { headers: as(manager) });
    expect(link.status).toBe(302);
    const record = await api.reports(`GET /complaints/${id}/forms/handling-record`, { headers: as(manager) });
    expect(textOf(Buffer.from(record.text, "base64"))).toContain("签字件照片已存");
  });

  it("neither who signed nor who hands in may be the one who reported the result", async () => {
    expect((await handIn({}, handler)).json.code).toBe("second-person-required");
    // The head reported this one: another signature is needed.
    api.clock.set("2026-02-13T03:00:00.000Z");
    version = (await give("reopen", { reason: "又停了" }, manager)).json.version;
    await carriedOut("resolve", { via: "phone", text: "已修复" }, engineeringHead);
    expect((await handIn()).json.code).toBe("second-person-required");
    expect((await handIn({ signerId: manager.id })).status).toBe(200);
  });

  it.each<[string, number, object]>([
    ["other-sheet", 422, { code: "https://desk.example/public/sheets/999/handling-record" }],
    ["other-sheet", 422, { code: "https://desk.example" }],
    ["unknown-person", 422, { signerId: "nobody" }],
    ["unknown-person", 422, { signerId: stranger.id }],
    ["not-a-signer", 422, { signerId: clerk.id }],
    ["signed-out-of-range", 422, { signedOn: "2026-02-14" }],
    ["signed-out-of-range", 422, { signedOn: "2026-02-12" }],
    ["invalid-request", 422, { signedOn: "13.2.2026" }],
    ["invalid-request", 422, { signedBy: "王主任" }],
  ])("%s (%i): %o", async (problem, status, more) => {
    expect((await handIn(more)).json).toMatchObject({ code: problem, status });
    expect((await api.complaint(id)).signedOffAt).toBeUndefined();
  });

  it("another complaint's sheet or another form signs nothing off", async () => {
    const other = (await api.receive({ sourceId: "other" })).registration.id;
    expect((await handIn({ code: await scanned("handling-record", other) })).json.code).toBe("other-sheet");
    expect((await handIn({ code: await scanned("complaint-record") })).json.code).toBe("other-sheet");
  });

  it("a sheet without a picture, or the front desk without a sheet, signs nothing off", async () => {
    expect((await give("sign-off", { sheet: sheet() }, clerk)).json).toMatchObject({
      code: "sheet-photo-required",
      missing: ["attachments"],
    });
    const note = { fileName: "签字.txt", contentType: "text/plain" };
    const attachments = [await photo(clerk, note, new TextEncoder().encode("已签字"))];
    expect((await give("sign-off", { sheet: sheet(), attachments }, clerk)).json.code).toBe(
      "sheet-photo-required",
    );
    expect((await give("sign-off", {}, clerk)).json).toMatchObject({
      code: "signed-sheet-required",
      status: 403,
    });
    await carriedOut("sign-off", {}, engineeringHead);
    expect((await handIn()).json.code).toBe("signed-before");
  });

  it("the code leads to a page that says what to do, whether or not the number is in use", async () => {
    const path = new URL(code).pathname;
    const page = await api.open(`GET ${path}`);
    expect([page.status, page.headers["content-type"]]).toEqual([200, "text/html; charset=utf-8"]);
    expect(page.text).toContain("签认");
    expect(page.text).not.toContain("电梯");
    const number = path.split("/").at(-2) ?? "";
    expect((await api.open(`GET ${path.replace(number, "999")}`)).text).toBe(
      page.text.replace(number, "999"),
    );
    for (const wrong of ["/public/sheets/001/channels-notice", "/public/sheets/%3Cb%3E/handling-record"])
      expect((await api.open(`GET ${wrong}`)).status).toBe(404);
  });
});
