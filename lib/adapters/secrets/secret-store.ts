import type { SecretName } from "../../config/secrets.ts";

/** Where an installation keeps what nobody else may know: values by name, apart from the table. */
export interface SecretStore {
  /** The value in force; undefined where none was ever put. */
  get(name: SecretName): Promise<string | undefined>;
  /** Puts a value in the place of the one before, which the service keeps as the previous version. */
  put(name: SecretName, value: string): Promise<void>;
  /** Takes it away; for a month a later `put` brings it back. Nothing happens where there is none. */
  remove(name: SecretName): Promise<void>;
}
