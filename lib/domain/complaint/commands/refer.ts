import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { closedClocks } from "../rules/closing.ts";
import { draft } from "../rules/drafts.ts";
import { managers, open } from "../rules/posts.ts";
import { isWaiting } from "../rules/ticket-rules.ts";
import type { StaffDefinition } from "./definition.ts";

interface Refer {
  readonly type: "refer";
  readonly reason: Personal;
}

/** D9: what the law decides is referred to those who may; nothing is left to do for us. */
export const refer: StaffDefinition<Refer, "referred"> = {
  name: "refer",
  rule: {
    clause: "D9",
    zh: "涉及法律的移交有权处理的部门",
    en: "What the law decides is referred to those who may decide it",
  },
  from: open,
  to: "referred",
  posts: managers,
  decide: (complaint, { reason }, context) => {
    // What its platform waits for is answered first, as at a close: our end of it is none of the ticket's.
    if (isWaiting(complaint)) return refuse("incomplete", { missing: ["send-reply-document"] });
    const now = toInstant(context.now);
    return {
      drafts: [draft({ type: "referred" }, now, { reason }), ...closedClocks(complaint, now, context)],
    };
  },
  folds: {
    referred: (complaint, _, { occurredAt }) => ({
      ...complaint,
      status: "referred",
      endedAt: occurredAt,
      ending: "referred",
    }),
  },
  salted: (plain, salt) => ({ ...plain, reason: salt(plain.reason) }),
};
