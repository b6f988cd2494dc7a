import { lookAgain } from "../groups/complaint-reactions.ts";
import type { Ports } from "../ports/index.ts";
import type { ReactMessage } from "../ports/queues.ts";
import { runJobPart } from "./job-parts.ts";
import { protocols } from "./kinds.ts";

/** A message of the react queue: a document changed, a complaint is to be looked at once more, or a page of a job. */
export async function reactTo(ports: Ports, message: ReactMessage): Promise<void> {
  if ("jobId" in message) return runJobPart(ports, message);
  if (message.again === true) return lookAgain(ports, message.id);
  return protocols[message.kind].react(ports, message.id);
}
