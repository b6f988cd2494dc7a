import { existsSync } from "node:fs";
import { Database } from "../database.ts";

/**
 * An index that the engine (dynoxide 1.2) lacks: without it every write reads all records of its table's stream to find
 * the next number, and every read of the stream does so too (ADR 0010). SQLite takes the index for the engine's
 * expression only if it is spelled the same way.
 */
const index =
  "create index if not exists jiesu_stream_order on _stream_records (table_name, CAST(sequence_number AS INTEGER))";

/** Orders the streams in the engine's file; an engine that keeps them elsewhere is left alone. */
export function orderStreams(file: string): void {
  if (!existsSync(file)) return;
  const db = new Database(file);
  try {
    const streams = db.get("select 1 from sqlite_master where type = 'table' and name = '_stream_records'");
    if (streams !== undefined) db.define(index);
  } finally {
    db.close();
  }
}
