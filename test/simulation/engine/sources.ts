import type { Change } from "../services/dynamodb/table.ts";
import { queueArn, streamRecord } from "../services/memory-aws.ts";
import type { SimulatedFunction } from "./build.ts";
import type { Ground, Outcome, Processes } from "./processes.ts";

export interface SourceSettings {
  readonly queue: string;
  readonly fn: SimulatedFunction;
  readonly batchSize: number;
  readonly most: number;
}

/** A queue's event source: polls when something is visible, deletes what succeeded, leaves the rest to come back. */
export class QueueSource {
  readonly #settings: SourceSettings;
  readonly #ground: Ground;
  readonly #processes: Processes;
  readonly #arn: string;
  #running = 0;
  #isWaiting = false;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(settings: SourceSettings, ground: Ground, processes: Processes) {
    this.#settings = settings;
    this.#ground = ground;
    this.#processes = processes;
    this.#arn = queueArn(settings.queue);
  }

  /** Looks when the next message is visible and polls then; a poll takes a moment. */
  wake(): void {
    const { time, aws, random } = this.#ground;
    // Whoever ends makes room and wakes: until then there is nothing to look for.
    if (this.#isFull) return;
    const next = aws.queues.nextVisibleAt(this.#arn);
    if (next === undefined) return;
    const at = Math.max(time.now, next) + 1 + Math.round(random.span(120));
    if (this.#wakesAt > time.now && this.#wakesAt <= at) return;
    this.#wakesAt = at;
    time.at(at, () => {
      if (this.#wakesAt !== at) return;
      this.#wakesAt = Number.POSITIVE_INFINITY;
      this.#poll();
    });
  }

  get #isFull(): boolean {
    const { fn, most } = this.#settings;
    return this.#running >= most || this.#processes.free(fn) <= 0;
  }

  #poll(): void {
    const { queue, batchSize } = this.#settings;
    const { time, aws, faults, trace, random } = this.#ground;
    while (!this.#isFull) {
      const stalled = queue === "notice" && faults.spell(time.now, "notices-stalled") !== undefined;
      if (stalled) return this.#waitAMinute();
      const messages = aws.queues.receive(this.#arn, random.int(1, batchSize));
      if (messages.length === 0) break;
      if (faults.spell(time.now, "blackout") !== undefined) {
        for (const { receiptHandle } of messages) aws.queues.remove(this.#arn, receiptHandle);
        trace.add(time.now, `${queue} loses ${messages.length}`);
        continue;
      }
      const fault = faults.delivery(time.now, ["message-lost", "message-twice"]);
      trace.add(
        time.now,
        `${queue} gives ${messages.length} ${fault ?? ""}`,
        messages.map(({ body }) => body).join("\n"),
      );
      if (fault === "message-lost") {
        const [lost] = messages.splice(0, 1);
        if (lost !== undefined) aws.queues.remove(this.#arn, lost.receiptHandle);
      }
      if (messages.length === 0) continue;
      const isTwice = fault === "message-twice";
      if (isTwice) this.#deliver(messages, false, false);
      this.#deliver(messages, true, !isTwice);
    }
    this.wake();
  }

  /** However many messages come meanwhile, one look a minute. */
  #waitAMinute(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    this.#ground.time.after(60_000, () => {
      this.#isWaiting = false;
      this.wake();
    });
  }

  #deliver(
    messages: readonly {
      readonly messageId: string;
      readonly receiptHandle: string;
      readonly body: string;
      readonly attributes: object;
    }[],
    counts: boolean,
    isOnly: boolean,
  ): void {
    const { fn } = this.#settings;
    const { aws, time, trace, watch } = this.#ground;
    this.#running += 1;
    const since = time.now;
    watch.given(messages.map(({ messageId }) => messageId));
    const event = {
      Records: messages.map((one) => ({
        ...one,
        messageAttributes: {},
        md5OfBody: "",
        eventSource: "aws:sqs",
        eventSourceARN: this.#arn,
        awsRegion: "ap-southeast-1",
      })),
    };
    const finish = (outcome: Outcome) => {
      this.#running -= 1;
      const failed = failures(outcome);
      trace.add(time.now, `${fn} done ${outcome.ok} ${failed === "all" ? "all" : failed.size}`);
      const done = messages.filter(({ messageId }) => failed !== "all" && !failed.has(messageId));
      if (this.#settings.queue === "alarm")
        for (const { body } of done) {
          const { id, epoch } = JSON.parse(body) as { id: string; epoch?: number };
          watch.rang(id, epoch, aws.queues.lastSent(this.#arn, id) >= since);
        }
      const ids = messages.map(({ messageId }) => messageId);
      watch.failed(failed === "all" ? ids : ids.filter((one) => failed.has(one)), outcome.isTroubled);
      if (isOnly) watch.done(done.map(({ messageId }) => messageId));
      if (counts) for (const { receiptHandle } of done) aws.queues.remove(this.#arn, receiptHandle);
      this.wake();
    };
    void this.#processes.invoke(fn, event).then(finish);
  }
}

function failures(outcome: Outcome): ReadonlySet<string> | "all" {
  if (!outcome.ok) return "all";
  const { batchItemFailures = [] } = (outcome.payload ?? {}) as {
    batchItemFailures?: { itemIdentifier: string }[];
  };
  return new Set(batchItemFailures.map(({ itemIdentifier }) => itemIdentifier));
}

/** A second of batching, a hundred records a batch, halves on failure, twenty retries. */
const WINDOW = 1000;
const BATCH = 100;
const RETRIES = 20;

/** The table's stream: batches in order, one at a time, again until they succeed or are given up. */
export class StreamSource {
  readonly #ground: Ground;
  readonly #processes: Processes;
  readonly #table: string;
  readonly #waiting: { readonly from: number; readonly to: number; readonly tries: number }[] = [];
  #position = 0;
  #busy = false;
  #armed = false;

  constructor(table: string, ground: Ground, processes: Processes) {
    this.#table = table;
    this.#ground = ground;
    this.#processes = processes;
  }

  wake(delay = WINDOW): void {
    if (this.#busy || this.#armed) return;
    if (this.#waiting.length === 0 && this.#position >= this.#changes.length) return;
    this.#armed = true;
    const { time, random } = this.#ground;
    time.after(delay + random.span(80), () => {
      this.#armed = false;
      this.#step();
    });
  }

  get #changes() {
    return this.#ground.aws.tables.get(this.#table)?.changes ?? [];
  }

  #step(): void {
    const { faults, time, trace } = this.#ground;
    const next = this.#waiting.pop() ?? this.#unread();
    if (next === undefined) return;
    const changes = this.#changes.slice(next.from, next.to).filter(({ keys }) => isWatched(keys));
    const records = changes.map((change) => streamRecord(this.#table, change).record);
    if (records.length === 0) return this.wake();
    const isOut = faults.spell(time.now, "blackout") !== undefined;
    const fault = isOut ? "stream-lost" : faults.delivery(time.now, ["stream-twice", "stream-lost"]);
    trace.add(time.now, `stream gives ${records.length} ${fault ?? ""}`);
    // Given up after twenty tries: as if it had never been.
    if (fault === "stream-lost") return this.wake();
    if (fault === "stream-twice") this.#waiting.push({ ...next, tries: 0 });
    this.#busy = true;
    const since = time.now;
    const finish = (outcome: Outcome) => {
      this.#busy = false;
      if (outcome.ok && firstFailed(outcome.payload) === undefined) this.#checkHandedOn(changes, since);
      const failed = outcome.ok ? firstFailed(outcome.payload) : undefined;
      if (!outcome.ok) this.#again(next);
      else if (failed !== undefined) this.#waiting.push({ ...next, from: failed - 1, tries: next.tries + 1 });
      this.wake(outcome.ok ? WINDOW : 1000 * Math.min(60, 2 ** next.tries));
    };
    void this.#processes.invoke("stream", { Records: records }).then(finish);
  }

  /** A batch that was taken has asked for the reactions of every document in it. */
  #checkHandedOn(changes: readonly Change[], since: number): void {
    const { aws, watch } = this.#ground;
    for (const { keys } of changes) {
      const id = documentId(keys);
      if (id !== undefined && !(aws.queues.lastSent(queueArn("react"), id) >= since))
        watch.broken("every-change-is-handed-on", id);
    }
  }

  #unread() {
    const from = this.#position;
    const to = Math.min(this.#changes.length, from + BATCH);
    this.#position = to;
    return from === to ? undefined : { from, to, tries: 0 };
  }

  #again({ from, to, tries }: { readonly from: number; readonly to: number; readonly tries: number }): void {
    if (tries >= RETRIES) return;
    const middle = Math.ceil((from + to) / 2);
    if (to - from > 1) this.#waiting.push({ from: middle, to, tries: tries + 1 });
    this.#waiting.push({ from, to: to - from > 1 ? middle : to, tries: tries + 1 });
  }
}

/** The sequence of the record from which on a batch is to come again. */
function firstFailed(payload: unknown): number | undefined {
  const { batchItemFailures = [] } = (payload ?? {}) as { batchItemFailures?: { itemIdentifier: string }[] };
  const [first] = batchItemFailures;
  return first === undefined ? undefined : Number(first.itemIdentifier);
}

/** As the event source's filter: complaints, groups, emergencies, submissions. */
function isWatched(keys: Readonly<Record<string, unknown>>): boolean {
  const text = (name: string) => (keys[name] as { S: string } | undefined)?.S ?? "";
  const [pk, sk] = [text("pk"), text("sk")];
  return (
    (pk.startsWith("C#") && sk === "DOC") ||
    pk.startsWith("G#") ||
    (pk.startsWith("E#") && sk === "EMERGENCY") ||
    (pk.startsWith("REPORT#") && sk.startsWith("SUBMISSION#"))
  );
}

/** How a message names the document of a complaint or a group; undefined for the others. */
function documentId(keys: Readonly<Record<string, unknown>>): string | undefined {
  const text = (name: string) => (keys[name] as { S: string } | undefined)?.S ?? "";
  const [pk, sk] = [text("pk"), text("sk")];
  if (pk.startsWith("C#")) return pk.slice(2);
  return pk.startsWith("G#") && sk.startsWith("GROUP#")
    ? `${pk.slice(2)}.${Number(sk.slice("GROUP#".length))}`
    : undefined;
}

/** One-time schedules: up to a minute late, now and then twice, seldom never. */
export class ScheduleSource {
  readonly #ground: Ground;
  #wakesAt = Number.POSITIVE_INFINITY;

  constructor(ground: Ground) {
    this.#ground = ground;
  }

  wake(): void {
    const { time, aws } = this.#ground;
    const next = aws.schedules.nextAt();
    if (next === undefined) return;
    const at = Math.max(next, time.now);
    if (this.#wakesAt >= time.now && this.#wakesAt <= at) return;
    this.#wakesAt = at;
    time.at(at, () => {
      if (this.#wakesAt !== at) return;
      this.#wakesAt = Number.POSITIVE_INFINITY;
      this.#deliver();
    });
  }

  #deliver(): void {
    const { time, aws, faults, trace, random } = this.#ground;
    for (const due of aws.schedules.due()) {
      aws.schedules.delivered(due);
      const isOut = faults.spell(time.now, "blackout") !== undefined;
      const fault = isOut
        ? "schedule-lost"
        : faults.delivery(time.now, ["schedule-lost", "schedule-twice", "schedule-late"]);
      trace.add(time.now, `schedule ${due.name} ${fault ?? ""}`);
      if (fault === "schedule-lost") continue;
      const late = fault === "schedule-late" ? random.int(60, 1500) * 1000 : random.int(0, 60) * 1000;
      time.after(late, () => void aws.queues.send(due.targetArn, due.input));
      if (fault === "schedule-twice")
        time.after(late + random.int(1, 90) * 1000, () => void aws.queues.send(due.targetArn, due.input));
    }
    this.wake();
  }
}
