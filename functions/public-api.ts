import { container } from "../lib/adapters/composition/container.ts";
import { publicApi } from "../lib/adapters/http/public-api.ts";

export const handler = publicApi(() => container("public-api"));
