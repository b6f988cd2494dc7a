import { container } from "../lib/adapters/container.ts";
import { staffApi } from "../lib/adapters/http/staff-api.ts";
import { oidcFromEnvironment } from "../lib/adapters/identity/from-environment.ts";

export const handler = staffApi(() => container("staff-api"), oidcFromEnvironment("staff-api", process.env));
