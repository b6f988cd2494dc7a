import { once } from "../../domain/once.ts";
import type { AwsConfig } from "../runtime/aws-clients.ts";
import type { SecretStore } from "./secret-store.ts";

/** The secrets behind a prefix such as `jiesu/prod/`; the client is loaded with the first one asked for. */
export function secretsLater(aws: AwsConfig, prefix: string): SecretStore {
  const loaded = once(async () => {
    const { secretsManager } = await import("./secrets-manager.ts");
    return secretsManager(aws, prefix);
  });
  return {
    get: async (name) => (await loaded()).get(name),
    put: async (name, value) => (await loaded()).put(name, value),
    remove: async (name) => (await loaded()).remove(name),
  };
}
