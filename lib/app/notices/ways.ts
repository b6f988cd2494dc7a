import { isSameClock } from "../../domain/clocks/clock.ts";
import type { Complaint } from "../../domain/complaint/document.ts";
import type { Registration } from "../../domain/complaint/events.ts";
import { isGrave, levelInForce } from "../../domain/complaint/rules/levels.ts";
import type { GroupFact } from "../../domain/groups/events.ts";
import type { Group } from "../../domain/groups/group.ts";
import { addressAt, byFirst, customerAddressAt } from "../../domain/notices/fallback.ts";
import type { NoticePlan } from "../../domain/notices/notice.ts";
import { waysOf } from "../../domain/notices/ways.ts";
import type { Adapter } from "../../domain/policy/notice-policy.ts";
import { builtInNoticePolicy, type NoticePolicy } from "../../domain/policy/notice-policy.ts";
import type { Ports } from "../ports/index.ts";

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
export function isPressing(complaint: Complaint): boolean {
  const { safety, urgency } = complaint.registration;
  return safety || urgency === "urgent" || isGrave(levelInForce(complaint));
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
  if (template === "reply" || template === "result" || template === "tracking-link")
    return plan.adapter === "wechat" && !ports.adapters.includes("wechat") ? undefined : plan;
  const ways = waysOf(policy, recipient, isPressing(complaint));
  if (recipient.kind === "person") return byFirstOf(ports, plan, recipient.id, ways);
  const reaches = (way: Adapter) =>
    ports.adapters.includes(way) && customerAddressAt(complaint, way) !== undefined;
  return byFirst(plan, ways, reaches);
}

/** D11, D6: a B presses, and what waits for somebody in danger. */
export function isGroupPressing(
  { level, clocks }: Pick<Group, "level" | "clocks">,
  about: GroupFact | undefined,
): boolean {
  const clock =
    about?.type === "rungDecided" ? clocks.find((candidate) => isSameClock(candidate, about)) : undefined;
  return level === "B" || clock?.variant === "urgent";
}

/** The same for messages about groups and emergency events, which go to people of ours only. */
export async function byFirstWayOfStaff(
  ports: WaysPorts,
  plan: NoticePlan,
  presses: boolean,
  policy: NoticePolicy,
): Promise<NoticePlan> {
  const { recipient } = plan;
  if (recipient.kind !== "person") return plan;
  return byFirstOf(ports, plan, recipient.id, waysOf(policy, recipient, presses));
}

async function byFirstOf(
  { adapters, organisation }: WaysPorts,
  plan: NoticePlan,
  personId: string,
  ways: readonly Adapter[],
): Promise<NoticePlan> {
  const setUp = ways.filter((way) => adapters.includes(way));
  // The usual order needs nobody's address: mail is first, and everybody of ours has one.
  if (setUp[0] === plan.adapter) return plan;
  const person = await organisation.person(personId);
  if (person === undefined) return plan;
  return byFirst(plan, setUp, (way) => addressAt(person, way) !== undefined) ?? plan;
}
