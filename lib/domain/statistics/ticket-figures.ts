import type { TicketAnswer } from "../complaint/tickets.ts";

/**
 * Why a ticket is in no rate: sent back (退单), merged (并单), taken back by the citizen (撤诉), the law's (转有权部门), or
 * left out by its platform (剔除).
 */
export const ticketExclusions = [
  "returned",
  "merged",
  "withdrawn",
  "referred",
  "withdrawn-by-platform",
  "not-owner-business",
  "unreasonable",
] as const;
export type TicketExclusion = (typeof ticketExclusions)[number];

/** A ticket as the rates count it: what the policy makes of it is decided (lib/domain/statistics/ticket-case.ts). */
export interface TicketCase {
  readonly signBy?: string;
  readonly signedAt?: string;
  readonly repliedAt?: string;
  readonly returns: number;
  readonly exclusion?: TicketExclusion;
  /** Handled with another (并单): counted, but no answer of its own is owed. */
  readonly merged?: true;
  readonly rating?: {
    readonly at: string;
    readonly contacted: TicketAnswer;
    readonly solved: TicketAnswer;
    readonly satisfied: TicketAnswer;
  };
}
