import type { NoticeFacts, NoticeRenderer } from "../../app/ports.ts";
import { acknowledgement } from "./acknowledgement.ts";
import { reply, result } from "./answer.ts";
import { brief } from "./brief.ts";
import { emergencyMessage } from "./emergency.ts";
import { ladderMessage } from "./escalation.ts";
import { groupMessage } from "./group.ts";
import { layOut } from "./layout.ts";
import type { Message } from "./message.ts";
import { monthReady } from "./month-ready.ts";
import { possibleDanger } from "./possible-danger.ts";

/** Writes the mails people get: Chinese first, English below, times in the project's time zone. */
export const noticeRenderer: NoticeRenderer = {
  brief: (facts) => brief(messageOf(facts)),
  render: (facts) => layOut(messageOf(facts)),
};

function messageOf(facts: NoticeFacts): Message {
  switch (facts.notice.template) {
    case "acknowledgement":
      return acknowledgement(facts);
    case "reply":
      return reply(facts);
    case "result":
      return result(facts);
    case "possible-danger":
      return possibleDanger(facts);
    case "reminder":
    case "escalation":
      return ladderMessage(facts);
    case "group-proposed":
    case "group-confirmed":
    case "group-reminder":
    case "group-escalation":
      return groupMessage(facts);
    case "emergency-registered":
    case "emergency-overdue":
      return emergencyMessage(facts);
    case "month-ready":
      return monthReady(facts);
  }
}
