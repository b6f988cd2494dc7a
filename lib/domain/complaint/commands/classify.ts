import type { ClassCode } from "../../classification/classes.ts";
import { defined, omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import type { CauseFactor, DutyCause, Level, Urgency } from "../events.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { levelFits, moreUrgent, usualUrgency } from "../rules/levels.ts";
import { leads, open } from "../rules/posts.ts";
import { settled } from "../rules/settling.ts";
import type { StaffDefinition } from "./definition.ts";

interface Classify {
  readonly type: "classify";
  readonly classCode: ClassCode;
  readonly level?: Level;
  readonly urgency?: Urgency;
  readonly safety?: boolean;
  readonly dutyCause?: DutyCause;
  readonly causeFactor?: CauseFactor;
}

/**
 * 班长/主管/经理 decide class, level, urgency and safety (D11). A and B are 重要 unless more is said (D13 default), safety
 * is 紧急; what becomes known moves the running clocks.
 */
export const classify: StaffDefinition<Classify, "classified"> = {
  name: "classify",
  rule: {
    clause: "D11, D13",
    zh: "班长、主管或经理确定分类、级别和紧急程度",
    en: "Class, level and urgency are the supervisor's or manager's to decide",
  },
  from: open,
  posts: leads,
  informs: true,
  decide: (complaint, command, context) => {
    const { level, classCode } = command;
    const now = toInstant(context.now);
    const { registration } = complaint;
    if (level !== undefined && !levelFits(registration.recordKind, level))
      return refuse("level-contradicts-kind");
    const urgency = urgencyAfter(complaint, command);
    const safety = command.safety ?? registration.safety;
    const after: Complaint = {
      ...complaint,
      ...defined({ level }),
      classCode,
      registration: { ...registration, urgency, safety },
    };
    const told = urgency === registration.urgency ? {} : { urgency };
    return {
      drafts: [
        draft({ ...command, type: "classified", ...told }, now),
        ...settled(complaint, after, context),
      ],
    };
  },
  folds: {
    classified: (complaint, fact) => {
      const { registration } = complaint;
      const { urgency = registration.urgency, safety = registration.safety } = fact;
      return {
        ...complaint,
        ...omit(fact, "type", "urgency", "safety", "recipients"),
        registration: { ...registration, urgency, safety },
      };
    },
  },
  salted: (plain) => plain,
};

/**
 * As somebody says; else it goes with what it came from: danger is 紧急, A and B are 重要 (D13 `default`), and what was
 * only so because of them is so no longer.
 */
function urgencyAfter(
  { registration, level: levelBefore }: Complaint,
  { urgency, safety = registration.safety, level = levelBefore }: Classify,
): Urgency {
  if (urgency !== undefined) return urgency;
  if (safety === registration.safety && level === levelBefore) return registration.urgency;
  const usual = usualUrgency(safety, level);
  const followed = registration.urgency === usualUrgency(registration.safety, levelBefore);
  return followed ? usual : moreUrgent(registration.urgency, usual);
}
