import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { pagesApi } from "../../../lib/adapters/http/pages-api.ts";
import type { FileEncoding, WebFiles } from "../../../lib/adapters/web-files/files.ts";
import { handlerPaths, pagePaths } from "../../../lib/contracts/pages/paths.ts";
import { webConfigView } from "../../../lib/contracts/pages/views.ts";
import { routes } from "../../../lib/contracts/routes.ts";
import { send } from "../../support/http.ts";

const script = "export const answer = 42;";
const files: WebFiles = {
  read: async (path, accepted) => {
    if (path === "index.html") {
      return {
        type: "text/html; charset=utf-8",
        encoding: "identity",
        bytes: Buffer.from("<!doctype html>"),
      };
    }
    if (path === "m.html") {
      return { type: "text/html; charset=utf-8", encoding: "identity", bytes: Buffer.from("<!doctype m>") };
    }
    if (path === "m/sw.js") {
      return { type: "text/javascript; charset=utf-8", encoding: "identity", bytes: Buffer.from("keep") };
    }
    if (path !== "assets/app-abc.js") return undefined;
    const encoding: FileEncoding = accepted[0] ?? "identity";
    const bytes = encoding === "br" ? brotliCompressSync(script) : Buffer.from(script);
    return { type: "text/javascript; charset=utf-8", encoding, bytes };
  },
};
const settings = {
  PUBLIC_URL: "https://desk.example",
  OIDC_ISSUER: "https://login.example/tenant",
  OIDC_CLIENT_ID: "jiesu-desk",
  OIDC_SCOPE: "openid offline_access",
  OIDC_AUTHORIZE: "resource=jiesu&prompt=select_account",
  OIDC_ORIGINS: "https://login.example",
  FILES_ORIGIN: "https://files.example",
  STAGE: "prod",
};
const log = { info: () => undefined, failed: () => undefined };
const api = pagesApi(files, settings, log);

describe("the staff's pages", () => {
  it.each([...pagePaths, ...handlerPaths])(
    "%s answers with the application, never cached, and lets nothing foreign or inline run",
    async (path) => {
      const { status, headers, text } = await send(api, `GET ${path.replace("{id}", "2-abc")}`);
      expect(status).toBe(200);
      const isHandlers = handlerPaths.some((one) => one === path);
      expect(text).toBe(isHandlers ? "<!doctype m>" : "<!doctype html>");
      expect(headers).toMatchObject({
        "content-type": "text/html; charset=utf-8",
        "cache-control": "no-store",
      });
      const policy = headers["content-security-policy"];
      expect(policy).toContain("script-src 'self'; style-src 'self';");
      expect(policy).toContain("connect-src 'self' https://login.example https://files.example;");
      expect(policy).not.toMatch(/unsafe|\*/);
    },
  );

  it("stand at no address that the API answers", () => {
    const shape = (path: string) => path.replaceAll(/\{\w+\}/g, "{}");
    const taken = routes.filter(({ method }) => method === "GET").map(({ path }) => shape(path));
    for (const path of [...pagePaths, ...handlerPaths]) {
      expect(taken).not.toContain(shape(path));
    }
  });

  it("give phones the worker of the handler's pages, asked for anew each time, for these pages alone", async () => {
    const worker = await send(api, "GET /m/sw.js");
    expect(worker.status).toBe(200);
    expect(worker.headers).toMatchObject({ "cache-control": "no-cache", "service-worker-allowed": "/m" });
    for (const name of ["index.html", "..%2Findex.html", "app-abc.js"]) {
      expect((await send(api, `GET /m/${name}`)).status).toBe(404);
    }
  });

  it("send their files for ever, compressed where the browser takes it", async () => {
    const plain = await send(api, "GET /assets/app-abc.js", {
      headers: { "accept-encoding": "gzip;q=0, br;q=0" },
    });
    expect(plain.headers["content-encoding"]).toBeUndefined();
    const { headers, text } = await send(api, "GET /assets/app-abc.js", {
      headers: { "accept-encoding": "gzip, deflate, br, zstd" },
    });
    expect(headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-encoding": "br",
      vary: "accept-encoding",
    });
    expect(brotliDecompressSync(Buffer.from(text, "base64")).toString()).toBe(script);
  });

  it("answer a file that is not there with a problem, which nobody caches", async () => {
    for (const name of ["gone-123.js", "..%2Findex.html", "__proto__"]) {
      const { status, json, headers } = await send(api, `GET /assets/${name}`);
      expect({ status, code: json?.code }).toEqual({ status: 404, code: "unknown-route" });
      expect(headers["cache-control"]).toBe("no-store");
    }
  });

  it("are told issuer, client and the server's time", async () => {
    const { json } = await send(api, "GET /config.json");
    expect(webConfigView.parse(json)).toMatchObject({
      publicUrl: "https://desk.example",
      oidc: { clientId: "jiesu-desk", authorize: { resource: "jiesu", prompt: "select_account" } },
    });
  });
});
