import type { NoticeSubject } from "../../domain/notices/notice.ts";
import { submissionId, submissionKey } from "../../domain/submissions/submission.ts";
import { isShortHash, shortHash } from "../documents/ids.ts";
import { sameSecret } from "../documents/same-secret.ts";
import type { Ports } from "../ports/index.ts";

type Signing = Pick<Ports, "crypto">;

/**
 * What our mails carry so that answers and returned mails find their way back. Both are signed with the installation's
 * key and survive what mail systems do to them: the reply tag is compared without case, because local parts get lowered
 * on the way, and the notice id is a plain dot-atom in References, which every returned header block keeps.
 */
const REPLY_TAG = /\+([a-z0-9]{1,20})-([\w-]{20})@/gi;
const NOTICE_ID = /<n\.([\w-]{8,300})\.([\w-]{22})@/g;
const SEPARATOR = "\n";

/** The plus part of the Reply-To address of mails about a complaint: `desk+e001-<signature>@…`. */
export function replyTag({ crypto }: Signing, number: string): string {
  return tagOf(number, crypto.keyedHash(replyTo(number)));
}

function replyTo(number: string): string {
  return `reply:${number.toUpperCase()}`;
}

function tagOf(number: string, hash: string): string {
  return `${number}-${hash.slice(0, 20)}`.toLowerCase();
}

/** Complaint numbers whose reply tag stands, rightly signed, in one of these addresses. */
export function taggedNumbers(ports: Signing, addresses: readonly string[]): string[] {
  const found = addresses.flatMap((address) => [...address.matchAll(REPLY_TAG)]);
  return found.flatMap(([, number = "", signature = ""]) =>
    ports.crypto
      .keyedHashes(replyTo(number))
      .some((hash) => sameSecret(tagOf(number, hash), `${number}-${signature}`.toLowerCase()))
      ? [number.toUpperCase()]
      : [],
  );
}

/** An address without its plus part. */
export function untagged(address: string): string {
  return address.replace(/\+[^@]*(?=@)/, "");
}

/** The notice's own id in References, without brackets and domain. What comes again of itself is not followed up. */
export function noticeId(ports: Signing, subject: NoticeSubject, key: string): string | undefined {
  if (subject.kind === "report" || subject.kind === "quarantine") return undefined;
  if (subject.kind === "delivery" || subject.kind === "person-data") return undefined;
  // A complaint's own names came first and have no kind.
  const kind = subject.kind === "complaint" ? [] : [subject.kind];
  const id = subject.kind === "submission" ? submissionId(subject) : subject.id;
  const parts = [...kind, id, String(subject.seq), key];
  const name = Buffer.from(parts.join(SEPARATOR)).toString("base64url");
  return `n.${name}.${signature(ports, name)}`;
}

export interface NoticeName {
  readonly subject: Exclude<NoticeSubject, { kind: "report" | "quarantine" | "delivery" | "person-data" }>;
  readonly key: string;
}

/** The notices named, rightly signed, anywhere in a returned mail. */
export function namedNotices(ports: Signing, text: string): NoticeName[] {
  const names = new Map<string, NoticeName>();
  for (const [, name = "", given = ""] of text.matchAll(NOTICE_ID)) {
    if (!isShortHash(ports.crypto, signed(name), given)) continue;
    const parts = Buffer.from(name, "base64url").toString("utf8").split(SEPARATOR);
    const [first] = parts;
    const kind = kinds.find((other) => other === first) ?? "complaint";
    const [id = "", seq = "", ...key] = kind === "complaint" ? parts : parts.slice(1);
    names.set(name, { subject: subjectOf(kind, id, Number(seq)), key: key.join(SEPARATOR) });
  }
  return [...names.values()];
}

/** What a notice can be about beside a complaint, whose names have no kind. */
const kinds = ["group", "emergency", "submission"] as const;

function subjectOf(kind: NoticeName["subject"]["kind"], id: string, seq: number): NoticeName["subject"] {
  return kind === "submission" ? { kind, ...submissionKey(id), seq } : { kind, id, seq };
}

function signature({ crypto }: Signing, name: string): string {
  return shortHash(crypto, signed(name));
}

function signed(name: string): string {
  return `notice:${name}`;
}
