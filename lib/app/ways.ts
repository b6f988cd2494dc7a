import type { Complaint } from "../domain/complaint/document.ts";
import type { Registration } from "../domain/complaint/events.ts";
import { addressAt, byFirst, customerAddressAt } from "../domain/notices/fallback.ts";
import type { Adapter, NoticePlan } from "../domain/notices/notice.ts";
import { builtInNoticePolicy, type NoticePolicy, waysOf } from "../domain/notices/ways.ts";
import type { Ports } from "./ports.ts";

type WaysPorts = Pick<Ports, "adapters" | "organisation">;

/** How people are told of what concerns a project: by the policy in force for it. */
export async function noticePolicyFor(
  { rules }: Pick<Ports, "rules">,
  { projectId, timeZone }: Pick<Registration, "projectId" | "timeZone">,
): Promise<NoticePolicy> {
  const { policy } = await rules.forProject(projectId, timeZone);
  return policy.notices ?? builtInNoticePolicy;
}

/** Safety, 紧急 and levels A and B press. */
export function isPressing({ registration, level }: Complaint): boolean {
  return registration.safety || registration.urgency === "urgent" || level === "A" || level === "B";
}

/**
 * The planned message by the way that comes first for its recipient; undefined for a complainant whom no way of this
 * installation reaches. A reply or result goes by mail because somebody said so; one of our people whom nothing
 * reaches is planned by mail all the same: it fails visibly and goes to the next higher post.
 */
export async function byFirstWay(
  ports: WaysPorts,
  plan: NoticePlan,
  complaint: Complaint,
  policy: NoticePolicy,
): Promise<NoticePlan | undefined> {
  const { recipient, template } = plan;
  if (template === "reply" || template === "result") return plan;
  const ways = waysOf(policy, recipient, isPressing(complaint));
  const isSetUp = (adapter: Adapter) => ports.adapters.includes(adapter);
  if (recipient.kind === "customer") {
    return byFirst(plan, ways, (way) => isSetUp(way) && customerAddressAt(complaint, way) !== undefined);
  }
  if (ways.find(isSetUp) === plan.adapter) return plan;
  const person = (await ports.organisation.people()).find(({ id }) => id === recipient.id);
  if (person === undefined) return plan;
  return byFirst(plan, ways, (way) => isSetUp(way) && addressAt(person, way) !== undefined) ?? plan;
}
