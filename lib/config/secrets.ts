import type { FunctionName } from "./environment.ts";

/** Every secret of an installation; each lies under its own name behind the stage's prefix, in no table. */
export const secretNames = [
  "installation-key",
  "sign-in-key",
  "wecom",
  "sms",
  "wechat",
  "imap",
  "smtp",
] as const;
export type SecretName = (typeof secretNames)[number];

/** Which secrets each function reads; infra grants exactly these, by name. */
export const functionSecrets = {
  digest: [],
  "channels-api": ["installation-key"],
  "staff-api": ["installation-key"],
  "reports-api": ["installation-key"],
  "public-api": ["installation-key", "wechat"],
  "sign-in": ["sign-in-key", "wecom"],
  pages: [],
  "mail-in": ["installation-key"],
  "mail-poll": ["imap"],
  stream: [],
  react: ["installation-key"],
  alarm: ["installation-key"],
  send: ["installation-key", "wecom", "sms", "wechat", "smtp"],
  webhook: ["installation-key"],
  sweep: ["installation-key"],
  privacy: ["installation-key"],
  "report-start": ["installation-key"],
  "report-build": ["installation-key"],
} as const satisfies Record<FunctionName, readonly SecretName[]>;
