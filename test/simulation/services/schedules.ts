import type { DueSchedule, ScheduleEngine } from "../../../infra/local/contract.ts";
import { AwsError } from "../../../infra/local/services/http/wire.ts";
import { nextInstant, parseExpression } from "../../../infra/local/services/scheduler/expression.ts";
import type {
  ScheduleWish,
  StoredSchedule,
} from "../../../infra/local/services/scheduler/schedule-engine.ts";

type Recurring = Parameters<ScheduleEngine["defineRecurring"]>[0];

interface Held extends Omit<ScheduleWish, "enabled"> {
  readonly template: boolean;
  readonly createdAt: number;
  readonly modifiedAt: number;
  nextAt: number | undefined;
  active: boolean;
}

function keyOf({ group, name }: { readonly group: string; readonly name: string }): string {
  return `${group}/${name}`;
}

/** EventBridge Scheduler in memory; when a due schedule is delivered, and how often, is the caller's affair. */
export class MemorySchedules implements ScheduleEngine {
  readonly #groups = new Set(["default"]);
  readonly #schedules = new Map<string, Held>();
  readonly #now: () => number;
  readonly #activity: (nextAt: number | undefined) => void;

  constructor(now: () => number, activity: (nextAt: number | undefined) => void) {
    this.#now = now;
    this.#activity = activity;
  }

  /** As after a start of the local cloud: the template's schedules stand still until they are defined again. */
  reopen(): void {
    for (const held of this.#schedules.values()) held.active = !held.template;
  }

  defineGroup(name: string): void {
    this.#groups.add(name);
  }

  defineRecurring(recurring: Recurring): void {
    const known = this.#schedules.get(keyOf(recurring));
    const same = known?.expression === recurring.expression && known.timeZone === recurring.timeZone;
    const now = this.#now();
    this.#set({
      ...recurring,
      template: true,
      active: true,
      deleteAfterCompletion: false,
      request: "{}",
      clientToken: "",
      createdAt: known?.createdAt ?? now,
      modifiedAt: now,
      nextAt: same
        ? known.nextAt
        : nextInstant(parseExpression(recurring.expression, recurring.timeZone), now),
    });
  }

  create(wish: ScheduleWish): void {
    this.#checkGroup(wish.group);
    const known = this.#schedules.get(keyOf(wish));
    if (known !== undefined) {
      // The same request sent again after a lost answer.
      if (wish.clientToken !== "" && known.clientToken === wish.clientToken) return;
      throw new AwsError("ConflictException", `Schedule ${wish.name} already exists.`, 409);
    }
    this.#write(wish, this.#now());
  }

  update(wish: ScheduleWish): void {
    this.#checkGroup(wish.group);
    this.#write(wish, this.#known(wish).createdAt);
  }

  #write({ enabled, ...wish }: ScheduleWish, createdAt: number): void {
    const now = this.#now();
    const parsed = parseExpression(wish.expression, wish.timeZone);
    if (parsed.kind === "at" && parsed.at < now) {
      throw new AwsError(
        "ValidationException",
        `Invalid Schedule Expression ${wish.expression}: the time is in the past.`,
      );
    }
    const nextAt = enabled ? nextInstant(parsed, now) : undefined;
    this.#set({ ...wish, template: false, active: true, createdAt, modifiedAt: now, nextAt });
  }

  #set(held: Held): void {
    this.#schedules.set(keyOf(held), held);
    this.#activity(held.nextAt);
  }

  remove(group: string, name: string): void {
    this.#checkGroup(group);
    this.#known({ group, name });
    this.#schedules.delete(keyOf({ group, name }));
  }

  find(group: string, name: string): StoredSchedule {
    this.#checkGroup(group);
    return this.#known({ group, name });
  }

  page(filter: {
    readonly group?: string;
    readonly prefix: string;
    readonly after?: readonly [string, string];
    readonly limit: number;
  }): StoredSchedule[] {
    const after = filter.after?.join("/") ?? "";
    return [...this.#schedules.values()]
      .filter(
        ({ group, name }) =>
          (filter.group === undefined || group === filter.group) && name.startsWith(filter.prefix),
      )
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
      .filter((one) => keyOf(one) > after)
      .slice(0, filter.limit);
  }

  nextAt(): number | undefined {
    let next: number | undefined;
    for (const { nextAt, active } of this.#schedules.values()) {
      if (active && nextAt !== undefined && (next === undefined || nextAt < next)) next = nextAt;
    }
    return next;
  }

  /** When a schedule will come; undefined for one that is not there or never will. */
  nextOf(group: string, name: string): number | undefined {
    return this.#schedules.get(keyOf({ group, name }))?.nextAt;
  }

  due(): DueSchedule[] {
    const now = this.#now();
    return [...this.#schedules.values()]
      .flatMap(({ active, nextAt, group, name, targetArn, roleArn, input }) =>
        active && nextAt !== undefined && nextAt <= now
          ? [{ at: nextAt, group, name, targetArn, roleArn, input }]
          : [],
      )
      .sort((a, b) => a.at - b.at || (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  delivered(due: DueSchedule): void {
    const held = this.#schedules.get(keyOf(due));
    // Deleted, replaced or delivered meanwhile: there is nothing left to move.
    if (held === undefined || held.nextAt !== due.at) return;
    const expression = parseExpression(held.expression, held.timeZone);
    held.nextAt = expression.kind === "at" ? undefined : nextInstant(expression, due.at);
    if (held.nextAt === undefined && held.deleteAfterCompletion) this.#schedules.delete(keyOf(due));
    else this.#activity(held.nextAt);
  }

  list() {
    return [...this.#schedules.values()]
      .map(({ group, name, nextAt, expression, modifiedAt }) => ({
        group,
        name,
        nextAt,
        expression,
        modifiedAt,
      }))
      .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  }

  #known(named: { readonly group: string; readonly name: string }): Held {
    const held = this.#schedules.get(keyOf(named));
    if (held !== undefined) return held;
    throw new AwsError("ResourceNotFoundException", `Schedule ${named.name} does not exist.`, 404);
  }

  #checkGroup(group: string): void {
    if (this.#groups.has(group)) return;
    throw new AwsError("ResourceNotFoundException", `Schedule group ${group} does not exist.`, 404);
  }
}
