import type { QueueDefinition, QueueEngine } from "../../../infra/local/contract.ts";
import { AwsError } from "../../../infra/local/services/http/wire.ts";
import { type MessageAttributes, md5 } from "../../../infra/local/services/sqs/message-attributes.ts";
import {
  type NewMessage,
  noSuchQueue,
  type TakenMessage,
} from "../../../infra/local/services/sqs/queue-engine.ts";

interface Held {
  readonly id: string;
  readonly order: number;
  readonly body: string;
  readonly attributes: MessageAttributes;
  readonly sender: string;
  readonly sentAt: number;
  visibleAt: number;
  expiresAt: number;
  receives: number;
  firstReceivedAt?: number;
  handle?: string;
  source?: string;
}

interface Queue {
  definition: QueueDefinition;
  messages: Held[];
}

/** Numbered names that have a UUID's form: unique, and the same in every run. */
export function numberedIds(mark: string): () => string {
  let last = 0;
  return () => {
    last += 1;
    return `${mark.padEnd(8, "0")}-0000-4000-8000-${last.toString(16).padStart(12, "0")}`;
  };
}

const handleForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Standard queues in memory: at least once, in the order that `pick` gives, invisible while in flight. */
export class MemoryQueues implements QueueEngine {
  readonly #queues = new Map<string, Queue>();
  readonly #now: () => number;
  readonly #activity: (arn: string) => void;
  readonly #messageId = numberedIds("5e");
  readonly #handle = numberedIds("4a");
  readonly #named = new Map<string, number>();
  #order = 0;
  /** The order in which visible messages are given out; the local servers take the oldest first. */
  pick: (visible: readonly Held[]) => readonly Held[] = (visible) => visible;

  constructor(now: () => number, activity: (arn: string) => void) {
    this.#now = now;
    this.#activity = activity;
  }

  define(definition: QueueDefinition): void {
    const known = this.#queues.get(definition.arn);
    if (known === undefined) this.#queues.set(definition.arn, { definition, messages: [] });
    else known.definition = definition;
  }

  definition(arn: string): QueueDefinition {
    return this.#queue(arn).definition;
  }

  arnOf(name: string): string | undefined {
    return [...this.#queues.values()].find(({ definition }) => definition.name === name)?.definition.arn;
  }

  names(): string[] {
    return [...this.#queues.values()].map(({ definition }) => definition.name).sort();
  }

  send(arn: string, body: string, options: { delaySeconds?: number } = {}): string {
    return this.add(arn, { body, ...options });
  }

  add(arn: string, message: NewMessage): string {
    const { definition, messages } = this.#queue(arn);
    const now = this.#now();
    const id = this.#messageId();
    this.#order += 1;
    const named = /"id":"([^"]+)"/.exec(message.body)?.[1];
    if (named !== undefined) this.#named.set(`${arn} ${named}`, now);
    messages.push({
      id,
      order: this.#order,
      body: message.body,
      attributes: message.attributes ?? {},
      sender: message.sender ?? "local",
      sentAt: now,
      visibleAt: now + (message.delaySeconds ?? definition.delaySeconds) * 1000,
      expiresAt: now + definition.retentionSeconds * 1000,
      receives: 0,
    });
    this.#activity(arn);
    return id;
  }

  receive(arn: string, max: number): TakenMessage[] {
    return this.take(arn, max);
  }

