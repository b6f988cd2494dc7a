/** How unanswered questions of the platform's call-back count: apart, or as a no. */
export const notRatedRules = ["apart", "as-no"] as const;
/** How tickets that were merged (并单) count: with the one they were merged into, or each with its outcome. */
export const mergedRules = ["with-main", "each"] as const;

/**
 * Government tickets. 国办函〔2025〕66号 asks for limits, a review of objections, one handling of repeated tickets and a
 * call-back, but names no numbers; those below are `default`.
 */
export interface TicketPolicy {
  /** A ticket that names no limit of its own is signed for or returned within so many working minutes. */
  readonly signWorkingMinutes: number;
  readonly notRated: (typeof notRatedRules)[number];
  readonly merged: (typeof mergedRules)[number];
}

export const builtInTicketPolicy: TicketPolicy = {
  signWorkingMinutes: 480,
  notRated: "apart",
  merged: "with-main",
};

/** The rules in force: the policy's, or the built-in ones where it says nothing. */
export function ticketPolicyOf({ tickets }: { readonly tickets?: TicketPolicy }): TicketPolicy {
  return tickets ?? builtInTicketPolicy;
}
