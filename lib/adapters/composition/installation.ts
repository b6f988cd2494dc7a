import { ConfigurationError, type FunctionName, functionVariables } from "../../config/environment.ts";
import { functionSecrets, type SecretName } from "../../config/secrets.ts";
import {
  apartSettings,
  comingSettings,
  type InstallationSettings,
  installationSettings,
  loadSettings,
} from "../dynamodb/core/settings.ts";
import type { Table } from "../dynamodb/core/table.ts";
import { type HashKeys, newHashKey } from "../runtime/crypto.ts";
import type { Surroundings } from "../runtime/surroundings.ts";
import { liveRing } from "../secrets/live-ring.ts";
import type { SecretStore } from "../secrets/secret-store.ts";

/** What an installation has fixed, and the keys that its hashes are made with. */
export interface OpenedInstallation {
  /** Throws ConfigurationError in a function that needs none of them. */
  readonly settings: () => InstallationSettings;
  /** Throws ConfigurationError in a function that may not read the keys. */
  readonly keys: HashKeys;
}

interface Opening {
  readonly name: string;
  /** Absent: a process that needs none. */
  readonly table?: Table;
  /** Absent: an installation that keeps its key in the table. */
  readonly secrets?: SecretStore;
  readonly surroundings: Surroundings;
}

/** The function that anybody reaches may not write what is decided for all. */
const beginsNothing: FunctionName = "public-api";

/**
 * Reads what the installation has fixed; whoever comes first decides it. The key of an installation that keeps it in its table
 * comes from there until it is moved. Throws ConfigurationError, UnreadableSecretError.
 */
export async function openInstallation({
  name,
  table,
  secrets,
  surroundings,
}: Opening): Promise<OpenedInstallation> {
  if (table === undefined) return closed(name);
  const stored = await loadSettings(table);
  if (stored?.hashKey !== undefined) return withKey(name, stored);
  if (secrets === undefined) {
    if (stored !== undefined) {
      throw new ConfigurationError(
        `${name} has no setting SECRETS: the installation's keys are not in its table`,
      );
    }
    return withKey(name, await installationSettings(table, () => newHashKey(surroundings)));
  }
  if (!mayRead(name, "installation-key"))
    return { settings: () => stored ?? comingSettings(), keys: () => given(name) };
  const ring = await liveRing(secrets, surroundings.clock);
  const settings =
    stored ?? (name === beginsNothing ? comingSettings() : await apartSettings(table, ring.mark()));
  // Somebody without the secrets was faster.
  if (settings.hashKey !== undefined) return withKey(name, settings);
  return { settings: () => settings, keys: ring.keys };
}

function withKey(name: string, settings: InstallationSettings): OpenedInstallation {
  const { hashKey } = settings;
  const keys = hashKey === undefined ? [] : [hashKey];
  return { settings: () => given(name, settings), keys: () => keys };
}

function given<T>(name: string, value?: T): T {
  if (value === undefined)
    throw new ConfigurationError(`${name} has no part in what the installation keeps secret`);
  return value;
}

/** An operator may read everything; a function what infra grants it. */
function mayRead(name: string, secret: SecretName): boolean {
  if (!isFunction(name)) return true;
  const list: readonly SecretName[] = functionSecrets[name];
  return list.includes(secret);
}

function isFunction(name: string): name is FunctionName {
  return name in functionVariables;
}

/** A process without a table has no installation: whatever is asked of it is an error. */
function closed(name: string): OpenedInstallation {
  const refuse = () => {
    throw new ConfigurationError(`${name} has no setting TABLE_NAME`);
  };
  return { settings: refuse, keys: refuse };
}
