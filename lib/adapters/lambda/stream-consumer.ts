import type { Context, DynamoDBStreamEvent } from "aws-lambda";
import type { Ports } from "../../app/ports.ts";
import { emergencyIdOf, groupIdOf, submissionIdOf } from "../dynamodb/keys.ts";
import { wrapped } from "./wrapped.ts";

/**
 * Puts the ids of changed complaints, groups, emergency events and submissions on the react queue, each once per batch. It reads nothing but keys and so cannot
 * fail on a record's content (handbook 3.5).
 */
export function streamConsumer(ports: Promise<Ports>) {
  return wrapped(async (event: DynamoDBStreamEvent, _context: Context): Promise<void> => {
    const { reactQueue } = await ports;
    const ids = new Set<string>();
    const groupIds = new Set<string>();
    const emergencyIds = new Set<string>();
    const submissionIds = new Set<string>();
    for (const { dynamodb } of event.Records) {
      const pk = dynamodb?.Keys?.pk?.S ?? "";
      const ref = { pk, sk: dynamodb?.Keys?.sk?.S ?? "" };
      const groupId = groupIdOf(ref);
      const emergencyId = emergencyIdOf(ref);
      const submissionId = submissionIdOf(ref);
      if (groupId !== undefined) groupIds.add(groupId);
      else if (emergencyId !== undefined) emergencyIds.add(emergencyId);
      else if (submissionId !== undefined) submissionIds.add(submissionId);
      else if (pk.startsWith("C#")) ids.add(pk.slice(2));
    }
    for (const id of ids) await reactQueue.send({ id });
    for (const groupId of groupIds) await reactQueue.send({ groupId });
    for (const emergencyId of emergencyIds) await reactQueue.send({ emergencyId });
    for (const submissionId of submissionIds) await reactQueue.send({ submissionId });
  });
}
