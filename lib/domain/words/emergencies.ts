import type { Vocabulary } from "./words.ts";

/** D7's emergency events (突发事件) by kind and detail. */
export const emergencyCategoryWords = {
  "safety.security": { zh: "安全管理·治安", en: "safety: public security" },
  "safety.fire": { zh: "安全管理·消防", en: "safety: fire" },
  "safety.traffic": { zh: "安全管理·交通", en: "safety: traffic" },
  "safety.other": { zh: "安全管理·其他", en: "safety: other" },
  "equipment.lift": { zh: "设备设施·电梯", en: "equipment: lift" },
  "equipment.hvac": { zh: "设备设施·空调/供暖", en: "equipment: air conditioning, heating" },
  "equipment.water": { zh: "设备设施·给排水", en: "equipment: water supply and drainage" },
  "equipment.power": { zh: "设备设施·供配电", en: "equipment: power supply" },
  "equipment.other": { zh: "设备设施·其他", en: "equipment: other" },
  environment: { zh: "环境管理", en: "environment" },
  "service.decoration": { zh: "客户服务·装修类", en: "customer service: decoration" },
  "service.relations": { zh: "客户服务·客户关系", en: "customer service: customer relations" },
  "staff-injury": { zh: "员工工伤", en: "injury of staff" },
  other: { zh: "其他", en: "other" },
} as const satisfies Vocabulary;

/** A prevented event is reported as well (D7). */
export const emergencyOutcomeWords = {
  negative: { zh: "负面事件", en: "negative" },
  prevented: { zh: "成功防止", en: "prevented" },
} as const satisfies Vocabulary;

export const reportStageWords = {
  first: { zh: "首报", en: "first report" },
  written: { zh: "书面报告", en: "written report" },
  "follow-up": { zh: "续报", en: "follow-up report" },
  final: { zh: "终报", en: "final report" },
} as const satisfies Vocabulary;

export const emergencyStatusWords = {
  open: { zh: "处置中", en: "open" },
  closed: { zh: "已终报", en: "closed" },
} as const satisfies Vocabulary;
