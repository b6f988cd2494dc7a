import type { Quarantined } from "../../app/ports/mail.ts";
import type { NoticeFacts } from "../../app/ports/notices.ts";
import { putAsideWords } from "../../domain/words/put-aside.ts";
import type { Message, MessagePart, Words } from "./message.ts";
import { addressed, openPage } from "./staff.ts";
import { type Dates, datesIn } from "./when.ts";

/** Where a mail that is nobody's project's is told of, times are the company's. */
const COMPANY_ZONE = "Asia/Shanghai";
const LISTED = 20;

/** Mails that could not become a complaint: once a day all that wait, at once one with words of danger (D6). */
export function quarantineMessage(facts: NoticeFacts): Message {
  const { waiting = [], project, notice, now } = facts;
  const dates = datesIn(project?.timeZone ?? COMPANY_ZONE, now);
  const place = project?.name ?? "公司 company";
  return notice.template === "quarantine-danger"
    ? danger(facts, waiting, place, dates)
    : daily(facts, waiting, place, dates);
}

function daily(facts: NoticeFacts, waiting: readonly Quarantined[], place: string, dates: Dates): Message {
  const many = waiting.length;
  const title = { zh: `${many} 封邮件待核对`, en: `${many} mails to look at` };
  return {
    subject: { zh: `【隔离邮件】${place} ${title.zh}`, en: `[Quarantine] ${place}: ${title.en}` },
    title,
    tone: "reminder",
    blocks: [
      {
        kind: "paragraph",
        words: addressed(facts, {
          zh: "下列邮件未能自动登记为投诉。请逐封核对：是投诉的转为投诉（时限自来信起算），不是的标为无需处理。",
          en: "these mails could not become complaints by themselves. Look at each: accept what is a complaint (its limits run from its arrival), dismiss what is none.",
        }),
      },
      { kind: "facts", lines: reasonLines(waiting) },
      ...list(waiting, dates),
      openPage(facts, "/quarantine"),
    ],
  };
}

function danger(facts: NoticeFacts, waiting: readonly Quarantined[], place: string, dates: Dates): Message {
  const words = [...new Set(waiting.flatMap(({ danger: found = [] }) => found))].join("、");
  return {
    subject: {
      zh: `【可能涉及安全】${place} 有邮件未能登记`,
      en: `[Possible danger] ${place}: a mail that is no complaint yet`,
    },
    title: { zh: "未登记的来信可能涉及安全，请立即核实", en: "Possible danger in a mail: look at once" },
    tone: "alarm",
    blocks: [
      {
        kind: "paragraph",
        words: addressed(facts, {
          zh: "这封来信未能自动登记为投诉，其中出现下列字样。请立即打开核实，属实的请转为投诉。",
          en: "this mail could not become a complaint by itself and holds the words below. Open it now and accept it if it is true.",
        }),
      },
      {
        kind: "facts",
        lines: [
          { label: { zh: "字样", en: "Words" }, value: words === "" ? "—" : words, strong: true },
          ...reasonLines(waiting),
        ],
      },
      ...list(waiting, dates),
      openPage(facts, "/quarantine"),
    ],
  };
}

function reasonLines(waiting: readonly Quarantined[]) {
  const counts = new Map<string, number>();
  for (const { reason } of waiting) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([reason, count]) => ({
    label: putAsideWords(reason),
    value: { zh: `${count} 封`, en: String(count) },
  }));
}

function list(waiting: readonly Quarantined[], dates: Dates): MessagePart[] {
  if (waiting.length === 0) return [];
  const lines = waiting.slice(0, LISTED).map(({ at, from = "", subject = "", reason }): Words => {
    const { zh, en } = putAsideWords(reason);
    const rest = [from, subject].filter((part) => part !== "").join("　");
    return { zh: `${dates.at(at)}　${zh}　${rest}`, en: `${dates.en(at)}  ${en}  ${rest}` };
  });
  const more = waiting.length - lines.length;
  const others: Words[] = more <= 0 ? [] : [{ zh: `另有 ${more} 封`, en: `and ${more} more` }];
  return [{ kind: "list", title: { zh: "邮件", en: "Mails" }, lines: [...lines, ...others] }];
}
