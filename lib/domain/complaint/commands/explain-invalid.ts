import type { ClockName } from "../../policy/policy.ts";
import { defined } from "../../present.ts";
import { refuse } from "../refusal.ts";
import { draft, lapsed, stopped } from "../rules/drafts.ts";
import { desk, open } from "../rules/posts.ts";
import { type Telling, toldAt } from "../rules/telling.ts";
import type { StaffDefinition } from "./definition.ts";

interface ExplainInvalid extends Telling {
  readonly type: "explain-invalid";
}

/** What explaining does not end: the registration, another's ticket, what a review has asked for. */
const outlasting: readonly ClockName[] = ["record", "external", "corrective"];

/** D11: an invalid complaint is called back and explained within 24 h; there is nothing else to solve. */
export const explainInvalid: StaffDefinition<ExplainInvalid, "invalidExplained"> = {
  name: "explain-invalid",
  rule: {
    clause: "D11",
    zh: "无效投诉 24 小时内回电解释",
    en: "An invalid complaint is called back and explained within 24 h",
  },
  // Also what was judged invalid after it was solved.
  from: open,
  to: "resolved",
  posts: desk,
  fits: ({ validity }) => validity === "invalid",
  decide: (complaint, command, context) => {
    if (complaint.validity !== "invalid") return refuse("not-invalid");
    const at = toldAt(complaint, command, complaint.registration.receivedAt, context);
    if (typeof at !== "string") return at;
    const { via, text, sent } = command;
    const told: readonly ClockName[] = ["firstReply", "result", "invalidExplain"];
    const left = complaint.clocks
      .map(({ name }) => name)
      .filter((name) => !told.includes(name) && !outlasting.includes(name));
    return {
      drafts: [
        draft({ type: "invalidExplained", via, ...defined({ sent }) }, at, { text }),
        ...stopped(complaint, told, at, context),
        ...lapsed(complaint, left, at, context),
      ],
    };
  },
  folds: {
    invalidExplained: (complaint, _, { occurredAt }) => ({
      ...complaint,
      status: "resolved",
      invalidExplainedAt: occurredAt,
      resolvedAt: complaint.resolvedAt ?? occurredAt,
    }),
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
