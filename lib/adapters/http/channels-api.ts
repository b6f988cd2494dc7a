import { type AcknowledgementPorts } from "./acknowledgements/acknowledge-page.ts";
import { acknowledgementHandlers } from "./acknowledgements/handlers.ts";
import { type ChannelsApiPorts, channelHandlers } from "./channels/handlers.ts";
import { api, type Log } from "./core/router.ts";
import { ratingHandlers } from "./ratings/handlers.ts";
import type { RatingPorts } from "./ratings/rating-page.ts";

export type ChannelsPorts = ChannelsApiPorts & RatingPorts & AcknowledgementPorts;

/** The doors of the channel systems, and what people do by a message's link. */
export function channelsApi(ports: () => Promise<ChannelsPorts>, log?: Log, edgeKey?: string) {
  return api<ChannelsPorts>({
    name: "channels-api",
    ports,
    servings: [channelHandlers, ratingHandlers, acknowledgementHandlers],
    log,
    edgeKey,
  });
}
