import type { Lack } from "../../../lib/domain/organisation/readiness.ts";
import type { Words } from "../../../lib/domain/words/words.ts";

/** What AWS and the DNS say of a deployed stage. */
export interface AwsFacts {
  readonly stage: string;
  readonly region: string;
  readonly mailDomain: string;
  /** How mail comes in: ses, imap or s3. */
  readonly mailIn: string;
  /** Mail servers that the domain's DNS names. */
  readonly mx: readonly string[];
  /** Who hears alarms. */
  readonly subscriptions: { readonly confirmed: number; readonly pending: number };
  /** Functions that may run at once in this account and region. */
  readonly concurrency: number;
  /** Absent where SES is not used. */
  readonly mail?:
    | {
        readonly sandbox: boolean;
        readonly identity: "verified" | "pending" | "missing";
        readonly ruleSetIsActive: boolean;
      }
    | undefined;
}

/** A new account may run ten functions at once; the desk's own consumers need more when a month ends (`default`). */
const ENOUGH_CONCURRENCY = 100;

/** A lack outside of the table, with its sentence. */
export type AwsLack = Pick<Lack, "weight"> & { readonly words: Words };

/** What is still to be done by hand after a deployment (docs/deploy.md). */
export function awsLacks(facts: AwsFacts): readonly AwsLack[] {
  return [...ofAlarms(facts), ...ofMail(facts), ...ofLimits(facts)];
}

function ofAlarms({ subscriptions: { confirmed, pending } }: AwsFacts): AwsLack[] {
  if (confirmed > 0) return [];
  return pending > 0
    ? [
        must(
          "告警邮箱还没有确认订阅：点 SNS 发来的确认链接",
          "the alarm address has not confirmed: click the link in SNS's mail",
        ),
      ]
    : [
        must(
          "没有人订阅告警：设置 alarmEmail 后重新部署",
          "nobody subscribes to alarms: set alarmEmail and deploy",
        ),
      ];
}

function ofMail({ stage, region, mailDomain, mail, mx }: AwsFacts): AwsLack[] {
  if (mail === undefined) return [];
  const lacks: AwsLack[] = [];
  const server = `inbound-smtp.${region}.amazonaws.com`;
  if (!mx.some((exchange) => exchange.toLowerCase() === server)) {
    lacks.push(
      must(
        `${mailDomain} 的 MX 记录没有指向 ${server}，邮件投诉收不到：改 DNS`,
        `the MX record of ${mailDomain} does not name ${server}, no mail arrives: change the DNS`,
      ),
    );
  }
  if (mail.identity !== "verified") {
    const create = `aws sesv2 create-email-identity --email-identity ${mailDomain}`;
    lacks.push(
      mail.identity === "missing"
        ? must(`SES 里没有身份 ${mailDomain}：${create}`, `SES has no identity ${mailDomain}: ${create}`)
        : must(
            `${mailDomain} 还没有通过验证：把 SES 给出的 DKIM 记录写进 DNS`,
            `${mailDomain} is not verified: put the DKIM records that SES gives into the DNS`,
          ),
    );
  }
  if (!mail.ruleSetIsActive) {
    const activate = `aws ses set-active-receipt-rule-set --rule-set-name jiesu-${stage}`;
    lacks.push(must(`收信规则集没有启用：${activate}`, `the receipt rule set is not active: ${activate}`));
  }
  if (mail.sandbox) {
    lacks.push(
      must(
        "账号还在 SES 沙盒里，只能发给验证过的地址：申请正式使用",
        "the account is in the SES sandbox and reaches verified addresses only: ask for production access",
      ),
    );
  }
  return lacks;
}

function ofLimits({ concurrency }: AwsFacts): AwsLack[] {
  if (concurrency >= ENOUGH_CONCURRENCY) return [];
  const zh = `账号只能同时运行 ${concurrency} 个函数，月末会变慢：申请提高到 ${ENOUGH_CONCURRENCY} 以上`;
  const en = `the account may run ${concurrency} functions at once, the month's end will be slow: ask for ${ENOUGH_CONCURRENCY} or more`;
  return [{ weight: "should", words: { zh, en } }];
}

function must(zh: string, en: string): AwsLack {
  return { weight: "must", words: { zh, en } };
}
