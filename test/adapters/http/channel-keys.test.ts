import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { channelKeyChanged, channelKeyList } from "../../../lib/contracts/channel-keys/views.ts";
import { at } from "../../support/builders.ts";
import type { Sent } from "../../support/http.ts";
import { people, project } from "../../support/organisation.ts";
import { type Apis, apis, as, withKey } from "./support.ts";

let api: Apis;
beforeEach(() => {
  api = apis();
});

const put = (body: object, ruler: { readonly id: string } = people.headquarters) =>
  api.staff("PUT /channel-keys", { headers: as(ruler), body });
const list = async () =>
  channelKeyList.parse((await api.staff("GET /channel-keys", { headers: as(people.headquarters) })).json)
    .items;
const post = (key: string, sourceId = "form-1") =>
  api.channels("POST /channels/web/complaints", {
    headers: withKey(key),
    body: { projectId: project.id, matter: "路灯不亮", sourceId },
  });

const app = { system: "app", name: "业主 App", channels: ["web"] };
const secretOf = async (body: object) => String(channelKeyChanged.parse((await put(body)).json).secret);
const made = () => secretOf({ action: "set", version: 0, ...app });

describe("/channel-keys, keys of the channel systems", () => {
  it("a new system gets a key that works at once and is never told again", async () => {
    const secret = await made();
    expect((await post(secret)).status).toBe(201);
    const [shown] = (await list()).filter(({ system }) => system === "app");
    expect(shown).toMatchObject({ name: "业主 App", channels: ["web"], version: 1, keys: [{ valid: true }] });
    expect(JSON.stringify(await list())).not.toContain(secret);
    expect(JSON.stringify(api.logged)).not.toContain(secret);
  });

  it("after a rotation both keys work until the overlap ends, and the complaint told again is the same one", async () => {
    const old = await made();
    const first = await post(old);
    const fresh = await secretOf({ action: "rotate", version: 1, system: "app", overlapHours: 2 });
    const again = await post(fresh);
    expect([again.status, again.json.id]).toEqual([200, first.json.id]);
    api.clock.set(at("2026-02-13 11:59"));
    expect((await post(old)).status).toBe(200);
    api.clock.set(at("2026-02-13 12:00"));
    expect((await post(old)).status).toBe(401);
    expect((await post(fresh)).status).toBe(200);
    const shown = (await list()).find(({ system }) => system === "app");
    expect(shown?.keys.map(({ valid, endedBy }) => [valid, endedBy])).toEqual([
      [true, undefined],
      [false, "headquarters-1"],
    ]);
  });

  it("a revoked key is refused from the next request on, the others stay", async () => {
    const old = await made();
    const fresh = await secretOf({ action: "rotate", version: 1, system: "app" });
    const keyId = (await list()).find(({ system }) => system === "app")?.keys[1]?.id;
    expect((await put({ action: "revoke", version: 2, system: "app", keyId })).status).toBe(200);
    expect([(await post(old)).status, (await post(fresh)).status]).toEqual([401, 201]);
    expect((await put({ action: "revoke", version: 3, system: "app" })).status).toBe(200);
    expect((await post(fresh)).status).toBe(401);
  });

  it("what a system may do changes without a new key", async () => {
    const secret = await made();
    const narrower = { ...app, projectIds: ["project-2"], action: "set", version: 1 };
    expect((await put(narrower)).json.secret).toBeUndefined();
    expect((await post(secret)).json.code).toBe("project-not-allowed");
  });

  it("two at once: one wins; stale, unknown and foreign are refused without a change", async () => {
    await made();
    const both = [1, 2].map(() => put({ action: "rotate", version: 1, system: "app" }));
    expect((await Promise.all(both)).filter(({ status }) => status === 200)).toHaveLength(1);
    const code = async (body: object) => (await put(body)).json.code;
    expect(await code({ action: "rotate", version: 1, system: "app" })).toBe("organisation-changed");
    expect(await code({ action: "rotate", version: 0, system: "nobody" })).toBe("not-found");
    expect(await code({ action: "revoke", version: 2, system: "app", keyId: "x" })).toBe("not-found");
    expect(await code({ action: "set", version: 0, ...app, system: "desk" })).toBe("reserved-system");
    const elsewhere = { action: "set", version: 0, ...app, system: "b", projectIds: ["nowhere"] };
    expect(await code(elsewhere)).toBe("unknown-project");
    expect(await code({ action: "set", version: 0, ...app, system: "b", secret: "mine" })).toBe(
      "invalid-request",
    );
    expect((await put({ action: "revoke", version: 2, system: "app" }, people.region)).status).toBe(403);
  });

  it("at most five keys of a system are in force at once", async () => {
    await made();
    const rotate = (version: number, overlapHours: number) =>
      put({ action: "rotate", version, system: "app", overlapHours });
    for (let version = 1; version < 5; version += 1) expect((await rotate(version, 48)).status).toBe(200);
    expect((await rotate(5, 48)).json.code).toBe("too-many-keys");
    expect((await rotate(5, 0)).status).toBe(200);
  });

  it("a key that another system has now answers with that one's complaints, never with those of the one before", async () => {
    const { channelSystems, crypto } = api.ports;
    const secret = await made();
    const first = await post(secret);
    const held = await channelSystems.find("app");
    if (held === undefined) throw new Error("no system");
    await channelSystems.put({ ...held, keys: [], version: held.version + 1 });
    await channelSystems.put({ ...held, system: "site", name: "官网二", version: 1 });
    await channelSystems.point(crypto.digest(secret), "site");
    const second = await post(secret);
    expect([second.status, second.json.id === first.json.id]).toEqual([201, false]);
  });
});

