import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Outgoing } from "../../app/ports/queues.ts";

/** The longest delay SQS gives a message, in seconds. */
const MAX_DELAY_SECONDS = 900;
/** The most messages SQS takes in one call. */
const MAX_BATCH = 10;

/** A queue of JSON messages. Throws RangeError for a delay that SQS cannot give. */
export function outgoingQueue<T>(client: SQSClient, queueUrl: string): Outgoing<T> {
  const sendDelayed: Outgoing<T>["sendDelayed"] = async (messages) => {
    for (let from = 0; from < messages.length; from += MAX_BATCH) {
      const batch = messages.slice(from, from + MAX_BATCH);
      const { Failed = [] } = await client.send(
        new SendMessageBatchCommand({
          QueueUrl: queueUrl,
          Entries: batch.map(({ message, delaySeconds }, index) => ({
            Id: String(index),
            MessageBody: JSON.stringify(message),
            ...delayed(delaySeconds),
          })),
        }),
      );
      const [first] = Failed;
      if (first !== undefined) {
        throw new Error(`${Failed.length} of ${batch.length} messages were not taken: ${first.Code}`);
      }
    }
  };
  return {
    async send(message, { delaySeconds = 0 } = {}) {
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(message),
          ...delayed(delaySeconds),
        }),
      );
    },
    sendAll: (messages) => sendDelayed(messages.map((message) => ({ message, delaySeconds: 0 }))),
    sendDelayed,
  };
}

function delayed(seconds: number): { readonly DelaySeconds?: number } {
  if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_DELAY_SECONDS) {
    throw new RangeError(`a queue delays 0 to ${MAX_DELAY_SECONDS} whole seconds, not ${seconds}`);
  }
  return seconds === 0 ? {} : { DelaySeconds: seconds };
}
