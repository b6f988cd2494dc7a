import * as z from "zod";
import type { ServiceName } from "../../domain/services/terms.ts";
import { id, line } from "../core/text.ts";

const onlyHttps = { zh: "必须以 https:// 开头", en: "It has to begin with https://" };
/** https, or a receiver on this machine. */
const address = z
  .url({ protocol: /^https?$/ })
  .refine(isOurOwnOrHttps, { params: { rule: "contradiction", ...onlyHttps } });
const secret = line(500).meta({ description: "Written, never shown", writeOnly: true });
const mailServer = {
  host: line(253),
  port: z.int().min(1).max(65_535),
  security: z
    .enum(["tls", "starttls"])
    .meta({ description: "Encrypted from the first byte, or begun in the clear" }),
  user: line(200),
  password: secret,
};

/** The body of each service: everything that it needs, each time. */
export const serviceBodies = {
  wecom: z.strictObject({
    corpId: line(64),
    agentId: z.int().min(1),
    secret,
    baseUrl: address.exactOptional(),
  }),
  sms: z.strictObject({
    url: address,
    signature: line(40),
    key: secret,
    linkTemplate: line(64).meta({ description: "Template with title, text and url" }),
    plainTemplate: line(64).meta({ description: "Template with title and text" }),
  }),
  smtp: z.strictObject({ ...mailServer, role: z.enum(["instead", "standby"]) }),
  imap: z.strictObject({ ...mailServer, folder: line(100).default("INBOX") }),
  wechat: z.strictObject({
    appId: line(64),
    projectId: id,
    token: secret,
    aesKey: z.string().length(43).exactOptional().meta({ writeOnly: true }),
    secret: secret.exactOptional(),
    template: z.strictObject({ id: line(64), title: line(32), text: line(32) }).exactOptional(),
  }),
} as const satisfies Record<ServiceName, z.ZodType>;

function isOurOwnOrHttps(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return protocol === "https:" || hostname === "127.0.0.1" || hostname === "localhost";
}
