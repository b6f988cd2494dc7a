import type { Personal } from "../../document/personal.ts";
import { toInstant } from "../../time/instant.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import { refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { informed } from "../rules/informing.ts";
import { leads, open } from "../rules/posts.ts";
import { heldTicket, isWaiting, ticketHolders, withTicket } from "../rules/ticket-rules.ts";
import type { NotOursReason } from "../tickets.ts";
import type { StaffDefinition } from "./definition.ts";

type Act =
  | { readonly kind: "raise"; readonly reason: NotOursReason; readonly text: Personal }
  | { readonly kind: "rule"; readonly upheld: boolean; readonly text: Personal };

interface ObjectToDispatch {
  readonly type: "object-to-dispatch";
  readonly act: Act;
}

/** 派单异议: raised with the platform, and what it ruled. The ticket's time runs on: only the platform stops it. */
export const objectToDispatch: StaffDefinition<ObjectToDispatch, "dispatchObjected" | "objectionRuled"> = {
  name: "object-to-dispatch",
  rule: {
    clause: "default",
    zh: "对派单有异议的向平台提出，平台裁定前照常办理；裁定支持的方可退单",
    en: "Who objects to a dispatch goes on until the platform has ruled; an objection that was upheld lets the ticket go back",
  },
  from: open,
  posts: leads,
  informs: true,
  fits: isWaiting,
  decide: (complaint, { act }, context) => {
    const ticket = heldTicket(complaint);
    if ("refused" in ticket) return ticket;
    if (ticket.repliedAt !== undefined) return refuse("reply-document-sent");
    const pending = ticket.objectedAt !== undefined && ticket.objectionUpheld === undefined;
    if (act.kind === "rule") return pending ? ruled(complaint, act, context) : refuse("no-objection");
    if (pending) return refuse("objected-before");
    return one({ type: "dispatchObjected", reason: act.reason }, toInstant(context.now), { text: act.text });
  },
  folds: {
    dispatchObjected: (complaint, _, { occurredAt }) => {
      const { ticket, ...rest } = withTicket(complaint, { objectedAt: occurredAt });
      if (ticket === undefined) return complaint;
      // Another objection, after one that was not upheld.
      const { objectionUpheld: _before, ...state } = ticket;
      return { ...rest, ticket: state };
    },
    objectionRuled: (complaint, { upheld }) => withTicket(complaint, { objectionUpheld: upheld }),
  },
  salted: ({ type, act }, salt) => ({
    type,
    act: { ...act, text: salt(act.text) },
  }),
};

function ruled(
  complaint: Complaint,
  { upheld, text }: Extract<Act, { readonly kind: "rule" }>,
  context: Context,
): Decision {
  const told = informed(complaint, ticketHolders(complaint), context);
  return one({ type: "objectionRuled", upheld, ...told }, toInstant(context.now), { text });
}
