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

/** 负面, or 成功防止: a prevented one is reported as well. */
export const emergencyOutcomes = ["negative", "prevented"] as const;
export type EmergencyOutcome = (typeof emergencyOutcomes)[number];
