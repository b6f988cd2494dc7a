import { SendMessageBatchCommand, SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Outgoing } from "../../app/ports/queues.ts";

/** The longest delay SQS gives a message, in seconds. */
const MAX_DELAY_SECONDS = 900;
/** The most messages SQS takes in one call. */
const MAX_BATCH = 10;

/** A queue of JSON messages. Throws RangeError for a delay that SQS cannot give. */
export function outgoingQueue<T>(client: SQSClient, queueUrl: string): Outgoing<T> {
  return {
    async send(message, { delaySeconds = 0 } = {}) {
      if (!Number.isInteger(delaySeconds) || delaySeconds < 0 || delaySeconds > MAX_DELAY_SECONDS) {
        throw new RangeError(`a queue delays 0 to ${MAX_DELAY_SECONDS} whole seconds, not ${delaySeconds}`);
      }
      await client.send(
        new SendMessageCommand({
          QueueUrl: queueUrl,
          MessageBody: JSON.stringify(message),
          ...(delaySeconds === 0 ? {} : { DelaySeconds: delaySeconds }),
        }),
      );
    },
    async sendAll(messages) {
      for (let from = 0; from < messages.length; from += MAX_BATCH) {
        const batch = messages.slice(from, from + MAX_BATCH);
        const { Failed = [] } = await client.send(
          new SendMessageBatchCommand({
            QueueUrl: queueUrl,
            Entries: batch.map((message, index) => ({
              Id: String(index),
              MessageBody: JSON.stringify(message),
            })),
          }),
        );
        const [first] = Failed;
        if (first !== undefined) {
          throw new Error(`${Failed.length} of ${batch.length} messages were not taken: ${first.Code}`);
        }
      }
    },
  };
}
