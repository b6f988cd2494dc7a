import { container } from "../lib/adapters/composition/container.ts";
import { channelsApi } from "../lib/adapters/http/channels-api.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";
import { readEnvironment } from "../lib/config/environment.ts";

export const handler = channelsApi(
  () => container("channels-api", { sniffType }),
  undefined,
  readEnvironment("channels-api", process.env).EDGE_KEY,
);
