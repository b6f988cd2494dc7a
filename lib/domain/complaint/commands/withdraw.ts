import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { closedClocks } from "../rules/closing.ts";
import { draft } from "../rules/drafts.ts";
import { leads, open } from "../rules/posts.ts";
import { isWaiting } from "../rules/ticket-rules.ts";
import type { StaffDefinition } from "./definition.ts";

interface Withdraw {
  readonly type: "withdraw";
  readonly reason: Personal;
}

/** 撤诉: the complainant takes it back; it leaves the tasks at that instant. */
export const withdraw: StaffDefinition<Withdraw, "withdrawn"> = {
  name: "withdraw",
  rule: {
    clause: "default",
    zh: "投诉人撤诉的注明原因，不再计入待办",
    en: "The complainant takes it back, with the reason; it is no task from then on",
  },
  from: open,
  to: "withdrawn",
  posts: leads,
  decide: (complaint, { reason }, context) => {
    // What its platform waits for is answered first, as at a close: our end of it is none of the ticket's.
    if (isWaiting(complaint)) return refuse("incomplete", { missing: ["send-reply-document"] });
    const now = toInstant(context.now);
    return {
      drafts: [draft({ type: "withdrawn" }, now, { reason }), ...closedClocks(complaint, now, context)],
    };
  },
  folds: {
    withdrawn: (complaint, _, { occurredAt }) => ({
      ...complaint,
      status: "withdrawn",
      endedAt: occurredAt,
      ending: "withdrawn",
    }),
  },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};
