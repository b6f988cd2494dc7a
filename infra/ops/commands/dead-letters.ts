import { SQSClient } from "@aws-sdk/client-sqs";
import { UsageError } from "../../usage-error.ts";
import type { OpsCommand } from "../command.ts";
import { type DeadLetters, deadLetterQueues, look, replay } from "../dead-letters.ts";
import { awsConfig } from "../store.ts";

export const deadLettersCommand: OpsCommand = {
  name: "dead-letters",
  takes: "<阶段 stage> [队列 queue] [--replay [--yes]]",
  help: {
    zh: "列出死信队列；写队列名（如 Alarm）则逐条列出；--replay 说明会重放什么，加 --yes 才真的送回原队列",
    en: "lists dead-letter queues; with a queue (e.g. Alarm) its messages; --replay says what would go back, with --yes it goes",
  },
  words: [1, 2],
  options: { replay: { type: "boolean" }, yes: { type: "boolean" } },
  async run({ words: [stage = "", name], on }, { env, print }) {
    const sqs = new SQSClient(awsConfig(env));
    const queues = await deadLetterQueues(sqs, `jiesu-${stage}-`);
    if (name === undefined) {
      if (on("replay")) throw new UsageError("dead-letters: --replay 要写队列名 · name the queue");
      for (const queue of queues) print(`${String(queue.waiting).padStart(6)}  ${queue.name}`);
      return undefined;
    }
    const found = queues.filter((queue) =>
      queue.name.toLowerCase().includes(`${name.toLowerCase()}deadletters`),
    );
    const [queue] = found;
    if (queue === undefined || found.length > 1) {
      throw new UsageError(
        `没有死信队列 ${name} · no dead-letter queue ${name}: ${queues.map((one) => one.name).join(", ")}`,
      );
    }
    if (on("replay") && on("yes")) {
      print(`已送回 sent back: ${await replay(sqs, replayable(queue))}`);
      return undefined;
    }
    const letters = await look(sqs, queue);
    for (const { sentAt, received, body } of letters) print(`${sentAt}  ${received}×  ${body}`);
    print(`${letters.length} 条 messages`);
    if (on("replay")) {
      print(`会送回 would go back to ${replayable(queue).source ?? ""}：加 --yes 执行 · add --yes to do it`);
    }
    return undefined;
  },
};

function replayable(queue: DeadLetters): DeadLetters {
  if (queue.source !== undefined) return queue;
  throw new UsageError(
    `${queue.name}: 不用重放，巡检或下一次调度会补上 · not replayed: the sweep or the next run makes it good`,
  );
}
