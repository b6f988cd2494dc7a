import { beforeEach, describe, expect, it } from "vitest";
import { trackingSecret } from "../../../lib/app/complaints/tracking.ts";
import { routes } from "../../../lib/contracts/routes.ts";
import { type Apis, apis } from "./support.ts";

/*
 * Whoever guesses numbers and phones learns nothing: a number that is known and one that is not are answered alike after the same work.
 * Work is counted by the calls that leave the function, for time says nothing in a test.
 */
const PHONE = "13911112222";
const UNKNOWN = "98765";
let api: Apis;
let calls: string[];
let known: string;

beforeEach(async () => {
  api = apis();
  known = (await api.receive({ complainant: { name: "示例业主", phone: PHONE } })).registration.number;
  calls = [];
  Object.assign(api.ports, {
    complaints: counted("complaints", api.ports.complaints),
    counters: counted("counters", api.ports.counters),
    crypto: counted("crypto", api.ports.crypto),
  });
});

/** The port, with the name of everything that is asked of it noted. */
function counted<T extends object>(port: string, inner: T): T {
  return new Proxy(inner, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== "function") return value;
      return (...given: unknown[]) => {
        calls.push(`${port}.${String(name)}`);
        return value.apply(target, given) as unknown;
      };
    },
  });
}

function sameShape(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, "[^/]+")}$`).test(path);
}

async function told(line: string, sent: Parameters<Apis["open"]>[1]) {
  calls = [];
  const [method = "", path = ""] = line.split(" ");
  const route = routes.find((one) => one.method === method && sameShape(one.path, path));
  const { status, text } = await api.call(route?.function ?? "public-api")(line, sent);
  return { status, text: text.replaceAll(/"traceId":"[^"]+"/g, ""), calls };
}

describe("a number that is known and one that is not", () => {
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const json = { accept: "application/json" };

  it("are looked up by a wrong phone alike", async () => {
    const find = (number: string, phone: string) =>
      told("POST /t", { headers: form, body: new URLSearchParams({ number, phone }).toString() });
    const guess = await find(known, "13700000000");
    const none = await find(UNKNOWN, "13700000000");
    expect({ ...none, text: "" }).toEqual({ ...guess, text: "" });
    expect(none.text.replaceAll(UNKNOWN, known)).toBe(guess.text);
    expect(guess.calls).toContain("complaints.load");
    expect((await find(known, PHONE)).status).toBe(302);
  });

  it.each([
    ["GET /public/complaints/{number}", {}],
    ["GET /public/complaints/{number}/rating", {}],
    ["POST /public/complaints/{number}/messages", { text: "补充" }],
    ["POST /public/complaints/{number}/rating", { grade: 5 }],
  ] as const)("are answered alike to a wrong secret: %s", async (line, body) => {
    const secret = "0".repeat(22);
    const ask = (number: string) =>
      told(line.replace("{number}", number), {
        headers: { ...json, "idempotency-key": "k" },
        query: { secret },
        ...(line.startsWith("GET") ? {} : { body }),
      });
    const [guess, none] = [await ask(known), await ask(UNKNOWN)];
    expect(guess.status).toBeGreaterThanOrEqual(400);
    expect(guess.calls).not.toEqual([]);
    expect(none).toEqual(guess);
  });

  it("is opened by its own secret", async () => {
    const [registered] = [...api.complaints.items.keys()];
    const secret = trackingSecret(api.ports, registered ?? "");
    const answer = await told(`GET /public/complaints/${known}`, { headers: json, query: { secret } });
    expect(answer.status).toBe(200);
  });
});

describe("confirmations of what anybody may send in", () => {
  const send = (n: number, complainant: object) =>
    api.open("POST /public/complaints", {
      headers: { "idempotency-key": `k-${n}`, "x-forwarded-for": `10.0.0.${n}` },
      body: { projectId: "project-1", matter: `第 ${n} 件`, complainant },
    });
  const confirmed = async () => {
    await api.drain();
    return (
      [...api.complaints.items.values()].filter(({ registration }) => registration.quiet !== true).length - 1
    );
  };

  it("a number that has had enough gets none, whatever fresh address stands beside it", async () => {
    for (let n = 1; n <= 7; n += 1) await send(n, { phone: "13722224444", email: `fresh-${n}@mail.example` });
    expect(await confirmed()).toBe(5);
  });

  it.each([
    [
      "a number, however it is written",
      (n: number) => ({ phone: n % 2 === 0 ? "13722223333" : "+86 137-2222-3333" }),
    ],
    ["an address", () => ({ email: "someone.else@mail.example" })],
    ["a number that we know", () => ({ phone: PHONE })],
  ])("five a day go to %s; the sixth is registered and quiet, the next day's is not", async (_, whose) => {
    const answers = [];
    for (let n = 1; n <= 7; n += 1) answers.push((await send(n, whose(n))).status);
    expect(answers).toEqual(Array(7).fill(201));
    expect(await confirmed()).toBe(5);
    expect(api.telemetry.counts.MailsUnanswered).toBe(2);
    api.clock.advance(86_400);
    await send(8, whose(8));
    expect(await confirmed()).toBe(6);
  });

  it("the same complaint sent again is counted once", async () => {
    for (let n = 0; n < 9; n += 1) await send(1, { phone: "13722223333" });
    await send(2, { phone: "13722223333" });
    expect(await confirmed()).toBe(2);
  });
});
