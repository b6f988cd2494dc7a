import type { Personal } from "../../document/personal.ts";
import { localDate, toInstant } from "../../time/instant.ts";
import type { Complaint } from "../document.ts";
import type { SignedSheet, StoredFile } from "../events.ts";
import { type Refusal, refuse } from "../refusal.ts";
import { one } from "../rules/drafts.ts";
import { desk, signingPosts } from "../rules/posts.ts";
import { isSamePerson } from "../rules/two-people.ts";
import type { LookedUpDefinition } from "./definition.ts";

interface SignOff {
  readonly type: "sign-off";
  readonly text?: Personal;
  readonly sheet?: Sheet;
}

/** Signed on paper: who signed which day, and the files of the photo. */
type Sheet = Omit<SignedSheet, "fileIds"> & { readonly files: readonly StoredFile[] };

/**
 * D4: the solving department's head signs the record; never the person who reported the result. The head signs here,
 * or on the paper, whose photo somebody else of the project hands in: then neither of the two may have reported it.
 */
export const signOff: LookedUpDefinition<SignOff, "signedOff"> = {
  name: "sign-off",
  rule: {
    clause: "D4",
    zh: "处理结果由责任部门负责人签认；纸质签字的上传照片",
    en: "The solving department's head signs the record, here or on paper with a photo",
  },
  from: ["resolved"],
  posts: desk,
  fits: ({ signedOffAt }) => signedOffAt === undefined,
  decide: (complaint, { text, sheet }, { now, by, posts }) => {
    if (complaint.signedOffAt !== undefined) return refuse("signed-before");
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
  },
  folds: {
    signedOff: (complaint, _, { occurredAt }) => ({ ...complaint, signedOffAt: occurredAt }),
  },
};

/** Why a sheet does not count: nothing to be seen on it, or a day on which it cannot have been signed. */
function unfit({ registration }: Complaint, { signedOn, files }: Sheet, today: string): Refusal | undefined {
  if (!files.some(isPicture)) return refuse("sheet-photo-required", { missing: ["attachments"] });
  const first = localDate(registration.receivedAt, registration.timeZone);
  return signedOn < first || signedOn > today ? refuse("signed-out-of-range") : undefined;
}

function isPicture({ contentType }: StoredFile): boolean {
  return contentType.startsWith("image/") || contentType === "application/pdf";
}
