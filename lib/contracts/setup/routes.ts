import { answersFrom, any, asksNothing, route } from "../core/route.ts";
import { setupBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const setupRoutes = {
  setupState: route({
    ...asksNothing,
    id: "setupState",
    function: "staff-api",
    method: "GET",
    path: "/setup/state",
    who: any,
    summary: { zh: "是否待设置", en: "Whether the installation waits for its first company" },
    answers: { 200: json("setupState", "状态", "State") },
  }),
  beginCompany: route({
    ...asksNothing,
    id: "beginCompany",
    function: "staff-api",
    method: "POST",
    path: "/setup",
    who: any,
    summary: {
      zh: "首次设置：公司、第一个项目和管理员",
      en: "First company, project and administrator, by whoever is signed in and has the one-time code",
    },
    body: setupBody,
    example: {
      code: "7K3QM-9X2TA-HVB4D-08WZF",
      company: { name: "示例物业", timeZone: "Asia/Shanghai" },
      project: {
        id: "forest-lake",
        name: "郑州·森林湖",
        region: "中原区域",
        city: "郑州",
        type: "普通住宅",
        floorArea: 180_000,
        timeZone: "Asia/Shanghai",
        departments: [{ id: "service", name: "客户服务部" }],
        since: "2026-11",
      },
      me: { name: "叶示例", email: "headquarters@home.example" },
    },
    answers: { 200: json("setupDone", "已生效", "Stands") },
  }),
} as const;
