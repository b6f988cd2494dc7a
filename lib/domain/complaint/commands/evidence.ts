import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { openAction, withAction } from "../rules/actions.ts";
import { one } from "../rules/drafts.ts";
import { everyone, whatever } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Evidence {
  readonly type: "evidence";
  readonly actionId: string;
  readonly text: Personal;
}

/** D15: what shows that a corrective action is done. */
export const evidence: StaffDefinition<Evidence, "actionEvidenced"> = {
  name: "evidence",
  rule: {
    clause: "D15",
    zh: "整改完成后提交证明",
    en: "What shows that a corrective action is done is handed in",
  },
  from: whatever,
  posts: everyone,
  fits: ({ actions = [] }) => actions.some(({ verifiedAt }) => verifiedAt === undefined),
  decide: (complaint, { actionId, text }, { now }) => {
    const action = openAction(complaint, actionId);
    return "refused" in action
      ? action
      : one({ type: "actionEvidenced", actionId }, toInstant(now), { text });
  },
  folds: {
    actionEvidenced: (complaint, { actionId }, { occurredAt }) =>
      withAction(complaint, actionId, (action) => ({ ...action, evidencedAt: occurredAt })),
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
