import { type ChangedSystem, changeKeys, type KeyCommand } from "../../../app/organisation/channel-keys.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { channelKeyRoutes } from "../../../contracts/channel-keys/routes.ts";
import {
  type ChannelKey,
  type ChannelSystem,
  isValidKey,
} from "../../../domain/organisation/channel-system.ts";
import { defined } from "../../../domain/present.ts";
import { type Instant, toInstant } from "../../../domain/time/instant.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type ChannelKeysApiPorts = Pick<Ports, "clock" | "crypto" | "channelSystems" | "organisation">;

/** `default`: a day is enough to put a new key into a call centre. */
const OVERLAP_HOURS = 24;

export const channelKeyHandlers = {
  /** The channel systems and their keys; a secret is never told again. */
  listChannelKeys: forStaff(channelKeyRoutes.listChannelKeys, async (ports: ChannelKeysApiPorts) => {
    const now = toInstant(ports.clock.now());
    const systems = await ports.channelSystems.list();
    return json(200, {
      items: await Promise.all(systems.map((system) => usedSystemView(ports, system, now))),
    });
  }),

  /** Makes, rotates or revokes keys. */
  putChannelKey: forStaff(channelKeyRoutes.putChannelKey, async (ports: ChannelKeysApiPorts, asked) => {
    const { version, ...body } = asked.body;
    const command: KeyCommand =
      body.action === "rotate" ? { ...body, overlapHours: body.overlapHours ?? OVERLAP_HOURS } : body;
    const changed = await changeKeys(ports, command, version, asked.person.id);
    return isProblem(changed) ? changed : json(200, changedView(changed, toInstant(ports.clock.now())));
  }),
} satisfies ServingsOf<typeof channelKeyRoutes, ChannelKeysApiPorts>;

function changedView({ system, secret, signingSecret }: ChangedSystem, now: Instant) {
  return { ...systemView(system, now), ...defined({ secret, signingSecret }) };
}

/** With the last use of each key. */
async function usedSystemView(
  { channelSystems }: Pick<ChannelKeysApiPorts, "channelSystems">,
  system: ChannelSystem,
  now: Instant,
) {
  const uses = await Promise.all(system.keys.map(({ hash }) => channelSystems.lastUse(hash)));
  const view = systemView(system, now);
  return {
    ...view,
    keys: view.keys.map((key, index) => ({ ...key, ...defined({ lastUsedAt: uses[index] }) })),
  };
}

/** Everything but the digest. */
function keyView(key: ChannelKey, now: Instant) {
  const { id, createdAt, createdBy, validUntil, endedBy } = key;
  return {
    id,
    createdAt,
    createdBy,
    ...defined({ validUntil, endedBy }),
    valid: isValidKey(key, now),
  };
}

function systemView({ keys, ...terms }: ChannelSystem, now: Instant) {
  const { system, name, channels, projectIds, addresses, signed, perMinute, version } = terms;
  const made = keys.map(({ createdAt }) => createdAt).sort();
  const [createdAt, lastRotatedAt] = [made[0], made.at(-1)];
  return {
    system,
    name,
    channels,
    ...defined({ projectIds, addresses, signed, perMinute }),
    version,
    ...defined({ createdAt }),
    ...(lastRotatedAt === undefined || lastRotatedAt === createdAt ? {} : { lastRotatedAt }),
    keys: keys.map((key) => keyView(key, now)),
  };
}
