import type { Personal } from "../../document/personal.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
import { ownersTold, withMoreActions } from "../rules/actions.ts";
import { draft, startedNow } from "../rules/drafts.ts";
import { afterwards, managers } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface Review {
  readonly type: "review";
  readonly text: Personal;
  readonly actions: readonly {
    readonly ownerId: string;
    readonly dueAt: Instant;
    readonly cause: Personal;
    readonly measure: Personal;
  }[];
}

/** D4, D15: the review (检讨) fixes measures, owner and limit: each is a corrective action (整改项) with its own clock. */
export const review: StaffDefinition<Review, "reviewed"> = {
  name: "review",
  rule: {
    clause: "D4, D15",
    zh: "重大投诉由经理召开检讨，确定措施、责任人和期限",
    en: "On a serious matter the manager holds a review and fixes measures, owner and limit",
  },
  from: afterwards,
  posts: managers,
  informs: true,
  decide: (complaint, { text, actions }, context) => {
    const now = toInstant(context.now);
    if (actions.some(({ dueAt }) => dueAt <= now)) return refuse("limit-in-the-past");
    const first = complaint.actions?.length ?? 0;
    const numbered = actions.map((action, index) => ({ ...action, id: `z${first + index + 1}` }));
    const planned = numbered.map(({ id, ownerId, dueAt }) => ({ id, ownerId, dueAt }));
    const texts = numbered.flatMap(({ id, cause, measure }) => [
      [`cause.${id}`, cause] as const,
      [`measure.${id}`, measure] as const,
    ]);
    const owners = planned.map(({ ownerId }) => ownerId);
    const toldOwners = ownersTold(complaint, owners, context);
    return {
      drafts: [
        draft({ type: "reviewed", actions: planned, ...toldOwners }, now, {
          text,
          ...Object.fromEntries(texts),
        }),
        ...planned.map(({ id, dueAt }) =>
          startedNow("corrective", complaint, now, context, { key: id, dueAt }),
        ),
      ],
    };
  },
  folds: {
    reviewed: (complaint, { actions }, { occurredAt }) => ({
      ...withMoreActions(complaint, actions),
      reviewedAt: occurredAt,
    }),
  },
  salted: (plain, salt) => ({
    ...plain,
    text: salt(plain.text),
    actions: plain.actions.map(({ cause, measure, ...action }) => ({
      ...action,
      cause: salt(cause),
      measure: salt(measure),
    })),
  }),
};
