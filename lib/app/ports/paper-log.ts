import type { PaperForm } from "../../domain/papers/forms.ts";
import type { Instant } from "../../domain/time/instant.ts";

/** Somebody took a form that was filled from a complaint. */
export interface PaperTaken {
  readonly id: string;
  readonly complaintId: string;
  readonly form: PaperForm;
  /** Person id. */
  readonly by: string;
  readonly at: Instant;
}

/** Who took which form of a complaint when; nothing of it is ever changed. */
export interface PaperLog {
  record(taken: PaperTaken): Promise<void>;
  /** Oldest first. */
  ofComplaint(complaintId: string): Promise<readonly PaperTaken[]>;
}
