import { recipientsOf } from "../../domain/escalation/recipients.ts";
import { plannedNotice } from "../../domain/notices/notice.ts";
import type { PersonDataRequest } from "../../domain/person-data/request.ts";
import { waitingRung } from "../../domain/person-data/waiting.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { staffingOf } from "../organisation/staffing.ts";
import type { Ports } from "../ports/index.ts";

type WaitingPorts = Pick<Ports, "clock" | "notices" | "noticeQueue" | "organisation">;

/**
 * Tells those who decide of requests that nobody has acted on: at once, near the limit, and each day after it. Each rung is
 * decided once, whoever holds the posts then. Returns how many wait.
 */
export async function tellOfRequests(
  ports: WaitingPorts,
  requests: readonly PersonDataRequest[],
): Promise<number> {
  let waiting = 0;
  for (const request of requests) {
    const project = await ports.organisation.project(request.projectId);
    if (project === undefined) throw new Error(`unknown project ${request.projectId} of a request`);
    const now = toInstant(ports.clock.now());
    const rung = waitingRung(request, now, project.timeZone);
    if (rung === undefined) continue;
    waiting += 1;
    const staffing = await staffingOf(ports, project, now);
    for (const { personId, post, insteadOf } of recipientsOf(rung.posts, {}, project, now, staffing)) {
      const notice = plannedNotice(
        {
          key: `person-data-waiting#${rung.id}#${personId}#email`,
          subject: { kind: "person-data", projectId: project.id, requestId: request.id },
          template: "person-data-waiting",
          recipient: { kind: "person", id: personId, post, ...defined({ insteadOf }) },
          adapter: "email",
        },
        now,
      );
      const ref = ports.notices.refOf(notice);
      if ((await ports.notices.load(ref)) !== undefined) continue;
      await ports.notices.plan(notice);
      await ports.noticeQueue.send(ref);
    }
  }
  return waiting;
}
