import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { draft, stopped } from "../rules/drafts.ts";
import { desk, unsolved } from "../rules/posts.ts";
import type { Telling } from "../rules/telling.ts";
import type { StaffDefinition } from "./definition.ts";

interface ExplainInvalid extends Telling {
  readonly type: "explain-invalid";
}

/** D11: an invalid complaint is called back and explained within 24 h; there is nothing else to solve. */
export const explainInvalid: StaffDefinition<ExplainInvalid, "invalidExplained"> = {
  name: "explain-invalid",
  rule: {
    clause: "D11",
    zh: "无效投诉 24 小时内回电解释",
    en: "An invalid complaint is called back and explained within 24 h",
  },
  from: unsolved,
  to: "resolved",
  posts: desk,
  decide: (complaint, { via, text, occurredAt }, context) => {
    if (complaint.validity !== "invalid") return refuse("not-invalid");
    const now = toInstant(context.now);
    const at = occurredAt ?? now;
    if (at > now || at < complaint.registration.receivedAt) return refuse("occurred-out-of-range");
    const left = complaint.clocks
      .map(({ name }) => name)
      .filter((name) => name !== "record" && name !== "external" && name !== "corrective");
    return {
      drafts: [
        draft({ type: "invalidExplained", via }, at, { text }),
        ...stopped(complaint, left, at, context),
      ],
    };
  },
  folds: {
    invalidExplained: (complaint, _, { occurredAt }) => ({
      ...complaint,
      status: "resolved",
      invalidExplainedAt: occurredAt,
      resolvedAt: occurredAt,
    }),
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
