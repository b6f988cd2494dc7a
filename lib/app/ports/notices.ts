import type { Complaint } from "../../domain/complaint/document.ts";
import type { Emergency } from "../../domain/emergencies/emergency.ts";
import type { Group } from "../../domain/groups/group.ts";
import type { Notice } from "../../domain/notices/notice.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import type { PersonDataRequest } from "../../domain/person-data/request.ts";
import type { Submission } from "../../domain/submissions/submission.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { ItemRef } from "./alarms.ts";
import type { Freshness } from "./freshness.ts";
import type { Quarantined } from "./mail.ts";
import type { BriefMessage, MailFile, OutgoingMail } from "./messages.ts";
import type { Page, PageRequest } from "./page.ts";
import type { ReportEdition } from "./report-run.ts";
import type { MailedFiles } from "./subscriptions.ts";

export interface NoticeStore {
  /** Writes the notice unless it is already there, into its bundle first. */
  plan(notice: Notice): Promise<void>;
  /** What was planned into a bundle, always in the same order; some of it may be done, or not there. */
  inBundle(bundle: string, page: PageRequest): Promise<Page<ItemRef>>;
  load(ref: ItemRef, freshness?: Freshness): Promise<Notice | undefined>;
  /** Replaces it if attempt and state are still those of `before`. */
  replace(before: Notice, after: Notice): Promise<boolean>;
  ofComplaint(id: string): Promise<readonly Notice[]>;
  /** Notices that were given up or came back, newest first. */
  failed(page: PageRequest): Promise<Page<ItemRef>>;
  refOf(notice: Pick<Notice, "subject" | "key">): ItemRef;
}

/** The facts a message is written from. */
export interface NoticeFacts {
  readonly notice: Notice;
  readonly project?: Project;
  readonly people: readonly Person[];
  readonly complaint?: Complaint;
  readonly group?: Group;
  readonly emergency?: Emergency;
  readonly trackingUrl?: string;
  /** Where the complainant grades the handling; takes `&grade=1` to `5`. */
  readonly ratingUrl?: string;
  /** Acknowledges the rung in the recipient's name. */
  readonly acknowledgeUrl?: string;
  readonly report?: ReportEdition;
  /** The edition's chart (PNG). */
  readonly chart?: Uint8Array;
  /** What the edition's company files are saved as, by their own names. */
  readonly titles?: ReadonlyMap<string, string>;
  /** The files that go with it. */
  readonly files?: readonly MailFile[];
  /** What somebody subscribed to. */
  readonly delivery?: MailedFiles;
  /** Nobody waits for it any more: it is not sent. */
  readonly needless?: true;
  readonly submission?: Submission;
  /** Quarantined mails that wait for people, newest first: all of a project's, or the one that the notice is about. */
  readonly waiting?: readonly Quarantined[];
  /** The request about the own data that nobody has acted on. */
  readonly asked?: PersonDataRequest;
  readonly publicUrl: string;
  readonly now: Instant;
}

export interface NoticeRenderer {
  /** One message; with `others`, which go to the same person, one for all of them. */
  brief(facts: NoticeFacts, others?: readonly NoticeFacts[]): BriefMessage;
  render(
    facts: NoticeFacts,
    others?: readonly NoticeFacts[],
  ): Pick<OutgoingMail, "subject" | "text" | "html" | "pictures">;
}
