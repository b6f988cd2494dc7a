import type { NoticeFacts } from "../../app/ports/notices.ts";
import type { MailedFiles } from "../../app/ports/subscriptions.ts";
import { periodName } from "../../domain/statistics/period-name.ts";
import { rhythmWords } from "../../domain/words/subscriptions.ts";
import type { Message, MessagePart } from "./message.ts";
import { figureLines } from "./month-ready.ts";
import { datesIn } from "./when.ts";

/** Company-wide dates are written in the time zone of the company's `default`. */
const COMPANY_ZONE = "Asia/Shanghai";

/** To whoever takes the files of a part of the tree. */
export function subscribedFiles(facts: NoticeFacts): Message {
  const { delivery, publicUrl, now } = facts;
  if (delivery === undefined) throw new TypeError(`notice ${facts.notice.key} is rendered without its files`);
  const { name, subscription, asOf, recordedUntil, figures } = delivery;
  const rhythm = rhythmWords[subscription.every];
  const period = periodName({ ...delivery, timeZone: COMPANY_ZONE });
  const dates = datesIn(COMPANY_ZONE, now);
  return {
    subject: {
      zh: `【${rhythm.zh}】${name} ${period}客户投诉统计`,
      en: `[${rhythm.en}] ${name}, ${period}: complaints`,
    },
    title: { zh: `${name} ${period}客户投诉统计`, en: `${name}, ${period}` },
    tone: "calm",
    blocks: [
      {
        kind: "paragraph",
        words: {
          zh: `您订阅的${rhythm.zh}：数据截止到${dates.at(asOf)}，收录至${dates.at(recordedUntil)}登记的内容。`,
          en: `What you subscribed to (${rhythm.en}), recorded until ${dates.at(recordedUntil)}.`,
        },
      },
      { kind: "facts", lines: figureLines(figures) },
      ...missingBlocks(delivery),
      filesBlock(facts, delivery),
      {
        kind: "link",
        words: { zh: "下载文件、修改订阅（登录后）", en: "Files and subscriptions (after sign-in)" },
        url: `${publicUrl}/subscriptions`,
      },
    ],
  };
}

function missingBlocks({ missing }: MailedFiles): readonly MessagePart[] {
  if (missing.length === 0) return [];
  const lines = missing.map((name) => ({ zh: name, en: name }));
  return [{ kind: "list", title: { zh: "以下项目未计入", en: "Not counted" }, lines }];
}

function filesBlock({ files = [] }: NoticeFacts, delivery: MailedFiles): MessagePart {
  const lines = delivery.files.map(({ title, size }) => {
    const kilobytes = `${Math.ceil(size / 1024)} KB`;
    return files.length === 0
      ? { zh: `${title}（${kilobytes}）`, en: `${title} (${kilobytes})` }
      : { zh: `${title}（${kilobytes}，见附件）`, en: `${title} (${kilobytes}, attached)` };
  });
  return { kind: "list", title: { zh: "文件", en: "Files" }, lines };
}
