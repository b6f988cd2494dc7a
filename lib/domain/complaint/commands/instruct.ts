import { above, managers, open } from "../rules/posts.ts";
import { recordStep, type Step } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

/** D11: a leader's instruction (领导批示). */
export const instruct: StaffDefinition<Step<"instruct">> = {
  name: "instruct",
  rule: {
    clause: "D11",
    zh: "领导批示",
    en: "A leader gives instructions",
  },
  from: open,
  posts: [...managers, ...above],
  decide: (_, command, context) => recordStep(command, context),
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
