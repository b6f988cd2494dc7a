import type { Actor } from "../../document/event.ts";
import type { Post } from "../../organisation/organisation.ts";
import { toInstant } from "../../time/instant.ts";
import type { Command, PlanAct } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint, HandlingPlan } from "../document.ts";
import type { Draft } from "../events.ts";
import { informed } from "../informing.ts";
import { isGrave } from "../levels.ts";
import { refuse } from "../refusal.ts";
import { draft, startedNow, stopped } from "./drafts.ts";

/**
 * D2, D9: the written plan with its time nodes; approved by a second person, agreed with the customer. Approved and
 * agreed it is the result the customer was told, and from then on its nodes are watched.
 */
export function decidePlan(
  complaint: Complaint,
  { act }: Extract<Command, { type: "plan" }>,
  context: Context,
): Decision {
  switch (act.kind) {
    case "write":
      return write(complaint, act, context);
    case "approve":
      return approve(complaint, context);
    case "agree":
      return agree(complaint, act, context);
  }
}

function write(
  complaint: Complaint,
  { text, nodes }: Extract<PlanAct, { kind: "write" }>,
  context: Context,
): Decision {
  const now = toInstant(context.now);
  if (nodes.some(({ dueAt }) => dueAt <= now)) return refuse("node-in-the-past");
  // Nodes of an earlier plan keep their ids; a new plan's go on from there.
  const first =
    complaint.clocks.filter(({ name }) => name === "node").length + (complaint.plan?.nodes.length ?? 0);
  const superiors: readonly Post[] = isGrave(complaint.level) ? ["manager", "project-manager"] : ["manager"];
  const numbered = nodes.map((node, index) => ({ ...node, id: `n${first + index + 1}` }));
  const planned = numbered.map(({ id, dueAt }) => ({ id, dueAt }));
  const texts = Object.fromEntries(numbered.map((node) => [`node.${node.id}`, node.text]));
  return {
    drafts: [
      draft({ type: "planWritten", nodes: planned, ...informed(complaint, superiors, context) }, now, {
        text,
        ...texts,
      }),
      ...stopped(complaint, ["plan", "node"], now, context),
    ],
  };
}

function approve({ plan, ...complaint }: Complaint, context: Context): Decision {
  if (plan === undefined) return refuse("no-plan");
  if (plan.approvedAt !== undefined) return refuse("plan-approved-before");
  if (isSamePerson(plan.by, context.by)) return refuse("second-person-required");
  const now = toInstant(context.now);
  const approved = draft({ type: "planApproved" }, now);
  return { drafts: [approved, ...inForce(complaint, { ...plan, approvedAt: now }, context)] };
}

function agree(
  { plan, ...complaint }: Complaint,
  { via }: Extract<PlanAct, { kind: "agree" }>,
  context: Context,
): Decision {
  if (plan === undefined) return refuse("no-plan");
  if (plan.agreedAt !== undefined) return refuse("plan-agreed-before");
  const now = toInstant(context.now);
  const agreed = draft({ type: "planAgreed", via }, now);
  const told = stopped(complaint, ["firstReply"], now, context);
  return { drafts: [agreed, ...told, ...inForce(complaint, { ...plan, agreedAt: now }, context)] };
}

function inForce(complaint: Complaint, plan: HandlingPlan, context: Context): Draft[] {
  if (plan.approvedAt === undefined || plan.agreedAt === undefined) return [];
  const now = toInstant(context.now);
  const open = plan.nodes.filter(({ doneAt }) => doneAt === undefined);
  return [
    // A plan without nodes says nothing about when: the result is still to be told.
    ...(plan.nodes.length === 0 ? [] : stopped(complaint, ["result"], now, context)),
    ...open.map(({ id, dueAt }) => startedNow("node", complaint, now, context, { key: id, dueAt })),
  ];
}

/** True if both acts are of one person: sign-offs and approvals want two. */
export function isSamePerson(one: Actor, other: Actor): boolean {
  return one.kind === "person" && other.kind === "person" && one.id === other.id;
}
