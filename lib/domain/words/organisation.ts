import type { Vocabulary } from "./words.ts";

/** The posts that the ladder, the rights and the roster speak of, from the front desk up. */
export const postWords = {
  clerk: { zh: "前台/一线员工", en: "front desk" },
  handler: { zh: "当值处理人", en: "duty handler" },
  "department-head": { zh: "部门负责人", en: "department head" },
  supervisor: { zh: "客服主管", en: "supervisor" },
  manager: { zh: "客户服务经理", en: "customer-service manager" },
  "project-manager": { zh: "项目经理", en: "project manager" },
  region: { zh: "区域品质", en: "region quality" },
  headquarters: { zh: "总部品质管理部", en: "headquarters quality" },
} as const satisfies Vocabulary;
