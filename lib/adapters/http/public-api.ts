import { api, type Log } from "./core/router.ts";
import { healthHandlers } from "./health/handlers.ts";
import { type PublicApiPorts, publicHandlers } from "./public/handlers.ts";
import type { ReportPorts } from "./residents/report.ts";
import { trackHandlers } from "./residents/track-handlers.ts";
import type { TrackPorts } from "./residents/tracked.ts";
import type { WechatPorts } from "./wechat/handlers.ts";

export type PublicPorts = PublicApiPorts & ReportPorts & TrackPorts & WechatPorts;

/** What anyone may do: complain, follow a complaint; health, the API's description; and every unknown route. */
export function publicApi(ports: () => Promise<PublicPorts>, log?: Log, edgeKey?: string) {
  return api<PublicPorts>({
    name: "public-api",
    ports,
    // Whoever follows a complaint comes most often, health each minute.
    servings: [publicHandlers, trackHandlers, healthHandlers],
    later: {
      r: async () => (await import("./residents/handlers.ts")).residentHandlers,
      channels: async () => (await import("./wechat/handlers.ts")).wechatHandlers,
    },
    log,
    edgeKey,
  });
}
