import type { PageGiven } from "../../../contracts/core/route.ts";
import type { Language } from "../../../contracts/problems.ts";
import { isPaperForm, paperForms } from "../../../domain/papers/forms.ts";
import { html } from "../core/html.ts";
import { page } from "../core/page.ts";
import type { ApiRequest } from "../core/request.ts";

/** A number as we give them (D10): the source's prefix, at least three digits. */
const numberShape = /^[A-Z]?\d{3,12}$/;

const words = {
  unknownTitle: { zh: "没有此表单", en: "No such form" },
  unknown: { zh: "二维码无效，请重新打印表单。", en: "This code is not valid; please print the form again." },
  number: { zh: "编号", en: "Number" },
  signed: {
    zh: "部门负责人签字后：\n1. 拍下整页，字迹清楚；\n2. 登录系统，打开上述编号的投诉，选择“签认”（sign-off），附上照片；\n3. 填写二维码内容、签字人和签字日期。\n处理结果的汇报人既不能签字，也不能提交。",
    en: "When the head of the department has signed:\n1. Take a photo of the whole page, legible.\n2. Sign in, open the complaint of this number, choose “sign-off” and attach the photo.\n3. Give what this code says, who signed and the day of signing.\nWhoever reported the result neither signs nor hands in.",
  },
  kept: {
    zh: "填写完毕后：拍下整页，登录系统，在上述编号的投诉中以“备注”（note）附上照片。",
    en: "When it is filled in: take a photo of the whole page, sign in and attach it to a note of the complaint of this number.",
  },
  original: { zh: "原件由客户服务部保管。", en: "Customer service keeps the original." },
} as const satisfies Record<string, Readonly<Record<Language, string>>>;

/**
 * GET /public/sheets/{number}/{form}: where the code on a complaint's form leads (D4). Says what staff do with the sheet;
 * asks no store, so that whoever finds a sheet learns nothing from it, not even whether the number is in use.
 */
export function sheetPage({ parameters, language }: ApiRequest): PageGiven {
  const { number = "", form = "" } = parameters;
  if (!isPaperForm(form) || paperForms[form].about !== "complaint" || !numberShape.test(number))
    return page(404, language, words.unknownTitle[language], html`<p>${words.unknown[language]}</p>`);
  const steps = form === "handling-record" ? words.signed : words.kept;
  return page(
    200,
    language,
    paperForms[form][language],
    html`<table><tr><th>${words.number[language]}</th><td>${number}</td></tr></table><p>${steps[language]}</p><p><small>${words.original[language]}</small></p>`,
  );
}
