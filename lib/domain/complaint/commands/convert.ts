import type { Personal } from "../../document/personal.ts";
import { omit } from "../../present.ts";
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
  /** Taken beforehand; a refused conversion leaves a gap, which D10 allows. */
  readonly number: string;
}

/** 转为投诉: a repair (报修) or a request becomes a complaint and keeps both numbers; only the kind may change. */
export const convert: LookedUpDefinition<Convert, "converted"> = {
  name: "convert",
  rule: {
    clause: "default",
    zh: "报修、求助、意见与投诉之间可转换一次，两个编号都有效",
    en: "A repair, request, opinion or complaint is converted once, and both numbers stay valid",
  },
  from: open,
  posts: leads,
  fits: ({ convertedNumber }) => convertedNumber === undefined,
  decide: (complaint, { recordKind, number, reason }, context) => {
    if (complaint.registration.recordKind === recordKind) return refuse("same-kind");
    if (complaint.convertedNumber !== undefined) return refuse("converted-before");
    const after = convertedTo(complaint, recordKind);
    const { urgency } = after.registration;
    const changed = urgency === complaint.registration.urgency ? {} : { urgency };
    const fact = draft({ type: "converted", recordKind, number, ...changed }, toInstant(context.now), {
      reason,
    });
    return { drafts: [fact, ...settled(complaint, after, context)] };
  },
  folds: {
    converted: (complaint, { recordKind, number, urgency = complaint.registration.urgency }) => ({
      ...leveled(complaint, recordKind),
      registration: { ...complaint.registration, recordKind, urgency },
      convertedNumber: number,
    }),
  },
};

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
