import { answersFrom, any, asksNothing, route } from "../core/route.ts";
import { uploadBody } from "./bodies.ts";
import type * as views from "./views.ts";

const { json } = answersFrom<typeof views>();

export const uploadRoutes = {
  announceUpload: route({
    ...asksNothing,
    id: "announceUpload",
    function: "staff-api",
    method: "POST",
    path: "/uploads",
    who: any,
    summary: {
      zh: "上传附件",
      en: "Announce a file; the answer's link takes it, and complaints and commands name it",
    },
    body: uploadBody,
    answers: { 201: json("uploadAnnounced", "文件上传地址", "Where to put the file") },
  }),
} as const;
