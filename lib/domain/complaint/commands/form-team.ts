import { refuse } from "../refusal.ts";
import { leads, open } from "../rules/posts.ts";
import { recordStep, type Step } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

const SEVERAL_DEPARTMENTS = 2;

/** D13: a team of several departments (包括多个部门的代表). */
export const formTeam: StaffDefinition<Step<"form-team">> = {
  name: "form-team",
  rule: {
    clause: "D13",
    zh: "重要投诉成立多部门处理小组",
    en: "A team of several departments takes an important matter",
  },
  from: open,
  posts: leads,
  decide: (_, command, context) =>
    new Set(command.departmentIds).size < SEVERAL_DEPARTMENTS
      ? refuse("team-of-several", { missing: ["departmentIds"] })
      : recordStep(command, context),
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
