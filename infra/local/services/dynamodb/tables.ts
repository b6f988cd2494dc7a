import { setTimeout as pause } from "node:timers/promises";
import * as z from "zod";
import type { StreamRecord, TableEngine } from "../../contract.ts";
import { region, tableArn } from "../account.ts";
import { type Database, text } from "../database.ts";
import { AwsError } from "../http/wire.ts";
import type { EngineClient } from "./engine-client.ts";
import { createTableInput, readTableProperties, type TableProperties } from "./table-properties.ts";

const DESCRIBED_AT_MOST = 20;

const schema = `
  create table if not exists stream_positions (stream text primary key, sequence text not null) strict;
`;

const anything = z.unknown();
const description = z.object({
  KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })),
  GlobalSecondaryIndexes: z
    .array(z.object({ IndexName: z.string(), IndexStatus: z.string().optional() }))
    .optional(),
  LatestStreamArn: z.string().optional(),
});
const described = z.object({ Table: description });
const created = z.object({ TableDescription: description });
const streamDescription = z.object({
  StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }),
});
const iteratorAnswer = z.object({ ShardIterator: z.string() });
const recordSchema = z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) });
const recordsAnswer = z.object({ Records: z.array(recordSchema), NextShardIterator: z.string().optional() });

/** What this process knows of a stream; only the position is durable. */
interface Stream {
  /** Rises with each write. */
  writes: number;
  /** `writes` when the end of the stream was last reached; differs: there may be something unread. */
  endSeenAt: number;
  shard?: string;
  /** The last read, so that committing its end needs no further look. */
  lastRead?: { sequence: string; writes: number; toEnd: boolean; next: string | undefined };
  /** Continues right behind the durable position. */
  iterator?: string;
}

const recordsLimit = 1000;

/** Tables of the engine and their streams, read from a position on disk. */
export class Tables implements TableEngine {
  readonly #db: Database;
  readonly #engine: EngineClient;
  readonly #now: () => number;
  readonly #activity: () => void;
  readonly #streams = new Map<string, Stream>();
  readonly #streamOfTable = new Map<string, string>();

  constructor(db: Database, engine: EngineClient, now: () => number, activity: () => void) {
    this.#db = db;
    this.#engine = engine;
    this.#now = now;
    this.#activity = activity;
    db.define(schema);
  }

