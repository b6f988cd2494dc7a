import type { DueSchedule, ScheduleEngine } from "../../contract.ts";
import { type Database, type DatabaseRow, integer, optionalInteger, text } from "../database.ts";
import { AwsError } from "../http/wire.ts";
import { nextInstant, parseExpression } from "./expression.ts";

/**
 * `next_at` is the instant (epoch milliseconds) that is due next; null: completed or disabled. `active` is 0 for the
 * template's schedules until this start has defined them again: one that has left the template never fires.
 */
const schema = `
  create table if not exists schedule_groups (name text primary key) strict;
  create table if not exists schedules (
    grp text not null, name text not null, template integer not null, active integer not null,
    expression text not null, zone text not null, next_at integer, ends integer not null,
    target_arn text not null, role_arn text not null, input text not null,
    request text not null, token text not null, created_at integer not null, modified_at integer not null,
    primary key (grp, name)
  ) strict;
  create index if not exists schedules_due on schedules (active, next_at);
`;

/** What CreateSchedule and UpdateSchedule bring. */
export interface ScheduleWish {
  readonly group: string;
  readonly name: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly enabled: boolean;
  readonly deleteAfterCompletion: boolean;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input: string;
  /** The request as it came, for GetSchedule. */
  readonly request: string;
  readonly clientToken: string;
}

export interface StoredSchedule {
  readonly group: string;
  readonly name: string;
  readonly request: string;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

type Recurring = Parameters<ScheduleEngine["defineRecurring"]>[0];

/** EventBridge Scheduler on the virtual clock; it fires at the very instant, where AWS takes up to a minute. */
export class SchedulerEngine implements ScheduleEngine {
  readonly #db: Database;
  readonly #now: () => number;
  readonly #activity: () => void;

  constructor(db: Database, now: () => number, activity: () => void) {
    this.#db = db;
    this.#now = now;
    this.#activity = activity;
    db.define(schema);
    db.run("insert or ignore into schedule_groups values ('default')");
    db.run("update schedules set active = 0 where template = 1");
  }

  defineGroup(name: string): void {
    this.#db.run("insert or ignore into schedule_groups values (?)", name);
  }

  defineRecurring(schedule: Recurring): void {
    const { group, name, expression, timeZone } = schedule;
    const parsed = parseExpression(expression, timeZone);
    const known = this.#row(group, name);
    const same =
      known !== undefined && text(known, "expression") === expression && text(known, "zone") === timeZone;
    const now = this.#now();
    // The same rhythm keeps its progress, so that an instant missed by a crash is still due.
    const nextAt = same ? optionalInteger(known, "next_at") : nextInstant(parsed, now);
    this.#db.run(
      "insert or replace into schedules values (?, ?, 1, 1, ?, ?, ?, 0, ?, ?, ?, '{}', '', ?, ?)",
      group,
      name,
      expression,
      timeZone,
      nextAt ?? null,
      schedule.targetArn,
      schedule.roleArn,
      schedule.input,
      known === undefined ? now : integer(known, "created_at"),
      now,
    );
    this.#activity();
  }

  /** Throws AwsError: ConflictException for a name in use, ResourceNotFoundException for an unknown group. */
  create(wish: ScheduleWish): void {
    this.#checkGroup(wish.group);
    const known = this.#row(wish.group, wish.name);
    if (known !== undefined) {
      // The same request sent again after a lost answer.
      if (wish.clientToken !== "" && text(known, "token") === wish.clientToken) return;
      throw new AwsError("ConflictException", `Schedule ${wish.name} already exists.`, 409);
    }
    this.#write(wish, this.#now());
  }

  update(wish: ScheduleWish): void {
    this.#checkGroup(wish.group);
    const known = this.#row(wish.group, wish.name);
    if (known === undefined) throw noSuchSchedule(wish.name);
    this.#write(wish, integer(known, "created_at"));
  }

