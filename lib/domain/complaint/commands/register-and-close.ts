import type { ClassCode } from "../../classification/classes.ts";
import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import { refuse } from "../refusal.ts";
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

/**
 * D3: closed at the desk by explanation, in one step; it still counts. A grave, important or urgent matter is not settled
 * so: what D11 and D13 demand of it is missing then.
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
  decide: (complaint, { text, classCode }, context) => {
    const now = toInstant(context.now);
    if ((classCode ?? complaint.classCode) === undefined)
      return refuse("incomplete", { missing: ["classCode"] });
    const { urgency, safety } = complaint.registration;
    if (isGrave(complaint.level) || urgency !== "general" || safety)
      return refuse("not-at-the-desk", { missing: missingDuties(complaint) });
    const all = complaint.clocks.map(({ name }) => name);
    return {
      drafts: [
        ...(classCode === undefined ? [] : [draft({ type: "classified", classCode }, now)]),
        draft({ type: "closed", ending: "at-desk" }, now, { text }),
        ...stopped(complaint, all, now, context),
      ],
    };
  },
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
