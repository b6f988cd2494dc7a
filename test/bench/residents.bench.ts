/** `npm run bench:residents`: function time of the residents' pages, warm, as a ratio to a bare handler in the same run. */
import { publicApi } from "../../lib/adapters/http/public-api.ts";
import { shortTrackingUrl } from "../../lib/app/complaints/tracking.ts";
import { at } from "../support/builders.ts";
import { send } from "../support/http.ts";
import { world } from "../support/world.ts";

const ROUNDS = 400;
const w = world(at("2026-02-13 10:00"));
const { ports } = w;
const handler = publicApi(async () => ports, { info: () => {}, error: () => {} });
const { registration } = await w.receive({ matter: "楼道灯不亮" });
const { pathname, searchParams } = new URL(shortTrackingUrl(ports, await w.complaint(registration.id)));

const pages = {
  "GET /health (bare)": () => send(handler, "GET /health"),
  "GET /r (first question)": () => send(handler, "GET /r/project-1/x"),
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
  process.stdout.write(`${name.padEnd(30)} ${time.toFixed(2)} ms  ${(time / bare).toFixed(1)} ×\n`);
}
