import * as z from "zod";
import { answersFrom, asksNothing, everyone, file, route, staff } from "../core/route.ts";
import { idOrNumber } from "../core/text.ts";
import { blankFormQuery, paperForm } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const paperRoutes = {
  filledForm: route({
    ...asksNothing,
    id: "filledForm",
    function: "reports-api",
    method: "GET",
    path: "/complaints/{id}/forms/{form}",
    who: staff(everyone),
    summary: { zh: "表单", en: "A paper form filled from a complaint (docx)" },
    params: z.object({ id: idOrNumber, form: paperForm }),
    names: { form: "unknown-form" },
    answers: { 200: file("文件；领取人记入经过", "A file; who took it stands in the history") },
  }),
  buildDossier: route({
    ...asksNothing,
    id: "buildDossier",
    function: "reports-api",
    method: "POST",
    path: "/complaints/{id}/dossier",
    who: staff(everyone),
    summary: {
      zh: "迎检卷宗：表单、附件与核验记录的压缩包；领取人记入经过",
      en: "Inspection file: forms, files and chain of a complaint as one archive; who took it stands in the history",
    },
    params: z.object({ id: idOrNumber }),
    answers: { 201: json("dossierView", "15 分钟内有效的链接", "A link that works for 15 minutes") },
  }),
  blankForm: route({
    ...asksNothing,
    id: "blankForm",
    function: "reports-api",
    method: "GET",
    path: "/forms/{form}",
    who: staff(everyone),
    summary: { zh: "空白表单", en: "A paper form as a blank pad (docx)" },
    params: z.object({ form: paperForm }),
    names: { form: "unknown-form" },
    query: blankFormQuery,
    answers: { 200: file("文件", "A file") },
  }),
} as const;
