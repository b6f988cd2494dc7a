import * as z from "zod";
import { answersFrom, asksNothing, asset, open, route } from "../core/route.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

/** What the staff's pages consist of; their addresses are in paths.ts. */
export const pageRoutes = {
  webConfig: route({
    ...asksNothing,
    id: "webConfig",
    function: "pages",
    method: "GET",
    path: "/config.json",
    who: open,
    summary: { zh: "页面设置", en: "What the staff's pages must know before sign-in" },
    answers: { 200: json("webConfigView", "设置", "Settings") },
  }),
  webFile: route({
    ...asksNothing,
    id: "webFile",
    function: "pages",
    method: "GET",
    path: "/assets/{file}",
    params: z.object({ file: z.string() }),
    who: open,
    summary: { zh: "页面文件", en: "A file of the staff's pages; its name changes with its content" },
    answers: { 200: asset("文件", "A file") },
  }),
  handlerFile: route({
    ...asksNothing,
    id: "handlerFile",
    function: "pages",
    method: "GET",
    path: "/m/{file}",
    params: z.object({ file: z.string() }),
    who: open,
    summary: {
      zh: "处理人页面的安装文件",
      en: "What a phone installs the handler's pages by: their manifest and their service worker",
    },
    answers: { 200: asset("文件", "A file") },
  }),
} as const;
