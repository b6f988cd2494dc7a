import type { Ports } from "../ports/index.ts";

/** Everything that may hold something of a person. */
export type ErasurePorts = Pick<
  Ports,
  | "clock"
  | "crypto"
  | "complaints"
  | "groups"
  | "rules"
  | "organisation"
  | "households"
  | "searchIndex"
  | "quarantine"
  | "senderRules"
  | "mailbox"
  | "attachments"
  | "besideDocuments"
  | "reportFiles"
  | "reports"
  | "submissions"
  | "companyTexts"
  | "emergencies"
  | "parseMail"
  | "maskFile"
  | "webhooks"
  | "telemetry"
>;
