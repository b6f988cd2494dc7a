import type { AcknowledgementPorts } from "./acknowledgements/acknowledge-page.ts";
import { type ChannelsApiPorts, channelHandlers } from "./channels/handlers.ts";
import { api, type Log } from "./core/router.ts";
import type { RatingPorts } from "./ratings/rating-page.ts";

export type ChannelsPorts = ChannelsApiPorts & RatingPorts & AcknowledgementPorts;

/** The doors of the channel systems, and what people do by a message's link. */
export function channelsApi(ports: () => Promise<ChannelsPorts>, log?: Log, edgeKey?: string) {
  return api<ChannelsPorts>({
    name: "channels-api",
    ports,
    servings: [channelHandlers],
    later: { public: linked },
    log,
    edgeKey,
  });
}

/** What people do by a message's link. */
async function linked() {
  const [{ ratingHandlers }, { acknowledgementHandlers }] = await Promise.all([
    import("./ratings/handlers.ts"),
    import("./acknowledgements/handlers.ts"),
  ]);
  return { ...ratingHandlers, ...acknowledgementHandlers };
}
