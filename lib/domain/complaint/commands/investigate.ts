import { open, workers } from "../rules/posts.ts";
import { recordStep, type Step } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

/** D11, D13: the investigation with the departments, and the testimonies (证言). */
export const investigate: StaffDefinition<Step<"investigate">> = {
  name: "investigate",
  rule: {
    clause: "D11, D13",
    zh: "会同有关部门调查，记录经过和证言",
    en: "It is investigated with the departments, and the testimonies are kept",
  },
  from: open,
  posts: workers,
  decide: (_, command, context) => recordStep(command, context),
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
