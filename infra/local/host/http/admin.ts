import type { IncomingMessage } from "node:http";
import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Services } from "../../contract.ts";
import type { OidcAnswer, OidcIssuer } from "../../oidc.ts";
import type { Engine } from "../engine.ts";
import type { IamLedger } from "../iam/ledger.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";
import { indexPage } from "./admin-page.ts";
import type { HttpAnswer } from "./api-response.ts";
import { readBody } from "./body.ts";
import { bytesOf, mailboxPage, mailboxPath, mailFile, mailPage } from "./mailbox-pages.ts";
import { messagesPage } from "./messages-page.ts";
import { Receivers } from "./receivers.ts";
import { decodePart } from "./router.ts";
import { usageOf } from "./usage.ts";

export const adminPath = "/_local";
const bodyLimit = 64 * 1024;
const mailbox = mailboxPath.slice(adminPath.length);
/** So many of the newest mails stand on the mailbox's page. */
const SHOWN_MAILS = 300;

export interface AdminOptions {
  readonly services: Services;
  readonly engine: Engine;
  readonly iam: IamLedger;
  readonly pools: ReadonlyMap<string, FunctionPool>;
  readonly oidc: OidcIssuer;
  readonly buckets: readonly string[];
  readonly speed: number | undefined;
  /** What the operator's tools read from the environment here. */
  readonly env: Readonly<Record<string, string>>;
  readonly people: () => readonly { readonly id: string; readonly name: string; readonly post: string }[];
}

const clockSchema = z.union([z.strictObject({ to: z.string() }), z.strictObject({ by: z.string() })]);

