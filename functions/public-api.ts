import { container } from "../lib/adapters/composition/container.ts";
import { publicApi } from "../lib/adapters/http/public-api.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";
import { readEnvironment } from "../lib/config/environment.ts";

export const handler = publicApi(
  () => container("public-api", { sniffType }),
  undefined,
  readEnvironment("public-api", process.env).EDGE_KEY,
);
