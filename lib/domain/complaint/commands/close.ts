import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { closedClocks, deciderOf, endingOf, isDissatisfied, missingToClose } from "../rules/closing.ts";
import { draft } from "../rules/drafts.ts";
import { leads } from "../rules/posts.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface Close {
  readonly type: "close";
  readonly reason?: Personal;
  /** Outside its group's sample: nobody is called (only a group's own command says so). */
  readonly spared?: true;
  /** Given by its group, of which the steps were asked as a whole (D11); who is closed alone owes them alone. */
  readonly grouped?: true;
}

/**
 * Closing wants everything that D4, D9, D11 and D13 demand on record and the end of the follow-up (D4); else it says what
 * is missing.
 */
export const close: StaffDefinition<Close, "closed"> = {
  name: "close",
  rule: {
    clause: "D4, D11",
    zh: "级别要求的步骤、签认和回访齐备后结案；不满意的解释关闭由经理决定，第二次由项目经理决定",
    en: "It is closed when the steps of its level, the sign-off and the follow-up are on record; who stays dissatisfied is the manager's to decide on",
  },
  from: ["resolved"],
  to: "closed",
  posts: leads,
  decide: (complaint, { reason, spared, grouped }, context) => {
    const called = endingOf(complaint, reason !== undefined, context);
    const ending =
      typeof called !== "string" &&
      called.missing === "follow-up" &&
      spared === true &&
      !isDissatisfied(complaint, context.policy)
        ? "not-sampled"
        : called;
    const missing = [
      ...missingToClose(complaint, grouped),
      ...(typeof ending === "string" ? [] : [ending.missing]),
    ];
    if (missing.length > 0 || typeof ending !== "string") return refuse("incomplete", { missing });
    // D4: a customer who stays dissatisfied is the manager's to decide on, the second time the project manager's.
    if (ending === "explained" && context.posts !== undefined) {
      const { posts } = context;
      const decider = deciderOf(complaint);
      if (!posts.includes("project-manager") && !posts.includes(decider))
        return refuse(decider === "manager" ? "manager-decides" : "project-manager-decides");
    }
    const now = toInstant(context.now);
    return {
      drafts: [draft({ type: "closed", ending }, now, { reason }), ...closedClocks(complaint, now, context)],
    };
  },
  folds: {
    closed: (complaint, { ending }, { occurredAt }) => {
      const { resolvedAt = occurredAt } = complaint;
      return { ...complaint, status: "closed", resolvedAt, closedAt: occurredAt, ending };
    },
  },
  salted: (plain, salt) => ({
    ...omit(plain, "reason"),
    ...defined({ reason: saltedText(plain.reason, salt) }),
  }),
};