  take(arn: string, max: number, visibilitySeconds?: number): TakenMessage[] {
    const queue = this.#queue(arn);
    const now = this.#now();
    queue.messages = queue.messages.filter(({ expiresAt }) => expiresAt > now);
    const visible = queue.messages
      .filter(({ visibleAt }) => visibleAt <= now)
      .sort((a, b) => a.visibleAt - b.visibleAt || a.order - b.order);
    const taken: TakenMessage[] = [];
    for (const held of this.pick(visible)) {
      if (taken.length === max) break;
      if (!this.#movedToDeadLetters(queue, held)) {
        taken.push(this.#takeOne(held, now, visibilitySeconds ?? queue.definition.visibilityTimeoutSeconds));
      }
    }
    return taken;
  }

  #movedToDeadLetters(queue: Queue, held: Held): boolean {
    const { redrive, arn } = queue.definition;
    if (redrive === undefined || held.receives < redrive.maxReceiveCount) return false;
    const dead = this.#queues.get(redrive.deadLetterArn);
    if (dead === undefined) return false;
    queue.messages = queue.messages.filter((one) => one !== held);
    // A standard queue keeps the first sending time: the retention is not counted anew.
    const expiresAt = held.sentAt + dead.definition.retentionSeconds * 1000;
    const { handle: _handle, firstReceivedAt: _first, ...rest } = held;
    dead.messages.push({ ...rest, source: arn, visibleAt: this.#now(), receives: 0, expiresAt });
    this.#activity(redrive.deadLetterArn);
    return true;
  }

  #takeOne(held: Held, now: number, visibilitySeconds: number): TakenMessage {
    held.handle = this.#handle();
    held.receives += 1;
    held.firstReceivedAt ??= now;
    held.visibleAt = now + visibilitySeconds * 1000;
    return {
      messageId: held.id,
      receiptHandle: held.handle,
      body: held.body,
      md5OfBody: md5(held.body),
      attributes: {
        ApproximateReceiveCount: String(held.receives),
        SentTimestamp: String(held.sentAt),
        SenderId: held.sender,
        ApproximateFirstReceiveTimestamp: String(held.firstReceivedAt),
        ...(held.source === undefined ? {} : { DeadLetterQueueSourceArn: held.source }),
      },
      messageAttributes: Object.fromEntries(
        Object.entries(held.attributes).map(([name, { DataType, StringValue }]) => [
          name,
          { dataType: DataType, ...(StringValue === undefined ? {} : { stringValue: StringValue }) },
        ]),
      ),
      wireAttributes: held.attributes,
    };
  }

  remove(arn: string, receiptHandle: string): void {
    const queue = this.#queue(arn);
    checkHandle(receiptHandle);
    queue.messages = queue.messages.filter(({ handle }) => handle !== receiptHandle);
  }

  changeVisibility(arn: string, receiptHandle: string, seconds: number): void {
    const queue = this.#queue(arn);
    checkHandle(receiptHandle);
    const now = this.#now();
    const held = queue.messages.find(({ handle, visibleAt }) => handle === receiptHandle && visibleAt > now);
    if (held === undefined) {
      throw new AwsError("MessageNotInflight", "The message referred to isn't in flight.");
    }
    held.visibleAt = now + seconds * 1000;
    this.#activity(arn);
  }

  nextVisibleAt(arn: string): number | undefined {
    let next: number | undefined;
    for (const { visibleAt, expiresAt } of this.#queue(arn).messages) {
      if (expiresAt <= Math.max(visibleAt, this.#now())) continue;
      if (next === undefined || visibleAt < next) next = visibleAt;
    }
    return next;
  }

  /** When a message naming this id was last sent; before all time if none was. */
  lastSent(arn: string, id: string): number {
    return this.#named.get(`${arn} ${id}`) ?? Number.NEGATIVE_INFINITY;
  }

  /** Bodies of all messages that lie in a queue, in flight or not. */
  bodies(arn: string): readonly string[] {
    return this.#queue(arn).messages.map(({ body }) => body);
  }

  /** The messages that lie in a queue; they keep their ids when they are given up. */
  lying(arn: string): readonly { readonly id: string; readonly body: string }[] {
    return this.#queue(arn).messages.map(({ id, body }) => ({ id, body }));
  }

  /** Takes a message away for good, as only the simulation's faults may. */
  lose(arn: string, id: string): void {
    const queue = this.#queue(arn);
    queue.messages = queue.messages.filter((held) => held.id !== id);
  }

  depth(arn: string) {
    const now = this.#now();
    const living = this.#queue(arn).messages.filter(({ expiresAt }) => expiresAt > now);
    const hidden = living.filter(({ visibleAt }) => visibleAt > now);
    return {
      visible: living.length - hidden.length,
      delayed: hidden.filter(({ receives }) => receives === 0).length,
      inFlight: hidden.filter(({ receives }) => receives > 0).length,
    };
  }

  counts() {
    return [...this.#queues.values()]
      .map(({ definition: { name, arn } }) => ({ name, arn, ...this.depth(arn) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  #queue(arn: string): Queue {
    const queue = this.#queues.get(arn);
    if (queue === undefined) throw noSuchQueue();
    return queue;
  }
}

function checkHandle(handle: string): void {
  if (handleForm.test(handle)) return;
  throw new AwsError(
    "ReceiptHandleIsInvalid",
    `The input receipt handle "${handle}" is not a valid receipt handle.`,
  );
}
