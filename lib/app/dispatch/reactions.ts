import { lookAgain } from "../groups/complaint-reactions.ts";
import { letGoWhenDue } from "../held/let-go.ts";
import type { Ports } from "../ports/index.ts";
import type { ReactMessage } from "../ports/queues.ts";
import { runJobPart } from "./job-parts.ts";
import { protocols } from "./kinds.ts";

/** A message of the react queue: a document changed, a complaint is to be looked at once more, a page of a job, or a command that was held back. */
export async function reactTo(ports: Ports, message: ReactMessage): Promise<void> {
  if ("jobId" in message) return runJobPart(ports, message);
  if ("heldId" in message) return letGoWhenDue(ports, message);
  if (message.again === true) return lookAgain(ports, message.id);
  return protocols[message.kind].react(ports, message.id);
}
