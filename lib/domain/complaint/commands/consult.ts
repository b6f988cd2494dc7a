import { open, workers } from "../rules/posts.ts";
import { recordStep, type Step } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

/** D11, D13: expert advice. */
export const consult: StaffDefinition<Step<"consult">> = {
  name: "consult",
  rule: {
    clause: "D11, D13",
    zh: "征求专业意见",
    en: "An expert's advice is asked",
  },
  from: open,
  posts: workers,
  decide: (_, command, context) => recordStep(command, context),
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
