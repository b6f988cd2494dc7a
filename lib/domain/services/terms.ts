import { defined } from "../present.ts";

/** The services outside by which messages go out and mails come in. */
export const serviceNames = ["wecom", "sms", "smtp", "imap", "wechat"] as const;
export type ServiceName = (typeof serviceNames)[number];

/** Ways by which a test message goes. */
export const testedWays = ["email", "wecom", "sms"] as const;
export type TestedWay = (typeof testedWays)[number];

/** A mailbox or a mail server. */
interface MailServer {
  readonly host: string;
  readonly port: number;
  /** tls: encrypted from the first byte; starttls: begun in the clear. */
  readonly security: "tls" | "starttls";
  readonly user: string;
  readonly password: string;
}

interface TermsOf {
  /** 企业微信 application. */
  readonly wecom: {
    readonly corpId: string;
    readonly agentId: number;
    readonly secret: string;
    readonly baseUrl?: string;
  };
  readonly sms: {
    readonly url: string;
    readonly signature: string;
    readonly key: string;
    readonly linkTemplate: string;
    readonly plainTemplate: string;
  };
  /** instead: every mail; standby: what SES does not take. */
  readonly smtp: MailServer & { readonly role: "instead" | "standby" };
  readonly imap: MailServer & { readonly folder: string };
  /** 公众号, with the project that its messages belong to. */
  readonly wechat: {
    readonly appId: string;
    readonly projectId: string;
    readonly token: string;
    readonly aesKey?: string;
    readonly secret?: string;
    readonly template?: { readonly id: string; readonly title: string; readonly text: string };
  };
}

/** How a service is reached, everything secret included. */
export type ServiceTerms = {
  readonly [N in ServiceName]: { readonly service: N } & TermsOf[N];
}[ServiceName];

/** What of it may be shown: never a key, a password or a token. */
export type ShownTerms = Readonly<Record<string, string | number>>;

export function shownTerms(terms: ServiceTerms): ShownTerms {
  switch (terms.service) {
    case "wecom": {
      const { corpId, agentId, baseUrl } = terms;
      return { corpId, agentId, ...defined({ baseUrl }) };
    }
    case "sms": {
      const { url, signature, linkTemplate, plainTemplate } = terms;
      return { url, signature, linkTemplate, plainTemplate };
    }
    case "smtp": {
      const { host, port, security, user, role } = terms;
      return { host, port, security, user, role };
    }
    case "imap": {
      const { host, port, security, user, folder } = terms;
      return { host, port, security, user, folder };
    }
    case "wechat": {
      const { appId, projectId, template } = terms;
      return { appId, projectId, ...defined({ templateId: template?.id }) };
    }
  }
}
