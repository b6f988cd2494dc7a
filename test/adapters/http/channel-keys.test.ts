import { beforeEach, describe, expect, it } from "vitest";
import { channelKeyChanged, channelKeyList } from "../../../lib/contracts/channel-keys/views.ts";
import { at } from "../../support/builders.ts";
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
});
