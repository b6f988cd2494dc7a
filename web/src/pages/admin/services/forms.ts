import type { ServiceName } from "../../../../../lib/domain/services/terms.ts";
import type { Words } from "../../../../../lib/domain/words/words.ts";

/** A field of a service's form. `secret`: written and never shown, so it starts empty each time. */
export interface ServiceField {
  readonly name: string;
  readonly label: Words;
  readonly kind: "text" | "number" | "secret" | "project" | "url";
  readonly optional?: true;
  readonly choices?: Readonly<Record<string, Words>>;
  /** What stands there at first. */
  readonly start?: string;
}

const security: ServiceField = {
  name: "security",
  label: { zh: "加密", en: "Encryption" },
  kind: "text",
  start: "tls",
  choices: {
    tls: { zh: "TLS（全程加密）", en: "TLS from the first byte" },
    starttls: { zh: "STARTTLS", en: "STARTTLS" },
  },
};
const host: ServiceField = { name: "host", label: { zh: "服务器", en: "Server" }, kind: "text" };
const account: readonly ServiceField[] = [
  { name: "user", label: { zh: "账号", en: "Account" }, kind: "text" },
  { name: "password", label: { zh: "密码或授权码", en: "Password" }, kind: "secret" },
];
const port = (start: string): ServiceField => ({
  name: "port",
  label: { zh: "端口", en: "Port" },
  kind: "number",
  start,
});

/** What each service needs, in the order in which its console shows it. */
export const serviceForms: Readonly<Record<ServiceName, readonly ServiceField[]>> = {
  wecom: [
    { name: "corpId", label: { zh: "企业 ID（corpid）", en: "Corporation (corpid)" }, kind: "text" },
    { name: "agentId", label: { zh: "应用 AgentId", en: "Agent (AgentId)" }, kind: "number" },
    { name: "secret", label: { zh: "应用 Secret", en: "Secret" }, kind: "secret" },
    {
      name: "baseUrl",
      label: { zh: "接口地址（私有部署才填）", en: "Address (private installations only)" },
      kind: "url",
      optional: true,
    },
  ],
  sms: [
    { name: "url", label: { zh: "网关地址", en: "Address of the gateway" }, kind: "url" },
    { name: "signature", label: { zh: "短信签名", en: "Signature" }, kind: "text" },
    { name: "linkTemplate", label: { zh: "模板编号（带链接）", en: "Template with a link" }, kind: "text" },
    {
      name: "plainTemplate",
      label: { zh: "模板编号（不带链接）", en: "Template without a link" },
      kind: "text",
    },
    { name: "key", label: { zh: "密钥", en: "Key" }, kind: "secret" },
  ],
  smtp: [
    host,
    port("465"),
    security,
    ...account,
    {
      name: "role",
      label: { zh: "用途", en: "Used" },
      kind: "text",
      start: "instead",
      choices: {
        instead: { zh: "所有邮件都由它发出", en: "for every mail" },
        standby: { zh: "SES 不收时才用它", en: "where SES takes a mail not" },
      },
    },
  ],
  imap: [
    host,
    port("993"),
    security,
    ...account,
    { name: "folder", label: { zh: "邮件夹", en: "Folder" }, kind: "text", start: "INBOX" },
  ],
  wechat: [
    { name: "appId", label: { zh: "开发者 ID（AppID）", en: "App id" }, kind: "text" },
    { name: "projectId", label: { zh: "消息归属项目", en: "Project of its messages" }, kind: "project" },
    { name: "token", label: { zh: "令牌（Token）", en: "Token" }, kind: "secret" },
    {
      name: "aesKey",
      label: { zh: "消息加解密密钥（43 位）", en: "EncodingAESKey (43 characters)" },
      kind: "secret",
      optional: true,
    },
    {
      name: "secret",
      label: { zh: "开发者密码（AppSecret）", en: "App secret" },
      kind: "secret",
      optional: true,
    },
  ],
};

/** What is sent: numbers as numbers, and nothing of what was left empty. */
export function bodyOf(
  fields: readonly ServiceField[],
  values: Readonly<Record<string, string>>,
): Record<string, string | number> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = values[name] ?? "";
      if (value === "") return [];
      return [[name, kind === "number" ? Number(value) : value]];
    }),
  );
}

/** What a form begins with: what is shown of the service, never what is secret. */
export function startOf(
  fields: readonly ServiceField[],
  shown: Readonly<Record<string, string | number>> = {},
): Record<string, string> {
  return Object.fromEntries(
    fields.map(({ name, kind, start = "" }) => [name, kind === "secret" ? "" : String(shown[name] ?? start)]),
  );
}
