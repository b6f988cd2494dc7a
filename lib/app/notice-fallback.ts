import { registeredValue } from "../domain/complaint/document.ts";
import { addressAt, nextAdapter, nextHigher } from "../domain/notices/fallback.ts";
import { type Notice, type NoticePlan, plannedNotice } from "../domain/notices/notice.ts";
import { toInstant } from "../domain/time/instant.ts";
import type { Ports } from "./ports.ts";

export type FollowingPorts = Pick<
  Ports,
  "clock" | "complaints" | "emergencies" | "organisation" | "notices" | "noticeQueue" | "adapters"
>;

/**
 * Plans a notice that reached nobody once more: by the recipient's next adapter, else to the next higher post. May run
 * twice: the new notices have fixed keys. A chain ends where nobody is left; the failed notices stay to be seen.
 */
export async function sendElsewhere(ports: FollowingPorts, failed: Notice): Promise<void> {
  for (const plan of await elsewhere(ports, failed)) {
    const notice = plannedNotice(plan, toInstant(ports.clock.now()));
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}

async function elsewhere(ports: FollowingPorts, failed: Notice): Promise<readonly NoticePlan[]> {
  const { recipient, subject } = failed;
  switch (subject.kind) {
    case "complaint": {
      const complaint = await ports.complaints.load(subject.id);
      if (complaint === undefined) return [];
      if (recipient.kind === "person") {
        return toOthers(ports, failed, recipient.id, complaint.registration.projectId);
      }
      const phone = registeredValue(complaint, "phone");
      const next = nextAdapter(failed, ports.adapters, (adapter) => adapter === "sms" && phone !== undefined);
      return next === undefined ? [] : [next];
    }
    case "emergency": {
      const event = await ports.emergencies.load(subject.id);
      if (event === undefined || recipient.kind !== "person") return [];
      return toOthers(ports, failed, recipient.id, event.registration.projectId);
    }
    default:
      return [];
  }
}

async function toOthers(
  ports: FollowingPorts,
  failed: Notice,
  recipientId: string,
  projectId: string,
): Promise<readonly NoticePlan[]> {
  const people = await ports.organisation.people();
  const person = people.find(({ id }) => id === recipientId);
  const next = nextAdapter(
    failed,
    ports.adapters,
    (adapter) => person !== undefined && addressAt(person, adapter) !== undefined,
  );
  if (next !== undefined) return [next];
  const project = await ports.organisation.project(projectId);
  return (project === undefined ? undefined : nextHigher(failed, project, people)) ?? [];
}
