import {
  admits,
  type ChannelSystem,
  endingKeys,
  isValidKey,
  type KeyChange,
  ownSystems,
  withKey,
} from "../../domain/organisation/channel-system.ts";
import { defined } from "../../domain/present.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import type { Crypto } from "../ports/crypto.ts";
import type { Ports } from "../ports/index.ts";
import type { ChannelSystemStore } from "../ports/organisation.ts";
import { type Problem, problem } from "../problems/problem.ts";

/** What a system may do; the folder of a company and `PUT /channel-keys` say it alike. */
export type SystemTerms = Omit<ChannelSystem, "keys" | "version">;

/** `set` makes a system with its first key or changes what it may do; keys stay as they are. */
export type KeyCommand =
  | ({ readonly action: "set" } & SystemTerms)
  | { readonly action: "rotate"; readonly system: string; readonly overlapHours: number }
  | { readonly action: "revoke"; readonly system: string; readonly keyId?: string };

/** A system after a change; the secret of a new key is told this once. */
export interface ChangedSystem {
  readonly system: ChannelSystem;
  readonly secret?: string;
  /** What requests with the new key are signed with, where the system signs. */
  readonly signingSecret?: string;
}

type KeyPorts = Pick<Ports, "clock" | "crypto" | "channelSystems" | "organisation">;

/** The most keys of a system that are in force at once. */
const MOST_KEYS = 5;

/** Where digests of keys led when they were asked for. Whether a key is in force the system alone says, each time. */
const led = new WeakMap<ChannelSystemStore, Map<string, string>>();

/**
 * What a key's requests are signed with: made from the installation's secret, so that it is stored nowhere and ends with
 * its key. Whoever reads the table can sign nothing.
 */
export function signingSecretOf({ keyedHash }: Pick<Crypto, "keyedHash">, keyHash: string): string {
  return keyedHash(signing(keyHash));
}

/** The secrets that a request may be signed with: also those of the installation's key before. */
export function signingSecretsOf(
  { keyedHashes }: Pick<Crypto, "keyedHashes">,
  keyHash: string,
): readonly string[] {
  return keyedHashes(signing(keyHash));
}

function signing(keyHash: string): string {
  return `channel-signature:${keyHash}`;
}

/** The name of the system that a key leads to, in force or not. */
export async function systemNamedBy(
  { crypto, channelSystems }: Pick<Ports, "crypto" | "channelSystems">,
  key: string,
): Promise<string | undefined> {
  const hash = crypto.digest(key);
  const known = led.get(channelSystems)?.get(hash);
  if (known !== undefined) return known;
  const name = await channelSystems.holder(hash);
  if (name === undefined) return undefined;
  const names = led.get(channelSystems) ?? new Map<string, string>();
  led.set(channelSystems, names.set(hash, name));
  return name;
}

/** The system whose key this is, if the key is in force. */
export async function systemOfKey(ports: SystemPorts, key: string): Promise<ChannelSystem | undefined> {
  const name = await systemNamedBy(ports, key);
  if (name === undefined) return undefined;
  const system = await admitting(ports, name, key);
  if (system !== undefined) return system;
  // The same key may have been given to another system since.
  led.get(ports.channelSystems)?.delete(ports.crypto.digest(key));
  const now = await systemNamedBy(ports, key);
  return now === undefined || now === name ? undefined : admitting(ports, now, key);
}

type SystemPorts = Pick<Ports, "clock" | "crypto" | "channelSystems">;

async function admitting(
  { clock, crypto, channelSystems }: SystemPorts,
  name: string,
  key: string,
): Promise<ChannelSystem | undefined> {
  const system = await channelSystems.find(name);
  const admitted = system !== undefined && admits(system, crypto.digest(key), toInstant(clock.now()));
  return admitted ? system : undefined;
}

