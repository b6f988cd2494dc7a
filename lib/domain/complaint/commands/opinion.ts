import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { desk } from "../rules/posts.ts";
import { isInvolved } from "../rules/two-people.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface Opinion {
  readonly type: "opinion";
  readonly grade: number;
  readonly text?: Personal;
}

/** D4: the customer's opinion of the handling, where it is given apart from a follow-up. */
export const opinion: StaffDefinition<Opinion, "opinionRecorded"> = {
  name: "opinion",
  rule: {
    clause: "D4",
    zh: "记录客户对处理的意见，由处理人和被投诉人以外的人记录，不满意须注明原因",
    en: "The customer's opinion of the handling is recorded, by others than the handler and the complained-of, with the reason of a low grade",
  },
  from: ["resolved"],
  posts: desk,
  informs: true,
  decide: (complaint, { grade, text }, context) => {
    const { now, policy } = context;
    if (isInvolved(complaint, context)) return refuse("opinion-by-handler");
    return grade < policy.followUp.satisfiedFrom && text === undefined
      ? refuse("reason-required", { missing: ["text"] })
      : one({ type: "opinionRecorded", grade }, toInstant(now), { text });
  },
  folds: { opinionRecorded: (complaint, { grade }) => ({ ...complaint, opinion: grade }) },
  salted: (plain, salt) => ({
    ...omit(plain, "text"),
    ...defined({ text: saltedText(plain.text, salt) }),
  }),
};
