import type { ChannelSystemStore } from "../../lib/app/ports/organisation.ts";
import type { ChannelSystem } from "../../lib/domain/organisation/channel-system.ts";
import { at } from "./builders.ts";
import { sha256 } from "./crypto.ts";
import { stored } from "./memory/stored.ts";

/** A system whose one key is this secret. */
export function withSecret(
  secret: string,
  terms: Pick<ChannelSystem, "system" | "name" | "channels" | "projectIds">,
): ChannelSystem {
  const hash = sha256(secret);
  const made = { createdAt: at("2026-01-01 09:00"), createdBy: "operator" };
  return { ...terms, keys: [{ id: hash.slice(0, 10), hash, ...made }], version: 1 };
}

/** Channel systems in memory, with the same condition as the table's. */
export function memoryChannelSystems(given: readonly ChannelSystem[] = []): ChannelSystemStore {
  const systems = new Map(given.map((system) => [system.system, system]));
  const holders = new Map(
    given.flatMap(({ system, keys }) => keys.map(({ hash }): [string, string] => [hash, system])),
  );
  const uses = new Map<string, string>();
  return {
    find: async (name) => {
      const system = systems.get(name);
      return system === undefined ? undefined : stored(system);
    },
    list: async () => [...systems.values()].map((system) => stored(system)),
    put: async (system) => {
      if ((systems.get(system.system)?.version ?? 0) !== system.version - 1) return false;
      systems.set(system.system, stored(system));
      return true;
    },
    holder: async (hash) => holders.get(hash),
    noteUse: async (hash, when) => void uses.set(hash, when),
    lastUse: async (hash) => uses.get(hash),
    point: async (hash, system) => void holders.set(hash, system),
  };
}
