import { randomBytes, randomUUID } from "node:crypto";
import type { SecretDefinition, SecretEngine } from "../../contract.ts";
import { type Database, text } from "../database.ts";
import { AwsError } from "../http/wire.ts";

export interface SecretVersion {
  readonly name: string;
  readonly versionId: string;
  readonly value: string;
}

/** Secrets with their current and previous version, as AWSCURRENT and AWSPREVIOUS. */
export class LocalSecrets implements SecretEngine {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.define(
      "create table if not exists secrets (name text not null, stage text not null, version text not null, value text not null, primary key (name, stage)) strict",
    );
    db.define("create table if not exists secrets_marked (name text primary key) strict");
  }

  define({ name, generated }: SecretDefinition): void {
    if (this.find(name) !== undefined) return;
    const { template, key, length } = generated;
    const value = randomBytes(length).toString("base64url").replaceAll(/[-_]/g, "0").slice(0, length);
    this.#write(name, "AWSCURRENT", randomUUID(), JSON.stringify({ ...template, [key]: value }));
  }

  /** Throws for one that is marked for deletion, as the service does. */
  find(name: string, stage = "AWSCURRENT"): SecretVersion | undefined {
    if (this.#isMarked(name)) throw markedForDeletion();
    const row = this.#db.get("select version, value from secrets where name = ? and stage = ?", name, stage);
    return row === undefined
      ? undefined
      : { name, versionId: text(row, "version"), value: text(row, "value") };
  }

  create(name: string, value: string): SecretVersion {
    if (this.find(name) !== undefined) {
      throw new AwsError(
        "ResourceExistsException",
        `A resource with the ID you requested already exists: ${name}`,
      );
    }
    return this.#write(name, "AWSCURRENT", randomUUID(), value);
  }

  put(name: string, value: string): SecretVersion {
    const before = this.find(name);
    if (before === undefined) throw unknownSecret();
    return this.#db.transaction(() => {
      this.#write(name, "AWSPREVIOUS", before.versionId, before.value);
      return this.#write(name, "AWSCURRENT", randomUUID(), value);
    });
  }

  /** Marks it for deletion: nobody reads or writes it until it is restored. */
  remove(name: string): SecretVersion {
    const found = this.find(name);
    if (found === undefined) throw unknownSecret();
    this.#db.run("insert into secrets_marked values (?)", name);
    return found;
  }

  restore(name: string): SecretVersion {
    this.#db.run("delete from secrets_marked where name = ?", name);
    const found = this.find(name);
    if (found === undefined) throw unknownSecret();
    return found;
  }

  #isMarked(name: string): boolean {
    return this.#db.get("select name from secrets_marked where name = ?", name) !== undefined;
  }

  #write(name: string, stage: string, versionId: string, value: string): SecretVersion {
    this.#db.run("insert or replace into secrets values (?, ?, ?, ?)", name, stage, versionId, value);
    return { name, versionId, value };
  }
}

export function unknownSecret(): AwsError {
  return new AwsError("ResourceNotFoundException", "Secrets Manager can't find the specified secret.");
}

function markedForDeletion(): AwsError {
  return new AwsError(
    "InvalidRequestException",
    "You can't perform this operation on the secret because it was marked for deletion.",
  );
}
