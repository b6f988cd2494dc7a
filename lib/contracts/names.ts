import type { Status } from "../domain/complaint/document.ts";
import type { ClockName } from "../domain/policy/policy.ts";
import type { Bilingual } from "./problems.ts";

/** Words for people: states of a complaint. */
export const statusNames: Readonly<Record<Status, Bilingual>> = {
  registered: { zh: "已登记", en: "registered" },
  handling: { zh: "处理中", en: "being handled" },
  resolved: { zh: "已处理，待回访", en: "resolved, follow-up to come" },
  closed: { zh: "已关闭", en: "closed" },
  withdrawn: { zh: "已撤回", en: "withdrawn" },
};

/** Words for people: clocks (时间节点). */
export const clockNames: Readonly<Record<ClockName, Bilingual>> = {
  firstReply: { zh: "首次回复", en: "First reply" },
  result: { zh: "处理结果", en: "Result" },
};
