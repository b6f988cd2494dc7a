import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { RetentionDays } from "aws-cdk-lib/aws-logs";
import * as z from "zod";

/** Days; CloudWatch Logs knows only these, and would refuse another number as late as at deployment. */
const logRetention = z.enum(RetentionDays);

/** A switch: in a stage's file true or false, on a command line the same as text. */
const settingOn = z.union([z.boolean(), z.stringbool()]);

interface Reached {
  readonly signIn: "oidc" | "wecom" | "cognito";
  readonly waf: boolean;
  readonly publicUrl?: string | undefined;
  readonly domainName?: string | undefined;
  readonly edgeCertificateArn?: string | undefined;
}

/** Each way to sign in and the firewall need to know addresses beforehand. */
function mustBeReachable(stage: Reached, context: z.RefinementCtx): void {
  const lacks = (path: string, message: string) =>
    context.addIssue({ code: "custom", path: [path], message });
  const { signIn, waf, publicUrl, domainName, edgeCertificateArn } = stage;
  if (signIn === "cognito" && (publicUrl ?? domainName) === undefined)
    lacks("publicUrl", "用户池要先知道页面地址 · a user pool must know the pages' address beforehand");
  if (!waf) return;
  const host = publicUrl === undefined ? undefined : new URL(publicUrl).hostname;
  if (host === undefined || host === domainName)
    lacks(
      "publicUrl",
      "防护在页面地址上，须与 API 域名不同 · the firewall stands at an address of its own, not at domainName",
    );
  if (domainName === undefined)
    lacks("domainName", "防护后面的 API 要有自己的域名 · the API behind a firewall needs a domain");
  if (edgeCertificateArn === undefined)
    lacks(
      "edgeCertificateArn",
      "CloudFront 的证书须在 us-east-1 · CloudFront needs a certificate in us-east-1",
    );
}

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
    /**
     * Who tells who our people are. oidc: an OpenID Connect issuer of the company's. wecom: 企业微信, by an issuer of our own in front of
     * it. cognito: a user pool that the deployment makes (not in China).
     */
    signIn: z.literal(["oidc", "wecom", "cognito"]).default("oidc"),
    oidcIssuer: z.url().optional(),
    oidcAudience: z.string().min(1),
    /** Where access tokens name whom they are for; `client_id` for a Cognito user pool of the company's own. */
    oidcAudienceClaim: z.literal(["aud", "client_id"]).default("aud"),
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
    /** A web application firewall, on CloudFront in front of the API (not in China); its certificate, of ACM in us-east-1. */
    waf: settingOn.default(false),
    edgeCertificateArn: z
      .string()
      .regex(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/)
      .optional(),
    /** Table and buckets once a day into a vault of AWS Backup, kept for 35 days. */
    backup: settingOn.default(false),
    /** Gets every alarm by mail, after confirming the subscription once. */
    alarmEmail: z.email().optional(),
    /** A release reaches a tenth of the calls for a quarter of an hour, then all of them; a function's alarm takes it back (CodeDeploy). */
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
  .refine(({ signIn, oidcIssuer }) => signIn !== "oidc" || oidcIssuer !== undefined, {
    path: ["oidcIssuer"],
    message: "没有登录服务 · nobody could sign in without an issuer",
    // Named together with whatever else is missing.
    when: ({ value }) => typeof value === "object",
  })
  .superRefine(mustBeReachable)
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
  "signIn",
  "oidcIssuer",
  "oidcAudience",
  "oidcAudienceClaim",
  "oidcClientId",
  "oidcScope",
  "oidcAuthorize",
  "alarmEmail",
  "gradual",
  "waf",
  "edgeCertificateArn",
  "backup",
] as const;

/** The stage does not exist or one of its settings is wrong; the message names every such setting. */
export class StageError extends Error {
  override readonly name = "StageError";
}

/** Reads a stage's file and the context's overrides. Throws StageError. */
export function readStage(
  context: (key: string) => unknown,
  folder = import.meta.dirname,
  region = process.env["CDK_DEFAULT_REGION"],
): StageSettings {
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
  const missing = notInChina(parsed.data, name === "cn" || region?.startsWith("cn-") === true);
  if (missing !== undefined) throw new StageError(`stage "${name}": ${missing}`);
  return parsed.data;
}

/** What a stage asks for that the regions of AWS China do not have. */
function notInChina({ signIn, waf }: StageSettings, isInChina: boolean): string | undefined {
  if (!isInChina) return undefined;
  if (signIn === "cognito")
    return "AWS 中国没有 Cognito 用户池，请用 oidc 或 wecom · there are no Cognito user pools in AWS China: oidc or wecom (docs/china.md)";
  return waf
    ? "AWS 中国的 CloudFront 不能挂 WAF，请在前面放 ALB · no firewall on CloudFront in AWS China: an ALB in front (docs/china.md)"
    : undefined;
}

/** The address in links for people, if the stage says one. */
export function publicUrlOf({
  publicUrl,
  domainName,
}: Pick<StageSettings, "publicUrl" | "domainName">): string | undefined {
  return publicUrl ?? (domainName === undefined ? undefined : `https://${domainName}`);
}
