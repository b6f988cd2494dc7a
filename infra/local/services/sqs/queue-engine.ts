import { randomUUID } from "node:crypto";
import { defined } from "../../../../lib/domain/present.ts";
import type { QueueDefinition, QueueEngine, QueueMessage } from "../../contract.ts";
import {
  type Database,
  type DatabaseRow,
  integer,
  optionalInteger,
  optionalText,
  text,
} from "../database.ts";
import { AwsError } from "../http/wire.ts";
import { type MessageAttributes, md5, messageAttributesSchema } from "./message-attributes.ts";

/** Instants are epoch milliseconds of the virtual clock. */
const schema = `
  create table if not exists queues (
    arn text primary key, name text not null unique, delay_seconds integer not null,
    visibility_seconds integer not null, retention_seconds integer not null,
    dead_letter_arn text, max_receive_count integer
  ) strict;
  create table if not exists messages (
    id integer primary key, queue text not null references queues (arn), message_id text not null,
    body text not null, attributes text not null, sender text not null, sent_at integer not null,
    visible_at integer not null, expires_at integer not null, receive_count integer not null default 0,
    first_received_at integer, handle text, source text
  ) strict;
  create index if not exists messages_visible on messages (queue, visible_at, id);
  create index if not exists messages_expiring on messages (queue, expires_at);
  create unique index if not exists messages_handle on messages (handle) where handle is not null;
`;

export interface NewMessage {
  readonly body: string;
  readonly attributes?: MessageAttributes;
  /** Default: the queue's own. */
  readonly delaySeconds?: number;
  /** Key id of the sender. */
  readonly sender?: string;
}

/** A message as SQS hands it out, binary attribute values included. */
export interface TakenMessage extends QueueMessage {
  readonly wireAttributes: MessageAttributes;
}

export interface QueueDepth {
  readonly visible: number;
  readonly delayed: number;
  readonly inFlight: number;
}

/** A message stays in flight for at most 12 hours. */
export const longestVisibilitySeconds = 12 * 3600;

/** When the first of a queue's messages is visible and until when it is kept. */
interface First {
  readonly visibleAt: number;
  readonly expiresAt: number;
}

/** Standard queues on the virtual clock. Every call is on disk when it returns. */
export class SqsEngine implements QueueEngine {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #activity: () => void;
  /** Asked for at every step of the clock, changed seldom: known per queue until something happens to it. */
  readonly #firsts = new Map<string, First | "none">();

  constructor(db: Database, now: () => number, activity: () => void) {
    this.#db = db;
    this.#now = now;
    this.#activity = activity;
    db.define(schema);
  }

