import type { Personal } from "../../document/personal.ts";
import { omit } from "../../present.ts";
import { toInstant } from "../../time/instant.ts";
import type { RecordKind } from "../events.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { levelFits } from "../rules/levels.ts";
import { leads, open } from "../rules/posts.ts";
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
  decide: (complaint, { recordKind, number, reason }, { now }) => {
    if (complaint.registration.recordKind === recordKind) return refuse("same-kind");
    if (complaint.convertedNumber !== undefined) return refuse("converted-before");
    return one({ type: "converted", recordKind, number }, toInstant(now), { reason });
  },
  folds: {
    /** A level that contradicts the new kind no longer holds (D11). */
    converted: (complaint, fact) => {
      const registration = { ...complaint.registration, recordKind: fact.recordKind };
      const after = { ...complaint, registration, convertedNumber: fact.number };
      const fits = complaint.level === undefined || levelFits(fact.recordKind, complaint.level);
      return fits ? after : omit(after, "level");
    },
  },
};
