import { describe, expect, test } from "vitest";
import { DeskRefusal, DeskUnavailable, deskClient, told } from "../../client/index.ts";
import { apis } from "../adapters/http/support.ts";
import { people } from "../support/organisation.ts";

/** The desk behind `fetch`: what the client sends goes through the real handlers. */
function desk() {
  const api = apis();
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request.clone());
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.text();
    const answer = await (pathname.startsWith("/channels/") ? api.channels : api.staff)(
      `${request.method} ${pathname}`,
      {
        headers: Object.fromEntries(request.headers),
        query: Object.fromEntries(searchParams),
        ...(text === "" ? {} : { body: JSON.parse(text) }),
      },
    );
    return new Response(JSON.stringify(answer.json), {
      status: answer.status,
      headers: { "content-type": answer.status < 400 ? "application/json" : "application/problem+json" },
    });
  };
  return { api, sent, fetch };
}

const baseUrl = "https://desk.example";
const call = { params: { path: { channel: "phone" as const } } };

describe("the typed client", () => {
  test("posts a complaint with its key, and reads it as a person with a token asked for each time", async () => {
    const { fetch, sent } = desk();
    const channel = deskClient({ baseUrl, key: "key-of-everything", language: "en", fetch });
    const body = { projectId: "project-1", sourceId: "c1", matter: "电梯停运" };
    const { id, number } = await told(channel.POST("/channels/{channel}/complaints", { ...call, body }));
    expect(number).toBe("001");
    expect(sent[0]?.headers.get("accept-language")).toBe("en");
    let asked = 0;
    const token = () => `token-${people.manager.id}${((asked += 1)) > 0 ? "" : "?"}`;
    const person = deskClient({ baseUrl, token, fetch });
    const seen = await told(person.GET("/complaints/{id}", { params: { path: { id } } }));
    expect(seen).toMatchObject({ number: "001", matter: "电梯停运" });
    const query = { projectId: "project-1" };
    expect((await told(person.GET("/complaints", { params: { query } }))).items).toHaveLength(1);
    expect(asked).toBe(2);
  });

  test("a refusal has its code and its words; nobody's answer is no refusal", async () => {
    const { fetch } = desk();
    const stranger = deskClient({ baseUrl, key: "none", fetch });
    const body = { projectId: "project-1", sourceId: "c1", matter: "x" };
    const post = (client: typeof stranger) =>
      told(client.POST("/channels/{channel}/complaints", { ...call, body }));
    await expect(post(stranger)).rejects.toThrow(DeskRefusal);
    await expect(post(stranger)).rejects.toMatchObject({ status: 401 });
    const gone = deskClient({ baseUrl, fetch: () => Promise.reject(new TypeError("refused")) });
    await expect(post(gone)).rejects.toThrow(DeskUnavailable);
    const proxy = deskClient({ baseUrl, fetch: async () => new Response("<html>", { status: 502 }) });
    await expect(post(proxy)).rejects.toThrow(DeskUnavailable);
  });
});