  #write(wish: ScheduleWish, createdAt: number): void {
    const now = this.#now();
    const parsed = parseExpression(wish.expression, wish.timeZone);
    if (parsed.kind === "at" && parsed.at < now) {
      throw new AwsError(
        "ValidationException",
        `Invalid Schedule Expression ${wish.expression}: the time is in the past.`,
      );
    }
    this.#db.run(
      "insert or replace into schedules values (?, ?, 0, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      wish.group,
      wish.name,
      wish.expression,
      wish.timeZone,
      wish.enabled ? (nextInstant(parsed, now) ?? null) : null,
      wish.deleteAfterCompletion ? 1 : 0,
      wish.targetArn,
      wish.roleArn,
      wish.input,
      wish.request,
      wish.clientToken,
      createdAt,
      now,
    );
    this.#activity();
  }

  /** Throws AwsError ResourceNotFoundException. */
  remove(group: string, name: string): void {
    this.#checkGroup(group);
    if (this.#db.run("delete from schedules where grp = ? and name = ?", group, name) === 0) {
      throw noSuchSchedule(name);
    }
    this.#activity();
  }

  /** Throws AwsError ResourceNotFoundException. */
  find(group: string, name: string): StoredSchedule {
    this.#checkGroup(group);
    const row = this.#row(group, name);
    if (row === undefined) throw noSuchSchedule(name);
    return stored(row);
  }

  /** Schedules in the order of group and name, after (`afterGroup`, `afterName`). */
  page(filter: {
    readonly group?: string;
    readonly prefix: string;
    readonly after?: readonly [string, string];
    readonly limit: number;
  }): StoredSchedule[] {
    const [afterGroup, afterName] = filter.after ?? ["", ""];
    return this.#db
      .all(
        `select * from schedules where (?1 is null or grp = ?1) and substr(name, 1, length(?2)) = ?2
           and (grp, name) > (?3, ?4) order by grp, name limit ?5`,
        filter.group ?? null,
        filter.prefix,
        afterGroup,
        afterName,
        filter.limit,
      )
      .map(stored);
  }

  nextAt(): number | undefined {
    const row = this.#db.get(
      "select next_at from schedules where active = 1 and next_at is not null order by next_at limit 1",
    );
    return row === undefined ? undefined : integer(row, "next_at");
  }

  due(): DueSchedule[] {
    return this.#db
      .all(
        "select * from schedules where active = 1 and next_at <= ? order by next_at, grp, name",
        this.#now(),
      )
      .map((row) => ({
        group: text(row, "grp"),
        name: text(row, "name"),
        at: integer(row, "next_at"),
        targetArn: text(row, "target_arn"),
        roleArn: text(row, "role_arn"),
        input: text(row, "input"),
      }));
  }

  delivered({ group, name, at }: DueSchedule): void {
    const row = this.#row(group, name);
    // Deleted, replaced or delivered meanwhile: there is nothing left to move.
    if (row === undefined || optionalInteger(row, "next_at") !== at) return;
    const expression = parseExpression(text(row, "expression"), text(row, "zone"));
    const nextAt = expression.kind === "at" ? undefined : nextInstant(expression, at);
    if (nextAt === undefined && integer(row, "ends") === 1) {
      this.#db.run("delete from schedules where grp = ? and name = ?", group, name);
    } else {
      this.#db.run(
        "update schedules set next_at = ? where grp = ? and name = ?",
        nextAt ?? null,
        group,
        name,
      );
    }
    this.#activity();
  }

  list() {
    return this.#db.all("select * from schedules where active = 1 order by grp, name").map((row) => ({
      group: text(row, "grp"),
      name: text(row, "name"),
      nextAt: optionalInteger(row, "next_at"),
      expression: text(row, "expression"),
    }));
  }

  #row(group: string, name: string): DatabaseRow | undefined {
    return this.#db.get("select * from schedules where grp = ? and name = ?", group, name);
  }

  #checkGroup(group: string): void {
    if (this.#db.get("select 1 from schedule_groups where name = ?", group) === undefined) {
      throw new AwsError("ResourceNotFoundException", `Schedule group ${group} does not exist.`, 404);
    }
  }
}

function noSuchSchedule(name: string): AwsError {
  return new AwsError("ResourceNotFoundException", `Schedule ${name} does not exist.`, 404);
}

function stored(row: DatabaseRow): StoredSchedule {
  return {
    group: text(row, "grp"),
    name: text(row, "name"),
    request: text(row, "request"),
    createdAt: integer(row, "created_at"),
    modifiedAt: integer(row, "modified_at"),
  };
}
