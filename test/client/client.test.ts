import { describe, expect, test } from "vitest";
import { DeskRefusal, DeskUnavailable, deskClient, told } from "../../lib/client/index.ts";
import { people } from "../support/organisation.ts";
import { desk } from "./desk.ts";

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
