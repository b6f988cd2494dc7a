import type { Words } from "../words/words.ts";

/** The fifteen documents that the rules come from, by code; English titles are our translations. */
export const regulations = {
  D1: { zh: "地产客户投诉台账、统计模板", en: "Complaint ledger and statistics sheet" },
  D2: { zh: "物业管理客户投诉处理方案", en: "Plan for handling customers' complaints" },
  D3: { zh: "物业处理投诉流程", en: "Procedure for complaints" },
  D4: { zh: "客户投诉处理管理制度", en: "System of complaint handling" },
  D5: { zh: "顾客投诉分类及统计分析", en: "Classes of complaints and their analysis" },
  D6: { zh: "物业管理公司用户投诉处理规程", en: "Rules for handling users' complaints" },
  D7: { zh: "物业月报", en: "Property monthly" },
  D8: { zh: "物业投诉分析表", en: "Complaint analysis" },
  D9: { zh: "物业中心客户投诉处理制度", en: "Complaint handling of the property centre" },
  D10: { zh: "客户投诉处理台账", en: "Complaint handling ledger" },
  D11: { zh: "客户投诉、意见处理工作规程", en: "Working rules for complaints and opinions" },
  D12: { zh: "物业客户投诉处理制度", en: "Policy on customers' complaints" },
  D13: { zh: "物业管理中心客户投诉处理制度", en: "Complaint handling of the management centre" },
  D14: { zh: "物业管理公司客户投诉工作月报", en: "Headquarters' monthly on complaints" },
  D15: { zh: "物业管理客户投诉分类统计表", en: "Complaint statistics by class" },
} as const satisfies Readonly<Record<string, Words>>;

export type RegulationCode = keyof typeof regulations;

/** True for D1 to D15. */
export function isRegulation(code: string): code is RegulationCode {
  return Object.hasOwn(regulations, code);
}

/** `D6《物业管理公司用户投诉处理规程》`. */
export function regulationWords(code: RegulationCode): Words {
  const { zh, en } = regulations[code];
  return { zh: `${code}《${zh}》`, en: `${code} “${en}”` };
}
