/**
 * `npm run bench:residents`: function time of the residents' pages, warm, 95th percentile, as a ratio to a bare handler in the
 * same run. Fails above 60 ms.
 */
import { publicApi } from "../../lib/adapters/http/public-api.ts";
import { shortTrackingUrl } from "../../lib/app/complaints/tracking.ts";
import { beginDraft } from "../../lib/app/residents/draft.ts";
import { at } from "../support/builders.ts";
import { send } from "../support/http.ts";
import { world } from "../support/world.ts";

const ROUNDS = 400;
/** Milliseconds of function time. */
const MOST = 60;
const w = world(at("2026-02-13 10:00"));
const { ports } = w;
const handler = publicApi(async () => ports, { info: () => {}, failed: () => {} });
const { registration } = await w.receive({ matter: "楼道灯不亮" });
const { pathname, searchParams } = new URL(shortTrackingUrl(ports, await w.complaint(registration.id)));

const { token } = await beginDraft(ports, "project-1", { matter: "楼道灯不亮" });
const draft = { query: { draft: token } };
const pages = {
  "GET /health (bare)": () => send(handler, "GET /health"),
  "GET /r (first question)": () => send(handler, "GET /r/project-1/x"),
  "GET /r/…/photos": () => send(handler, "GET /r/project-1/x/photos", draft),
  "GET /r/…/neighbours": () => send(handler, "GET /r/project-1/x/neighbours", draft),
  "GET /r/…/check": () => send(handler, "GET /r/project-1/x/check", draft),
  "GET /t (find)": () => send(handler, "GET /t"),
  "GET /t/{number} (progress)": () =>
    send(handler, `GET ${pathname}`, { query: Object.fromEntries(searchParams) }),
} as const;

/** 95th percentile, milliseconds. */
async function p95(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < ROUNDS; n += 1) {
    const start = performance.now();
    await ask();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(ROUNDS * 0.95)] ?? 0;
}

let bare = 0;
for (const [name, ask] of Object.entries(pages)) {
  await p95(ask);
  const time = await p95(ask);
  if (bare === 0) bare = time;
  if (time > MOST) process.exitCode = 1;
  process.stdout.write(`${name.padEnd(30)} ${time.toFixed(2)} ms  ${(time / bare).toFixed(1)} ×\n`);
}
