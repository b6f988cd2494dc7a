import type { LocalCloud } from "../local/host/index.ts";

type QueueVariable = "REACT_QUEUE_URL" | "NOTICE_QUEUE_URL";

/** Loses messages of ours between two functions, as queues in reality never do and crashes do. */
export class Losses {
  readonly #cloud: Pick<LocalCloud, "services" | "cloud">;
  readonly #armed = new Map<string, number>();
  lost = 0;

  constructor(cloud: Pick<LocalCloud, "services" | "cloud">) {
    this.#cloud = cloud;
    cloud.services.onActivity(() => this.#strike());
  }

  /** The next message of this queue never arrives. */
  loseNext(variable: QueueVariable): void {
    const arn = this.#arnOf(variable);
    this.#armed.set(arn, (this.#armed.get(arn) ?? 0) + 1);
  }

  /** The complaint's one-time schedule never fires. False when it has none. */
  loseTimer(complaintId: string): boolean {
    const { schedules } = this.#cloud.services;
    const timer = schedules.list().find(({ name }) => name.startsWith(`c-${complaintId}-`));
    if (timer?.nextAt === undefined) return false;
    const { group, name, nextAt: at } = timer;
    schedules.delivered({ group, name, at, targetArn: "", roleArn: "", input: "" });
    this.lost += 1;
    return true;
  }

  /** Runs in the moment of sending, before any function can take the message. */
  #strike(): void {
    const { queues } = this.#cloud.services;
    for (const [arn, wanted] of this.#armed) {
      if (wanted === 0) continue;
      const [message] = queues.receive(arn, 1);
      if (message === undefined) continue;
      this.#armed.set(arn, wanted - 1);
      this.lost += 1;
      queues.remove(arn, message.receiptHandle);
    }
  }

  #arnOf(variable: QueueVariable): string {
    const name = this.#cloud.cloud.variables[variable]?.split("/").at(-1);
    const queue = this.#cloud.services.queues.counts().find((one) => one.name === name);
    if (queue === undefined) throw new RangeError(`no queue behind ${variable}`);
    return queue.arn;
  }
}
