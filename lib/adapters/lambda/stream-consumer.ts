import type { Context, DynamoDBStreamEvent } from "aws-lambda";
import type { Ports } from "../../app/ports/index.ts";
import type { ReactMessage } from "../../app/ports/queues.ts";
import { documentRefOf } from "../dynamodb/core/keys.ts";
import { loading } from "../runtime/loading.ts";
import { wrapped } from "./wrapped.ts";

/**
 * Puts the ids of changed complaints, groups, emergency events and submissions on the react queue, each once per batch.
 * It reads nothing but keys and so cannot fail on a record's content (ADR 0002).
 */
export function streamConsumer(load: () => Promise<Ports>) {
  const ports = loading(load);
  return wrapped(async (event: DynamoDBStreamEvent, _context: Context): Promise<void> => {
    const { reactQueue } = await ports();
    const changed = new Map<string, ReactMessage>();
    for (const { dynamodb } of event.Records) {
      const message = documentRefOf({ pk: dynamodb?.Keys?.pk?.S ?? "", sk: dynamodb?.Keys?.sk?.S ?? "" });
      if (message !== undefined) changed.set(JSON.stringify(message), message);
    }
    await reactQueue.sendAll([...changed.values()]);
  });
}
