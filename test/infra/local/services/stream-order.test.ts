import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Database } from "../../../../infra/local/services/database.ts";
import { orderStreams } from "../../../../infra/local/services/dynamodb/stream-order.ts";
import { startServices } from "../../../../infra/local/services/index.ts";

let directory = "";
afterEach(() => rm(directory, { recursive: true, force: true }));

/** What the engine (dynoxide 1.2) asks at every write, and at every read of a stream. */
const last =
  "SELECT COALESCE(MAX(CAST(sequence_number AS INTEGER)), 0) + 1 FROM _stream_records WHERE table_name = ?1";
const behind = `SELECT keys_json FROM _stream_records WHERE table_name = ?1 AND shard_id = ?2
  AND CAST(sequence_number AS INTEGER) > ?3 ORDER BY CAST(sequence_number AS INTEGER) ASC LIMIT ?4`;

test("the engine's own file has an order of its streams that both of its questions use (ADR 0010)", async () => {
  directory = await mkdtemp(join(tmpdir(), "jiesu-order-"));
  const services = await startServices({ directory, port: 0, startAt: 0 });
  await services.close();
  const db = new Database(join(directory, "tables.db"));
  try {
    const plan = (sql: string, ...values: (string | number)[]) =>
      db.all(`explain query plan ${sql}`, ...values).map(({ detail }) => detail);
    expect(plan(last, "t")).toEqual([expect.stringContaining("jiesu_stream_order (table_name=?)")]);
    // No sorting behind it, and only what is newer is read.
    expect(plan(behind, "t", "s", 1, 1)).toEqual([
      expect.stringContaining("jiesu_stream_order (table_name=? AND <expr>>?)"),
    ]);
  } finally {
    db.close();
  }
});

test("a file without the engine's table is left as it is", async () => {
  directory = await mkdtemp(join(tmpdir(), "jiesu-order-"));
  const file = join(directory, "other.db");
  orderStreams(file);
  orderStreams(file);
  const db = new Database(file);
  try {
    expect(db.all("select name from sqlite_master")).toEqual([]);
  } finally {
    db.close();
  }
});
