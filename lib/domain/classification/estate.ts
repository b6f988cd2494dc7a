/**
 * D1's seven classes (地产视图) in the order of the sheet. They are a view of the fine internal code; a task
 * carries the class already mapped.
 */
export const estateClasses = [
  "产品缺陷",
  "客户服务",
  "工程质量",
  "规划设计",
  "物业服务",
  "营销管理",
  "其他",
] as const;
export type EstateClass = (typeof estateClasses)[number];

/** The last row of the sheet: every class together. */
export const totalName = "汇总";

/** D8's 地产相关: what the developer answers for. The other classes are 基础服务. */
const developerClasses: ReadonlySet<EstateClass> = new Set(["产品缺陷", "工程质量", "规划设计", "营销管理"]);

const known: ReadonlyMap<string, EstateClass> = new Map<string, EstateClass>([
  ...estateClasses.map((name) => [name, name] as const),
  // The ledger of D10 writes 销售管理 where the sheet of D1 writes 营销管理.
  ["销售管理", "营销管理"],
]);

/** The D1 row a class name belongs to; a missing or unknown name is 其他, so that no task is lost. */
export function toEstateClass(name: string | null | undefined): EstateClass {
  return known.get(name?.trim() ?? "") ?? "其他";
}

/** True for D8's 地产相关, false for 基础服务. */
export function isEstateRelated(name: EstateClass): boolean {
  return developerClasses.has(name);
}
