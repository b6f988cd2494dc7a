import type { ClassCode } from "../../lib/domain/classification/classes.ts";
import type { Channel } from "../../lib/domain/classification/sources.ts";
import type { StaffCommandName } from "../../lib/domain/complaint/commands/index.ts";
import type { RecordKind, Validity } from "../../lib/domain/complaint/events.ts";

/** The month as it is to be played: who does what when. Instants are epoch milliseconds. */
export interface Script {
  readonly seed: number;
  /** The clock's first instant and the instant after which nobody acts. */
  readonly start: number;
  readonly end: number;
  readonly complaints: readonly ScriptedComplaint[];
  readonly rounds: readonly ScriptedRound[];
  readonly repeats: readonly ScriptedRepeat[];
  /** Mails that become no complaint by themselves. */
  readonly strayMails: readonly { readonly at: number; readonly mail: ScriptedMail }[];
  /** Answers to our acknowledgement. */
  readonly answers: readonly { readonly at: number; readonly of: string; readonly text: string }[];
  readonly losses: readonly ScriptedLoss[];
  readonly events: readonly ScriptedEvent[];
}

/** A complaint with everything that people will do about it. */
export interface ScriptedComplaint {
  /** Its source's own id. */
  readonly key: string;
  readonly channel: Channel;
  readonly projectId: string;
  readonly receivedAt: number;
  readonly recordKind: RecordKind;
  readonly urgent: boolean;
  readonly requestedReplyAt?: number;
  readonly delivery: Delivery;
  readonly steps: readonly ScriptStep[];
}

export type Delivery =
  | { readonly kind: "post"; readonly at: number; readonly system: string; readonly body: Body }
  | { readonly kind: "slip"; readonly roundId: string; readonly body: Body }
  | { readonly kind: "mail"; readonly mail: ScriptedMail };

/** An emergency event (D7) and the reports that are given of it, in their order. */
export interface ScriptedEvent {
  readonly key: string;
  readonly at: number;
  readonly by: string;
  readonly body: Body;
  readonly reports: readonly { readonly at: number; readonly by: string; readonly body: Body }[];
}

/** JSON as it is posted. */
export type Body = Readonly<Record<string, unknown>>;

/** One staff command over HTTP. */
export interface ScriptStep {
  readonly at: number;
  /** Person id. */
  readonly by: string;
  readonly command: StaffCommandName;
  readonly body: Body;
  /** What the command decides, for whoever recomputes the figures. */
  readonly classCode?: ClassCode;
  readonly validity?: Validity;
  /** The key of the complaint that the command names by its id. */
  readonly into?: string;
}

export interface ScriptedRound {
  readonly roundId: string;
  readonly projectId: string;
  readonly boxId: string;
  readonly openedAt: number;
  readonly openedBy: string;
  readonly postedAt: number;
  /** Posted with the good ones; the answer must name it. */
  readonly badSlip?: Body;
}

/** The same post again, or (`changed`) another content under the same id. */
export interface ScriptedRepeat {
  readonly at: number;
  readonly of: string;
  readonly changed: boolean;
}

export const mailStyles = ["plain", "gbk", "html", "attachment"] as const;
export type MailStyle = (typeof mailStyles)[number];

export interface ScriptedMail {
  readonly messageId: string;
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly style: MailStyle;
  readonly autoReply?: true;
}

/** A message of our own that is lost on its way, so that the sweep has something to rescue. */
export interface ScriptedLoss {
  readonly at: number;
  /** reaction: the message to react; notice: the message to send; timer: the one-time schedule. */
  readonly what: "reaction" | "notice" | "timer";
  readonly of: string;
}
