import { complaintClasses } from "./class-list.ts";
import { type EstateClass, isEstateRelated } from "./estate.ts";

export { complaintClasses } from "./class-list.ts";

export type ClassCode = keyof typeof complaintClasses;
export const classCodes: readonly ClassCode[] = Object.keys(complaintClasses).filter(isClassCode);

/** True for a code of the class list (D5). */
export function isClassCode(code: string): code is ClassCode {
  return Object.hasOwn(complaintClasses, code);
}

/** D2's four classes and D13's three. */
export type PlanClass = "服务" | "设施设备" | "环境卫生" | "安全保障";
export type TierClass = "服务" | "设施" | "管理";

/** How one problem point is seen by the other class lists. */
interface Views {
  /** Row of the D1 sheet (`default`). */
  readonly estate: EstateClass;
  readonly plan: PlanClass;
  readonly tier: TierClass;
}

/** Edition of the mapping: figures of a month say under which one they were counted. */
export const viewsVersion = "views-1";

/** Per class of K8.3-F2; single points that differ stand below. */
const classViews: Readonly<Record<string, Views>> = {
  "1.1": { estate: "物业服务", plan: "设施设备", tier: "设施" },
  "1.2": { estate: "物业服务", plan: "设施设备", tier: "设施" },
  "1.3": { estate: "物业服务", plan: "安全保障", tier: "管理" },
  "1.4": { estate: "物业服务", plan: "环境卫生", tier: "服务" },
  "1.5": { estate: "客户服务", plan: "服务", tier: "服务" },
  "1.6": { estate: "其他", plan: "服务", tier: "管理" },
  "1.7": { estate: "工程质量", plan: "设施设备", tier: "设施" },
};

const pointViews: Readonly<Record<string, Partial<Views>>> = {
  // Approval and supervision are acts of management, not of upkeep.
  "1.1.7": { tier: "管理" },
  "1.1.8": { plan: "服务", tier: "管理" },
  // D13: 管理 includes charges.
  "1.5.5": { tier: "管理" },
  "1.5.6": { tier: "管理" },
  "1.5.7": { tier: "管理" },
  "1.7.1": { estate: "产品缺陷" },
  "1.7.3": { estate: "规划设计" },
  "1.7.4": { estate: "营销管理", plan: "服务", tier: "服务" },
  "1.7.5": { estate: "客户服务", plan: "服务", tier: "服务" },
};

/** The class of K8.3-F2 a problem point belongs to: the first two parts of its code. */
export function topClassOf(code: ClassCode): string {
  return code.split(".").slice(0, 2).join(".");
}

function viewsOf(code: ClassCode): Views {
  const views = classViews[topClassOf(code)];
  if (views === undefined) throw new RangeError(`class ${code} is in no view`);
  return { ...views, ...pointViews[code] };
}

/** The D1 row of a class; a complaint nobody has classified yet is counted under 其他. */
export function estateClassOf(code: ClassCode | undefined): EstateClass {
  return code === undefined ? "其他" : viewsOf(code).estate;
}

/** D2: 服务, 设施设备, 环境卫生, 安全保障. */
export function planClassOf(code: ClassCode): PlanClass {
  return viewsOf(code).plan;
}

/** D13: 服务, 设施, 管理. */
export function tierClassOf(code: ClassCode): TierClass {
  return viewsOf(code).tier;
}

/** D8: 基础服务 or 地产相关. */
export function serviceClassOf(code: ClassCode): "基础服务" | "地产相关" {
  return isEstateRelated(estateClassOf(code)) ? "地产相关" : "基础服务";
}
