import type { ServiceTerms } from "../../domain/services/terms.ts";
import type { MessengerSettings } from "./settings.ts";

type MailServer = Extract<ServiceTerms, { readonly host: string }>;

/** A service's settings as the adapters read them. */
export function settingsOf(terms: ServiceTerms): MessengerSettings {
  switch (terms.service) {
    case "wecom": {
      const { service: _, baseUrl = "https://qyapi.weixin.qq.com", ...wecom } = terms;
      return { wecom: { ...wecom, baseUrl } };
    }
    case "sms": {
      const { url, key, signature, linkTemplate, plainTemplate } = terms;
      return { sms: { url, key, signature, templates: { link: linkTemplate, plain: plainTemplate } } };
    }
    case "smtp":
      return { smtp: { url: addressOf(terms), role: terms.role } };
    case "imap":
      return { imap: { url: addressOf(terms), folder: terms.folder } };
    case "wechat": {
      const { service: _, ...account } = terms;
      return { wechat: { ...account, ...wechatServers } };
    }
  }
}

const wechatServers = {
  baseUrl: "https://api.weixin.qq.com",
  authorizeUrl: "https://open.weixin.qq.com/connect/oauth2/authorize",
};

/** Server and account in one address; without the `s` a connection changes to TLS before the password is said. */
function addressOf({ service, host, port, security, user, password }: MailServer): string {
  const scheme = security === "tls" ? `${service}s` : service;
  return `${scheme}://${encodeURIComponent(user)}:${encodeURIComponent(password)}@${host}:${port}`;
}
