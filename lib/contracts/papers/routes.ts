import * as z from "zod";
import { asksNothing, everyone, file, route, staff } from "../core/route.ts";
import { idOrNumber } from "../core/text.ts";
import { blankFormQuery, paperForm } from "./bodies.ts";

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
