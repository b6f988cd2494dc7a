import type { Personal } from "../../document/personal.ts";
import { defined } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import { isOpen } from "../document.ts";
import { draft, lapsed, startedNow } from "../rules/drafts.ts";
import { holdingsOf } from "../rules/holdings.ts";
import type { Definition } from "./definition.ts";

interface HandOver {
  readonly type: "hand-over";
  readonly from: string;
  readonly to: string;
  readonly reason: Personal;
}

/**
 * 工作移交: what the leaver holds goes to the successor in one decision, also where nobody could transfer it (resolved,
 * closed with corrective actions open). The successor has to accept anew, as after a transfer; the department's limit
 * (限期) goes on, for the department is the same. What is against the successor is the department's (D4). Nothing held: no event.
 */
export const handOver: Definition<HandOver, "handedOver"> = {
  name: "hand-over",
  rule: {
    clause: "default",
    zh: "离岗人员手上的投诉和整改一次移交，接手人重新接单",
    en: "What a leaver holds goes to the successor in one step, who accepts anew",
  },
  decide: (complaint, { from, to, reason }, context) => {
    const { handles, actions } = holdingsOf(complaint, from);
    if (!handles && actions === 0) return { drafts: [] };
    const now = toInstant(context.now);
    const event = draft({ type: "handedOver", fromPersonId: from, toPersonId: to }, now, { reason });
    const { departmentId } = complaint;
    if (!handles || complaint.status !== "handling" || departmentId === undefined) return { drafts: [event] };
    const handlerId = complaint.registration.againstPersonId === to ? undefined : to;
    const key = String((complaint.assignments ?? 0) + 1);
    return {
      drafts: [
        draft({ type: "transferred", departmentId, ...defined({ handlerId }) }, now, { reason }),
        ...(actions > 0 ? [event] : []),
        ...lapsed(complaint, ["accept"], now, context),
        startedNow("accept", complaint, now, context, { key }),
      ],
    };
  },
  folds: {
    /** What is done and verified keeps the name of whoever did it. */
    handedOver: (complaint, { fromPersonId: from, toPersonId: to }) => {
      const handler = isOpen(complaint) && complaint.handlerId === from ? { handlerId: to } : {};
      if (complaint.actions === undefined) return { ...complaint, ...handler };
      const actions = complaint.actions.map((action) =>
        action.ownerId === from && action.verifiedAt === undefined ? { ...action, ownerId: to } : action,
      );
      return { ...complaint, ...handler, actions };
    },
  },
};
