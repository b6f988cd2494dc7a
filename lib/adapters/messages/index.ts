import type { NoticeFacts, NoticeRenderer } from "../../app/ports/notices.ts";
import type { Language } from "../../domain/organisation/language.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { reply, result } from "./answer.ts";
import { brief } from "./brief.ts";
import { dailyReportRequest } from "./daily-report.ts";
import { emergencyMessage } from "./emergency.ts";
import { ladderMessage } from "./escalation.ts";
import { groupMessage } from "./group.ts";
import { handlingMessage } from "./handling.ts";
import { layOut } from "./layout.ts";
import type { Message } from "./message.ts";
import { monthReady } from "./month-ready.ts";
import { newComplaint } from "./new-complaint.ts";
import { personDataMessage } from "./person-data.ts";
import { possibleDanger } from "./possible-danger.ts";
import { quarantineMessage } from "./quarantine.ts";
import { satisfactionRequest } from "./satisfaction.ts";
import { statementRequest } from "./statement-request.ts";
import { submissionMessage } from "./submission.ts";
import { subscribedFiles } from "./subscribed-files.ts";
import { together, withoutTwins } from "./together.ts";
import { trackingLink } from "./tracking-link.ts";

/** Writes the mails people get: the reader's language first, the other below, times in the project's time zone. */
export const noticeRenderer: NoticeRenderer = {
  brief: (facts, others) => brief(oneMessage(facts, others), readerLanguage(facts)),
  render: (facts, others) => layOut(oneMessage(facts, others), readerLanguage(facts)),
};

/** What goes to one person in the same minute is one message. */
function oneMessage(facts: NoticeFacts, others: readonly NoticeFacts[] = []): Message {
  const all = withoutTwins([facts, ...others].map((one) => ({ facts: one, message: messageOf(one) })));
  const [only] = all;
  return all.length === 1 && only !== undefined ? only.message : together(all, facts.publicUrl);
}

/** What the person or complainant asked for, else what their project writes in, else Chinese. */
function readerLanguage({ notice: { recipient }, people, complaint, project }: NoticeFacts): Language {
  const own =
    recipient.kind === "customer"
      ? complaint?.registration.language
      : people.find(({ id }) => id === recipient.id)?.language;
  return own ?? project?.language ?? "zh";
}

function messageOf(facts: NoticeFacts): Message {
  switch (facts.notice.template) {
    case "acknowledgement":
      return acknowledgement(facts);
    case "reply":
      return reply(facts);
    case "result":
      return result(facts);
    case "satisfaction-request":
      return satisfactionRequest(facts);
    case "handling":
      return handlingMessage(facts);
    case "tracking-link":
      return trackingLink(facts);
    case "statement-request":
      return statementRequest(facts);
    case "possible-danger":
      return possibleDanger(facts);
    case "new-complaint":
      return newComplaint(facts);
    case "reminder":
    case "escalation":
      return ladderMessage(facts);
    case "daily-report-request":
      return dailyReportRequest(facts);
    case "group-proposed":
    case "group-confirmed":
    case "group-reminder":
    case "group-escalation":
    case "group-daily-report-request":
    case "group-handling":
      return groupMessage(facts);
    case "emergency-registered":
    case "emergency-overdue":
      return emergencyMessage(facts);
    case "submission-awaited":
    case "submission-contest":
      return submissionMessage(facts);
    case "quarantine-waiting":
    case "quarantine-danger":
      return quarantineMessage(facts);
    case "person-data-waiting":
      return personDataMessage(facts);
    case "month-ready":
      return monthReady(facts);
    case "subscribed-files":
      return subscribedFiles(facts);
  }
}
