import { leads, open } from "../rules/posts.ts";
import { recordStep, type Step } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

/** D11: how many others it may reach (涉及面), and the consequences. */
export const foresee: StaffDefinition<Step<"foresee">> = {
  name: "foresee",
  rule: {
    clause: "D11",
    zh: "预计涉及面和后果",
    en: "How many others it may reach is foreseen, and with what consequences",
  },
  from: open,
  posts: leads,
  decide: (_, command, context) => recordStep(command, context),
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
