/** Why a command is not carried out. Each code has its sentences and HTTP status in lib/contracts/problems.ts. */
export type RefusalCode =
  | "already-registered"
  | "unknown-complaint"
  | "not-allowed-now"
  | "incomplete"
  | "occurred-out-of-range"
  | "no-address"
  | "follow-up-by-handler"
  | "opinion-by-handler"
  | "complained-of"
  | "grade-required"
  | "reason-required"
  | "nothing-to-acknowledge"
  | "level-contradicts-kind"
  | "in-another-group"
  | "repeats-itself"
  | "nothing-to-pause"
  | "nothing-to-resume"
  | "nothing-to-extend"
  | "not-extendable"
  | "extension-not-later"
  | "beyond-external-time"
  | "outside-call-hours"
  | "project-manager-decides"
  | "manager-decides"
  | "not-at-the-desk"
  | "team-of-several"
  | "signed-before"
  | "second-person-required"
  | "superior-approves"
  | "signed-sheet-required"
  | "sheet-photo-required"
  | "signed-out-of-range"
  | "limit-in-the-past"
  | "unknown-action"
  | "verified-before"
  | "same-holder"
  | "accepted-before"
  | "unknown-node"
  | "node-done-before"
  | "not-grave"
  | "not-invalid"
  | "node-in-the-past"
  | "no-plan"
  | "plan-approved-before"
  | "plan-agreed-before"
  | "same-kind"
  | "converted-before"
  | "contact-known";

export interface Refusal {
  readonly refused: RefusalCode;
  /** What is still missing, by field or step. */
  readonly missing?: readonly string[];
}

export function refuse(refused: RefusalCode, more: Omit<Refusal, "refused"> = {}): Refusal {
  return { refused, ...more };
}
