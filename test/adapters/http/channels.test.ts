import { beforeEach, describe, expect, it } from "vitest";
import { roundResult } from "../../../lib/contracts/channels/views.ts";
import { registered } from "../../../lib/contracts/complaints/registered.ts";
import { type Apis, apis, withKey } from "./support.ts";

const key = withKey("key-of-everything");
const body = {
  projectId: "project-1",
  sourceId: "call-1",
  matter: "电梯又停了",
  complainant: { phone: "13800000000" },
};

let api: Apis;
beforeEach(() => {
  api = apis();
});

describe("POST /channels/{channel}/complaints", () => {
  const post = (more: object = {}, headers: object = {}, path = "/channels/phone/complaints") =>
    api.channels(`POST ${path}`, { headers: { ...key, ...headers }, body: { ...body, ...more } });

  it("answers 201 with number, link and time nodes, and 200 with the same for the same one again", async () => {
    const first = await post();
    expect(first.status).toBe(201);
    expect(registered.parse(first.json)).toMatchObject({
      number: "001",
      clocks: [
        { name: "firstReply" },
        { name: "result", dueAt: "2026-02-25T10:00:00.000Z", provisional: false },
        { name: "record" },
      ],
    });
    const again = await post();
    expect(again.status).toBe(200);
    expect(again.json).toEqual(first.json);
    const elsewhere = await post({}, {}, "/channels/web/complaints");
    expect(elsewhere.status).toBe(201);
    expect(elsewhere.json.number).toBe("N001");
  });

  it("knows a repetition by its content, not by its spelling", async () => {
    await post();
    const spelled = JSON.stringify(Object.fromEntries(Object.entries(body).reverse()), null, 4);
    const again = await api.channels("POST /channels/phone/complaints", { headers: key, body: spelled });
    expect(again.status).toBe(200);
    const other = await post({ matter: "电梯修好了" });
    expect(other.status).toBe(409);
    expect(other.json).toMatchObject({ code: "same-id-other-content", errors: [{ path: "sourceId" }] });
  });

  it("takes the source id from Idempotency-Key when the body has none", async () => {
    const { sourceId: _, ...anonymous } = body;
    const call = (headers: object) =>
      api.channels("POST /channels/web/complaints", { headers: { ...key, ...headers }, body: anonymous });
    expect((await call({})).json).toMatchObject({
      code: "invalid-request",
      errors: [{ path: "sourceId", code: "required" }],
    });
    expect((await call({ "idempotency-key": "form-1" })).status).toBe(201);
    expect((await call({ "idempotency-key": "form-1" })).status).toBe(200);
    expect((await call({ "idempotency-key": "form 1" })).json.code).toBe("idempotency-key-required");
  });

  it("takes the key as bearer token too, and refuses a missing or unknown one", async () => {
    const sent = (headers: Record<string, string>) =>
      api.channels("POST /channels/web/complaints", { headers, body });
    expect((await sent({ authorization: "Bearer key-of-everything" })).status).toBe(201);
    for (const headers of [
      {},
      { "x-api-key": "" },
      { "x-api-key": "wrong" },
      { authorization: "Basic a2V5" },
    ]) {
      const refused = await sent(headers);
      expect(refused.status).toBe(401);
      expect(refused.headers["www-authenticate"]).toBe("Bearer");
      expect(refused.json.code).toBe("unauthenticated");
    }
  });

  it("holds a key to its channels and projects", async () => {
    const website = withKey("key-of-website");
    expect((await post({}, website)).json).toMatchObject({ status: 403, code: "channel-not-allowed" });
    expect((await post({}, website, "/channels/web/complaints")).json).toMatchObject({
      status: 403,
      code: "project-not-allowed",
      errors: [{ path: "projectId" }],
    });
    expect((await post({ projectId: "project-2" }, website, "/channels/web/complaints")).status).toBe(201);
  });

  it.each<[string, object, number, string, string | undefined]>([
    ["an unknown project", { projectId: "nowhere" }, 422, "unknown-project", "projectId"],
    [
      "an unknown department",
      { against: { text: "x", departmentId: "y" } },
      422,
      "unknown-department",
      "against.departmentId",
    ],
    [
      "six minutes ahead",
      { receivedAt: "2026-02-13T10:06:00+08:00" },
      422,
      "received-out-of-range",
      "receivedAt",
    ],
    ["91 days back", { receivedAt: "2025-11-14T10:00:00+08:00" }, 422, "received-out-of-range", "receivedAt"],
    [
      "an opinion of level A",
      { level: "A", recordKind: "opinion" },
      422,
      "level-contradicts-kind",
      undefined,
    ],
    ["an upload nobody made", { attachments: ["u-1"] }, 422, "unknown-upload", "attachments.0"],
    ["an unknown field", { importance: "high" }, 422, "invalid-request", "importance"],
  ])("refuses %s", async (_, more, status, code, path) => {
    const refused = await post(more);
    expect(refused.json).toMatchObject({ status, code });
    expect(refused.json.errors?.[0]?.path).toBe(path);
    expect(api.complaints.items.size).toBe(0);
  });

  it("says 404 for channels that do not exist or do not post one by one", async () => {
    for (const channel of ["fax", "mailbox", "__proto__"]) {
      const refused = await post({}, {}, `/channels/${channel}/complaints`);
      expect(refused.json).toMatchObject({ status: 404, code: "unknown-channel" });
    }
  });
});

