import { api, type Log } from "./core/router.ts";
import { healthHandlers } from "./health/handlers.ts";
import { type PublicApiPorts, publicHandlers } from "./public/handlers.ts";

/** What anyone may ask: the complainant's own progress, health, the API's description; and every unknown route. */
export function publicApi(ports: () => Promise<PublicApiPorts>, log?: Log) {
  return api<PublicApiPorts>({
    name: "public-api",
    ports,
    servings: [publicHandlers, healthHandlers],
    log,
  });
}
