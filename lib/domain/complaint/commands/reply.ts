import { defined } from "../../present.ts";
import { draft, stopped } from "../rules/drafts.ts";
import { desk, open } from "../rules/posts.ts";
import { type Telling, toldAt } from "../rules/telling.ts";
import type { StaffDefinition } from "./definition.ts";

interface Reply extends Telling {
  readonly type: "reply";
}

/** D6: the customer is told the next steps; a posted notice (公示回复) is for those who left no contact. */
export const reply: StaffDefinition<Reply, "replied"> = {
  name: "reply",
  rule: {
    clause: "D6",
    zh: "24 小时内回复客户，说明下一步措施和时间",
    en: "The customer is answered within 24 h and told the next steps",
  },
  from: open,
  posts: desk,
  decide: (complaint, command, context) => {
    const at = toldAt(complaint, command, complaint.registration.receivedAt, context);
    if (typeof at !== "string") return at;
    const { via, text, sent } = command;
    return {
      drafts: [
        draft({ type: "replied", via, ...defined({ sent }) }, at, { text }),
        ...stopped(complaint, ["firstReply"], at, context),
      ],
    };
  },
  folds: {
    replied: (complaint, _, { occurredAt }) =>
      complaint.repliedAt === undefined ? { ...complaint, repliedAt: occurredAt } : complaint,
  },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
