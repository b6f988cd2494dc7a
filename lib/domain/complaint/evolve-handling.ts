import type { Actor } from "../document/event.ts";
import type { Instant } from "../time/instant.ts";
import { type Complaint, type CorrectiveAction, type HandlingPlan, isOpen } from "./document.ts";
import type { Fact, HandlingStep } from "./events.ts";

type HandlingFact = Extract<
  Fact,
  {
    type:
      | "stepRecorded"
      | "planWritten"
      | "planApproved"
      | "planAgreed"
      | "progressed"
      | "dailyReported"
      | "signedOff"
      | "opinionRecorded"
      | "effectChecked"
      | "reviewed"
      | "handedOver"
      | "recurrenceFound"
      | "actionEvidenced"
      | "actionVerified";
  }
>;

/** The document after an act of handling: steps of D11 and D13, the plan, sign-off, effect check and review. */
export function evolveHandling(complaint: Complaint, fact: HandlingFact, by: Actor, at: Instant): Complaint {
  switch (fact.type) {
    case "stepRecorded": {
      const testimonies = (complaint.testimonies ?? 0) + (fact.testimonies ?? 0);
      return { ...counted(complaint, fact.step), ...(testimonies === 0 ? {} : { testimonies }) };
    }
    case "dailyReported":
      return counted(complaint, "daily-report");
    case "planWritten":
      return { ...complaint, plan: { by, writtenAt: at, nodes: fact.nodes } };
    case "planApproved":
      return withPlanDue(
        withPlan(complaint, (plan) => ({ ...plan, approvedAt: at })),
        at,
      );
    case "planAgreed":
      return withPlanDue(
        withPlan(complaint, (plan) => ({ ...plan, agreedAt: at })),
        at,
      );
    case "progressed":
      return withPlan(complaint, (plan) => ({
        ...plan,
        nodes: plan.nodes.map((node) => (node.id === fact.nodeId ? { ...node, doneAt: at } : node)),
      }));
    case "signedOff":
      return { ...complaint, signedOffAt: at };
    case "opinionRecorded":
      return { ...complaint, opinion: fact.grade };
    case "effectChecked":
      return fact.effective ? { ...complaint, effectCheckedAt: at } : complaint;
    case "reviewed":
      return { ...complaint, reviewedAt: at, actions: [...(complaint.actions ?? []), ...fact.actions] };
    case "handedOver":
      return handedOver(complaint, fact.fromPersonId, fact.toPersonId);
    case "recurrenceFound":
      return { ...complaint, actions: [...(complaint.actions ?? []), fact.action] };
    case "actionEvidenced":
      return withAction(complaint, fact.actionId, (action) => ({ ...action, evidencedAt: at }));
    case "actionVerified": {
      const verified = fact.passed ? { verifiedAt: at } : {};
      return withAction(complaint, fact.actionId, ({ evidencedAt, ...action }) => ({
        ...action,
        ...(fact.passed && evidencedAt !== undefined ? { evidencedAt } : {}),
        ...verified,
      }));
    }
  }
}

function counted(complaint: Complaint, step: HandlingStep | "daily-report"): Complaint {
  return { ...complaint, steps: { ...complaint.steps, [step]: (complaint.steps?.[step] ?? 0) + 1 } };
}

function withPlan(complaint: Complaint, change: (plan: HandlingPlan) => HandlingPlan): Complaint {
  return complaint.plan === undefined ? complaint : { ...complaint, plan: change(complaint.plan) };
}

/** A plan approved and agreed before the first result limit: from then on its last node is the due instant (D1). */
function withPlanDue(complaint: Complaint, at: Instant): Complaint {
  const { plan, taskDueAt, cycle } = complaint;
  const last = plan?.nodes.reduce<Instant | undefined>(
    (latest, { dueAt }) => (latest === undefined || dueAt > latest ? dueAt : latest),
    undefined,
  );
  const inForce = plan?.approvedAt !== undefined && plan.agreedAt !== undefined;
  if (!inForce || last === undefined || cycle > 1 || taskDueAt === undefined || at > taskDueAt)
    return complaint;
  return { ...complaint, taskDueAt: last };
}

/** What is done and verified keeps the name of whoever did it. */
function handedOver(complaint: Complaint, from: string, to: string): Complaint {
  const handler = isOpen(complaint) && complaint.handlerId === from ? { handlerId: to } : {};
  if (complaint.actions === undefined) return { ...complaint, ...handler };
  const actions = complaint.actions.map((action) =>
    action.ownerId === from && action.verifiedAt === undefined ? { ...action, ownerId: to } : action,
  );
  return { ...complaint, ...handler, actions };
}

function withAction(
  complaint: Complaint,
  id: string,
  change: (action: CorrectiveAction) => CorrectiveAction,
): Complaint {
  const actions = (complaint.actions ?? []).map((action) => (action.id === id ? change(action) : action));
  return { ...complaint, actions };
}
