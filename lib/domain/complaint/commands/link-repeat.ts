import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { desk, open } from "../rules/posts.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface LinkRepeat {
  readonly type: "link-repeat";
  readonly complaintId: string;
  readonly number: string;
  readonly nth: number;
}

/** 重复投诉: it repeats an earlier one. What is so already changes nothing, so it may be asked for again. */
export const linkRepeat: LookedUpDefinition<LinkRepeat, "repeatLinked"> = {
  name: "link-repeat",
  rule: {
    clause: "default",
    zh: "30 天内同一住户同一事项的重复投诉与前次关联",
    en: "The same household's same matter within 30 days is linked to the one before",
  },
  from: open,
  posts: desk,
  byTimer: true,
  decide: (complaint, { complaintId, number, nth }, { now }) => {
    const { registration, repeat } = complaint;
    if (repeat?.complaintId === complaintId && repeat.nth === nth) return { drafts: [] };
    if (registration.id === complaintId) return refuse("repeats-itself");
    return one({ type: "repeatLinked", complaintId, number, nth }, toInstant(now));
  },
  folds: { repeatLinked: (complaint, fact) => ({ ...complaint, repeat: omit(fact, "type") }) },
};
