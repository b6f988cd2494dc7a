import { localDate, toInstant } from "../../time/instant.ts";
import type { Command } from "../commands.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint } from "../document.ts";
import type { StoredFile } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { signingPosts } from "../transitions.ts";
import { one } from "./drafts.ts";
import { isSamePerson } from "./plan.ts";

type SignOff = Extract<Command, { readonly type: "sign-off" }>;
type Sheet = NonNullable<SignOff["sheet"]>;

/**
 * D4: the solving department's head signs the record; never the person who reported the result. The head signs here,
 * or on the paper, whose photo somebody else of the project hands in: then neither of the two may have reported it.
 */
export function signOff(complaint: Complaint, { text, sheet }: SignOff, context: Context): Decision {
  if (complaint.signedOffAt !== undefined) return refuse("signed-before");
  const { now, by, posts } = context;
  const signers = sheet === undefined ? [by] : [by, { kind: "person", id: sheet.signerId } as const];
  const { resolvedBy } = complaint;
  if (resolvedBy !== undefined && signers.some((signer) => isSamePerson(resolvedBy, signer)))
    return refuse("second-person-required");
  const at = toInstant(now);
  if (sheet === undefined) {
    const maySign = signingPosts.some((post) => posts?.includes(post));
    return maySign ? one({ type: "signedOff" }, at, { text }) : refuse("signed-sheet-required");
  }
  const { signerId, signedOn, files } = sheet;
  const refused = unfit(complaint, sheet, localDate(at, complaint.registration.timeZone));
  if (refused !== undefined) return refused;
  const fileIds = files.filter(isPicture).map(({ id }) => id);
  return one({ type: "signedOff", sheet: { signerId, signedOn, fileIds } }, at, { text });
}

/** Why a sheet does not count: nothing to be seen on it, or a day on which it cannot have been signed. */
function unfit({ registration }: Complaint, { signedOn, files }: Sheet, today: string): Refusal | undefined {
  if (!files.some(isPicture)) return refuse("sheet-photo-required", { missing: ["attachments"] });
  const first = localDate(registration.receivedAt, registration.timeZone);
  return signedOn < first || signedOn > today ? refuse("signed-out-of-range") : undefined;
}

function isPicture({ contentType }: StoredFile): boolean {
  return contentType.startsWith("image/") || contentType === "application/pdf";
}
