import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import type { RecordKind } from "../events.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { levelFits, usualUrgency } from "../rules/levels.ts";
import { leads, open } from "../rules/posts.ts";
import { settled } from "../rules/settling.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface Convert {
  readonly type: "convert";
  readonly recordKind: RecordKind;
  readonly reason: Personal;
  /** The second number: the one it has, else taken beforehand; a refused conversion leaves a gap, which D10 allows. */
  readonly number: string;
}

/**
 * 转为投诉: a repair (报修) or a request becomes a complaint and keeps both numbers; only the kind may change. What was converted
 * by mistake (误转) becomes again what it came as: D10 uses no number twice, so both stay valid, and the history has both turns. A
 * level that did not fit meanwhile is judged anew.
 */
export const convert: LookedUpDefinition<Convert, "converted"> = {
  name: "convert",
  rule: {
    clause: "default",
    zh: "报修、求助、意见与投诉之间可转换，误转可改回，两个编号都有效",
    en: "A repair, request, opinion or complaint is converted, and by mistake back again; both numbers stay valid",
  },
  from: open,
  posts: leads,
  fits: (complaint) => isAsItCame(complaint) || complaint.convertedFrom !== undefined,
  decide: (complaint, { recordKind, number, reason }, context) => {
    if (complaint.registration.recordKind === recordKind) return refuse("same-kind");
    if (!isAsItCame(complaint) && recordKind !== complaint.convertedFrom) return refuse("converted-before");
    const after = convertedTo(complaint, recordKind);
    const { urgency } = after.registration;
    const from = complaint.registration.recordKind;
    const changed = urgency === complaint.registration.urgency ? {} : { urgency };
    const fact = draft({ type: "converted", recordKind, number, from, ...changed }, toInstant(context.now), {
      reason,
    });
    return { drafts: [fact, ...settled(complaint, after, context)] };
  },
  folds: {
    converted: (complaint, { recordKind, number, from, urgency = complaint.registration.urgency }) => ({
      ...leveled(complaint, recordKind),
      registration: { ...complaint.registration, recordKind, urgency },
      convertedNumber: number,
      ...defined({ convertedFrom: complaint.convertedFrom ?? from }),
    }),
  },
};

/** Never converted, or back at what it came as. */
function isAsItCame({ convertedNumber, convertedFrom, registration }: Complaint): boolean {
  return convertedNumber === undefined || registration.recordKind === convertedFrom;
}

/** The complaint of another kind; urgency that came from a level goes with it (D13). */
function convertedTo(complaint: Complaint, recordKind: RecordKind): Complaint {
  const { registration, level } = complaint;
  const after = leveled(complaint, recordKind);
  const followed = registration.urgency === usualUrgency(registration.safety, level);
  const urgency = followed ? usualUrgency(registration.safety, after.level) : registration.urgency;
  return { ...after, registration: { ...registration, recordKind, urgency } };
}

/** A level that contradicts the new kind no longer holds (D11). */
function leveled(complaint: Complaint, recordKind: RecordKind): Complaint {
  const { level } = complaint;
  return level === undefined || levelFits(recordKind, level) ? complaint : omit(complaint, "level");
}
