import type { components } from "./schema.ts";
import { learnServerTime } from "./server-time.ts";

export type WebConfig = components["schemas"]["WebConfig"];

/** What the server says about itself; also where the pages learn its time. Throws on a lost network. */
export async function readConfig(): Promise<WebConfig> {
  const response = await fetch("/config.json");
  if (!response.ok) throw new Error(`config.json answered ${response.status}`);
  const config: WebConfig = await response.json();
  learnServerTime(config.now);
  return config;
}
