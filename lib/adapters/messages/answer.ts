import type { NoticeFacts } from "../../app/ports/notices.ts";
import { personalValue, registeredValue } from "../../domain/complaint/document.ts";
import { tracking } from "./acknowledgement.ts";
import { ERASED, greeted, timeNodes } from "./customer.ts";
import type { Message } from "./message.ts";
import { gradeChoices } from "./satisfaction.ts";
import { complaintSubject } from "./subject.ts";

const answered = {
  opening: {
    zh: "关于您反映的问题，给您带来不便，我们深表歉意。现回复如下：",
    en: "we are sorry for the inconvenience. This is our reply to your complaint:",
  },
  text: { zh: "我们的回复与下一步措施", en: "Our reply and next steps" },
};

/** D11: what was looked into and found to be no fault is explained. */
const explained = {
  opening: {
    zh: "感谢您的反映。经调查核实，现将有关情况向您说明如下：",
    en: "thank you for telling us. We have looked into it and explain what we found:",
  },
  text: { zh: "情况说明", en: "What we found" },
};

/** To the complainant: the first or a further reply (D6: apology, next measure, time node), or why it is invalid (D11). */
export function reply(facts: NoticeFacts): Message {
  const { complaint, project, event, dates } = complaintSubject(facts);
  const { number } = complaint.registration;
  const words = event.fact.type === "invalidExplained" ? explained : answered;
  return {
    subject: { zh: `【回复】您的投诉 ${number}`, en: `[Reply] Your complaint ${number}` },
    title: { zh: "对您投诉的回复", en: "Reply to your complaint" },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: greeted(complaint, words.opening),
      },
      {
        kind: "quote",
        title: words.text,
        text: personalValue(complaint, event.seq, "text") ?? ERASED,
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "投诉编号", en: "Number" }, value: number },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          ...timeNodes(complaint, dates),
        ],
      },
      ...tracking(facts),
    ],
  };
}

/** To the complainant: the result (D6 §6: regret or concern, what was done, what comes next; D4: the opinion of it). */
export function result(facts: NoticeFacts): Message {
  const { complaint, project, event, dates } = complaintSubject(facts);
  const { number } = complaint.registration;
  const callable = registeredValue(complaint, "phone") !== undefined;
  const next = callable
    ? {
        zh: "下一步：我们将回访您，听取您对处理结果的意见。您也可以现在直接评价：",
        en: "Next: we will call you to hear whether you are satisfied. You may also tell us now:",
      }
    : {
        zh: "下一步：请评价本次处理；如对结果有不同意见，请告诉我们，我们会继续跟进。",
        en: "Next: please grade how we handled it, and tell us if you do not agree; we will follow it up.",
      };
  return {
    subject: { zh: `【处理结果】您的投诉 ${number}`, en: `[Result] Your complaint ${number}` },
    title: { zh: "您的投诉已有处理结果", en: "The result of your complaint" },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: greeted(complaint, {
          zh: "感谢您的监督与耐心，对此事给您造成的影响再次致歉。您反映的问题处理结果如下：",
          en: "thank you for your patience; we apologise again. This is the result of your complaint:",
        }),
      },
      {
        kind: "quote",
        title: { zh: "处理结果", en: "Result" },
        text: personalValue(complaint, event.seq, "text") ?? ERASED,
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "投诉编号", en: "Number" }, value: number },
          { label: { zh: "项目", en: "Project" }, value: project.name },
          { label: { zh: "处理完成", en: "Done" }, value: dates.words(event.occurredAt) },
        ],
      },
      { kind: "paragraph", words: next },
      ...gradeChoices(facts),
      ...tracking(facts),
    ],
  };
}
