import type { Outgoing } from "../../app/ports/queues.ts";
import { once } from "../../domain/once.ts";
import type { AwsConfig } from "../runtime/aws-clients.ts";

/** Queues by their address, whose one client is loaded with the first message: no start waits for it. */
export function queuesLater(aws: AwsConfig): <T>(queueUrl: string) => Outgoing<T> {
  const loaded = once(async () => {
    const [{ outgoingQueue }, { sqsClient }] = await Promise.all([
      import("./sqs.ts"),
      import("./sqs-client.ts"),
    ]);
    const client = sqsClient(aws);
    return { queueOf: <T>(queueUrl: string) => outgoingQueue<T>(client, queueUrl) };
  });
  return <T>(queueUrl: string): Outgoing<T> => {
    const queue = once(async () => (await loaded()).queueOf<T>(queueUrl));
    return {
      send: async (message, options) => (await queue()).send(message, options),
      sendAll: async (messages) => (await queue()).sendAll(messages),
      sendDelayed: async (messages) => (await queue()).sendDelayed(messages),
    };
  };
}
