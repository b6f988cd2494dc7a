import { container } from "../lib/adapters/container.ts";
import { reportsApi } from "../lib/adapters/http/reports-api.ts";
import { oidcFromEnvironment } from "../lib/adapters/identity/from-environment.ts";

export const handler = reportsApi(
  () => container("reports-api"),
  oidcFromEnvironment("reports-api", process.env),
);