function json(status: number, value: unknown): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" },
    body: Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`),
  };
}

const iso = (instant: number) => new Date(instant).toISOString();

function oidcAnswer(answer: OidcAnswer): HttpAnswer {
  if ("location" in answer) {
    return { status: 303, headers: { location: answer.location }, body: Buffer.alloc(0) };
  }
  return "html" in answer
    ? { ...page(answer.html), status: answer.status }
    : json(answer.status, answer.body);
}

/** What only the local cloud has: status, clock, mails, IAM reports, files and the development issuer. */
export class Admin {
  readonly #options: AdminOptions;
  readonly #receivers: Receivers;

  constructor(options: AdminOptions) {
    this.#options = options;
    this.#receivers = new Receivers(options.services.messages);
  }

  /** Answers a request under `/_local`; undefined: there is nothing at this path. */
  async handle(request: IncomingMessage, url: URL): Promise<HttpAnswer | undefined> {
    const { services, iam, oidc } = this.#options;
    const method = request.method ?? "GET";
    const path = url.pathname.slice(adminPath.length);
    // A page of another site in the same browser must not move the clock or fetch tokens.
    const { origin } = request.headers;
    if (method === "POST" && origin !== undefined && origin !== `http://${request.headers.host}`) {
      return json(403, { message: "Forbidden" });
    }
    if (path.startsWith("/oidc/")) {
      const body = await readBody(request, bodyLimit);
      if (body === "too large") return json(413, { message: "Request Entity Too Large" });
      const type = request.headers["content-type"] ?? "";
      const below = path.slice("/oidc".length);
      const answer = await oidc.answer(method, below, body.toString("utf8"), type, url.searchParams);
      return answer === undefined ? undefined : oidcAnswer(answer);
    }
    if (path.startsWith("/wecom/") || path.startsWith("/sms/")) return this.#receive(request, path, url);
    if (method === "POST" && path === "/clock") return this.#moveClock(request);
    if (method !== "GET") return undefined;
    if (path === "" || path === "/") return this.#page();
    if (path === "/status") return json(200, this.status());
    if (path === "/env") return this.#env();
    if (path === "/usage") return json(200, await usageOf(services, this.#options.pools));
    if (path === "/mails") {
      return json(
        200,
        services.mails.sent().map((mail) => ({ ...mail, at: iso(mail.at) })),
      );
    }
    if (path === mailbox || path.startsWith(`${mailbox}/`)) {
      return this.#mailbox(path.slice(mailbox.length), url.searchParams.get("q") ?? "");
    }
    if (path === "/messages") return page(messagesPage(services.messages.sent()));
    if (path === "/iam") return json(200, { denied: iam.deniedCalls(), unused: iam.unusedGrants() });
    if (path === "/files") return json(200, this.#files());
    if (path.startsWith("/files/")) return this.#file(path.slice("/files/".length));
    return undefined;
  }

  /** For a shell: `eval "$(curl -s …/_local/env)"`, and operators' tools and the AWS command line work on this cloud. */
  #env(): HttpAnswer {
    const { env, engine } = this.#options;
    const lines = Object.entries({ ...env, JIESU_NOW: iso(engine.now()) }).map(
      ([name, value]) => `export ${name}='${value.replaceAll("'", "'\\''")}'\n`,
    );
    const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
    return { status: 200, headers, body: Buffer.from(lines.join("")) };
  }

  async #receive(request: IncomingMessage, path: string, url: URL): Promise<HttpAnswer | undefined> {
    const body = await readBody(request, bodyLimit);
    if (body === "too large") return json(413, { message: "Request Entity Too Large" });
    const { authorization } = request.headers;
    const method = request.method ?? "GET";
    const answer = this.#receivers.answer(
      method,
      path,
      url.searchParams,
      authorization,
      body.toString("utf8"),
    );
    return answer === undefined ? undefined : json(answer.status, answer.body);
  }

  /** Everything that is going on, for people and tests. */
  status() {
    const { services, engine, pools, speed } = this.#options;
    return {
      now: iso(engine.now()),
      speed: speed ?? null,
      queues: services.queues.counts(),
      schedules: services.schedules.list().map(({ nextAt, ...schedule }) => ({
        ...schedule,
        nextAt: nextAt === undefined ? null : iso(nextAt),
      })),
      functions: [...pools.values()].map(({ definition, counts, running }) => ({
        name: definition.name,
        running,
        ...counts,
      })),
      mails: services.mails.count(),
      messages: services.messages.count(),
    };
  }

  async #moveClock(request: IncomingMessage): Promise<HttpAnswer> {
    const { engine } = this.#options;
    const body = await readBody(request, bodyLimit);
    const target = body === "too large" ? undefined : targetOf(body.toString("utf8"), engine.now());
    if (target === undefined) {
      const message = `需要 {"to": 时刻} 或 {"by": 时长} · expected {"to": "2026-03-01T00:00:00Z"} or {"by": "PT3H"}`;
      return json(400, { message });
    }
    if (target < engine.now()) {
      return json(409, {
        message: `时钟只能向前 · the clock moves forward only; it is ${iso(engine.now())}`,
      });
    }
    const counts = await engine.advanceTo(target);
    return json(200, { now: iso(engine.now()), ...counts });
  }

  #files() {
    const { services, buckets } = this.#options;
    return buckets.flatMap((bucket) =>
      services.objects.list(bucket).map(({ key, size, lastModified }) => ({
        bucket,
        key,
        size,
        lastModified: iso(lastModified),
        href: `${adminPath}/files/${bucket}/${key.split("/").map(encodeURIComponent).join("/")}`,
      })),
    );
  }

  #file(path: string): HttpAnswer | undefined {
    const slash = path.indexOf("/");
    const bucket = path.slice(0, slash);
    const key = path
      .slice(slash + 1)
      .split("/")
      .map(decodePart)
      .join("/");
    if (slash < 0 || !this.#options.buckets.includes(bucket)) return undefined;
    const object = this.#options.services.objects.get(bucket, key);
    if (object === undefined) return undefined;
    return download(key.slice(key.lastIndexOf("/") + 1), object.contentType, object.body);
  }

  /** The sent mails for people: all, one (`/{id}`), its text as sent (`/{id}/raw`), a file of it (`/{id}/files/{n}`). */
  async #mailbox(path: string, searched: string): Promise<HttpAnswer | undefined> {
    const { mails } = this.#options.services;
    if (path === "" || path === "/") {
      return page(mailboxPage(mails.newest(SHOWN_MAILS, searched), mails.count(), searched));
    }
    const [id = "", part, at, ...more] = path.slice(1).split("/").map(decodePart);
    const mail = mails.find(id);
    if (mail === undefined || more.length > 0) return undefined;
    if (part === undefined) return page(await mailPage(mail));
    if (part === "raw" && at === undefined) {
      return download(`${mail.id}.eml`, "message/rfc822", Buffer.from(mail.raw));
    }
    const file = part === "files" ? await mailFile(mail, Number(at)) : undefined;
    if (file === undefined) return undefined;
    return download(file.filename ?? `${at}`, "application/octet-stream", bytesOf(file.content));
  }

  #page(): HttpAnswer {
    const files = this.#files().reverse().slice(0, 50);
    return page(indexPage({ status: this.status(), files, people: this.#options.people() }));
  }
}

/** A file for whoever opened a page: mails and attachments come from strangers, and nothing of them runs here. */
const download = (name: string, contentType: string, body: Uint8Array): HttpAnswer => ({
  status: 200,
  headers: {
    "content-type": contentType,
    "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
  },
  body: Buffer.from(body),
});

const page = (html: string): HttpAnswer => ({
  status: 200,
  headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  body: Buffer.from(html),
});

/** The instant that a clock request asks for, epoch milliseconds; days are calendar days of Asia/Shanghai. */
function targetOf(body: string, now: number): number | undefined {
  try {
    const wish = clockSchema.parse(JSON.parse(body));
    if ("to" in wish) return Temporal.Instant.from(wish.to).epochMilliseconds;
    const duration = Temporal.Duration.from(wish.by);
    return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO("Asia/Shanghai").add(duration)
      .epochMilliseconds;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError || error instanceof z.ZodError)
      return undefined;
    throw error;
  }
}