describe("POST /channels/mailbox/rounds", () => {
  const round = {
    roundId: "r-1",
    projectId: "project-1",
    boxId: "gate",
    openedAt: "2026-02-13T09:00:00+08:00",
    openedBy: "保安甲",
  };
  const post = (slips: unknown, headers: object = key) =>
    api.channels("POST /channels/mailbox/rounds", { headers: { ...headers }, body: { ...round, slips } });

  it("accepts the good slips and names each bad one", async () => {
    const answer = await post([
      { slipId: "1", matter: "路灯不亮" },
      { slipId: "2", matter: "" },
      { matter: "没有编号" },
      "not a slip",
      { slipId: "5", matter: "噪音", against: { text: "某部门", departmentId: "nowhere" } },
      { slipId: "6", matter: "绿化", projectId: "project-2" },
      { slipId: "1", matter: "同号不同内容" },
    ]);
    expect(answer.status).toBe(200);
    const { accepted, refused } = roundResult.parse(answer.json);
    expect(accepted).toMatchObject([{ slipId: "1", number: "B001" }]);
    expect(refused.map(({ slipId, index, code }) => [slipId, index, code])).toEqual([
      ["2", 1, "invalid-request"],
      [null, 2, "invalid-request"],
      [null, 3, "invalid-request"],
      ["5", 4, "unknown-department"],
      ["6", 5, "invalid-request"],
      ["1", 6, "same-id-other-content"],
    ]);
    expect(refused[0]?.errors).toMatchObject([{ path: "matter", code: "too-short" }]);
    expect(refused.every(({ detail }) => /\p{Script=Han}/u.test(detail))).toBe(true);
    expect(api.rounds).toMatchObject([{ roundId: "r-1", openedAt: "2026-02-13T01:00:00.000Z" }]);
    const again = await post([{ slipId: "1", matter: "路灯不亮" }]);
    expect(again.json).toEqual({ accepted, refused: [] });
  });

  it("refuses a round that is none as a whole", async () => {
    expect((await post([])).json).toMatchObject({
      status: 422,
      errors: [{ path: "slips", code: "too-short" }],
    });
    expect((await post(undefined)).json).toMatchObject({
      status: 422,
      errors: [{ path: "slips", code: "required" }],
    });
    expect((await post([{ slipId: "1", matter: "x" }], withKey("key-of-website"))).json.code).toBe(
      "channel-not-allowed",
    );
    expect(api.rounds).toEqual([]);
  });
});
