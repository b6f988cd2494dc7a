import type { LookedUpName } from "../../domain/complaint/commands/index.ts";
import type { PlainSalted } from "../../domain/complaint/commands/salting.ts";
import type { RecordKind } from "../../domain/complaint/events.ts";
import type { RegistrationPatch } from "./registration-patch.ts";
import type { NamedSheet } from "./signed-sheet.ts";

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
