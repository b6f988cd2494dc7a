import { beforeEach, describe, expect, it } from "vitest";
import { complaintView } from "../../../lib/contracts/complaints/views.ts";
import { uploadAnnounced } from "../../../lib/contracts/uploads/views.ts";
import { at } from "../../support/builders.ts";
import { people, project } from "../../support/organisation.ts";
import { type Apis, apis, as, withKey } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47);
const picture = { fileName: "漏水.png", contentType: "image/png", size: png.byteLength };
const key = withKey("key-of-everything");
const clerk = as(people.clerk);

const announce = (headers: Record<string, string>, body: object = picture) =>
  api.staff("POST /uploads", { headers, body });
/** Announces and puts a file as the link would. */
const uploaded = async (headers: Record<string, string>, body: object = picture, content = png) => {
  const { uploadId } = uploadAnnounced.parse((await announce(headers, body)).json);
  await api.here.attachments.put(`uploads/${uploadId}`, content);
  return uploadId;
};
const told = (attachments: readonly string[], sourceId = "call-1") => ({
  projectId: project.id,
  matter: "天花板漏水",
  sourceId,
  attachments,
});
const post = (attachments: readonly string[], sourceId?: string) =>
  api.channels("POST /channels/phone/complaints", { headers: key, body: told(attachments, sourceId) });
const atDesk = (attachments: readonly string[], sourceId?: string) =>
  api.staff("POST /complaints", { headers: clerk, body: told(attachments, sourceId) });
const view = async (id: string) =>
  complaintView.parse((await api.staff(`GET /complaints/${id}`, { headers: clerk })).json);
let commands = 0;
const note = (id: string, version: number, attachments: readonly string[], idempotencyKey?: string) => {
  commands += 1;
  return api.staff(`POST /complaints/${id}/commands/note`, {
    headers: { ...clerk, "idempotency-key": idempotencyKey ?? `note-${commands}` },
    body: { version, text: "现场照片", attachments },
  });
};

describe("POST /uploads, files that go with complaints and commands", () => {
  it("a channel announces a file, puts it, and the complaint has it under its name", async () => {
    const { json, status } = await announce(key);
    const { uploadId, url, headers, putBefore } = uploadAnnounced.parse(json);
    expect([status, headers, putBefore]).toEqual([
      201,
      { "content-type": "image/png", "content-length": "4" },
      at("2026-02-13 10:15"),
    ]);
    expect(url).toContain(`uploads/${uploadId}`);
    await api.here.attachments.put(`uploads/${uploadId}`, png);
    const { id } = (await post([uploadId])).json;
    const [file] = (await view(id)).attachments;
    expect(file).toMatchObject({ name: "漏水.png", contentType: "image/png", size: 4 });
    const link = await api.staff(`GET /complaints/${id}/attachments/${file?.id}`, { headers: clerk });
    expect([link.status, link.headers["location"]]).toEqual([
      302,
      expect.stringContaining(`complaints/${id}/${file?.id}`),
    ]);
  });

  it("the same complaint again is the same one with its file once; the name stands in no event and no log", async () => {
    const upload = await uploaded(key);
    const first = await post([upload]);
    const again = await post([upload]);
    expect([first.status, again.status, again.json.id]).toEqual([201, 200, first.json.id]);
    const complaint = await api.here.complaint(first.json.id);
    expect(complaint.events.filter(({ fact }) => fact.type === "attachmentsStored")).toHaveLength(1);
    expect(JSON.stringify([complaint.events, api.logged])).not.toContain("漏水.png");
  });

  it("a command takes files, raises the version by one only, and gives the same answer again", async () => {
    const { id } = (await atDesk([])).json;
    const upload = await uploaded(clerk);
    const { version } = await view(id);
    const first = await note(id, version, [upload], "n-1");
    expect([first.status, first.json.version]).toEqual([200, version + 1]);
    expect((await note(id, version, [upload], "n-1")).json).toEqual(first.json);
    expect((await note(id, version, [], "n-1")).json.code).toBe("key-reused");
    expect((await view(id)).attachments.map(({ name }) => name)).toEqual(["漏水.png"]);
  });

  it("what is somebody else's, expired, unknown, elsewhere or not there is refused, and nothing is registered", async () => {
    const refused = async (attachments: readonly string[], by: typeof post = post) => {
      const { json } = await by(attachments, "refused");
      return [json.code, json.errors?.[0]?.path];
    };
    expect(await refused([await uploaded(clerk)])).toEqual(["unknown-upload", "attachments.0"]);
    expect(await refused([await uploaded(key)], atDesk)).toEqual(["unknown-upload", "attachments.0"]);
    expect(await refused([await uploaded(key), "u-1"])).toEqual(["unknown-upload", "attachments.1"]);
    expect(await refused([uploadAnnounced.parse((await announce(key)).json).uploadId])).toEqual([
      "upload-missing",
      "attachments.0",
    ]);
    const used = await uploaded(key);
    await post([used], "first");
    expect(await refused([used])).toEqual(["upload-used", "attachments.0"]);
    const old = await uploaded(key);
    api.clock.set(at("2026-02-14 10:00"));
    expect(await refused([old])).toEqual(["unknown-upload", "attachments.0"]);
    expect(api.here.complaints.items.size).toBe(1);
  });

  it("the bytes decide the type: a page called a picture is refused, text is what it is called", async () => {
    const script = new TextEncoder().encode("<script>");
    const page = await uploaded(key, { ...picture, size: script.byteLength }, script);
    expect((await post([page])).json.code).toBe("file-type-refused");
    const words = { fileName: "a.txt", contentType: "text/plain", size: script.byteLength };
    expect((await post([await uploaded(key, words, script)])).status).toBe(201);
  });

  it.each([
    ["a program", { ...picture, contentType: "application/x-msdownload" }, "file-type-refused"],
    ["a page", { ...picture, contentType: "text/html" }, "file-type-refused"],
    ["a drawing that runs", { ...picture, contentType: "image/svg+xml" }, "file-type-refused"],
    ["26 MB", { ...picture, size: 26_000_000 }, "file-too-large"],
    ["nothing", { ...picture, size: 0 }, "invalid-request"],
    ["more than asked", { ...picture, key: "x" }, "invalid-request"],
  ])("%s is refused when it is announced", async (_, body, code) => {
    expect((await announce(key, body)).json.code).toBe(code);
  });

  it("fifty megabytes in one request and no more", async () => {
    const large = { ...picture, size: 25_000_000 };
    const three = await Promise.all([1, 2, 3].map(() => uploaded(key, large)));
    expect((await post(three)).json.code).toBe("file-too-large");
  });

  it("anyone may upload small files, thirty an hour from one address; a wrong credential is no anonymity", async () => {
    expect((await announce({}, { ...picture, size: 10_000_001 })).json.code).toBe("file-too-large");
    for (let n = 0; n < 30; n += 1) expect((await announce({})).status).toBe(201);
    expect([(await announce({})).status, (await announce(key)).status]).toEqual([429, 201]);
    api.clock.set(at("2026-02-13 11:00"));
    expect((await announce({})).status).toBe(201);
    expect((await announce(withKey("wrong"))).status).toBe(401);
    expect((await announce({ authorization: "Bearer wrong" })).status).toBe(401);
    expect((await announce({ authorization: "Bearer key-of-everything" })).status).toBe(201);
  });
});
