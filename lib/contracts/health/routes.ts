import { answersFrom, asksNothing, open, route } from "../core/route.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const healthRoutes = {
  health: route({
    ...asksNothing,
    id: "health",
    function: "public-api",
    method: "GET",
    path: "/health",
    who: open,
    summary: { zh: "运行状况", en: "Health" },
    answers: { 200: json("healthView", "正常", "Up") },
  }),
  openapi: route({
    ...asksNothing,
    id: "openapi",
    function: "public-api",
    method: "GET",
    path: "/openapi.json",
    who: open,
    summary: { zh: "接口说明", en: "This document" },
    answers: { 200: json("openApiView", "OpenAPI 3.1", "OpenAPI 3.1") },
  }),
} as const;