  define(queue: QueueDefinition): void {
    this.#db.run(
      `insert into queues values (?, ?, ?, ?, ?, ?, ?)
       on conflict (arn) do update set name = excluded.name, delay_seconds = excluded.delay_seconds,
         visibility_seconds = excluded.visibility_seconds, retention_seconds = excluded.retention_seconds,
         dead_letter_arn = excluded.dead_letter_arn, max_receive_count = excluded.max_receive_count`,
      queue.arn,
      queue.name,
      queue.delaySeconds,
      queue.visibilityTimeoutSeconds,
      queue.retentionSeconds,
      queue.redrive?.deadLetterArn ?? null,
      queue.redrive?.maxReceiveCount ?? null,
    );
    this.#changed(queue.arn);
  }

  definition(arn: string): QueueDefinition {
    return definitionOf(this.#queue(arn));
  }

  /** ARN of a queue by its name. */
  arnOf(name: string): string | undefined {
    const row = this.#db.get("select arn from queues where name = ?", name);
    return row === undefined ? undefined : text(row, "arn");
  }

  names(): string[] {
    return this.#db.all("select name from queues order by name").map((row) => text(row, "name"));
  }

  send(arn: string, body: string, options: { delaySeconds?: number } = {}): string {
    return this.add(arn, { body, ...options });
  }

  /** The new message's id. */
  add(arn: string, message: NewMessage): string {
    const queue = definitionOf(this.#queue(arn));
    const now = this.#now();
    const id = randomUUID();
    this.#db.run(
      `insert into messages (queue, message_id, body, attributes, sender, sent_at, visible_at, expires_at)
       values (?, ?, ?, ?, ?, ?, ?, ?)`,
      arn,
      id,
      message.body,
      JSON.stringify(message.attributes ?? {}),
      message.sender ?? "local",
      now,
      now + (message.delaySeconds ?? queue.delaySeconds) * 1000,
      now + queue.retentionSeconds * 1000,
    );
    this.#changed(arn);
    return id;
  }

  receive(arn: string, max: number): QueueMessage[] {
    return this.take(arn, max);
  }

  /** Takes messages, oldest visible first; `visibilitySeconds` default: the queue's own. */
  take(arn: string, max: number, visibilitySeconds?: number): TakenMessage[] {
    return this.#db.transaction(() => {
      const queue = definitionOf(this.#queue(arn));
      const now = this.#now();
      this.#db.run("delete from messages where queue = ? and expires_at <= ?", arn, now);
      const taken: TakenMessage[] = [];
      while (taken.length < max) {
        const rows = this.#db.all(
          "select * from messages where queue = ? and visible_at <= ? order by visible_at, id limit ?",
          arn,
          now,
          max - taken.length,
        );
        if (rows.length === 0) break;
        for (const row of rows) {
          if (!this.#movedToDeadLetters(queue, row)) {
            taken.push(this.#takeOne(row, now, visibilitySeconds ?? queue.visibilityTimeoutSeconds));
          }
        }
        // With no visibility timeout the same messages would come again and again.
        if (visibilitySeconds === 0 || queue.visibilityTimeoutSeconds === 0) break;
      }
      this.#firsts.delete(arn);
      return taken;
    });
  }

  /** A message that has been received `maxReceiveCount` times goes to the dead-letter queue instead. */
  #movedToDeadLetters(queue: QueueDefinition, row: DatabaseRow): boolean {
    const { redrive } = queue;
    if (redrive === undefined || integer(row, "receive_count") < redrive.maxReceiveCount) return false;
    if (this.#db.get("select 1 from queues where arn = ?", redrive.deadLetterArn) === undefined) return false;
    const deadLetters = definitionOf(this.#queue(redrive.deadLetterArn));
    this.#db.run(
      `update messages set queue = ?, source = ?, visible_at = ?, receive_count = 0, first_received_at = null,
         handle = null, expires_at = sent_at + ? where id = ?`,
      redrive.deadLetterArn,
      queue.arn,
      this.#now(),
      // A standard queue keeps the first sending time: the retention is not counted anew.
      deadLetters.retentionSeconds * 1000,
      integer(row, "id"),
    );
    this.#changed(redrive.deadLetterArn);
    return true;
  }

  #takeOne(row: DatabaseRow, now: number, visibilitySeconds: number): TakenMessage {
    const handle = randomUUID();
    const receiveCount = integer(row, "receive_count") + 1;
    const firstReceivedAt = optionalInteger(row, "first_received_at") ?? now;
    this.#db.run(
      "update messages set visible_at = ?, receive_count = ?, first_received_at = ?, handle = ? where id = ?",
      now + visibilitySeconds * 1000,
      receiveCount,
      firstReceivedAt,
      handle,
      integer(row, "id"),
    );
    const body = text(row, "body");
    const wireAttributes = messageAttributesSchema.parse(JSON.parse(text(row, "attributes")));
    const source = optionalText(row, "source");
    return {
      messageId: text(row, "message_id"),
      receiptHandle: handle,
      body,
      md5OfBody: md5(body),
      attributes: {
        ApproximateReceiveCount: String(receiveCount),
        SentTimestamp: String(integer(row, "sent_at")),
        SenderId: text(row, "sender"),
        ApproximateFirstReceiveTimestamp: String(firstReceivedAt),
        ...defined({ DeadLetterQueueSourceArn: source }),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(wireAttributes).map(([name, { DataType, StringValue }]) => [
          name,
          { dataType: DataType, ...defined({ stringValue: StringValue }) },
        ]),
      ),
      wireAttributes,
    };
  }

  /** An outdated handle (the message has been received again) deletes nothing, as in a standard queue. */
  remove(arn: string, receiptHandle: string): void {
    this.#queue(arn);
    checkHandle(receiptHandle);
    this.#db.run("delete from messages where queue = ? and handle = ?", arn, receiptHandle);
    this.#changed(arn);
  }

  /** Throws AwsError MessageNotInflight unless the message is in flight under this handle. */
  changeVisibility(arn: string, receiptHandle: string, seconds: number): void {
    this.#queue(arn);
    checkHandle(receiptHandle);
    const now = this.#now();
    const changed = this.#db.run(
      "update messages set visible_at = ? where queue = ? and handle = ? and visible_at > ?",
      now + seconds * 1000,
      arn,
      receiptHandle,
      now,
    );
    if (changed === 0) throw new AwsError("MessageNotInflight", "The message referred to isn't in flight.");
    this.#changed(arn);
  }

  nextVisibleAt(arn: string): number | undefined {
    let first = this.#firsts.get(arn);
    if (first === undefined || (first !== "none" && first.expiresAt <= this.#now())) {
      first = this.#first(arn) ?? "none";
      this.#firsts.set(arn, first);
    }
    return first === "none" ? undefined : first.visibleAt;
  }

  #first(arn: string): First | undefined {
    const row = this.#db.get(
      `select visible_at, expires_at from messages where queue = ? and expires_at > max(visible_at, ?)
       order by visible_at limit 1`,
      arn,
      this.#now(),
    );
    return row === undefined
      ? undefined
      : { visibleAt: integer(row, "visible_at"), expiresAt: integer(row, "expires_at") };
  }

  /** Something happened to a queue: what is known of it is forgotten, and who waits looks again. */
  #changed(arn: string): void {
    this.#firsts.delete(arn);
    this.#activity();
  }

  depth(arn: string): QueueDepth {
    const now = this.#now();
    const row = this.#db.get(
      `select count(*) filter (where visible_at <= ?) visible,
              count(*) filter (where visible_at > ? and receive_count = 0) delayed,
              count(*) filter (where visible_at > ? and receive_count > 0) in_flight
       from messages where queue = ? and expires_at > ?`,
      now,
      now,
      now,
      arn,
      now,
    );
    if (row === undefined) throw new Error("an aggregate always has a row");
    return {
      visible: integer(row, "visible"),
      delayed: integer(row, "delayed"),
      inFlight: integer(row, "in_flight"),
    };
  }

  counts() {
    return this.#db.all("select name, arn from queues order by name").map((row) => {
      const arn = text(row, "arn");
      return { name: text(row, "name"), arn, ...this.depth(arn) };
    });
  }

  #queue(arn: string): DatabaseRow {
    const row = this.#db.get("select * from queues where arn = ?", arn);
    if (row === undefined) throw noSuchQueue();
    return row;
  }
}

export function noSuchQueue(): AwsError {
  return new AwsError("QueueDoesNotExist", "The specified queue does not exist.");
}

const handleForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function checkHandle(handle: string): void {
  if (!handleForm.test(handle)) {
    throw new AwsError(
      "ReceiptHandleIsInvalid",
      `The input receipt handle "${handle}" is not a valid receipt handle.`,
    );
  }
}

function definitionOf(row: DatabaseRow): QueueDefinition {
  const deadLetterArn = optionalText(row, "dead_letter_arn");
  const maxReceiveCount = optionalInteger(row, "max_receive_count");
  return {
    name: text(row, "name"),
    arn: text(row, "arn"),
    delaySeconds: integer(row, "delay_seconds"),
    visibilityTimeoutSeconds: integer(row, "visibility_seconds"),
    retentionSeconds: integer(row, "retention_seconds"),
    ...(deadLetterArn === undefined || maxReceiveCount === undefined
      ? {}
      : { redrive: { deadLetterArn, maxReceiveCount } }),
  };
}
