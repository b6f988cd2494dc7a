import { container } from "../lib/adapters/composition/container.ts";
import { publicApi } from "../lib/adapters/http/public-api.ts";
import { sniffType } from "../lib/adapters/mail-in/sniff.ts";

export const handler = publicApi(() => container("public-api", { sniffType }));
