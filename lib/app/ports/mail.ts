import type { Rejection } from "../../domain/notices/notice.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Page, PageRequest } from "./page.ts";

/** Mail that could not become a complaint, kept raw and listed. */
export interface Quarantined {
  readonly id: string;
  readonly at: Instant;
  readonly reason: string;
  readonly rawKey: string;
  readonly from?: string;
  readonly subject?: string;
  /** The projects it was addressed to; absent: nobody knows, headquarters decides. */
  readonly projectIds?: readonly string[];
  readonly accepted?: Acceptance;
}

/** Somebody made a quarantined mail a complaint; the complaint follows a moment later. */
export interface Acceptance {
  readonly at: Instant;
  readonly by: string;
  readonly projectId: string;
  readonly complaintId?: string;
  readonly number?: string;
}

export interface QuarantineStore {
  /** Lists the mail unless it is listed already. */
  put(item: Quarantined): Promise<void>;
  find(id: string): Promise<Quarantined | undefined>;
  /** Records an acceptance; false if somebody accepted it before. */
  accept(item: Quarantined): Promise<boolean>;
  /** Records the complaint that an accepted mail became. */
  finish(item: Quarantined): Promise<void>;
  list(page: PageRequest): Promise<Page<Quarantined>>;
}

/** A raw mail to take (its S3 key under the mailbox bucket's inbox), or a quarantined one that somebody accepted. */
export type RawMailMessage =
  | {
      readonly rawKey: string;
      /** When the object was written: the complaint was received then, however late it is taken. */
      readonly receivedAt: Instant;
    }
  | { readonly quarantineId: string }
  | MailEvent;

/** What the mail service itself tells of a mail it sent for us: it came back, or its reader called it spam. */
export interface MailEvent {
  readonly happened: Rejection;
  /** References of the mail it is about, as sent. */
  readonly references: string;
}

/** By what a mail may be recognised as a machine's. */
export const mailSigns = [
  "auto-replied",
  "auto-generated",
  "auto-subject",
  "receipt",
  "bounce-report",
  "bounce-sender",
  "null-sender",
  "list",
  "newsletter",
  "no-reply",
  "suppress",
  "junk",
  "meeting-answer",
  "recall",
  "reaction",
] as const;
export type MailSign = (typeof mailSigns)[number];

/** What a mail turned out to be (lib/adapters/mail-in). */
export interface ParsedMail {
  readonly from: { readonly name: string; readonly address: string } | null;
  readonly replyTo?: { readonly name: string; readonly address: string } | null;
  readonly listAddress?: string | null;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly quoted: string;
  readonly date: string | null;
  readonly messageId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  readonly attachments: readonly MailAttachment[];
  /** What the receiving server's scanners said. */
  readonly verdict: "spam" | "virus" | null;
  readonly autoReply: boolean;
  readonly bounce: boolean;
  readonly list: boolean;
  readonly mustNotAnswer: boolean;
  /** Absent: the flags are all that is known. */
  readonly signs?: readonly MailSign[];
  readonly defects: readonly string[];
}

export interface MailAttachment {
  readonly filename: string | null;
  readonly contentType: string;
  readonly size: number;
  readonly content: Uint8Array;
}

export type MailParser = (raw: Uint8Array) => Promise<ParsedMail>;
