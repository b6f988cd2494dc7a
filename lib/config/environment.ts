import * as z from "zod";

const text = () => z.string().min(1);
/** No bucket and no sender is shorter. */
const longerText = () => z.string().min(3);
const address = () => z.url();
const arn = () => z.string().startsWith("arn:");

/** Environment variables by name, made as they are read: each function's schema picks exactly those it reads, and no start makes the others'. */
const variables = {
  TABLE_NAME: text,
  /** What the names of the installation's secrets begin with, e.g. `jiesu/prod/`. */
  SECRETS: () => z.string().regex(/^[\w/-]+\/$/),
  REACT_QUEUE_URL: address,
  ALARM_QUEUE_URL: address,
  ALARM_QUEUE_ARN: arn,
  SCHEDULE_GROUP: text,
  SCHEDULE_ROLE_ARN: arn,
  NOTICE_QUEUE_URL: address,
  WEBHOOK_QUEUE_URL: address,
  REPORT_QUEUE_URL: address,
  MAIL_BUCKET: longerText,
  REPORTS_BUCKET: longerText,
  ATTACHMENTS_BUCKET: longerText,
  /** What stood at the end of every history, day by day, under a lock. */
  DIGESTS_BUCKET: longerText,
  /** Older history and long texts of documents. */
  DOCUMENTS_BUCKET: longerText,
  MAIL_IN_QUEUE_URL: address,
  /** Sender of every mail, e.g. `接诉 <desk@example.com>`. */
  MAIL_FROM: longerText,
  /** SES configuration set whose events tell of returned mails; "none" where SES does not send. */
  MAIL_EVENTS: text,
  /** Ways of reaching people beside e-mail: `wecom`, `sms`, separated by commas; "none" for no other. */
  NOTICE_ADAPTERS: text,
  /** Hosts whose recordings of calls are copied, separated by commas (`.calls.example`: every host below); "none" for none. */
  RECORDING_HOSTS: text,
  /** Base address of the API in links for people; no trailing slash. */
  PUBLIC_URL: address,
  OIDC_ISSUER: address,
  OIDC_AUDIENCE: text,
  /** Where an access token says whom it is for: `aud`, or `client_id` as Amazon Cognito's do, which have no `aud`. */
  OIDC_AUDIENCE_CLAIM: () => z.literal(["aud", "client_id"]),
  /** Who tells who our people are: `oidc` (any issuer) or `wecom` (our own issuer in front of WeCom). */
  SIGN_IN: () => z.literal(["oidc", "wecom"]),
  /** What CloudFront shows that a request came through it, so that the caller's address is believed; "none" without it. */
  EDGE_KEY: text,
  /** The pages' client at the issuer: public, authorization code with PKCE. */
  OIDC_CLIENT_ID: text,
  /** What the pages ask the issuer for, e.g. `openid profile offline_access`. */
  OIDC_SCOPE: text,
  /** Further parameters of the sign-in address, as a query: `resource=jiesu`; "none" for none. */
  OIDC_AUTHORIZE: text,
  /** Origins the pages may fetch from to sign in, separated by blanks: the issuer's, and its token endpoint's. */
  OIDC_ORIGINS: text,
  /** Where files of complaints are put with a signed link, and shown from: the bucket's own origin. */
  FILES_ORIGIN: text,
  STAGE: text,
} as const;

export type VariableName = keyof typeof variables;

