/** `npm run ops -- smoke`: after a deployment, what people and systems would ask of it is asked once. */
import * as z from "zod";
import type { Bilingual } from "../../lib/contracts/problems/text.ts";
import { defined } from "../../lib/domain/present.ts";

export interface SmokeTarget {
  /** Public address without a trailing slash. */
  readonly url: string;
  /** With a key and a project a complaint is registered, followed and withdrawn too. */
  readonly registering?: { readonly key: string; readonly projectId: string; readonly sourceId: string };
}

/** One thing that was asked, and what is wrong with the answer. */
export interface SmokeResult {
  readonly what: Bilingual;
  readonly milliseconds: number;
  readonly fault?: string;
}

interface Check {
  readonly what: Bilingual;
  /** Says what is wrong, or nothing. */
  readonly run: () => Promise<string | undefined>;
}

/** Asks one after the other; what throws is a fault of that check, and the others are asked all the same. */
export async function* smoke(target: SmokeTarget): AsyncGenerator<SmokeResult> {
  for (const { what, run } of [...reading(target), ...registering(target)]) {
    const start = performance.now();
    const fault = await run().catch((error: unknown) =>
      error instanceof Error ? error.message : String(error),
    );
    yield { what, milliseconds: Math.round(performance.now() - start), ...defined({ fault }) };
  }
}

function reading({ url }: SmokeTarget): readonly Check[] {
  const get = (path: string, status: number, holds: string): (() => Promise<string | undefined>) => {
    return async () => fault(await fetch(`${url}${path}`, { redirect: "manual" }), status, holds);
  };
  return [
    { what: { zh: "运行状况", en: "health" }, run: get("/health", 200, '"up"') },
    { what: { zh: "员工页面", en: "staff's pages" }, run: get("/", 200, "<script") },
    { what: { zh: "邮件里的链接", en: "a link from a mail" }, run: get("/c/smoke", 200, "<script") },
    { what: { zh: "客户查询页", en: "a resident's page" }, run: get("/t", 200, "<form") },
    { what: { zh: "接口说明", en: "the API's description" }, run: get("/openapi.json", 200, '"3.1.0"') },
    {
      what: { zh: "没有令牌的员工被拒绝", en: "staff without a token are refused" },
      run: get("/complaints", 401, ""),
    },
    {
      what: { zh: "没有密钥的系统被拒绝", en: "a system without a key is refused" },
      run: async () => fault(await fetch(`${url}/channels/web/complaints`, json({})), 401, ""),
    },
  ];
}

/** Register, again under the same id, follow, withdraw: the complaint says of itself what it is and ends at once. */
function registering({ url, registering: given }: SmokeTarget): readonly Check[] {
  if (given === undefined) return [];
  const { key, ...ids } = given;
  const body = { ...ids, matter, recordKind: "help", complainant: { anonymous: true } };
  const register = async () => {
    const answer = await fetch(`${url}/channels/web/complaints`, json(body, key));
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return receipt.parse(await answer.json());
  };
  let registered: z.output<typeof receipt> | undefined;
  const standing = () => {
    if (registered === undefined) throw new Error("没有登记成功 it was not registered");
    return registered;
  };
  return [
    {
      what: { zh: "登记自检记录", en: "a self-test is registered" },
      run: async () => {
        registered = await register();
        return undefined;
      },
    },
    {
      what: { zh: "同一来源再发一次仍是同一条", en: "sent again it is the same" },
      run: async () => {
        const { number } = await register();
        return number === standing().number ? undefined : `${number} ≠ ${standing().number}`;
      },
    },
    {
      what: { zh: "按链接可以查询", en: "its link shows it" },
      run: async () => fault(await followed(url, standing().trackingUrl), 200, standing().number),
    },
    {
      what: { zh: "按链接撤诉", en: "its link withdraws it" },
      run: async () => withdrawn(url, await (await followed(url, standing().trackingUrl)).text()),
    },
  ];
}

const matter = "系统部署自检，请勿处理。Deployment self-test, please ignore.";
const receipt = z.object({ number: z.string(), trackingUrl: z.url() });

/** The link under the address that was asked for: on a new installation the public one may not lead here yet. */
function followed(url: string, link: string): Promise<Response> {
  const { pathname, search } = new URL(link);
  return fetch(`${url}${pathname}${search}`, { headers: { accept: "text/html" } });
}

async function withdrawn(url: string, page: string): Promise<string | undefined> {
  const link = /href="([^"]*\/withdraw[^"]*)"/.exec(page)?.[1]?.replaceAll("&amp;", "&");
  if (link === undefined) return "页面上没有撤诉 the page offers no withdrawal";
  const form = new URLSearchParams({ text: "自检完毕 self-test done", once: crypto.randomUUID() });
  return fault(await fetch(new URL(link, url), { method: "POST", body: form }), 200, "");
}

function json(body: unknown, key?: string): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...(key === undefined ? {} : { "x-api-key": key }) },
    body: JSON.stringify(body),
  };
}

async function fault(answer: Response, status: number, holds: string): Promise<string | undefined> {
  const text = await answer.text();
  if (answer.status !== status) return `${answer.status}, 应为 should be ${status}`;
  return text.includes(holds) ? undefined : `答复里没有 the answer lacks ${holds}`;
}
