import { container } from "../lib/adapters/composition/container.ts";
import { signInApi } from "../lib/adapters/http/sign-in-api.ts";
import { signInFromEnvironment } from "../lib/adapters/identity/sign-in-settings.ts";

export const handler = signInApi(() => container("sign-in"), signInFromEnvironment(process.env));
