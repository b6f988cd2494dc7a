import { container } from "../lib/adapters/container.ts";
import { channelsApi } from "../lib/adapters/http/channels-api.ts";

export const handler = channelsApi(() => container("channels-api"));
