import { addWorkingDays } from "../../calendar/index.ts";
import { toInstant } from "../../time/instant.ts";
import { ownersTold, withMoreActions } from "../rules/actions.ts";
import { draft, startedNow } from "../rules/drafts.ts";
import { recurrence } from "../rules/recurrence.ts";
import type { Definition } from "./definition.ts";

interface CorrectRecurrence {
  readonly type: "correct-recurrence";
  readonly complaintIds: readonly string[];
  readonly ownerId: string;
}

/** D15: the third time in 30 days that one building brings the same point; ten working days to put it right (`default`). */
export const correctRecurrence: Definition<CorrectRecurrence, "recurrenceFound"> = {
  name: "correct-recurrence",
  rule: {
    clause: "D15 default",
    zh: "同楼栋同一投诉点 30 天内三次的立整改项，10 个工作日内完成",
    en: "The same point in the same building three times in 30 days is put right within ten working days",
  },
  decide: (complaint, { complaintIds, ownerId }, context) => {
    if (complaint.events.some(({ fact }) => fact.type === "recurrenceFound")) return { drafts: [] };
    const now = toInstant(context.now);
    const dueAt = toInstant(addWorkingDays(context.calendar, context.now, recurrence.workingDays));
    const action = { id: `z${(complaint.actions?.length ?? 0) + 1}`, ownerId, dueAt };
    const told = ownersTold(complaint, [ownerId], context);
    return {
      drafts: [
        draft({ type: "recurrenceFound", complaintIds, action, ...told }, now),
        startedNow("corrective", complaint, now, context, { key: action.id, dueAt }),
      ],
    };
  },
  folds: { recurrenceFound: (complaint, { action }) => withMoreActions(complaint, [action]) },
};
