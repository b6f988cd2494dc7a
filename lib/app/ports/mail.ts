import type { Rejection } from "../../domain/notices/notice.ts";
import type { SenderRule } from "../../domain/senders/rule.ts";
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
  /** Words of danger in it (D6): people hear of it at once. */
  readonly danger?: readonly string[];
  /** The projects it was addressed to; absent: nobody knows, headquarters decides. */
  readonly projectIds?: readonly string[];
  readonly accepted?: Acceptance;
  /** Somebody has looked at it and it is no complaint; it may still become one. */
  readonly dismissed?: { readonly at: Instant; readonly by: string };
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
  /** Records that it is no complaint; false if somebody accepted it before. */
  dismiss(item: Quarantined): Promise<boolean>;
  /** Takes it off the list for good. */
  remove(id: string): Promise<void>;
  /** Records the complaint that an accepted mail became. */
  finish(item: Quarantined): Promise<void>;
  list(page: PageRequest): Promise<Page<Quarantined>>;
  /** Those that came after an instant, newest first. */
  since(at: Instant, page: PageRequest): Promise<Page<Quarantined>>;
}

/** A mail that a sender rule dropped: its raw form stays as long as raw mails are kept. */
export interface DroppedMail {
  readonly ruleId: string;
  readonly at: Instant;
  readonly rawKey: string;
}

/** What people decided about senders, and what was dropped by it. */
export interface SenderRuleStore {
  list(): Promise<readonly SenderRule[]>;
  find(id: string): Promise<SenderRule | undefined>;
  /** Writes the rule if it stands one version lower (not at all for version 1); false if not. */
  put(rule: SenderRule): Promise<boolean>;
  /** Takes a rule away for good, with what was dropped by it. */
  remove(id: string): Promise<void>;
  /** Notes a dropped mail, once; forgotten after `until`. */
  dropped(mail: DroppedMail, until: Instant): Promise<void>;
  /** How many mails a rule has dropped since then. */
  countDropped(ruleId: string, since: Instant): Promise<number>;
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
  /** Words of mails that are attached as files: no part of the matter, but heard. */
  readonly passedOn?: string;
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

/** A file of a mail; `content` is transfer-decoded, `size` its bytes. */
export interface MailAttachment {
  readonly filename: string | null;
  readonly contentType: string;
  readonly size: number;
  readonly content: Uint8Array;
}

export type MailParser = (raw: Uint8Array) => Promise<ParsedMail>;
