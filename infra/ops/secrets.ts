import {
  forgetKey,
  type InstallationSettings,
  loadSettings,
} from "../../lib/adapters/dynamodb/core/settings.ts";
import {
  putMessengerSettings,
  type ServicePlace,
  serviceSettings,
  storedServicesOf,
} from "../../lib/adapters/messengers/settings.ts";
import { newHashKey } from "../../lib/adapters/runtime/crypto.ts";
import { type KeyRing, keysInForce, markOf, rotated } from "../../lib/adapters/secrets/key-ring.ts";
import { readRing } from "../../lib/adapters/secrets/live-ring.ts";
import type { SecretName } from "../../lib/config/secrets.ts";
import { serviceNames } from "../../lib/domain/services/terms.ts";
import type { Instant } from "../../lib/domain/time/instant.ts";
import { StoreError, servicePlace } from "./store.ts";

type Env = Readonly<Record<string, string | undefined>>;
type Place = Required<ServicePlace>;

/** Where a secret lies. `absent`: it was never given. */
export interface SecretState {
  readonly name: SecretName;
  readonly lies: "apart" | "table" | "absent";
}

/** The table and the secrets of `env`. Throws StoreError where SECRETS or TABLE_NAME is missing. */
function placeOf(env: Env): Place {
  const { table, secrets } = servicePlace(env);
  if (secrets === undefined || table.name === "") {
    throw new StoreError(
      "缺少 SECRETS 或 TABLE_NAME（stateful 堆栈的输出 Secrets、TableName） · missing SECRETS or TABLE_NAME: outputs of the stateful stack",
    );
  }
  return { table, secrets };
}

/** Where each secret of the installation lies; no value is shown. */
export async function secretStates(env: Env): Promise<readonly SecretState[]> {
  const place = placeOf(env);
  const [settings, services] = await Promise.all([loadSettings(place.table), storedServicesOf(place.table)]);
  const key = settings?.hashKey === undefined ? "apart" : "table";
  return [
    { name: "installation-key", lies: key },
    ...serviceNames.map((name) => {
      const stored = services[name];
      const lies =
        stored === undefined ? "absent" : "secret" in stored && stored.secret === true ? "apart" : "table";
      return { name, lies } as const;
    }),
  ];
}

/**
 * Moves what the table still holds to the secrets: first there, read back, then out of the table. Repeatable; gives the
 * names of what was moved. Throws StoreError where another key lies with the secrets in use.
 */
export async function moveSecrets(env: Env): Promise<readonly SecretName[]> {
  const place = placeOf(env);
  const moved: SecretName[] = [];
  const settings = await loadSettings(place.table);
  if (settings?.hashKey !== undefined) {
    await moveKey(place, settings.hashKey);
    moved.push("installation-key");
  }
  const standing = (await secretStates(env)).filter(
    ({ name, lies }) => name !== "installation-key" && lies === "table",
  );
  if (standing.length === 0) return moved;
  await putMessengerSettings(place, await serviceSettings(place, serviceNames));
  return [...moved, ...standing.map(({ name }) => name)];
}

async function moveKey({ table, secrets }: Place, hashKey: string): Promise<void> {
  // Functions take the key of the table as long as it stands there, so what the stack made is used by nobody yet.
  await secrets.put("installation-key", JSON.stringify({ keys: [{ key: hashKey }] } satisfies KeyRing));
  const [first] = (await readRing(secrets)).keys;
  if (first?.key !== hashKey)
    throw new StoreError("密钥没有保存成功，表中未改 · the key was not stored; nothing was changed");
  if (!(await forgetKey(table, hashKey, markOf(hashKey)))) {
    throw new StoreError(
      "表中的密钥同时被改动，请重试 · the table's key was changed meanwhile; run it again",
    );
  }
}

export interface Rotation {
  /** New hashes are made with the new key from then on. */
  readonly from: Instant;
  /** What the keys before made is recognised until then. */
  readonly until: Instant;
  readonly keys: number;
}

/** Makes a new installation key beside the one in use. Throws StoreError while the key is still in the table. */
export async function rotateKey(env: Env, now: Instant, overlapDays: number): Promise<Rotation> {
  const { table, secrets } = placeOf(env);
  checkApart(await loadSettings(table));
  const before = await readRing(secrets);
  if (before.keys.some(({ from }) => from !== undefined && now < from)) {
    throw new StoreError(
      "两小时内已换过密钥 · a new key was made less than two hours ago and is not in use yet",
    );
  }
  const ring = rotated(before, newHashKey(), now, overlapDays);
  await secrets.put("installation-key", JSON.stringify(ring));
  const last = ring.keys.at(-1);
  const until = ring.keys.at(-2)?.until;
  if (last?.from === undefined || until === undefined) throw new RangeError("a ring without a new key");
  return { from: last.from, until, keys: keysInForce(ring, now).length };
}

function checkApart(settings: InstallationSettings | undefined): void {
  if (settings?.hashKey === undefined) return;
  throw new StoreError(
    "先执行 secrets move：密钥还在表里 · run `secrets move` first: the key is still in the table",
  );
}
