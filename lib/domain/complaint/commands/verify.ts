import type { Personal } from "../../document/personal.ts";
import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { openAction, ownersTold, withAction } from "../rules/actions.ts";
import { draft, stopped } from "../rules/drafts.ts";
import { above, leads, whatever } from "../rules/posts.ts";
import { isSamePerson } from "../rules/two-people.ts";
import type { StaffDefinition } from "./definition.ts";

interface Verify {
  readonly type: "verify";
  readonly actionId: string;
  readonly passed: boolean;
  readonly text: Personal;
}

/** D15: somebody other than the owner verifies; what does not pass goes back to the owner. */
export const verify: StaffDefinition<Verify, "actionVerified"> = {
  name: "verify",
  rule: {
    clause: "D15",
    zh: "整改由责任人以外的人验收，不通过的退回",
    en: "Somebody other than its owner verifies a corrective action; what does not pass goes back",
  },
  from: whatever,
  posts: [...leads, ...above],
  informs: true,
  fits: ({ actions = [] }) =>
    actions.some(({ evidencedAt, verifiedAt }) => evidencedAt !== undefined && verifiedAt === undefined),
  decide: (complaint, { actionId, passed, text }, context) => {
    const now = toInstant(context.now);
    const action = openAction(complaint, actionId);
    if ("refused" in action) return action;
    if (action.evidencedAt === undefined) return refuse("incomplete", { missing: ["evidence"] });
    if (isSamePerson({ kind: "person", id: action.ownerId }, context.by))
      return refuse("second-person-required");
    const clocks = complaint.clocks.filter(({ key }) => key === actionId);
    const stops = passed ? stopped({ ...complaint, clocks }, ["corrective"], now, context) : [];
    // What does not pass is the owner's again.
    const told = passed ? {} : ownersTold(complaint, [action.ownerId], context);
    return {
      drafts: [draft({ type: "actionVerified", actionId, passed, ...told }, now, { text }), ...stops],
    };
  },
  folds: {
    actionVerified: (complaint, { actionId, passed }, { occurredAt }) =>
      withAction(complaint, actionId, (action) =>
        passed ? { ...action, verifiedAt: occurredAt } : omit(action, "evidencedAt"),
      ),
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
