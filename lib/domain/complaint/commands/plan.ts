import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint, HandlingPlan } from "../document.ts";
import type { FactDraft, ReplyVia } from "../events.ts";
import { refuse } from "../refusal.ts";
import { nextApprover, unfitToApprove } from "../rules/approval.ts";
import { draft, lapsed, startedNow, stopped } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { levelInForce } from "../rules/levels.ts";
import { isInForce, plannedNodes, standingPlan, withPlan } from "../rules/plans.ts";
import { above, open, workers } from "../rules/posts.ts";
import { unreachable } from "../rules/telling.ts";
import type { StaffDefinition } from "./definition.ts";

interface Plan {
  readonly type: "plan";
  readonly act: Writing | { readonly kind: "approve" } | Agreeing;
}

/** A plan is written (D9 书面处理方案), approved by a superior (D11), and agreed with the customer (D2). */
interface Writing {
  readonly kind: "write";
  readonly text: Personal;
  readonly nodes: readonly { readonly dueAt: Instant; readonly text: Personal }[];
}

interface Agreeing {
  readonly kind: "agree";
  readonly via: ReplyVia;
}

/**
 * D2, D9: the written plan with its time nodes; approved by a superior, agreed with the customer. Approved and
 * agreed it is the result the customer was told, and from then on its nodes are watched.
 */
export const plan: StaffDefinition<Plan, "planWritten" | "planApproved" | "planAgreed"> = {
  name: "plan",
  rule: {
    clause: "D2, D9",
    zh: "书面处理方案含措施和时间节点，经上级批准，与客户商定；A、B 级由项目经理批准，其余由经理批准",
    en: "The written plan holds solution and time nodes; a superior approves it (A, B: the project manager), the customer agrees",
  },
  // Also once resolved: without it closing would be impossible for ever.
  from: open,
  posts: [...workers, ...above],
  informs: true,
  decide: (complaint, { act }, context) => {
    switch (act.kind) {
      case "write":
        return write(complaint, act, context);
      case "approve":
        return approve(complaint, context);
      case "agree":
        return agree(complaint, act, context);
    }
  },
  folds: {
    planWritten: (complaint, { nodes, beside }, { by, occurredAt }) => ({
      ...complaint,
      ...defined({ planInForce: beside && standingPlan(complaint) }),
      plan: { by, writtenAt: occurredAt, nodes },
    }),
    planApproved: (complaint, _, { occurredAt: approvedAt }) =>
      settled(
        withPlan(complaint, (written) => ({ ...written, approvedAt })),
        approvedAt,
      ),
    planAgreed: (complaint, _, { occurredAt: agreedAt }) =>
      settled(
        withPlan(complaint, (written) => ({ ...written, agreedAt })),
        agreedAt,
      ),
  },
  salted: ({ type, act }, salt) => {
    if (act.kind !== "write") return { type, act };
    const nodes = act.nodes.map(({ text, dueAt }) => ({ dueAt, text: salt(text) }));
    return { type, act: { ...act, text: salt(act.text), nodes } };
  },
};

function write(complaint: Complaint, { text, nodes }: Writing, context: Context): Decision {
  const now = toInstant(context.now);
  if (nodes.some(({ dueAt }) => dueAt <= now)) return refuse("node-in-the-past");
  const first = lastNodeNumber(complaint);
  const numbered = nodes.map((node, index) => ({ ...node, id: `n${first + index + 1}` }));
  const planned = numbered.map(({ id, dueAt }) => ({ id, dueAt }));
  const texts = Object.fromEntries(numbered.map((node) => [`node.${node.id}`, node.text]));
  // A plan in force binds until the new one is approved and agreed: its nodes go on.
  const standing = standingPlan(complaint);
  const beside = standing !== undefined && isInForce(standing) ? { beside: true as const } : {};
  const told = informed(complaint, [nextApprover(levelInForce(complaint), context)], context);
  return {
    drafts: [
      draft({ type: "planWritten", nodes: planned, ...beside, ...told }, now, { text, ...texts }),
      ...stopped(complaint, ["plan"], now, context),
    ],
  };
}

/** Nodes of an earlier plan keep their ids; a new plan's go on from there. */
function lastNodeNumber(complaint: Complaint): number {
  const clocks = complaint.clocks.flatMap(({ name, key }) =>
    name === "node" && key !== undefined ? [key] : [],
  );
  const ids = [...clocks, ...plannedNodes(complaint).map(({ id }) => id)];
  return Math.max(0, ...ids.map((id) => Number(id.slice(1))));
}

function approve({ plan: written, ...complaint }: Complaint, context: Context): Decision {
  if (written === undefined) return refuse("no-plan");
  if (written.approvedAt !== undefined) return refuse("plan-approved-before");
  const refused = unfitToApprove(complaint, written, context);
  if (refused !== undefined) return refused;
  const now = toInstant(context.now);
  const approved = draft({ type: "planApproved" }, now);
  return { drafts: [approved, ...inForce(complaint, { ...written, approvedAt: now }, context)] };
}

function agree({ plan: written, ...complaint }: Complaint, { via }: Agreeing, context: Context): Decision {
  if (written === undefined) return refuse("no-plan");
  if (written.agreedAt !== undefined) return refuse("plan-agreed-before");
  const refused = via === "posted" ? refuse("no-address") : unreachable(complaint, via);
  if (refused !== undefined) return refused;
  const now = toInstant(context.now);
  const agreed = draft({ type: "planAgreed", via }, now);
  const told = stopped(complaint, ["firstReply"], now, context);
  return { drafts: [agreed, ...told, ...inForce(complaint, { ...written, agreedAt: now }, context)] };
}

/** It holds from now on: an earlier plan's nodes are given up, its own are watched. */
function inForce(complaint: Complaint, whole: HandlingPlan, context: Context): FactDraft[] {
  if (!isInForce(whole)) return [];
  const { nodes } = whole;
  const now = toInstant(context.now);
  const left = nodes.filter(({ doneAt }) => doneAt === undefined);
  return [
    // A plan without nodes says nothing about when: the result is still to be told.
    ...(nodes.length === 0 ? [] : stopped(complaint, ["result"], now, context)),
    ...lapsed(complaint, ["node"], now, context),
    ...left.map(({ id, dueAt }) => startedNow("node", complaint, now, context, { key: id, dueAt })),
  ];
}

/** The newest plan is approved or agreed: with both it takes the place of the one before it. */
function settled(complaint: Complaint, at: Instant): Complaint {
  const { plan: written, planInForce } = complaint;
  const replaced = planInForce !== undefined && written !== undefined && isInForce(written);
  return withPlanDue(replaced ? omit(complaint, "planInForce") : complaint, at);
}

/** A plan approved and agreed before the first result limit: from then on its last node is the due instant (D1). */
function withPlanDue(complaint: Complaint, at: Instant): Complaint {
  const { plan: written, taskDueAt, cycle } = complaint;
  const last = written?.nodes
    .map(({ dueAt }) => dueAt)
    .sort()
    .at(-1);
  const holds = written !== undefined && isInForce(written);
  if (!holds || last === undefined || cycle > 1 || taskDueAt === undefined || at > taskDueAt)
    return complaint;
  return { ...complaint, taskDueAt: last };
}