  async define(name: string, raw: Record<string, unknown>) {
    const properties = readTableProperties(raw);
    const table = (await this.#describe(name)) ?? (await this.#create(name, properties));
    const wanted = JSON.stringify(properties.KeySchema);
    if (JSON.stringify(table.KeySchema) !== wanted) {
      throw new Error(
        `表 ${name} 的主键与模板不同，请用 --fresh 重新开始 · the key of table ${name} differs from the template; start again with --fresh`,
      );
    }
    await this.#addIndexes(name, properties, table.GlobalSecondaryIndexes ?? []);
    const streamArn = table.LatestStreamArn;
    if (streamArn !== undefined) {
      this.#streamOfTable.set(name, streamArn);
      // Whether something was left unread is not known at a start.
      if (!this.#streams.has(streamArn)) this.#streams.set(streamArn, { writes: 1, endSeenAt: 0 });
    }
    return { tableArn: tableArn(name), streamArn };
  }

  /** One engine fails now and then while it fills an index: it is asked again, as the SDK would. */
  async #describe(name: string) {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.#engine.call("DynamoDB_20120810.DescribeTable", { TableName: name }, described))
          .Table;
      } catch (error) {
        if (error instanceof AwsError && error.code === "ResourceNotFoundException") return undefined;
        if (!(error instanceof AwsError) || error.status < 500 || attempt === DESCRIBED_AT_MOST) throw error;
        await pause(10);
      }
    }
  }

  async #create(name: string, properties: TableProperties) {
    const input = createTableInput(name, properties);
    return (await this.#engine.call("DynamoDB_20120810.CreateTable", input, created)).TableDescription;
  }

  /** An index that is new in the template is added to the table that is there. */
  async #addIndexes(name: string, properties: TableProperties, present: readonly { IndexName: string }[]) {
    for (const index of properties.GlobalSecondaryIndexes ?? []) {
      if (present.some(({ IndexName }) => IndexName === index.IndexName)) continue;
      await this.#engine.call(
        "DynamoDB_20120810.UpdateTable",
        {
          TableName: name,
          AttributeDefinitions: properties.AttributeDefinitions,
          GlobalSecondaryIndexUpdates: [{ Create: index }],
        },
        anything,
      );
      await this.#indexed(name);
    }
  }

  /** Waits until the table's indexes are filled: one engine adds them at once, the other in the background. */
  async #indexed(name: string): Promise<void> {
    const isFilled = async () =>
      ((await this.#describe(name))?.GlobalSecondaryIndexes ?? []).every(
        ({ IndexStatus = "ACTIVE" }) => IndexStatus === "ACTIVE",
      );
    while (!(await isFilled())) await pause(10);
  }

  /** The endpoint has written to these tables. */
  wrote(tables: Iterable<string>): void {
    for (const table of tables) {
      const stream = this.#streams.get(this.#streamOfTable.get(table) ?? "");
      if (stream !== undefined) stream.writes += 1;
    }
    this.#activity();
  }

  /** Somebody may have written to any table and cannot say so. */
  mayHaveWritten(): void {
    this.wrote(this.#streamOfTable.keys());
  }

  hasUnread(streamArn: string): boolean {
    const stream = this.#stream(streamArn);
    return stream.endSeenAt !== stream.writes;
  }

  async read(streamArn: string, max: number): Promise<StreamRecord[]> {
    const stream = this.#stream(streamArn);
    const { writes } = stream;
    const limit = Math.min(max, recordsLimit);
    const iterator = stream.iterator ?? (await this.#iterator(streamArn, stream));
    if (iterator === undefined) {
      stream.endSeenAt = writes;
      return [];
    }
    const { Records, NextShardIterator } = await this.#records(iterator, limit).catch((error: unknown) => {
      // A kept iterator may have expired; the next read asks for a new one.
      delete stream.iterator;
      throw error;
    });
    const last = Records.at(-1);
    if (last === undefined) {
      stream.endSeenAt = writes;
      return [];
    }
    stream.lastRead = {
      sequence: last.dynamodb.SequenceNumber,
      writes,
      toEnd: Records.length < limit,
      next: NextShardIterator,
    };
    return Records.map((record) => ({
      sequence: record.dynamodb.SequenceNumber,
      record: {
        ...record,
        awsRegion: region,
        // The engine stamps real time. The clock stands while work runs, so now is when it was written.
        dynamodb: { ...record.dynamodb, ApproximateCreationDateTime: Math.floor(this.#now() / 1000) },
      },
    }));
  }

  commit(streamArn: string, sequence: string): void {
    const stream = this.#stream(streamArn);
    this.#db.run("insert or replace into stream_positions values (?, ?)", streamArn, sequence);
    delete stream.iterator;
    const { lastRead } = stream;
    if (lastRead?.sequence !== sequence) return;
    if (lastRead.next !== undefined) stream.iterator = lastRead.next;
    if (lastRead.toEnd) stream.endSeenAt = lastRead.writes;
  }

  #records(iterator: string, limit: number) {
    const input = { ShardIterator: iterator, Limit: limit };
    return this.#engine.call("DynamoDBStreams_20120810.GetRecords", input, recordsAnswer);
  }

  /** An iterator right behind the durable position; undefined while the stream has no shard. */
  async #iterator(streamArn: string, stream: Stream): Promise<string | undefined> {
    const shard = stream.shard ?? (await this.#shard(streamArn));
    if (shard === undefined) return undefined;
    stream.shard = shard;
    const row = this.#db.get("select sequence from stream_positions where stream = ?", streamArn);
    const position =
      row === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: text(row, "sequence") };
    const answer = await this.#engine.call(
      "DynamoDBStreams_20120810.GetShardIterator",
      { StreamArn: streamArn, ShardId: shard, ...position },
      iteratorAnswer,
    );
    return answer.ShardIterator;
  }

  async #shard(streamArn: string): Promise<string | undefined> {
    const { StreamDescription } = await this.#engine.call(
      "DynamoDBStreams_20120810.DescribeStream",
      { StreamArn: streamArn },
      streamDescription,
    );
    const [shard, ...more] = StreamDescription.Shards;
    if (more.length > 0)
      throw new Error(`the stream ${streamArn} has several shards; the local cloud reads one`);
    return shard?.ShardId;
  }

  #stream(streamArn: string): Stream {
    const stream = this.#streams.get(streamArn);
    if (stream === undefined) throw new RangeError(`no table has the stream ${streamArn}`);
    return stream;
  }
}
