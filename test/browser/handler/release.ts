import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { expect } from "vitest";
import type { Desk } from "../../e2e/desk.ts";
import { patienceMs, type TestBrowser } from "../browser.ts";
import { type HandlersJob, handler, recorded } from "./jobs.ts";

/** The desk behind an address of its own, with the handler's application as an earlier release had it, until it is released anew. */
class Releases {
  isOld = true;
  origin = "";
  readonly #server: Server;
  readonly #desk: Desk;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(() => response.destroy());
    });
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    this.origin = `http://127.0.0.1:${address.port}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "/";
    const body: Buffer[] = [];
    for await (const part of request) body.push(part);
    const headers = Object.entries(request.headers).filter(
      ([name]) => !["host", "connection"].includes(name),
    );
    const answer = await fetch(`${this.#desk.cloud.baseUrl}${path}`, {
      method: request.method ?? "GET",
      headers: Object.fromEntries(headers.map(([name, value]) => [name, String(value)])),
      ...(body.length === 0 ? {} : { body: Buffer.concat(body) }),
      redirect: "manual",
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    // What fetch has unpacked is sent as it is.
    const told = [...answer.headers].filter(
      ([name]) => !/^(?:content-(?:encoding|length)|connection)$/.test(name),
    );
    response.writeHead(answer.status, told.flat());
    response.end(this.#released(path, bytes));
  }

  #released(path: string, bytes: Buffer): Buffer | string {
    const text = bytes.toString("utf8");
    if (path === "/config.json") return text.replaceAll(this.#desk.cloud.baseUrl, this.origin);
    if (!this.isOld) return bytes;
    // Another list of files under another version, and a page that can be told apart.
    if (path === "/m/sw.js") return text.replace(/(\\?"version\\?":\\?")/, "$1old-");
    if (/^\/m(?:\/|$)/.test(path) && text.startsWith("<!doctype"))
      return text.replace("<head>", '<head><meta name="release" content="old">');
    return bytes;
  }
}

/** What an earlier release has left in the outbox, as it wrote it: this is never changed. */
const leftBy = (job: HandlersJob, version: number, at: string, now: number) => ({
  key: "0198f0aa-0000-4000-8000-00000000c0de",
  order: 1,
  personId: handler,
  complaintId: job.id,
  number: job.number,
  command: "note",
  values: { text: "旧版留下的备注" },
  files: [],
  doneAtMs: now,
  skewMs: 0,
  seen: { version, at, handlerId: handler },
  state: { kind: "waiting" },
});

/** A release while the phone is in the cellar: the old page sends what it has, the new one what is left; each once. */
export async function notesAroundRelease(browser: TestBrowser, desk: Desk, job: HandlersJob, tokens: string) {
  const releases = new Releases(desk);
  await releases.open();
  const context = await browser.browser.newContext({ baseURL: releases.origin, locale: "zh-CN" });
  context.setDefaultTimeout(patienceMs);
  await context.clock.setFixedTime(desk.cloud.engine.now());
  await context.addInitScript(
    `if (localStorage.getItem("jiesu.m.tokens") === null) localStorage.setItem("jiesu.m.tokens", ${JSON.stringify(tokens)});`,
  );
  try {
    const page = await context.newPage();
    const isOld = () => page.evaluate("document.querySelector('meta[name=release]') !== null");
    const controlled = async () => page.evaluate("navigator.serviceWorker.controller !== null");
    const note = async (text: string) => {
      await page.getByRole("button", { name: "备注", exact: true }).click();
      await page.locator("textarea").fill(text);
      await page.getByRole("button", { name: "提交", exact: true }).click();
      await page.locator(".entry", { hasText: text }).waitFor();
    };
    const allSent = () => expect.poll(() => page.locator(".entry:not(.sent)").count()).toBe(0);
    await page.goto(`/m/c/${job.id}`);
    await page.locator("main[aria-busy=false]").waitFor();
    await expect.poll(controlled, { timeout: 45_000 }).toBe(true);
    await page.reload();
    expect(await isOld()).toBe(true);

    await context.setOffline(true);
    await note("旧版里写的备注");
    const { version, at } = await seenOf(desk, job);
    const entry = JSON.stringify(leftBy(job, version, at, desk.cloud.engine.now()));
    await page.evaluate(`new Promise((done, failed) => {
      const opening = indexedDB.open("jiesu-m", 1);
      opening.onsuccess = () => {
        const tx = opening.result.transaction("entries", "readwrite");
        tx.objectStore("entries").put(${entry});
        tx.oncomplete = () => { opening.result.close(); done(); };
        tx.onerror = failed;
      };
    })`);
    releases.isOld = false;
    // Closed and opened again in the cellar: the old page, from its own worker.
    await page.reload();
    await page.locator(".entry", { hasText: "旧版留下的备注" }).waitFor();
    expect(await isOld()).toBe(true);
    await context.setOffline(false);
    await allSent();

    // The new release waits until it is wanted; what was done meanwhile goes along.
    await page.reload();
    const update = page.getByRole("button", { name: /新版本/ });
    await update.waitFor({ timeout: 45_000 });
    await context.setOffline(true);
    await note("换版前写的备注");
    await update.click();
    await expect.poll(isOld).toBe(false);
    await page.locator(".entry", { hasText: "换版前写的备注" }).waitFor();
    await context.setOffline(false);
    await allSent();
  } finally {
    await context.close();
    releases.close();
  }
  const texts = (await recorded(desk, job.id)).events.map(({ texts: said }) => said["text"] ?? "");
  return texts.filter((text) => ["旧版里写的备注", "旧版留下的备注", "换版前写的备注"].includes(text));
}

async function seenOf(
  desk: Desk,
  job: HandlersJob,
): Promise<{ readonly version: number; readonly at: string }> {
  const { body } = await desk.client.asPerson(handler, "GET", `/complaints/${job.id}`);
  const version = typeof body === "object" && body !== null && "version" in body ? Number(body.version) : 0;
  return { version, at: new Date(desk.cloud.engine.now()).toISOString() };
}
