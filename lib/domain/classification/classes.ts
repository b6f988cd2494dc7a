import type { EstateClass } from "../statistics/index.ts";

/**
 * The seven classes of K8.3-F2 (D5) and their default view in the seven classes of the monthly sheet (D1).
 * A finer code is written `1.4.x`; until a fine list is published its class is the first two parts.
 */
export const complaintClasses = {
  "1.1": { zh: "房屋管理", en: "Building", estateClass: "物业服务" },
  "1.2": { zh: "设备管理", en: "Equipment", estateClass: "物业服务" },
  "1.3": { zh: "安全管理", en: "Safety and order", estateClass: "物业服务" },
  "1.4": { zh: "环境管理", en: "Environment", estateClass: "物业服务" },
  "1.5": { zh: "综合服务", en: "General service", estateClass: "客户服务" },
  "1.6": { zh: "业户纠纷", en: "Disputes between occupants", estateClass: "其他" },
  "1.7": { zh: "地产相关", en: "Developer-related", estateClass: "工程质量" },
  "1.7.1": { zh: "产品缺陷", en: "Product defect", estateClass: "产品缺陷" },
  "1.7.2": { zh: "工程质量", en: "Works quality", estateClass: "工程质量" },
  "1.7.3": { zh: "规划设计", en: "Planning and design", estateClass: "规划设计" },
  "1.7.4": { zh: "营销管理", en: "Marketing and sales", estateClass: "营销管理" },
  "1.7.5": { zh: "客户服务", en: "Developer's customer service", estateClass: "客户服务" },
} as const satisfies Record<string, ClassEntry>;

interface ClassEntry {
  readonly zh: string;
  readonly en: string;
  /** The row of the D1 sheet this class is counted in (`default`). */
  readonly estateClass: EstateClass;
}

export type ClassCode = keyof typeof complaintClasses;
export const classCodes: readonly ClassCode[] = Object.keys(complaintClasses).filter(isClassCode);

/** True for a code of the class list (D5). */
export function isClassCode(code: string): code is ClassCode {
  return Object.hasOwn(complaintClasses, code);
}

/** The D1 row of a class; a complaint nobody has classified yet is counted under 其他. */
export function estateClassOf(code: ClassCode | undefined): EstateClass {
  return code === undefined ? "其他" : complaintClasses[code].estateClass;
}
