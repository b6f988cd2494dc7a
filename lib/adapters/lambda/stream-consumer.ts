import type { Context, DynamoDBStreamEvent } from "aws-lambda";
import type { ItemRef } from "../../app/ports/alarms.ts";
import type { Ports } from "../../app/ports/index.ts";
import type { ReactMessage } from "../../app/ports/queues.ts";
import { emergencyIdOf, groupIdOf, submissionIdOf } from "../dynamodb/core/keys.ts";
import { wrapped } from "./wrapped.ts";

/**
 * Puts the ids of changed complaints, groups, emergency events and submissions on the react queue, each once per batch.
 * It reads nothing but keys and so cannot fail on a record's content (handbook 3.5).
 */
export function streamConsumer(ports: Promise<Ports>) {
  return wrapped(async (event: DynamoDBStreamEvent, _context: Context): Promise<void> => {
    const { reactQueue } = await ports;
    const changed = new Map<string, ReactMessage>();
    for (const { dynamodb } of event.Records) {
      const pk = dynamodb?.Keys?.pk?.S ?? "";
      const sk = dynamodb?.Keys?.sk?.S ?? "";
      const message = messageOf({ pk, sk });
      if (message !== undefined) changed.set(JSON.stringify(message), message);
    }
    await reactQueue.sendAll([...changed.values()]);
  });
}

function messageOf(ref: ItemRef): ReactMessage | undefined {
  const groupId = groupIdOf(ref);
  if (groupId !== undefined) return { groupId };
  const emergencyId = emergencyIdOf(ref);
  if (emergencyId !== undefined) return { emergencyId };
  const submissionId = submissionIdOf(ref);
  if (submissionId !== undefined) return { submissionId };
  return ref.pk.startsWith("C#") ? { id: ref.pk.slice(2) } : undefined;
}
