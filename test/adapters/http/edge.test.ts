import { describe, expect, it } from "vitest";
import { callerAddress } from "../../../lib/adapters/http/core/edge.ts";
import { publicApi } from "../../../lib/adapters/http/public-api.ts";
import { send } from "../../support/http.ts";
import { apis } from "./support.ts";

const KEY = "k".repeat(64);
const seen = "52.84.0.1";
const told = (headers: Readonly<Record<string, string>>, edgeKey: string | undefined = KEY) =>
  callerAddress(seen, (name) => headers[name], edgeKey);

describe("the caller's network address behind CloudFront", () => {
  it("is the one that CloudFront saw, if it is CloudFront that says so", () => {
    const by = { "x-desk-key": KEY, "x-viewer-address": "203.0.113.7" };
    expect(told(by)).toBe("203.0.113.7");
    expect(told({ ...by, "x-viewer-address": "2001:db8::7" })).toBe("2001:db8::7");
  });

  it.each<Readonly<Record<string, string>>>([
    { "x-viewer-address": "203.0.113.7" },
    { "x-desk-key": "guess", "x-viewer-address": "203.0.113.7" },
    { "x-desk-key": "", "x-viewer-address": "203.0.113.7" },
    { "x-desk-key": KEY },
    { "x-desk-key": KEY, "x-viewer-address": "not an address" },
    { "x-desk-key": KEY, "x-viewer-address": "203.0.113.7, 10.0.0.1" },
    { "x-forwarded-for": "203.0.113.7", "x-desk-key": KEY },
  ])("is the gateway's otherwise: nobody chooses the own address (%j)", (headers) => {
    expect(told(headers)).toBe(seen);
  });

  it("is the gateway's where there is no CloudFront, whatever is sent", () => {
    for (const edgeKey of [undefined, "none"])
      expect(callerAddress(seen, () => edgeKey ?? KEY, edgeKey)).toBe(seen);
    expect(callerAddress(seen, (name) => (name === "x-desk-key" ? "none" : "203.0.113.7"), "none")).toBe(
      seen,
    );
  });

  it("is what limits count by: neighbours of one CloudFront address do not use up each other's", async () => {
    const api = apis();
    const handler = publicApi(async () => api.ports, api.log, KEY);
    const post = (n: number, address: string, key = KEY) =>
      send(handler, "POST /public/complaints", {
        headers: { "idempotency-key": `k-${n}-${address}`, "x-desk-key": key, "x-viewer-address": address },
        body: { projectId: "project-1", matter: `第 ${n} 件` },
        sourceIp: seen,
      });
    const statuses: number[] = [];
    for (let n = 0; n < 31; n += 1) statuses.push((await post(n, "203.0.113.7")).status);
    expect([statuses.slice(0, 30).every((status) => status === 201), statuses[30]]).toEqual([true, 429]);
    expect((await post(99, "203.0.113.8")).status).toBe(201);
    // Whoever does not come through CloudFront is counted by what the gateway saw.
    for (let n = 0; n < 30; n += 1) await post(n, `198.51.100.${n}`, "guess");
    expect((await post(100, "198.51.100.200", "guess")).status).toBe(429);
  });
});
