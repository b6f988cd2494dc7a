import { api, type Log } from "./core/router.ts";
import { healthHandlers } from "./health/handlers.ts";
import { type PublicApiPorts, publicHandlers } from "./public/handlers.ts";
import { residentHandlers } from "./residents/handlers.ts";
import type { ReportPorts } from "./residents/report.ts";
import { trackHandlers } from "./residents/track-handlers.ts";
import type { TrackPorts } from "./residents/tracked.ts";
import { type WechatPorts, wechatHandlers } from "./wechat/handlers.ts";

export type PublicPorts = PublicApiPorts & ReportPorts & TrackPorts & WechatPorts;

/** What anyone may do: complain, follow a complaint; health, the API's description; and every unknown route. */
export function publicApi(ports: () => Promise<PublicPorts>, log?: Log, edgeKey?: string) {
  return api<PublicPorts>({
    name: "public-api",
    ports,
    servings: [publicHandlers, residentHandlers, trackHandlers, wechatHandlers, healthHandlers],
    log,
    edgeKey,
  });
}