describe("what a system is held to beside its key", () => {
  const terms = { action: "set", version: 0, ...app } as const;
  const issued = async (more: object) => channelKeyChanged.parse((await put({ ...terms, ...more })).json);
  const body = { projectId: project.id, matter: "路灯不亮", sourceId: "form-1" };
  const posted = (key: string, more: Partial<Sent> = {}) =>
    api.channels("POST /channels/web/complaints", {
      body,
      ...more,
      headers: { ...withKey(key), ...more.headers },
    });

  describe("a signature", () => {
    /** Signs as docs/channels.md tells: seconds, method, path and every byte of the body. */
    const signed = (secret: string, seconds: number, text = JSON.stringify(body)) => ({
      "x-timestamp": String(seconds),
      "x-signature": `v1=${createHmac("sha256", secret)
        .update(`${seconds}.POST /channels/web/complaints.${text}`)
        .digest("hex")}`,
    });
    const seconds = Date.parse(at("2026-02-13 10:00")) / 1000;

    it("opens with the key, never the key alone, nor the signature of something else", async () => {
      const { secret = "", signingSecret = "" } = await issued({ signed: true });
      const code = async (headers: object) => (await posted(secret, { headers: { ...headers } })).json.code;
      expect(await code({})).toBe("bad-signature");
      expect(await code({ "x-timestamp": String(seconds) })).toBe("bad-signature");
      expect(await code(signed(secret, seconds))).toBe("bad-signature");
      expect(await code(signed(signingSecret, seconds, "{}"))).toBe("bad-signature");
      expect(await code({ ...signed(signingSecret, seconds), "x-timestamp": String(seconds + 1) })).toBe(
        "bad-signature",
      );
      const right = signed(signingSecret, seconds);
      expect((await posted(secret, { headers: right })).status).toBe(201);
      // A copy on its way is the same complaint; elsewhere it opens nothing.
      expect((await posted(secret, { headers: right })).status).toBe(200);
      const elsewhere = await api.channels("POST /channels/phone/complaints", {
        body,
        headers: { ...withKey(secret), ...right },
      });
      expect(elsewhere.json.code).toBe("bad-signature");
      expect(JSON.stringify(api.logged)).not.toContain(signingSecret);
    });

    it("is good for five minutes either way, and no second longer", async () => {
      const { secret = "", signingSecret = "" } = await issued({ signed: true });
      const status = async (away: number) =>
        (await posted(secret, { headers: signed(signingSecret, seconds + away) })).status;
      expect([await status(-301), await status(-300), await status(300), await status(301)]).toEqual([
        401, 201, 200, 401,
      ]);
      for (const timestamp of ["", "soon", "1e9", "-5", `${seconds}.5`, "9".repeat(400)]) {
        const headers = { ...signed(signingSecret, seconds), "x-timestamp": timestamp };
        expect((await posted(secret, { headers })).json.code).toBe("bad-signature");
      }
    });

    it("belongs to one key: a new key has a secret of its own, and the old one ends with its key", async () => {
      const first = await issued({ signed: true });
      const rotated = await put({ action: "rotate", version: 1, system: "app", overlapHours: 1 });
      const second = channelKeyChanged.parse(rotated.json);
      expect(second.signingSecret).not.toBe(first.signingSecret);
      const status = async (key = "", secret = "") =>
        (await posted(key, { headers: signed(secret, seconds) })).status;
      expect(await status(first.secret, first.signingSecret)).toBe(201);
      expect(await status(second.secret, second.signingSecret)).toBe(200);
      expect(await status(second.secret, first.signingSecret)).toBe(401);
    });

    it("is asked for when a file is announced, too", async () => {
      const { secret = "" } = await issued({ signed: true });
      const announced = await api.staff("POST /uploads", {
        headers: withKey(secret),
        body: { fileName: "a.txt", contentType: "text/plain", size: 3 },
      });
      expect(announced.json.code).toBe("bad-signature");
    });
  });

  it("calls from its own network addresses alone", async () => {
    const { secret = "" } = await issued({ addresses: ["203.0.113.0/24", "198.51.100.7", "2001:db8::/32"] });
    const from = async (sourceIp: string) => (await posted(secret, { sourceIp })).status;
    expect([await from("203.0.113.255"), await from("198.51.100.7"), await from("2001:db8::1")]).toEqual([
      201, 200, 200,
    ]);
    expect(await from("::ffff:203.0.113.9")).toBe(200);
    for (const foreign of ["203.0.114.1", "198.51.100.8", "2001:db9::1", "", "unknown"])
      expect((await posted(secret, { sourceIp: foreign })).json.code).toBe("address-not-allowed");
    const wrong = await put({ ...terms, system: "b", addresses: ["203.0.113.0/33"] });
    expect(wrong.json.code).toBe("invalid-request");
  });

  it("sends as often in a minute as was agreed, each key for itself", async () => {
    const { secret = "" } = await issued({ perMinute: 2 });
    const other = await secretOf({ action: "rotate", version: 1, system: "app" });
    const statuses = async (key: string) => [(await posted(key)).status, (await posted(key)).status];
    expect(await statuses(secret)).toEqual([201, 200]);
    expect((await posted(secret)).json).toMatchObject({ status: 429, code: "too-many-requests" });
    expect((await posted(other)).status).toBe(200);
    api.clock.set(at("2026-02-13 10:01"));
    expect((await posted(secret)).status).toBe(200);
  });

  it("is seen: when each key was used last, to the hour, and written down once an hour", async () => {
    const { secret = "" } = await issued({});
    const used = async () => (await list()).find(({ system }) => system === "app")?.keys[0]?.lastUsedAt;
    expect(await used()).toBeUndefined();
    api.clock.set(at("2026-02-13 10:40"));
    await posted(secret);
    await posted(secret);
    expect(await used()).toBe(at("2026-02-13 10:00"));
    api.clock.set(at("2026-02-13 13:05"));
    await posted(secret);
    expect(await used()).toBe(at("2026-02-13 13:00"));
    await posted("wrong");
    expect(await used()).toBe(at("2026-02-13 13:00"));
  });

  it("what it is held to may change without a new key, and is shown", async () => {
    const { secret = "" } = await issued({});
    const more = { signed: true, perMinute: 60, addresses: ["203.0.113.9"] };
    expect((await put({ ...terms, ...more, version: 1 })).status).toBe(200);
    expect((await list()).find(({ system }) => system === "app")).toMatchObject(more);
    expect((await posted(secret)).json.code).toBe("address-not-allowed");
    expect((await put({ ...terms, version: 2 })).status).toBe(200);
    expect((await posted(secret)).status).toBe(201);
  });
});
