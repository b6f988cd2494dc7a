import type { ClassCode } from "../../classification/classes.ts";
import type { Personal } from "../../document/personal.ts";
import type { ClockName } from "../../policy/policy.ts";
import { toInstant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import { refuse } from "../refusal.ts";
import { closedClocks } from "../rules/closing.ts";
import { missingFields } from "../rules/completeness.ts";
import { draft, stopped } from "../rules/drafts.ts";
import { missingDuties } from "../rules/duties.ts";
import { isGrave } from "../rules/levels.ts";
import { desk } from "../rules/posts.ts";
import type { StaffDefinition } from "./definition.ts";

interface RegisterAndClose {
  readonly type: "register-and-close";
  readonly text: Personal;
  readonly classCode?: ClassCode;
}

/** What an explanation at the desk answers. */
const explained: readonly ClockName[] = ["record", "firstReply", "result"];

/**
 * D3: what a desk may settle by itself: nothing grave, important, urgent or dangerous (D11, D13), and nothing that comes
 * from the government, the press, or of several people (联名信, 群体).
 */
function isDeskMatter({ registration, level, group }: Complaint): boolean {
  const { urgency, safety, channel, intake, external, headcount = 1 } = registration;
  const outside = channel === "press" || channel === "government" || intake === "government";
  const several = headcount > 1 || group !== undefined;
  return (
    !isGrave(level) && urgency === "general" && !safety && !outside && external === undefined && !several
  );
}

/**
 * D3: closed at the desk by explanation, in one step; it still counts. What is more than a desk
 * matter is not settled so, nor what is not recorded in full (D4).
 */
export const registerAndClose: StaffDefinition<RegisterAndClose> = {
  name: "register-and-close",
  rule: {
    clause: "D3",
    zh: "前台当场解释清楚的一步办结，仍计入统计",
    en: "What is explained at the desk is closed in one step, and counts",
  },
  from: ["registered"],
  to: "closed",
  posts: desk,
  fits: isDeskMatter,
  decide: (complaint, { text, classCode }, context) => {
    const now = toInstant(context.now);
    if (!isDeskMatter(complaint)) return refuse("not-at-the-desk", { missing: missingDuties(complaint) });
    const missing = missingFields({ ...complaint, classCode: classCode ?? complaint.classCode });
    if (missing.length > 0) return refuse("incomplete", { missing });
    const others = { ...complaint, clocks: complaint.clocks.filter(({ name }) => !explained.includes(name)) };
    return {
      drafts: [
        ...(classCode === undefined ? [] : [draft({ type: "classified", classCode }, now)]),
        draft({ type: "closed", ending: "at-desk" }, now, { text }),
        ...stopped(complaint, explained, now, context),
        ...closedClocks(others, now, context),
      ],
    };
  },
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
