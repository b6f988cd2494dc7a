/** D7's emergency events (突发事件) by kind and detail, in the order of the monthly table. */
export const emergencyCategoryNames = [
  "safety.security",
  "safety.fire",
  "safety.traffic",
  "safety.other",
  "equipment.lift",
  "equipment.hvac",
  "equipment.water",
  "equipment.power",
  "equipment.other",
  "environment",
  "service.decoration",
  "service.relations",
  "staff-injury",
  "other",
] as const;
export type EmergencyCategory = (typeof emergencyCategoryNames)[number];

export const emergencyCategories: Readonly<
  Record<EmergencyCategory, { readonly zh: string; readonly en: string }>
> = {
  "safety.security": { zh: "安全管理·治安", en: "Safety: public security" },
  "safety.fire": { zh: "安全管理·消防", en: "Safety: fire" },
  "safety.traffic": { zh: "安全管理·交通", en: "Safety: traffic" },
  "safety.other": { zh: "安全管理·其他", en: "Safety: other" },
  "equipment.lift": { zh: "设备设施·电梯", en: "Equipment: lift" },
  "equipment.hvac": { zh: "设备设施·空调/供暖", en: "Equipment: air conditioning, heating" },
  "equipment.water": { zh: "设备设施·给排水", en: "Equipment: water supply and drainage" },
  "equipment.power": { zh: "设备设施·供配电", en: "Equipment: power supply" },
  "equipment.other": { zh: "设备设施·其他", en: "Equipment: other" },
  environment: { zh: "环境管理", en: "Environment" },
  "service.decoration": { zh: "客户服务·装修类", en: "Customer service: decoration" },
  "service.relations": { zh: "客户服务·客户关系", en: "Customer service: customer relations" },
  "staff-injury": { zh: "员工工伤", en: "Injury of staff" },
  other: { zh: "其他", en: "Other" },
};

/** 负面, or 成功防止: a prevented one is reported as well. */
export const emergencyOutcomes = ["negative", "prevented"] as const;
export type EmergencyOutcome = (typeof emergencyOutcomes)[number];

export const emergencyOutcomeNames: Readonly<
  Record<EmergencyOutcome, { readonly zh: string; readonly en: string }>
> = {
  negative: { zh: "负面事件", en: "negative" },
  prevented: { zh: "成功防止", en: "prevented" },
};
