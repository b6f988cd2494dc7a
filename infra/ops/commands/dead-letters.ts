import { SQSClient } from "@aws-sdk/client-sqs";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { type DeadLetters, deadLetterQueues, discard, look, replay } from "../dead-letters.ts";
import { awsConfig } from "../store.ts";

export const deadLettersCommand: OpsCommand = {
  name: "dead-letters",
  takes: "<阶段 stage> [队列 queue] [消息 message] [--replay | --discard] [--yes]",
  help: {
    zh: "列出死信队列；写队列名（如 Alarm）则逐条列出；--replay 送回原队列，--discard 丢弃流和调度的死信（已另行补上），工作队列的要写明是哪一条；不加 --yes 只说明",
    en: "lists dead-letter queues; with a queue (e.g. Alarm) its messages; --replay sends them back, --discard takes away those of streams and schedules, which are made good otherwise, and of work the one message that is named; without --yes it only says so",
  },
  words: [1, 3],
  options: { replay: { type: "boolean" }, discard: { type: "boolean" }, yes: { type: "boolean" } },
  async run({ words: [stage = "", name, message], on }, { env, print }) {
    const sqs = new SQSClient(awsConfig(env));
    const queues = await deadLetterQueues(sqs, `jiesu-${stage}-`);
    if (on("replay") && on("discard")) {
      throw new UsageError("dead-letters: --replay、--discard 选一 · one of the two");
    }
    if (name === undefined) {
      if (on("replay") || on("discard")) throw new UsageError("dead-letters: 要写队列名 · name the queue");
      for (const queue of queues) print(`${String(queue.waiting).padStart(6)}  ${queue.name}`);
      if (queues.length === 0) print(`没有 jiesu-${stage}- 的队列 · no queues of stage ${stage} here`);
      return queues.length === 0 ? 1 : undefined;
    }
    const queue = named(queues, name);
    const act = on("replay") ? replaying(queue) : on("discard") ? discarding(queue, message) : undefined;
    if (act !== undefined && on("yes")) {
      print(await act.now(sqs));
      return undefined;
    }
    const letters = await look(sqs, queue);
    for (const { id, sentAt, received, body, reason } of letters) {
      print([id, sentAt, `${received}×`, body, ...(reason === undefined ? [] : [reason])].join("  "));
    }
    print(`${letters.length} 条 messages`);
    if (act !== undefined) print(`${act.would}：加 --yes 执行 · add --yes to do it`);
    return undefined;
  },
};

function named(queues: readonly DeadLetters[], name: string): DeadLetters {
  const found = queues.filter((queue) =>
    queue.name.toLowerCase().includes(`${name.toLowerCase()}deadletters`),
  );
  const [queue] = found;
  if (queue !== undefined && found.length === 1) return queue;
  throw new UsageError(
    `没有死信队列 ${name} · no dead-letter queue ${name}: ${queues.map((one) => one.name).join(", ")}`,
  );
}

function replaying(queue: DeadLetters) {
  if (queue.source === undefined) {
    throw new UsageError(
      `${queue.name}: 不用重放，巡检或下一次调度会补上；看过后用 --discard · not replayed: the sweep or the next run makes it good; --discard once you have looked`,
    );
  }
  const would = `会送回 would go back to ${queue.source}`;
  return { would, now: async (sqs: SQSClient) => `已送回 sent back: ${await replay(sqs, queue)}` };
}

function discarding(queue: DeadLetters, message: string | undefined) {
  if (queue.source !== undefined && message === undefined) {
    throw new UsageError(
      `${queue.name}: 这里是没有做完的工作，先重放；确认某一条不必做的，写明它的消息编号 · this is work that is not done: replay it, or name the one message that need not be done`,
    );
  }
  const would = `会丢弃 would be taken away: ${message ?? "全部 all"}`;
  return { would, now: async (sqs: SQSClient) => `已丢弃 taken away: ${await discard(sqs, queue, message)}` };
}
