import { type ChangedSystem, changeKeys, type KeyCommand } from "../../app/organisation/channel-keys.ts";
import type { Ports } from "../../app/ports/index.ts";
import { isProblem } from "../../app/problems/problem.ts";
import { channelKeyBody } from "../../contracts/channel-keys/bodies.ts";
import { type ChannelKey, type ChannelSystem, isValidKey } from "../../domain/organisation/channel-system.ts";
import type { Person } from "../../domain/organisation/organisation.ts";
import { type Instant, toInstant } from "../../domain/time/instant.ts";
import { refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type ChannelKeysApiPorts = Pick<Ports, "clock" | "crypto" | "channelSystems" | "organisation">;

/** `default`: a day is enough to put a new key into a call centre. */
const OVERLAP_HOURS = 24;

/** The channel systems and their keys; a secret is never told again. */
export async function listChannelKeys(ports: ChannelKeysApiPorts): Promise<Reply> {
  const now = toInstant(ports.clock.now());
  const systems = await ports.channelSystems.list();
  return json(200, { items: systems.map((system) => systemView(system, now)) });
}

/** Makes, rotates or revokes keys. */
export async function putChannelKey(
  ports: ChannelKeysApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const { version, ...body } = validated(channelKeyBody, request.json());
  const command: KeyCommand =
    body.action === "rotate" ? { ...body, overlapHours: body.overlapHours ?? OVERLAP_HOURS } : body;
  const changed = await changeKeys(ports, command, version, person.id);
  if (isProblem(changed)) throw refusalOf(changed);
  return json(200, changedView(changed, toInstant(ports.clock.now())));
}

function changedView({ system, secret }: ChangedSystem, now: Instant) {
  return { ...systemView(system, now), ...(secret === undefined ? {} : { secret }) };
}

/** Everything but the digest. */
function keyView(key: ChannelKey, now: Instant) {
  const { id, createdAt, createdBy, validUntil, endedBy } = key;
  return {
    id,
    createdAt,
    createdBy,
    ...(validUntil === undefined ? {} : { validUntil }),
    ...(endedBy === undefined ? {} : { endedBy }),
    valid: isValidKey(key, now),
  };
}

function systemView({ system, name, channels, projectIds, version, keys }: ChannelSystem, now: Instant) {
  const made = keys.map(({ createdAt }) => createdAt).sort();
  const [createdAt, lastRotatedAt] = [made[0], made.at(-1)];
  return {
    system,
    name,
    channels,
    ...(projectIds === undefined ? {} : { projectIds }),
    version,
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(lastRotatedAt === undefined || lastRotatedAt === createdAt ? {} : { lastRotatedAt }),
    keys: keys.map((key) => keyView(key, now)),
  };
}
