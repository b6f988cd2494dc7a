import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { HandlingPlan } from "../document.ts";
import { refuse } from "../refusal.ts";
import { draft, one, stopped } from "../rules/drafts.ts";
import { plannedNodes, withPlan } from "../rules/plans.ts";
import { open, workers } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Progress {
  readonly type: "progress";
  readonly text: Personal;
  readonly nodeId?: string;
}

/** Progress of the work; D2: a node of the plan is done at that moment. */
export const progress: StaffDefinition<Progress, "progressed"> = {
  name: "progress",
  rule: {
    clause: "D2",
    zh: "记录处理进展，时间节点按方案完成",
    en: "Progress is recorded, and a node of the plan is done",
  },
  // Wherever a plan may be agreed its nodes can be done: one that was never assigned, too.
  from: open,
  posts: workers,
  decide: (complaint, { text, nodeId }, context) => {
    const now = toInstant(context.now);
    if (nodeId === undefined) return one({ type: "progressed" }, now, { text });
    const node = plannedNodes(complaint).find(({ id }) => id === nodeId);
    if (node === undefined) return refuse("unknown-node");
    if (node.doneAt !== undefined) return refuse("node-done-before");
    const clocks = complaint.clocks.filter(({ key }) => key === nodeId);
    return {
      drafts: [
        draft({ type: "progressed", nodeId }, now, { text }),
        ...stopped({ ...complaint, clocks }, ["node"], now, context),
      ],
    };
  },
  folds: {
    progressed: (complaint, { nodeId }, { occurredAt }) => {
      const done = (plan: HandlingPlan): HandlingPlan => ({
        ...plan,
        nodes: plan.nodes.map((node) => (node.id === nodeId ? { ...node, doneAt: occurredAt } : node)),
      });
      const { planInForce } = complaint;
      return {
        ...withPlan(complaint, done),
        ...defined({ planInForce: planInForce && done(planInForce) }),
      };
    },
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
