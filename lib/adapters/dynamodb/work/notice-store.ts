import * as z from "zod";
import type { ItemRef } from "../../../app/ports/alarms.ts";
import type { NoticeStore } from "../../../app/ports/notices.ts";
import {
  heldBack,
  type Notice,
  type NoticeRecipient,
  type NoticeState,
  type NoticeSubject,
  noticeAlarm,
  noticeTemplates,
} from "../../../domain/notices/notice.ts";
import { adapters } from "../../../domain/policy/notice-policy.ts";
import { defined } from "../../../domain/present.ts";
import type { Instant } from "../../../domain/time/instant.ts";
import { conditionally, read } from "../core/errors.ts";
import { type Item, putItem, refOf } from "../core/items.ts";
import { keys, NOTICE_SORT } from "../core/keys.ts";
import { queryAll, queryPage } from "../core/query.ts";
import { count, instant, type Shape, text } from "../core/shape.ts";
import { alarmShard } from "../core/shard.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";

const subject: z.ZodType<NoticeSubject> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("complaint"), id: text, seq: count }),
  z.looseObject({ kind: z.literal("group"), id: text, seq: count }),
  z.looseObject({ kind: z.literal("emergency"), id: text, seq: count }),
  z.looseObject({ kind: z.literal("submission"), month: text, projectId: text, seq: count }),
  z.looseObject({ kind: z.literal("report"), month: text, edition: count }),
  z.looseObject({ kind: z.literal("delivery"), runId: text, built: count, subscription: text }),
  z.looseObject({ kind: z.literal("person-data"), projectId: text, requestId: text }),
  z.looseObject({
    kind: z.literal("quarantine"),
    projectId: text,
    date: text,
    mailId: text.exactOptional(),
  }),
]);

const recipient: z.ZodType<NoticeRecipient> = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("customer") }),
  z.looseObject({ kind: z.literal("person"), id: text, post: text, insteadOf: text.exactOptional() }),
]);

const state: z.ZodType<NoticeState> = z.discriminatedUnion("state", [
  z.looseObject({ state: z.literal("planned") }),
  z.looseObject({ state: z.literal("claimed"), until: instant }),
  z.looseObject({ state: z.literal("handedOver"), at: instant, providerId: text }),
  z.looseObject({ state: z.literal("unneeded"), at: instant }),
  z.looseObject({ state: z.literal("failed"), at: instant, reason: text }),
]);

export const noticeSchema = z.looseObject({
  key: text,
  subject,
  template: z.enum(noticeTemplates),
  recipient,
  adapter: z.enum(adapters),
  status: state,
  plannedAt: instant,
  notBefore: instant.exactOptional(),
  later: z.literal(true).exactOptional(),
  bundle: text.exactOptional(),
  attempt: count,
  possibleDuplicates: count,
  lastError: text.exactOptional(),
} satisfies Shape<Notice>);

const stored = z.object({ schema: z.literal(1), notice: noticeSchema });

/** Notices, each an item beside its complaint or report; in the alarm index until handed over or failed. */
export function noticeStore(table: Table, shards: number): NoticeStore {
  const refOf: NoticeStore["refOf"] = ({ subject, key }) => keys.notice(subject, key);
  return {
    refOf,

    async plan(planned) {
      // First: what is in the bundle and not there is passed over, what is there and not in it would go by itself.
      if (planned.bundle !== undefined) await intoBundle(table, refOf(planned), planned.bundle, planned);
      // Already there is what we want: the same notice was planned before.
      await conditionally(() =>
        putItem(table, {
          Item: noticeItem(refOf(planned), planned, shards),
          ConditionExpression: "attribute_not_exists(pk)",
        }),
      );
    },

    async inBundle(bundle, page) {
      const { items, cursor } = await queryPage(
        table,
        {
          KeyConditionExpression: "pk = :pk",
          ExpressionAttributeValues: { ":pk": keys.bundled(bundle, { pk: "", sk: "" }).pk },
          ConsistentRead: true,
        },
        page,
      );
      const refs = items.map(
        (item) => read(inBundle, item, { pk: String(item.pk), sk: String(item.sk) }).notice,
      );
      return { items: refs, ...defined({ cursor }) };
    },

    async load(ref, freshness) {
      const item = await getItem(table, ref, freshness);
      return item === undefined ? undefined : noticeOf(item);
    },

    async replace(before, after) {
      const written = await conditionally(() =>
        putItem(table, {
          Item: noticeItem(refOf(after), after, shards),
          ConditionExpression: "#notice.#status.#state = :state AND #notice.#attempt = :attempt",
          ExpressionAttributeNames: {
            "#notice": "notice",
            "#status": "status",
            "#state": "state",
            "#attempt": "attempt",
          },
          ExpressionAttributeValues: { ":state": before.status.state, ":attempt": before.attempt },
        }),
      );
      return written.done;
    },

    async failed(page) {
      const { items, cursor } = await queryPage(
        table,
        {
          IndexName: "alarms",
          KeyConditionExpression: "alarmShard = :failed",
          ExpressionAttributeValues: { ":failed": FAILED },
          ScanIndexForward: false,
        },
        page,
      );
      const refs = items.map(({ pk, sk }) => ({ pk: String(pk), sk: String(sk) }));
      return { items: refs, ...defined({ cursor }) };
    },

    async ofComplaint(id) {
      const items = await queryAll(table, {
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :notice)",
        ExpressionAttributeValues: { ":pk": keys.complaint(id).pk, ":notice": "NOTICE#" },
        ConsistentRead: true,
      });
      return items.map(noticeOf);
    },
  };
}

/** A bundle is of a minute; what is left of it a day later nobody asks for. */
const BUNDLE_DAYS = 1;

const inBundle = z.object({ notice: z.looseObject({ pk: text, sk: text }) });

async function intoBundle(table: Table, ref: ItemRef, bundle: string, { plannedAt }: Notice): Promise<void> {
  const expiresAt = Math.floor(Date.parse(plannedAt) / 1000) + BUNDLE_DAYS * 86_400;
  await putItem(table, { Item: { ...keys.bundled(bundle, ref), notice: ref, expiresAt } });
}

/** Failed notices stand together in the alarm index, where no sweep looks, for people to find. */
const FAILED = "FAILED";

function noticeItem(ref: ItemRef, notice: Notice, shards: number) {
  const at = noticeAlarm(notice);
  const { status } = notice;
  return {
    ...ref,
    schema: 1,
    notice,
    ...(status.state === "failed" ? { alarmShard: FAILED, alarmSk: `${status.at}#${ref.pk}#${ref.sk}` } : {}),
    ...(at === undefined
      ? {}
      : { alarmShard: alarmShard(`${ref.pk}#${ref.sk}`, shards), alarmSk: `${at}#${ref.pk}#${ref.sk}` }),
  };
}

function noticeOf(item: Record<string, unknown>): Notice {
  return read(stored, item, { pk: String(item.pk), sk: String(item.sk) }).notice;
}

/** The item of a message that a restored table had not handed over, held back; undefined for every other item. */
export function heldNotice(item: Item, at: Instant): Item | undefined {
  const ref = refOf(item);
  if (!ref.sk.startsWith(NOTICE_SORT)) return undefined;
  const held = heldBack(noticeOf(item), at);
  // Failed messages stand in a partition of their own: the number of shards says nothing about them.
  return held === undefined ? undefined : noticeItem(ref, held, 1);
}
