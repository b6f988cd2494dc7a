import * as z from "zod";
import type {
  HeldBody,
  HeldCommand,
  HeldGroupBody,
  HeldOutcomes,
  HeldStore,
} from "../../../app/ports/held.ts";
import type { TakenFiles } from "../../../app/ports/upload.ts";
import type { StoredFile } from "../../../domain/complaint/events.ts";
import { type HeldState, heldCommandNames, heldStates } from "../../../domain/complaint/held.ts";
import type { Personal } from "../../../domain/document/personal.ts";
import { defined, omit } from "../../../domain/present.ts";
import { conditionally } from "../core/errors.ts";
import { putItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { queryAll } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getValue, valueItem, valueOf } from "../core/value-item.ts";

/** Kept so long for its person to see what became of it; then the table forgets it. */
const KEPT_SECONDS = 7 * 86_400;

const file = z.looseObject({
  id: text,
  contentType: text,
  size: count,
  left: z.enum(["too-large", "too-many"]).exactOptional(),
} satisfies Shape<StoredFile>);
const personal = z.looseObject({
  salt: text,
  value: z.string(),
  rest: text.exactOptional(),
} satisfies Shape<Personal>);
const taken: z.ZodType<TakenFiles> = z.looseObject({
  files: z.array(file),
  personal: z.record(z.string(), personal),
} satisfies Shape<TakenFiles>);

const outcomes = z.looseObject({
  done: count,
  already: count,
  refused: count,
} satisfies Shape<HeldOutcomes>);

const stored = z.looseObject({
  id: text,
  personId: text,
  complaintId: text,
  number: text,
  groupId: text.exactOptional(),
  command: z.enum(heldCommandNames),
  idempotencyKey: text,
  request: text,
  heldAt: instant,
  leavesAt: instant,
  state: z.enum(heldStates),
  refusal: text.exactOptional(),
  sent: z.string().exactOptional(),
  taken: taken.exactOptional(),
  outcomes: outcomes.exactOptional(),
} satisfies Shape<Omit<HeldCommand, "body">>);

/** What was sent, as the API understands it now; undefined where it does not. */
export type HeldReader = (
  held: Pick<HeldCommand, "command" | "groupId">,
  sent: string,
) => Promise<HeldBody | HeldGroupBody | undefined>;

/** Held commands lie together by person; one that waits stands in the alarm index until it is over. */
export function heldStore(table: Table, shards: number, reader: HeldReader): HeldStore {
  const withBody = async (value: z.output<typeof stored>): Promise<HeldCommand> => {
    const { sent } = value;
    return { ...value, ...defined({ body: sent === undefined ? undefined : await reader(value, sent) }) };
  };
  const write = async (held: HeldCommand, condition: string, states: readonly HeldState[]) => {
    const written = await conditionally(() =>
      putItem(table, {
        Item: itemOf(held, shards),
        ConditionExpression: condition,
        ExpressionAttributeNames: { "#state": "state" },
        ExpressionAttributeValues: Object.fromEntries(states.map((state, n) => [`:s${n}`, state])),
      }),
    );
    return written.done;
  };
  const find = async (personId: string, id: string) => {
    const value = await getValue(table, keys.held(personId, id), stored);
    return value === undefined ? undefined : withBody(value);
  };
  return {
    async put(held) {
      // One that was called back, or refused, is held anew.
      const condition = "attribute_not_exists(pk) OR #state IN (:s0, :s1)";
      if (await write(held, condition, ["called-back", "refused"])) return held;
      const standing = await find(held.personId, held.id);
      if (standing === undefined) throw new Error(`held command ${held.id} is not in the table`);
      return standing;
    },
    find,
    async ofPerson(personId) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :person",
        ExpressionAttributeValues: { ":person": keys.held(personId, "").pk },
      });
      return Promise.all(items.map((item) => withBody(valueOf(item, stored))));
    },
    move: (held, from) => write(held, "#state = :s0", [from]),
  };
}

function itemOf(held: HeldCommand, shards: number): Record<string, unknown> {
  const { id, personId, state, leavesAt, heldAt } = held;
  const alarm =
    state === "waiting" || state === "leaving"
      ? { alarmShard: alarmShard(id, shards), alarmSk: `${leavesAt}#${id}` }
      : {};
  return {
    ...valueItem(keys.held(personId, id), omit(held, "body")),
    ...alarm,
    state,
    expiresAt: Math.ceil(Date.parse(heldAt) / 1000) + KEPT_SECONDS,
  };
}
