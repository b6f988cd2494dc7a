import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

/** Days; CloudWatch Logs knows only these, and would refuse another number as late as at deployment. */
const logRetention = z.enum(RetentionDays);

/** A switch: in a stage's file true or false, on a command line the same as text. */
const settingOn = z.union([z.boolean(), z.stringbool()]);

const stageSettings = z
  .strictObject({
    /** Part of stack, alarm and rule-set names. */
    name: z.string().regex(/^[a-z][a-z0-9]{1,11}$/),
    /** Stateful resources survive the deletion of the stack and are protected against deletion. */
    retain: z.boolean(),
    logRetentionDays: logRetention,
    /** Raw mails are kept this long (`default`: no document names a period; D13 asks for safe keeping). */
    mailRetentionDays: z.int().min(60),
    /** Nobody changes or deletes a digest of the histories for so many days (`default`: as long as records are kept). */
    digestLockDays: z.int().min(1).max(36_500).default(1095),
    /** governance: somebody with a right of its own could end it early; compliance: nobody, not even the account's root. */
    digestLock: z.literal(["governance", "compliance"]).default("governance"),
    /** Base address of the API in links for people, no trailing slash. Without it the domain's, else the API's own. */
    publicUrl: z
      .url()
      .refine((url) => !url.endsWith("/"), "no trailing slash")
      .optional(),
    /** The API's own name in your DNS, and the certificate for it; may be set or changed at any time. */
    domainName: z
      .string()
      .regex(/^[a-z0-9.-]+\.[a-z]+$/)
      .optional(),
    /** Of ACM; in the China regions also a server certificate of IAM. */
    certificateArn: z
      .string()
      .regex(/^arn:aws[a-z-]*:(?:acm:[a-z0-9-]+:\d{12}:certificate|iam::\d{12}:server-certificate)\/.+$/)
      .optional(),
    /** Mail to any address of this domain becomes a complaint. */
    mailDomain: z.string().regex(/^[a-z0-9.-]+\.[a-z]+$/),
    mailFrom: z.string().min(3),
    /** ses: a receipt rule takes the mail. imap: a mailbox is polled. s3: something else puts raw mails under raw/. */
    mailIn: z.literal(["ses", "imap", "s3"]),
    /** Ways of reaching people beside e-mail. */
    noticeAdapters: z.array(z.enum(["wecom", "sms", "wechat"])).default([]),
    /** Hosts whose recordings of calls are copied; `.calls.example` means every host below. */
    recordingHosts: z.array(z.string().regex(/^\.?[a-z0-9-]+(\.[a-z0-9-]+)+$/)).default([]),
    oidcIssuer: z.url(),
    oidcAudience: z.string().min(1),
    /** The staff's pages as a public client of the issuer: authorization code with PKCE, no secret. */
    oidcClientId: z.string().min(1).default("jiesu-desk"),
    oidcScope: z.string().min(1).default("openid profile offline_access"),
    /** Further parameters of the sign-in address, as a query, e.g. `resource=jiesu` or `audience=jiesu`. */
    oidcAuthorize: z
      .string()
      .regex(/^[\w.~%:/=&+-]+$/)
      .optional(),
    /** Where the token endpoint lies on another origin than the issuer. */
    oidcOrigins: z.array(z.url()).default([]),
    /** Gets every alarm by mail, after confirming the subscription once. */
    alarmEmail: z.email().optional(),
    /** A release reaches a tenth of the calls for five minutes, then all of them; a function's alarm takes it back (CodeDeploy). */
    gradual: settingOn.default(false),
    /** USD a month; above 80 % of it, and when the month is forecast to exceed it, `alarmEmail` hears. */
    monthlyBudget: z.number().positive().optional(),
    /** Saves the queries of infra/catalogue/log-queries.ts in CloudWatch Logs Insights. */
    logQueries: z.boolean().default(false),
  })
  .refine((settings) => settings.retain || settings.name === "local" || settings.name === "dev", {
    path: ["retain"],
    message: "只有 local 和 dev 可以丢失数据 · only the stages local and dev may lose their data",
  })
  .refine((settings) => !settings.retain || settings.alarmEmail !== undefined, {
    path: ["alarmEmail"],
    message: "没有人会收到告警 · without it nobody hears of an alarm",
  })
  .refine(({ monthlyBudget, alarmEmail }) => monthlyBudget === undefined || alarmEmail !== undefined, {
    path: ["alarmEmail"],
    message: "预算要有人收到 · somebody must hear of the budget",
  })
  .refine(({ domainName, certificateArn }) => (domainName === undefined) === (certificateArn === undefined), {
    path: ["certificateArn"],
    message: "域名和证书要一起给 · a domain needs its certificate, and the other way round",
  })
  .superRefine((settings, context) => {
    if (settings.name === "local") return;
    for (const key of addresses) {
      const value = settings[key];
      if (value === undefined || !isPlaceholder(value)) continue;
      context.addIssue({
        code: "custom",
        path: [key],
        message: `${value} 只是示例 · is a placeholder, nobody can be reached there`,
      });
    }
  });

/** Settings that name a place in the DNS. */
const addresses = ["publicUrl", "domainName", "mailDomain", "mailFrom", "oidcIssuer", "alarmEmail"] as const;

/** True for a name in a domain that RFC 2606 reserves: it belongs to nobody. */
function isPlaceholder(address: string): boolean {
  return /(?:^|[/@.])(?:example|test|invalid|localhost)(?:\.(?:com|net|org))?(?:[>:/]|$)/.test(address);
}

/** The settings of one stage (infra/stages/NAME.json). */
export type StageSettings = z.infer<typeof stageSettings>;

/** Settings a deployment may give on the command line (`-c mailDomain=…`) instead of in the stage's file. */
const overridable = [
  "publicUrl",
  "domainName",
  "certificateArn",
  "mailDomain",
  "mailFrom",
  "mailIn",
  "oidcIssuer",
  "oidcAudience",
  "oidcClientId",
  "oidcScope",
  "oidcAuthorize",
  "alarmEmail",
  "gradual",
] as const;

/** The stage does not exist or one of its settings is wrong; the message names every such setting. */
export class StageError extends Error {
  override readonly name = "StageError";
}

/** Reads a stage's file and the context's overrides. Throws StageError. */
export function readStage(context: (key: string) => unknown, folder = import.meta.dirname): StageSettings {
  const name = z.string().safeParse(context("stage")).data ?? "local";
  const file = join(folder, `${name}.json`);
  if (!/^[a-z0-9]+$/.test(name) || !existsSync(file)) {
    const known = readdirSync(folder).flatMap((entry) => (entry.endsWith(".json") ? entry.slice(0, -5) : []));
    throw new StageError(`unknown stage "${name}"; known: ${known.sort().join(", ")}`);
  }
  const overrides = overridable.flatMap((key) => {
    const value = context(key);
    return value === undefined ? [] : [[key, value]];
  });
  const written = z.record(z.string(), z.unknown()).parse(JSON.parse(readFileSync(file, "utf8")));
  const parsed = stageSettings.safeParse({ ...written, ...Object.fromEntries(overrides) });
  if (!parsed.success) throw new StageError(`stage "${name}": ${z.prettifyError(parsed.error)}`);
  if (parsed.data.name !== name) throw new StageError(`${name}.json calls itself "${parsed.data.name}"`);
  return parsed.data;
}

/** The address in links for people, if the stage says one. */
export function publicUrlOf({
  publicUrl,
  domainName,
}: Pick<StageSettings, "publicUrl" | "domainName">): string | undefined {
  return publicUrl ?? (domainName === undefined ? undefined : `https://${domainName}`);
}
