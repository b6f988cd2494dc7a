import { reactToEvent } from "../emergencies/react.ts";
import { lookAgain } from "../groups/complaint-reactions.ts";
import { reactToGroup } from "../groups/react.ts";
import type { Ports } from "../ports/index.ts";
import type { ReactMessage } from "../ports/queues.ts";
import { reactToSubmission } from "../submissions/react.ts";
import { runJobPart } from "./job-parts.ts";
import { react } from "./react.ts";

/** A message of the react queue: a complaint, a group, an emergency event or a submission changed, or complaints are to be looked at once more. */
export async function reactTo(ports: Ports, message: ReactMessage): Promise<void> {
  if ("jobId" in message) return runJobPart(ports, message);
  if ("groupId" in message) return reactToGroup(ports, message.groupId);
  if ("emergencyId" in message) return reactToEvent(ports, message.emergencyId);
  if ("submissionId" in message) return reactToSubmission(ports, message.submissionId);
  return message.again === true ? lookAgain(ports, message.id) : react(ports, message.id);
}
