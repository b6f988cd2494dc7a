import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from "node:sqlite";

export type DatabaseRow = Readonly<Record<string, SQLOutputValue>>;

/**
 * The durable state of the local services: one SQLite file, so that an object and the messages it causes are one
 * transaction. WAL with synchronous=NORMAL: a killed process loses no committed call (only a power cut could).
 */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string) {
    this.#db = new DatabaseSync(file, { timeout: 5000 });
    this.#db.exec("pragma journal_mode = wal; pragma synchronous = normal; pragma foreign_keys = on;");
  }

  /** Runs statements without parameters (schema). */
  define(sql: string): void {
    this.#db.exec(sql);
  }

  /** Number of rows changed. */
  run(sql: string, ...values: SQLInputValue[]): number {
    return Number(this.#prepare(sql).run(...values).changes);
  }

  get(sql: string, ...values: SQLInputValue[]): DatabaseRow | undefined {
    return this.#prepare(sql).get(...values);
  }

  all(sql: string, ...values: SQLInputValue[]): DatabaseRow[] {
    return this.#prepare(sql).all(...values);
  }

  /** All or nothing; inside another transaction it belongs to that one. */
  transaction<T>(work: () => T): T {
    if (this.#db.isTransaction) return work();
    this.#db.exec("begin immediate");
    try {
      const result = work();
      this.#db.exec("commit");
      return result;
    } catch (error) {
      this.#db.exec("rollback");
      throw error;
    }
  }

  close(): void {
    this.#statements.clear();
    this.#db.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function wrong(column: string, wanted: string): never {
  throw new TypeError(`column ${column} holds no ${wanted}`);
}

export function text(row: DatabaseRow, column: string): string {
  const value = row[column];
  return typeof value === "string" ? value : wrong(column, "text");
}

export function optionalText(row: DatabaseRow, column: string): string | undefined {
  return row[column] === null ? undefined : text(row, column);
}

export function integer(row: DatabaseRow, column: string): number {
  const value = row[column];
  return typeof value === "number" ? value : wrong(column, "integer");
}

export function optionalInteger(row: DatabaseRow, column: string): number | undefined {
  return row[column] === null ? undefined : integer(row, column);
}

export function bytes(row: DatabaseRow, column: string): Uint8Array {
  const value = row[column];
  return value instanceof Uint8Array ? value : wrong(column, "bytes");
}
