import type { Instant } from "../../domain/time/instant.ts";

/** Up to which mail a mailbox has been taken: UIDs rise within one UIDVALIDITY (RFC 3501) and start anew with another. */
export interface MailboxPosition {
  readonly uidValidity: string;
  readonly lastUid: number;
}

/** A mail of the mailbox. */
export interface PolledMail {
  readonly uid: number;
  readonly raw: Uint8Array;
  /** When the mail server took it (INTERNALDATE). */
  readonly arrivedAt: Instant;
}

/** A mailbox that is asked for its mails, where no service brings them (IMAP). */
export interface PolledMailbox {
  /**
   * Hands over the mails behind `position`, oldest first, at most `limit`, each marked as seen once `take` has ended, and
   * gives the position behind the last one taken. A mail that could not be taken ends the round with its error.
   */
  poll(
    position: MailboxPosition | undefined,
    limit: number,
    take: (mail: PolledMail, at: MailboxPosition) => Promise<void>,
  ): Promise<void>;
}

export interface PollPositions {
  load(): Promise<MailboxPosition | undefined>;
  save(position: MailboxPosition): Promise<void>;
}
