import { container } from "../lib/adapters/composition/container.ts";
import { channelsApi } from "../lib/adapters/http/channels-api.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";

export const handler = channelsApi(() => container("channels-api", { sniffType }));
