import type { DraftAnswers } from "../../../app/ports/drafts.ts";
import type { PageGiven } from "../../../contracts/core/route.ts";
import { told } from "../../../contracts/residents/bodies.ts";
import { normalContact } from "../../../domain/organisation/identity/contact.ts";
import { defined, omit } from "../../../domain/present.ts";
import { button, choices, errorSummary, type FormError, field } from "../core/form-parts.ts";
import { html } from "../core/html.ts";
import { checkedField } from "./checked-field.ts";
import { formTo, type PageNeeds, type Report, reportPage } from "./report.ts";

const words = {
  title: { zh: "怎么联系您？", en: "How can we reach you?" },
  who: { zh: "联系方式", en: "Contact" },
  named: { zh: "留下联系方式，方便答复", en: "Leave a contact, so that we can answer" },
  anonymous: {
    zh: "匿名投诉（凭编号自己查进度）",
    en: "Stay anonymous (you look up the progress by number)",
  },
  name: { zh: "称呼", en: "Name" },
  number: { zh: "电话", en: "Phone" },
  phoneHint: { zh: "选择“匿名”时不用填", en: "Not needed if you stay anonymous" },
  next: { zh: "下一步", en: "Continue" },
  choose: { zh: "请选择留下联系方式，还是匿名", en: "Choose whether to leave a contact or stay anonymous" },
  nameMissing: { zh: "请写下怎么称呼您，例如：王女士", en: "Tell us what to call you" },
  phoneMissing: { zh: "请写下电话，或选择匿名", en: "Give a phone number, or choose to stay anonymous" },
  phoneWrong: {
    zh: "电话号码不对：请写 11 位手机号，或带区号的座机号",
    en: "This is no phone number: give 11 digits of a mobile, or a landline with its area code",
  },
} as const;

export function contactPage({ report, draft, errors, typed }: PageNeeds): PageGiven {
  const { language } = report;
  const say = (key: keyof typeof words) => words[key][language];
  const { anonymous, follower: _, ...answers } = draft.answers;
  const answered = draft.done.includes("contact");
  const who = anonymous === true ? "anonymous" : answered ? "named" : undefined;
  const values: Readonly<Record<string, string | undefined>> = typed ?? { ...answers, who };
  const content = html`${errorSummary(errors, language)}${formTo(
    report,
    "contact",
    html`${choices({ id: "who", label: say("who"), errors, ...defined({ value: values["who"] }) }, [
      { value: "named", label: say("named") },
      { value: "anonymous", label: say("anonymous") },
    ])}${field({ id: "name", label: say("name"), errors, autocomplete: "name", ...defined({ value: values["name"] }) })}${field({ id: "phone", label: say("number"), hint: say("phoneHint"), errors, type: "tel", autocomplete: "tel", ...defined({ value: values["phone"] }) })}${button(say("next"))}`,
  )}`;
  return reportPage(report, { title: say("title"), content, errors });
}

/** D4: name and phone, or 匿名 ticked. */
export function readContact(
  { language }: Report,
  answers: DraftAnswers,
  fields: Readonly<Record<string, string>>,
  errors: FormError[],
): DraftAnswers {
  const say = (key: keyof typeof words) => words[key][language];
  const rest = omit(answers, "name", "phone", "anonymous");
  if (fields["who"] === "anonymous") return { ...rest, anonymous: true };
  if (fields["who"] !== "named") errors.push({ field: "who", message: say("choose") });
  const name = checkedField(told.name, fields["name"], "name", language, errors, say("nameMissing"));
  const phone = checkedField(told.phone, fields["phone"], "phone", language, errors, say("phoneMissing"));
  if (phone !== undefined && !isPhone(phone)) errors.push({ field: "phone", message: say("phoneWrong") });
  return { ...rest, ...defined({ name, phone }) };
}

/** Something that can be dialled: five digits and more, an extension behind them. */
function isPhone(phone: string): boolean {
  return /^\+?\d{5,15}(?:#\d{1,6})?$/.test(normalContact(phone));
}