/** Makes, rotates or revokes keys. `version` is the one that was seen, 0 for a new system. */
export async function changeKeys(
  ports: KeyPorts,
  command: KeyCommand,
  version: number,
  by: string,
): Promise<ChangedSystem | Problem> {
  const standing = await ports.channelSystems.find(command.system);
  if (version !== (standing?.version ?? 0)) return problem("organisation-changed");
  const change: KeyChange = { at: toInstant(ports.clock.now()), by };
  switch (command.action) {
    case "set": {
      const fault = await unknownProject(ports, command);
      if (fault !== undefined) return fault;
      const { action: _, ...terms } = command;
      if (ownSystems.includes(terms.system)) return problem("reserved-system", { path: "system" });
      if (standing === undefined) return issue(ports, { ...terms, keys: [], version: 0 }, change);
      return store(ports, { ...terms, keys: standing.keys, version });
    }
    case "rotate": {
      if (standing === undefined) return problem("not-found");
      const until = laterBy(ports, command.overlapHours);
      if (standing.keys.filter((key) => isValidKey(key, change.at)).length >= MOST_KEYS && until > change.at)
        return problem("too-many-keys");
      return issue(ports, endingKeys(standing, until, change), change);
    }
    case "revoke": {
      const { keyId } = command;
      if (standing === undefined) return problem("not-found");
      if (keyId !== undefined && !standing.keys.some(({ id }) => id === keyId))
        return problem("not-found", { path: "keyId" });
      const meant = keyId === undefined ? undefined : ({ id }: { readonly id: string }) => id === keyId;
      return store(ports, endingKeys(standing, change.at, change, meant));
    }
  }
}

/**
 * Gives a system one more key that the operator chose; those in force stay valid. The same key again stays one key.
 */
export async function addChannelKey(
  ports: Pick<Ports, "crypto" | "channelSystems">,
  terms: SystemTerms,
  key: string,
  at: Instant,
): Promise<void> {
  const { system } = terms;
  const standing = await ports.channelSystems.find(system);
  // What headquarters has set since is not taken back by a folder that does not speak of it.
  const before: ChannelSystem = {
    ...defined({
      addresses: standing?.addresses,
      signed: standing?.signed,
      perMinute: standing?.perMinute,
    }),
    ...terms,
    keys: standing?.keys ?? [],
    version: standing?.version ?? 0,
  };
  const hash = ports.crypto.digest(key);
  await ports.channelSystems.point(hash, system);
  const stored = await store(ports, withKey(before, hash, { at, by: "operator" }));
  if ("problem" in stored) throw new Error(`somebody else changed the keys of ${system} at the same moment`);
}

/** The digest leads to the system first: until the system lists the key, it opens nothing. */
async function issue(
  ports: KeyPorts,
  system: ChannelSystem,
  change: KeyChange,
): Promise<ChangedSystem | Problem> {
  const secret = newSecret(ports.crypto);
  const hash = ports.crypto.digest(secret);
  await ports.channelSystems.point(hash, system.system);
  const stored = await store(ports, withKey(system, hash, change));
  return "problem" in stored
    ? stored
    : { ...stored, secret, signingSecret: signingSecretOf(ports.crypto, hash) };
}

async function store(
  { channelSystems }: Pick<Ports, "channelSystems">,
  before: ChannelSystem,
): Promise<ChangedSystem | Problem> {
  const system = { ...before, version: before.version + 1 };
  return (await channelSystems.put(system)) ? { system } : problem("organisation-changed");
}

async function unknownProject(
  { organisation }: KeyPorts,
  { projectIds = [] }: SystemTerms,
): Promise<Problem | undefined> {
  const known = new Set((await organisation.projects()).map(({ id }) => id));
  const index = projectIds.findIndex((id) => !known.has(id));
  return index < 0 ? undefined : problem("unknown-project", { path: `projectIds.${index}` });
}

/** 256 random bits. */
function newSecret(crypto: Crypto): string {
  return `${crypto.salt()}${crypto.salt()}`;
}

function laterBy({ clock }: KeyPorts, hours: number): Instant {
  return toInstant(clock.now().add({ hours }));
}
