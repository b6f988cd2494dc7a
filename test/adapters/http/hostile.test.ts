import { describe, expect, test } from "vitest";
import * as z from "zod";
import { buildMime } from "../../../lib/adapters/mail-out/mime.ts";
import { noticeRenderer } from "../../../lib/adapters/messages/index.ts";
import { trackingUrl } from "../../../lib/app/complaints/tracking.ts";
import { complaintBodies, type PostedChannel, slipBody } from "../../../lib/contracts/complaints/bodies.ts";
import type { Answered } from "../../support/http.ts";
import { type Apis, apis, withKey } from "./support.ts";

/*
 * What somebody hostile writes into each field of each intake body, followed to where people read it. Workbooks, forms and CSV
 * have tests of their own for the same (test/adapters/reports, test/adapters/documents, test/app/reports).
 */

/** Tags, a formula, a header of a mail, a direction character; MARK tells whether it came there at all. */
const payloads = {
  tag: `<script>MARK</script><img src=x onerror=MARK>"'&`,
  formula: `=HYPERLINK("http://e.example","MARK")`,
  header: `MARK\r\nBcc: everybody@e.example\r\n\r\nMARK`,
  direction: `MARK\u202Egnp.exe\u200B\u2066`,
  template: "{{MARK}} ${MARK} <%= MARK %> {% MARK %}",
} as const;

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
}

/** The paths of every field that takes words. */
function wordsIn(schema: Schema, path: readonly string[] = []): string[][] {
  if (schema.properties !== undefined) {
    const own = Object.entries(schema.properties).flatMap(([name, of]) => wordsIn(of, [...path, name]));
    return own;
  }
  if (typeof schema.additionalProperties === "object") return [[...path, "note"]];
  const isWords =
    schema.type === "string" &&
    schema.enum === undefined &&
    schema.const === undefined &&
    schema.format === undefined;
  return isWords ? [[...path]] : [];
}

function fieldsOf(schema: z.ZodType): string[][] {
  const { $defs = {}, ...shape } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  const inlined = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(inlined);
    if (typeof value !== "object" || value === null) return value;
    const { $ref, ...rest }: { readonly $ref?: unknown } = value;
    const named = typeof $ref === "string" ? $defs[$ref.replace("#/$defs/", "")] : {};
    return Object.fromEntries(Object.entries({ ...named, ...rest }).map(([key, of]) => [key, inlined(of)]));
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what zod writes
  return wordsIn(inlined(shape) as Schema);
}

function withField(body: object, [name = "", ...rest]: readonly string[], value: unknown): object {
  if (rest.length === 0) return { ...body, [name]: value };
  const within: unknown = Object.entries(body).find(([field]) => field === name)?.[1] ?? {};
  return { ...body, [name]: withField(typeof within === "object" ? (within ?? {}) : {}, rest, value) };
}

const plain = {
  projectId: "project-1",
  matter: "楼道灯不亮",
  complainant: { name: "王示例", phone: "13800000001", email: "w@own.example" },
  location: { building: "3", unit: "1", room: "101" },
};
const external = { system: "12345", ticketNo: "T1", unit: "街道", dueAt: "2026-02-20T10:00:00+08:00" };
const channels: readonly PostedChannel[] = ["phone", "web", "government"];

/** What came of one posted body: what our people and the customer read of it. */
async function followed(channel: PostedChannel, body: object) {
  const api = apis();
  Object.assign(api.here.ports, { renderer: noticeRenderer });
  const posted = await api.channels(`POST /channels/${channel}/complaints`, {
    headers: withKey("key-of-everything"),
    body,
  });
  await api.here.drain();
  const pages = posted.status === 201 ? [await progress(api, posted.json.trackingUrl)] : [];
  const log = JSON.stringify([api.logged, api.here.telemetry.lines, api.here.telemetry.errors]);
  return { posted, mails: api.here.sent, pages, log };
}

/** What the customer's own page says of it. */
function progress(api: Apis, trackingUrl: string): Promise<Answered> {
  const address = new URL(trackingUrl);
  return api.open(`GET ${address.pathname}`, {
    headers: { accept: "text/html" },
    query: Object.fromEntries(address.searchParams),
  });
}

/** No tag or attribute of the payload stands in a page as what it is. */
function expectHarmless(html: string): void {
  expect(html).not.toMatch(/<script>MARK|<img src=x/);
  expect(html).not.toMatch(/<[^>]*\sonerror=/);
  expect(html).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
}

describe.each(Object.entries(payloads))("%s in any field of an intake body", (kind, payload) => {
  const cases = channels.flatMap((channel) =>
    fieldsOf(complaintBodies[channel])
      .filter(([field]) => field !== "projectId")
      .map((path) => [channel, path.join(".")] as const),
  );

  test.each(cases)("%s %s does no harm on page, in mail and log", async (channel, path) => {
    const base = {
      ...plain,
      sourceId: "call-1",
      ...(channel === "government" ? { external } : {}),
    };
    const { posted, mails, pages, log } = await followed(channel, withField(base, path.split("."), payload));
    expect([201, 422]).toContain(posted.status);
    expect(posted.headers["content-type"]).toContain("json");
    for (const page of pages) {
      expect([page.status, page.headers["content-security-policy"]]).toEqual([
        200,
        expect.stringContaining("default-src"),
      ]);
      expectHarmless(page.text);
    }
    for (const mail of mails) {
      expectHarmless(mail.html);
      expect(mail.subject).not.toMatch(/[\r\n\u202A-\u202E\u2066-\u2069\u200B]/);
      const raw = (await buildMime("接诉 <desk@desk.example>", mail)).toString("latin1");
      const [head = ""] = raw.split("\r\n\r\n");
      expect(head).not.toMatch(/^Bcc:/im);
      expect(head).not.toMatch(/^(?:To|From|Subject):.*everybody/im);
    }
    // Logs name numbers and ids: nothing that somebody wrote.
    expect([kind, log.includes("MARK")]).toEqual([kind, false]);
  });
});

test("the fields that are tried are those that people write: matter, name, flat, place, what it is against", () => {
  const fields = fieldsOf(complaintBodies.phone).map((path) => path.join("."));
  for (const known of [
    "matter",
    "complainant.name",
    "location.room",
    "place",
    "against.text",
    "channelData.agent",
  ])
    expect(fields).toContain(known);
  expect(fieldsOf(slipBody).map((path) => path.join("."))).toContain("matter");
});

test("what was written is read as the words it is: in the mails to us, and on the customer's page", async () => {
  const tagged = withField({ ...plain, sourceId: "call-1" }, ["matter"], payloads.tag);
  const { mails } = await followed("phone", { ...tagged, safety: true });
  expect(mails.some(({ html }) => html.includes("&lt;script&gt;MARK"))).toBe(true);
  expect(mails.some(({ text }) => text.includes("<script>MARK</script>"))).toBe(true);

  const api = apis();
  const complaint = await api.here.receive();
  await api.here.give(complaint.registration.id, { type: "reply", text: payloads.tag, via: "phone" });
  const page = await progress(api, trackingUrl(api.here.ports, complaint));
  expect(page.text).toContain("&lt;script&gt;MARK&lt;/script&gt;");
  expectHarmless(page.text);
});
