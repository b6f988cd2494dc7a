import type { ClassCode } from "../../domain/classification/classes.ts";
import type { Consent } from "../../domain/complaint/consent.ts";
import type { Language } from "../../domain/organisation/language.ts";
import type { ReportStep } from "../../domain/residents/report-steps.ts";
import type { Instant } from "../../domain/time/instant.ts";
import type { Fleeting, FleetingStore } from "./errands.ts";

/** What a resident has answered so far, question by question. */
export interface DraftAnswers {
  readonly matter: string;
  readonly place?: string;
  readonly building?: string;
  readonly unit?: string;
  readonly room?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly anonymous?: true;
  /** 我也遇到: the problem point that neighbours have reported. */
  readonly joins?: ClassCode;
  readonly language?: Language;
  /** Who came by the menu of the official account. */
  readonly follower?: { readonly openId: string; readonly appId: string };
}

/** A picture that was sent and waits for the complaint. */
export interface DraftPhoto {
  readonly uploadId: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** A complaint that a resident is still writing; forgotten a day after it was begun. */
export interface Draft extends Fleeting {
  /** Keyed hash of the secret that stands in the addresses of its pages. */
  readonly id: string;
  readonly projectId: string;
  readonly createdAt: Instant;
  /** From here on it is as if it had never been. */
  readonly expiresAt: Instant;
  /** The storage lock. */
  readonly revision: number;
  readonly answers: DraftAnswers;
  readonly photos: readonly DraftPhoto[];
  readonly done: readonly ReportStep[];
  /** Set when it is being registered: from then on nothing in it changes. */
  readonly frozen?: Consent;
  /** The complaint it has become. */
  readonly complaintId?: string;
}

export type DraftStore = FleetingStore<Draft>;
