import { container } from "../lib/adapters/container.ts";
import { publicApi } from "../lib/adapters/http/public-api.ts";

export const handler = publicApi(() => container("public-api"));
