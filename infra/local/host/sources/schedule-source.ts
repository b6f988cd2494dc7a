import { randomUUID } from "node:crypto";
import type { DueSchedule, QueueEngine, ScheduleEngine } from "../../contract.ts";
import type { Engine, WorkSource } from "../engine.ts";
import type { IamLedger } from "../iam/ledger.ts";
import { isThrottled } from "../runtime/concurrency.ts";
import type { FunctionPool } from "../runtime/function-pool.ts";
import { type InvocationFailure, isClosed } from "../runtime/protocol.ts";

export interface AsyncInvokeRule {
  readonly retries: number;
  /** ARN of the queue that takes the event when every try failed. */
  readonly onFailure: string | undefined;
}

export interface ScheduleSourceOptions {
  readonly schedules: ScheduleEngine;
  readonly queues: QueueEngine;
  readonly engine: Engine;
  readonly iam: IamLedger;
  /** Function ARN → its workers. */
  readonly pools: ReadonlyMap<string, FunctionPool>;
  readonly queueArns: ReadonlySet<string>;
  /** `group/name` of the template's schedules → ARN of their dead-letter queue. */
  readonly deadLetters: ReadonlyMap<string, string>;
  readonly asyncRule: (functionArn: string) => AsyncInvokeRule;
  /** Hands an event that is given up to a dead-letter queue, with the role that must allow it. */
  readonly sendFailure: (roleArn: string, queueArn: string, body: string, service?: string) => void;
  readonly onFailure: (where: string, failure: InvocationFailure) => void;
}

interface Delivery {
  readonly schedule: DueSchedule;
  readonly executionId: string;
  attempt: number;
  notBefore: number;
  running: boolean;
  /** When it was first handed to the function. */
  since?: number;
}

/** Lambda waits one minute before the second try of an asynchronous event and two before the third. */
const asyncBackOffMs = [60_000, 120_000];
/** A throttled event waits up to five minutes between tries and is kept for six hours; none of them counts. */
const throttledMs = { wait: 5 * 60_000, most: 6 * 3_600_000 };

const keyOf = ({ group, name }: { group: string; name: string }) => `${group}/${name}`;

/**
 * EventBridge Scheduler: hands each due schedule to its target with the schedule's role. A schedule stays due until
 * its function has succeeded or failed for good, so that a crash in between repeats it (at least once).
 */
export class ScheduleSource implements WorkSource {
  readonly #options: ScheduleSourceOptions;
  readonly #deliveries = new Map<string, Delivery>();

  constructor(options: ScheduleSourceOptions) {
    this.#options = options;
  }

  pump(): void {
    const { schedules, engine } = this.#options;
    const next = schedules.nextAt();
    if (next === undefined || next > engine.now()) return;
    for (const schedule of schedules.due()) {
      const key = keyOf(schedule);
      const delivery = this.#deliveries.get(key) ?? {
        schedule,
        executionId: randomUUID(),
        attempt: 0,
        notBefore: 0,
        running: false,
      };
      if (delivery.running || delivery.notBefore > engine.now()) continue;
      this.#deliveries.set(key, delivery);
      delivery.running = true;
      engine.start(async () => {
        try {
          await this.#deliver(key, delivery);
        } finally {
          delivery.running = false;
        }
      });
    }
  }

  nextAt(): number | undefined {
    const { schedules, engine } = this.#options;
    const retries = [...this.#deliveries.values()].map(({ notBefore }) => notBefore);
    // A delivery that waits for its next try stays first in line and would hide the schedules behind it.
    const first = this.#deliveries.size === 0 ? schedules.nextAt() : undefined;
    const others = this.#deliveries.size === 0 ? [] : schedules.list().map(({ nextAt }) => nextAt);
    const instants = [first, ...others, ...retries].filter((at) => at !== undefined && at > engine.now());
    return instants.reduce((a, b) => (a === undefined || (b !== undefined && b < a) ? b : a), undefined);
  }

  async #deliver(key: string, delivery: Delivery): Promise<void> {
    const { queues, queueArns, iam, pools, schedules, engine, asyncRule, onFailure } = this.#options;
    const { schedule } = delivery;
    const finish = () => {
      this.#deliveries.delete(key);
      schedules.delivered(schedule);
    };
    const toQueue = queueArns.has(schedule.targetArn);
    const pool = pools.get(schedule.targetArn);
    if (!toQueue && pool === undefined) {
      this.#undeliverable(schedule, `nothing local has the ARN ${schedule.targetArn}`);
      finish();
      return;
    }
    const action = toQueue ? "sqs:SendMessage" : "lambda:InvokeFunction";
    const verdict = iam.checkRole(
      schedule.roleArn,
      { action, resource: schedule.targetArn },
      "scheduler.amazonaws.com",
    );
    if (!verdict.allowed) {
      this.#undeliverable(schedule, verdict.reason);
      finish();
      return;
    }
    const input = this.#input(delivery);
    if (pool === undefined) {
      queues.send(schedule.targetArn, input);
      finish();
      return;
    }
    const event: unknown = JSON.parse(input);
    delivery.since ??= engine.now();
    const result = await pool.invoke(event);
    if (result.ok) {
      finish();
      return;
    }
    if (isClosed(result.failure)) return;
    onFailure(pool.definition.name, result.failure);
    if (isThrottled(result.failure) && engine.now() - delivery.since < throttledMs.most) {
      delivery.notBefore = engine.now() + throttledMs.wait;
      return;
    }
    const rule = asyncRule(schedule.targetArn);
    const wait = asyncBackOffMs[delivery.attempt];
    if (delivery.attempt < rule.retries && wait !== undefined) {
      delivery.attempt += 1;
      delivery.notBefore = engine.now() + wait;
      return;
    }
    if (rule.onFailure !== undefined) {
      this.#options.sendFailure(pool.definition.roleArn, rule.onFailure, input);
    }
    onFailure(pool.definition.name, {
      errorType: "RetryAttemptsExhausted",
      errorMessage: `event of schedule ${key} given up after ${delivery.attempt + 1} tries`,
      trace: [],
    });
    finish();
  }

  /** The schedule's dead-letter queue takes what could not be handed to the target. */
  #undeliverable(schedule: DueSchedule, reason: string): void {
    const key = keyOf(schedule);
    const deadLetter = this.#options.deadLetters.get(key);
    if (deadLetter !== undefined) {
      this.#options.sendFailure(schedule.roleArn, deadLetter, schedule.input, "scheduler.amazonaws.com");
    }
    this.#options.onFailure(key, { errorType: "ScheduleNotDelivered", errorMessage: reason, trace: [] });
  }

  /** The Scheduler's context attributes in the input. */
  #input({ schedule, executionId, attempt }: Delivery): string {
    const at = new Date(schedule.at).toISOString().replace(/\.\d{3}Z$/, "Z");
    return schedule.input
      .replaceAll("<aws.scheduler.scheduled-time>", at)
      .replaceAll("<aws.scheduler.execution-id>", executionId)
      .replaceAll("<aws.scheduler.attempt-number>", String(attempt + 1))
      .replaceAll("<aws.scheduler.schedule-arn>", keyOf(schedule));
  }
}
