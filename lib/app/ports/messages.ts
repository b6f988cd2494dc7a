export interface MailFile {
  readonly name: string;
  readonly contentType: string;
  readonly content: Uint8Array;
}

export interface OutgoingMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Pictures (PNG) that the HTML part shows as `cid:<name>`. */
  readonly pictures?: readonly { readonly name: string; readonly png: Uint8Array }[];
  /** Files to be opened, under the names that people save them as. */
  readonly files?: readonly MailFile[];
  /** Our own thread id, kept in References because SES replaces Message-ID. */
  readonly threadId: string;
  /** The threads of what else it is about. */
  readonly otherThreads?: readonly string[];
  /** The notice's own id, beside the thread's in References: a returned mail names it. */
  readonly noticeId?: string;
  /** The ids of the other notices that this mail hands over. */
  readonly otherNotices?: readonly string[];
  /** Where answers go: the project's mailbox (else the sender) with a signed plus part. */
  readonly reply?: { readonly tag: string; readonly mailbox?: string };
}

/** Thrown by a mailer when trying again cannot help (address refused). */
export class PermanentMailError extends Error {
  override readonly name = "PermanentMailError";
}

/** Thrown by a way of sending that surely took nothing over: sending again, or by another server, is no duplicate. */
export class NotTakenError extends Error {
  override readonly name = "NotTakenError";
}

/** A message in a few lines, for cards and text messages. */
export interface BriefMessage {
  readonly title: string;
  readonly text: string;
  readonly url?: string;
  /** What the link does. */
  readonly button?: string;
}

/** A way beside mail. `to` is the address there: a WeCom account, a mobile number. */
export interface Messenger {
  /** Hands a message over and returns the provider's id. Throws PermanentMailError, NotTakenError, or anything else when nobody knows whether it went out. */
  send(to: string, message: BriefMessage): Promise<string>;
}

export interface Mailer {
  /** Hands a mail over and returns the provider's id. Throws as a Messenger does. */
  send(mail: OutgoingMail): Promise<string>;
}
