import { beforeEach, describe, expect, it } from "vitest";
import { channelsApi } from "../../../lib/adapters/http/channels-api.ts";
import { MAX_BODY_BYTES } from "../../../lib/adapters/http/core/request.ts";
import { problemBody } from "../../../lib/contracts/core/problem.ts";
import { asksNothing } from "../../../lib/contracts/core/route.ts";
import { type Route, routes } from "../../../lib/contracts/routes.ts";
import { type Answered, send } from "../../support/http.ts";
import { people } from "../../support/organisation.ts";
import { type Apis, apis, as, withKey } from "./support.ts";

const table: readonly Route[] = routes;
const lineOf = ({ method, path }: Route) =>
  `${method} ${path
    .replace("{channel}", "web")
    .replace("{month}", "2026-01")
    .replace(/\{\w+\}/g, "x")}`;
const staffRoutes = table.flatMap((route) =>
  route.who.kind === "staff" ? [{ route, posts: route.who.posts }] : [],
);
/** Their bodies are forms of pages or of the provider, answered by a page; a message is only read for who has its secret. */
const notJson = new Set([
  "acknowledge",
  "tellMatter",
  "answerReportPage",
  "findComplaint",
  "takeAct",
  "hearWechat",
  "addPublicMessage",
]);
/** What asks for no body reads none. */
const posting = table.filter(
  (route) =>
    route.method === "POST" &&
    !notJson.has(route.id) &&
    (route.body !== asksNothing.body || route.bodies !== undefined),
);
const credentials = { ...withKey("key-of-everything"), ...as(people.headquarters), "idempotency-key": "k-1" };

let api: Apis;
beforeEach(() => {
  api = apis();
});

/** Status and code of a well-formed problem; the whole answer if anything of RFC 9457's form is amiss. */
function told({ status, headers, text, json }: Answered): string {
  const { success, data } = problemBody.safeParse(json);
  const wellFormed =
    success &&
    headers["content-type"] === "application/problem+json; charset=utf-8" &&
    data.status === status &&
    data.type === `/problems/${data.code}` &&
    data.traceId === headers["x-request-id"] &&
    !/\{\w+\}/.test(data.detail);
  return wellFormed ? `${status} ${data.code}` : `malformed: ${status} ${text}`;
}