/** Which variables each function reads; infra sets exactly these, a test holds both together. */
export const functionVariables = {
  "channels-api": [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "ATTACHMENTS_BUCKET",
    "PUBLIC_URL",
    "EDGE_KEY",
    "STAGE",
  ],
  "staff-api": [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "REACT_QUEUE_URL",
    "WEBHOOK_QUEUE_URL",
    "MAIL_IN_QUEUE_URL",
    "NOTICE_QUEUE_URL",
    "MAIL_BUCKET",
    "ATTACHMENTS_BUCKET",
    "NOTICE_ADAPTERS",
    "PUBLIC_URL",
    "EDGE_KEY",
    "OIDC_ISSUER",
    "OIDC_AUDIENCE",
    "OIDC_AUDIENCE_CLAIM",
    "STAGE",
  ],
  "reports-api": [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "ATTACHMENTS_BUCKET",
    "REPORTS_BUCKET",
    "REPORT_QUEUE_URL",
    "PUBLIC_URL",
    "REACT_QUEUE_URL",
    "OIDC_ISSUER",
    "OIDC_AUDIENCE",
    "OIDC_AUDIENCE_CLAIM",
    "STAGE",
  ],
  "public-api": [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "ATTACHMENTS_BUCKET",
    "NOTICE_QUEUE_URL",
    "NOTICE_ADAPTERS",
    "FILES_ORIGIN",
    "PUBLIC_URL",
    "EDGE_KEY",
    "STAGE",
  ],
  "sign-in": ["TABLE_NAME", "SECRETS", "PUBLIC_URL", "OIDC_AUDIENCE", "OIDC_CLIENT_ID", "SIGN_IN", "STAGE"],
  pages: [
    "PUBLIC_URL",
    "OIDC_ISSUER",
    "OIDC_CLIENT_ID",
    "OIDC_SCOPE",
    "OIDC_AUTHORIZE",
    "OIDC_ORIGINS",
    "FILES_ORIGIN",
    "STAGE",
  ],
  "mail-in": [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "MAIL_BUCKET",
    "ATTACHMENTS_BUCKET",
    "NOTICE_QUEUE_URL",
    "NOTICE_ADAPTERS",
    "PUBLIC_URL",
    "STAGE",
  ],
  "mail-poll": ["TABLE_NAME", "SECRETS", "MAIL_BUCKET", "STAGE"],
  stream: ["REACT_QUEUE_URL", "STAGE"],
  react: [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "REACT_QUEUE_URL",
    "NOTICE_QUEUE_URL",
    "NOTICE_ADAPTERS",
    "WEBHOOK_QUEUE_URL",
    "ALARM_QUEUE_URL",
    "ALARM_QUEUE_ARN",
    "SCHEDULE_GROUP",
    "SCHEDULE_ROLE_ARN",
    "STAGE",
  ],
  alarm: ["TABLE_NAME", "SECRETS", "DOCUMENTS_BUCKET", "ALARM_QUEUE_URL", "NOTICE_ADAPTERS", "STAGE"],
  send: [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "MAIL_FROM",
    "MAIL_EVENTS",
    "NOTICE_QUEUE_URL",
    "NOTICE_ADAPTERS",
    "REPORTS_BUCKET",
    "ATTACHMENTS_BUCKET",
    "RECORDING_HOSTS",
    "PUBLIC_URL",
    "STAGE",
  ],
  webhook: ["TABLE_NAME", "SECRETS", "WEBHOOK_QUEUE_URL", "PUBLIC_URL", "STAGE"],
  sweep: [
    "TABLE_NAME",
    "SECRETS",
    "REACT_QUEUE_URL",
    "ALARM_QUEUE_URL",
    "NOTICE_QUEUE_URL",
    "WEBHOOK_QUEUE_URL",
    "REPORT_QUEUE_URL",
    "MAIL_BUCKET",
    "MAIL_IN_QUEUE_URL",
    "STAGE",
  ],
  digest: ["TABLE_NAME", "SECRETS", "DOCUMENTS_BUCKET", "DIGESTS_BUCKET", "STAGE"],
  privacy: [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "ATTACHMENTS_BUCKET",
    "MAIL_BUCKET",
    "REPORTS_BUCKET",
    "NOTICE_QUEUE_URL",
    "STAGE",
  ],
  "report-start": ["TABLE_NAME", "SECRETS", "REPORT_QUEUE_URL", "STAGE"],
  "report-build": [
    "TABLE_NAME",
    "SECRETS",
    "DOCUMENTS_BUCKET",
    "REPORT_QUEUE_URL",
    "REPORTS_BUCKET",
    "NOTICE_QUEUE_URL",
    "STAGE",
  ],
} as const satisfies Record<string, readonly VariableName[]>;

export type FunctionName = keyof typeof functionVariables;

/** A setting is missing or malformed; the message names every such key. */
export class ConfigurationError extends Error {
  override readonly name = "ConfigurationError";
}

type Values<F extends FunctionName> = { readonly [K in (typeof functionVariables)[F][number]]: string };

/** Reads one function's environment. Throws ConfigurationError naming every missing or malformed key at once. */
export function readEnvironment<F extends FunctionName>(
  name: F,
  env: Record<string, string | undefined>,
): Values<F> {
  const wanted: readonly VariableName[] = functionVariables[name];
  const schema = z.object(Object.fromEntries(wanted.map((key) => [key, variables[key]()])));
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const keys = [...new Set(parsed.error.issues.map((issue) => issue.path.join(".")))];
    throw new ConfigurationError(`${name}: missing or malformed settings: ${keys.join(", ")}`);
  }
  const values: Partial<Record<VariableName, string>> = parsed.data;
  if (!hasAll(name, values)) throw new ConfigurationError(`${name}: settings could not be read`);
  return values;
}

function hasAll<F extends FunctionName>(
  name: F,
  values: Partial<Record<VariableName, string>>,
): values is Values<F> {
  return functionVariables[name].every((key) => values[key] !== undefined);
}
