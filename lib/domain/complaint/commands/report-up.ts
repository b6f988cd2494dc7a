import { informed } from "../rules/informing.ts";
import { leads, managers, open } from "../rules/posts.ts";
import { recordStep, type Step } from "../rules/steps.ts";
import type { StaffDefinition } from "./definition.ts";

/** D4, D11 汇报: the department's manager or a leader of the company (部门经理或公司领导) is told. */
export const reportUp: StaffDefinition<Step<"report-up">> = {
  name: "report-up",
  rule: {
    clause: "D4, D11",
    zh: "重大、特殊投诉上报部门经理或公司领导",
    en: "Special and grave matters are reported to the manager or a leader",
  },
  from: open,
  posts: leads,
  informs: true,
  decide: (complaint, command, context) =>
    recordStep(command, context, informed(complaint, managers, context)),
  folds: {},
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};
