import type { Clock } from "../../clocks/clock.ts";
import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import { refuse } from "../refusal.ts";
import { draft, lapsed, started, startedNow } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { desk, openOrClosed } from "../rules/posts.ts";
import { dailyReportClock } from "../rules/rungs.ts";
import { wantsDailyReport } from "../rules/settling.ts";
import { ticketClocks } from "../rules/ticket-clocks.ts";
import { happenedAt, ticketHolders, withTicket } from "../rules/ticket-rules.ts";
import { ticketOf } from "../tickets.ts";
import type { StaffDefinition } from "./definition.ts";

interface TicketReturned {
  readonly type: "ticket-returned";
  /** The platform's new 办理时限. */
  readonly dueAt: Instant;
  readonly text: Personal;
  /** When the platform returned it. */
  readonly occurredAt?: Instant;
}

/**
 * 退回重办: the platform does not accept our answer, or our return. A new cycle with the instant it names; the first due
 * instant of the task stays.
 */
export const ticketReturned: StaffDefinition<TicketReturned, "ticketReturned"> = {
  name: "ticket-returned",
  rule: {
    clause: "default",
    zh: "平台退回重办的进入新一轮，时限以平台新定的为准；原办理期限不变",
    en: "A ticket that the platform returns begins a new cycle with the time it names; the task keeps its due time",
  },
  from: [...openOrClosed, "referred"],
  to: "handling",
  posts: desk,
  informs: true,
  fits: isWithPlatform,
  decide: (complaint, { dueAt, text, occurredAt }, context) => {
    if (ticketOf(complaint) === undefined) return refuse("no-ticket");
    if (!isWithPlatform(complaint)) return refuse("ticket-with-us");
    const { repliedAt, sentBackAt } = complaint.ticket ?? {};
    const since = repliedAt ?? sentBackAt ?? complaint.registration.receivedAt;
    const at = happenedAt(occurredAt, since, context);
    if (typeof at !== "string") return at;
    if (dueAt <= at) return refuse("limit-in-the-past");
    const again = reopenedBy(complaint, dueAt);
    const now = toInstant(context.now);
    const running = (name: string) =>
      complaint.clocks.some((clock) => clock.name === name && clock.stoppedAt === undefined);
    const begun = [
      ...(running("result") ? [] : [startedNow("result", again, at, context)]),
      ...(wasAnswered(complaint) || running("firstReply")
        ? []
        : [startedNow("firstReply", again, at, context)]),
      ...(wantsDailyReport(again) && !running("dailyReport")
        ? [started(dailyReportClock(again, now, context), now)]
        : []),
    ];
    const told = informed(complaint, ticketHolders(complaint), context);
    return {
      drafts: [
        draft({ type: "ticketReturned", dueAt, ...told }, at, { text }),
        ...lapsed(complaint, ["followUp", "invalidExplain", "external"], at, context),
        ...ticketClocks(again, { dueAt }, at, context).map((clock) => started(clock, at)),
        ...begun,
      ],
    };
  },
  folds: { ticketReturned: (complaint, { dueAt }) => reopenedBy(complaint, dueAt) },
  salted: (plain, salt) => ({ ...plain, text: salt(plain.text) }),
};

/** True once the platform has our answer, or the ticket itself: before that nothing can come back. */
function isWithPlatform({ ticket }: Complaint): boolean {
  return ticket?.repliedAt !== undefined || ticket?.sentBackAt !== undefined;
}

/** True once the customer was told anything: a reply, a result or an agreed plan answers the first reply for good. */
function wasAnswered({ repliedAt, clocks }: Complaint): boolean {
  const isKept = ({ name, stoppedAt, lapsed: isVoid }: Clock) =>
    name === "firstReply" && stoppedAt !== undefined && isVoid !== true;
  return repliedAt !== undefined || clocks.some(isKept);
}

/** As after 返单; the rating that the platform has given stands until it gives another. */
function reopenedBy(complaint: Complaint, dueAt: Instant): Complaint {
  const { rating, returns = 0, exempt } = complaint.ticket ?? {};
  const again = omit(
    withTicket(complaint, {}),
    "resolvedAt",
    "resolvedBy",
    "closedAt",
    "endedAt",
    "ending",
    "signedOffAt",
    "opinion",
    "effectCheckedAt",
  );
  return {
    ...again,
    status: "handling",
    cycle: complaint.cycle + 1,
    attempts: [],
    ticket: {
      dueAt,
      returns: returns + 1,
      ...defined({ rating, exempt }),
    },
  };
}