describe("every route", () => {
  it.each(staffRoutes.map(({ route }) => [lineOf(route), route] as const))(
    "%s wants a token",
    async (line, route) => {
      for (const headers of [
        {},
        { authorization: "Bearer forged" },
        { authorization: "token-headquarters-1" },
      ]) {
        expect(told(await send(api.handlers[route.function], line, { headers }))).toBe("401 unauthenticated");
      }
      const nobody = await send(api.handlers[route.function], line, { headers: as({ id: "nobody" }) });
      expect(told(nobody)).toBe("403 unknown-user");
    },
  );

  it.each(staffRoutes.map(({ route, posts }) => [route.id, route, posts] as const))(
    "%s is closed to posts outside the matrix",
    async (_, route, allowed) => {
      for (const person of Object.values(people)) {
        const answer = await send(api.handlers[route.function], lineOf(route), { headers: as(person) });
        const may = person.assignments.some(({ post }) => allowed.includes(post));
        expect(answer.json?.code === "forbidden").toBe(!may);
      }
    },
  );

  // Unknown channels and commands are told first; real names get to the body.
  it.each(
    posting.map(
      (route) =>
        [
          lineOf(route)
            .replace("complaints/x/commands/x", "complaints/x/commands/note")
            .replace("complaints/x/held-commands/x", "complaints/x/held-commands/reply")
            .replace("groups/x/held-commands/x", "groups/x/held-commands/reply")
            .replace("groups/x/commands/x", "groups/x/commands/confirm"),
          route.function,
        ] as const,
    ),
  )("%s refuses unreadable bodies", async (line, name) => {
    const post = (body: unknown, headers: object = {}) =>
      send(api.handlers[name], line, { headers: { ...credentials, ...headers }, body });
    expect(told(await post("{"))).toBe("400 bad-json");
    expect(told(await post(Buffer.from([0x22, 0xb5, 0xe7, 0x22])))).toBe("400 bad-json");
    expect(told(await post("{}", { "content-type": "text/plain" }))).toBe("415 unsupported-media-type");
    expect(told(await post("{}", { "content-type": "application/json; charset=gbk" }))).toBe(
      "415 unsupported-media-type",
    );
    expect(told(await post(" ".repeat(MAX_BODY_BYTES + 1)))).toBe("413 too-large");
    expect(told(await post("[".repeat(100_000)))).toBe("400 bad-json");
    for (const body of ["null", "[]", '"text"', "1", '{"nonsense":1}']) {
      expect(told(await post(body))).toBe("422 invalid-request");
    }
  });

  it("limits bytes, not characters, and lets the limit itself pass", async () => {
    const exactly = (bytes: number) => `"${"a".repeat(bytes - 2)}"`;
    const post = (body: string) =>
      api.channels("POST /channels/web/complaints", { headers: credentials, body });
    expect(told(await post(exactly(MAX_BODY_BYTES)))).toBe("422 invalid-request");
    expect(told(await post(exactly(MAX_BODY_BYTES + 1)))).toBe("413 too-large");
    expect(told(await post(`"${"电".repeat(MAX_BODY_BYTES / 3)}"`))).toBe("413 too-large");
  });

  it.each(["GET /nowhere", "DELETE /complaints", "GET /complaints/1/2/3", "POST /health", "GET /"])(
    "%s does not exist",
    async (line) => {
      for (const call of [api.open, api.staff, api.channels]) {
        const answer = await call(line, { headers: credentials });
        expect(told(answer)).toBe("404 unknown-route");
        expect(answer.json.detail).toContain(line.split(" ")[1]);
      }
    },
  );

  it("answers in the language asked for, Chinese by default, and is never cached", async () => {
    const title = async (language?: string) => {
      const answer = await api.open("GET /nowhere", {
        headers: language === undefined ? {} : { "accept-language": language },
      });
      expect(answer.headers).toMatchObject({
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
      });
      return [answer.headers["content-language"], answer.json.title];
    };
    const zh = ["zh", "没有这个地址"];
    const en = ["en", "No such address"];
    expect(await title()).toEqual(zh);
    expect(await title("en")).toEqual(en);
    expect(await title("en-GB,en;q=0.9,zh-CN;q=0.8")).toEqual(en);
    expect(await title("fr, zh;q=0.5, en;q=0.4")).toEqual(zh);
    expect(await title("de, en;q=0.1, zh;q=0")).toEqual(en);
    expect(await title("*")).toEqual(zh);
    expect(await title(";q=,,en;q=x")).toEqual(zh);
  });

  it("tells nothing of an internal error but a trace id, and logs the cause", async () => {
    const cause = new Error("table jiesu-table is on fire");
    let fails = true;
    const handler = channelsApi(async () => {
      if (fails) throw cause;
      return api.ports;
    }, api.log);
    const line = "POST /channels/web/complaints";
    const body = { projectId: "project-1", sourceId: "s", matter: "m" };
    const answer = await send(handler, line, { headers: credentials, body });
    expect(told(answer)).toBe("500 internal");
    expect(answer.text).not.toContain("fire");
    expect(answer.json.detail).toContain(answer.json.traceId);
    expect(api.logged).toContainEqual(expect.objectContaining({ message: "failed", cause }));
    fails = false;
    expect((await send(handler, line, { headers: credentials, body })).status).toBe(201);
  });

  it("logs no personal value", async () => {
    const body = {
      projectId: "project-1",
      sourceId: "s",
      matter: "隐私内容",
      complainant: { phone: "13812345678" },
    };
    await api.channels("POST /channels/web/complaints", { headers: credentials, body });
    await api.channels("POST /channels/web/complaints", {
      headers: credentials,
      body: { ...body, level: "13812345678" },
    });
    expect(api.logged).toHaveLength(2);
    expect(JSON.stringify(api.logged)).not.toMatch(/13812345678|隐私|key-of-everything/);
  });
});
