import type { Complaint } from "../../complaint/document.ts";
import { nextApprover } from "../../complaint/rules/approval.ts";
import { above, workers } from "../../complaint/rules/posts.ts";
import { toInstant } from "../../time/instant.ts";
import { standing } from "../states.ts";
import type { ActionOf, MemberCommand } from "./definition.ts";

/** D9, D11: one written plan for all members, approved by a superior for all; each household agrees for itself (D2). */
export const plan: MemberCommand<"plan"> = {
  name: "plan",
  rule: {
    clause: "D9, D11",
    zh: "一份书面方案写入全体成员并报上级批准；与客户商定逐户进行",
    en: "One written plan stands with every member and is submitted to a superior; each household agrees for itself",
  },
  from: standing,
  posts: [...workers, ...above],
  selective: true,
  among: waitingFor,
  toNobody: "no-plan",
  unfit: (_, { act }, { now }) =>
    act.kind === "write" && act.nodes.some(({ dueAt }) => dueAt <= toInstant(now))
      ? { refused: "node-in-the-past" }
      : undefined,
  forMember: ({ type, act }, _, { text }) => {
    if (act.kind === "approve") return { type, act };
    const nodes = act.nodes.map(({ dueAt }, index) => ({ dueAt, text: text(nodeText(index)) }));
    return { type, act: { kind: "write", text: text(), nodes } };
  },
  tells: ({ act }, { level }, { posts = [] }) =>
    act.kind === "write" ? [nextApprover(level, { posts })] : [],
};

/** Where the text of a node stands beside the command. */
export function nodeText(index: number): string {
  return `node.${index + 1}`;
}

/** A plan is written for everybody, and approved where it is written and was not. */
function waitingFor(members: readonly Complaint[], { act }: ActionOf<"plan">): readonly Complaint[] {
  return act.kind === "write"
    ? members
    : members.filter(({ plan: written }) => written !== undefined && written.approvedAt === undefined);
}
