import type { Complaint } from "../../domain/complaint/document.ts";
import type { Company, Person, Project } from "../../domain/organisation/organisation.ts";
import type { PaperForm } from "../../domain/papers/forms.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** What checking a complaint's whole history gave. */
export interface HistoryCheck {
  readonly events: number;
  /** The last event's hash: it stands for all before it. */
  readonly head: string;
  /** Nothing contradicts. */
  readonly sound: boolean;
}

/** What a form is filled from; without a complaint it is one sheet of a blank pad. */
export interface PaperFacts {
  readonly company: Company;
  /** Absent on a pad for every project. */
  readonly project?: Project;
  readonly complaint?: Complaint;
  readonly proof?: HistoryCheck;
  readonly people: readonly Person[];
  /** The rules in force there: what is promised to residents. */
  readonly policy: Policy;
  /** When it is printed. */
  readonly at: Instant;
  /** What the QR code says; a blank sheet leads to where one complains. */
  readonly code: string;
  /** Where residents complain in the web. */
  readonly website: string;
}

/** Sets a form as a Word document (lib/adapters/documents). */
export type PaperPrinter = (form: PaperForm, facts: PaperFacts) => Promise<Uint8Array>;
