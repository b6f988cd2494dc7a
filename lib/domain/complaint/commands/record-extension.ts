import { type Clock, keyOf } from "../../clocks/clock.ts";
import { replan } from "../../clocks/replan.ts";
import type { Personal } from "../../document/personal.ts";
import { defined, omit } from "../../present.ts";
import { type Instant, toInstant } from "../../time/instant.ts";
import type { Context } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { FactDraft } from "../events.ts";
import { refuse } from "../refusal.ts";
import { draft } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { desk, open } from "../rules/posts.ts";
import { retimed } from "../rules/retime.ts";
import { answerClock } from "../rules/ticket-clocks.ts";
import { heldTicket, ticketHolders, withTicket } from "../rules/ticket-rules.ts";
import { timingFor } from "../rules/timing.ts";
import { type StaffDefinition, saltedText } from "./definition.ts";

interface RecordExtension {
  readonly type: "record-extension";
  readonly granted: boolean;
  /** What the platform granted; as asked unless said otherwise. */
  readonly dueAt?: Instant;
  readonly text?: Personal;
}

/** The platform's answer to an extension asked for (延期批复): granted, the ticket's time and the result's move. */
export const recordExtension: StaffDefinition<RecordExtension, "ticketExtensionRuled"> = {
  name: "record-extension",
  rule: {
    clause: "default",
    zh: "平台批准延期的，转办时限改到批准的时间；不批准的时限不变",
    en: "Where the platform grants more time, the ticket is due then; refused, it stays as it was",
  },
  from: open,
  posts: desk,
  informs: true,
  fits: ({ ticket }) => ticket?.extensionAsked !== undefined,
  decide: (complaint, { granted, dueAt, text }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.extensionAsked === undefined) return refuse("no-extension-asked");
    const until = granted ? (dueAt ?? ticket.extensionAsked) : undefined;
    if (until !== undefined && until <= ticket.dueAt) return refuse("extension-not-later");
    const now = toInstant(context.now);
    const told = informed(complaint, ticketHolders(complaint), context);
    return {
      drafts: [
        draft({ type: "ticketExtensionRuled", granted, ...defined({ dueAt: until }), ...told }, now, {
          text,
        }),
        ...(until === undefined ? [] : moved(complaint, until, now, context)),
      ],
    };
  },
  folds: {
    ticketExtensionRuled: (complaint, { dueAt }) => {
      const { ticket, ...rest } = withTicket(complaint, defined({ dueAt }));
      return ticket === undefined ? complaint : { ...rest, ticket: omit(ticket, "extensionAsked") };
    },
  },
  salted: ({ text, ...plain }, salt) => ({ ...plain, ...defined({ text: saltedText(text, salt) }) }),
};

/** The reply document's clock, extended by whom the platform told, and the result that followed the old instant. */
function moved(complaint: Complaint, dueAt: Instant, now: Instant, context: Context): FactDraft[] {
  const after = withTicket(complaint, { dueAt });
  const clock = answerClock(complaint);
  const others = { ...complaint, clocks: complaint.clocks.filter((one) => one !== clock) };
  return [
    ...(clock === undefined ? [] : extended(clock, after, dueAt, now, context)),
    ...retimed(others, after, context, now, "complaint"),
  ];
}

function extended(
  clock: Clock,
  after: Complaint,
  dueAt: Instant,
  now: Instant,
  context: Context,
): FactDraft[] {
  const { by } = context;
  if (clock.stoppedAt !== undefined || by.kind !== "person") return [];
  const extension = { at: now, dueAt, approvedBy: by.id };
  const plan = replan({ ...clock, extensions: [extension] }, timingFor("external", after), context, now);
  return [draft({ type: "clockExtended", ...keyOf(clock), dueAt, approvedBy: by.id, ...plan }, now)];
}
