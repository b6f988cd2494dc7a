import type { LookedUpName } from "../../domain/complaint/commands/index.ts";
import type { PlainSalted } from "../../domain/complaint/commands/salting.ts";
import type { Location, RecordKind, RegistrationChanges } from "../../domain/complaint/events.ts";
import type { ExternalTicket } from "../../domain/complaint/tickets.ts";

/** What a person tells anew about the registration; absent: nothing new. */
export interface RegistrationPatch {
  readonly complainant?: {
    readonly name?: string;
    readonly kind?: RegistrationChanges["complainantKind"];
    readonly phone?: string;
    readonly email?: string;
    readonly language?: RegistrationChanges["language"];
    readonly anonymous?: boolean;
  };
  /** 拒绝提供: asked, and not told. */
  readonly withheld?: boolean;
  readonly location?: Location;
  readonly place?: string;
  readonly occurredAt?: string;
  readonly requestedReplyAt?: string;
  readonly against?: { readonly text?: string; readonly departmentId?: string; readonly personId?: string };
  readonly manner?: RegistrationChanges["manner"];
  readonly headcount?: number;
  readonly signatories?: string;
  /** Where the paper original lies (D13). */
  readonly originalAt?: string;
  readonly matter?: string;
  /** What of a government ticket was typed wrongly. */
  readonly external?: Partial<Pick<ExternalTicket, "system" | "ticketNo" | "unit" | "dueAt" | "signBy">>;
}

/** A record that was signed on paper, as the person who hands it in names it. */
export interface NamedSheet {
  /** What its QR code says. */
  readonly code: string;
  readonly signerId: string;
  /** Local date. */
  readonly signedOn: string;
}

/** Commands of which something is looked up before they are decided, as a person gives them. */
interface PlainLookedUp {
  readonly "complete-registration": { readonly told: RegistrationPatch; readonly reason?: string };
  readonly correct: { readonly told: RegistrationPatch; readonly reason: string };
  readonly convert: { readonly recordKind: RecordKind; readonly reason: string };
  /** D4: signed here, or on the sheet whose photo goes with it. */
  readonly "sign-off": { readonly text?: string; readonly sheet?: NamedSheet };
  readonly "link-repeat": { readonly complaintId: string };
  readonly "merge-ticket": { readonly complaintId: string };
  readonly "join-group": { readonly groupId: string };
  readonly "leave-group": object;
}

export type PlainOf<N extends LookedUpName> = { readonly type: N } & PlainLookedUp[N];

/** A staff command as it comes over the wire: free text not salted yet, nothing looked up. */
export type PlainCommand = PlainSalted | { readonly [N in LookedUpName]: PlainOf<N> }[LookedUpName];
