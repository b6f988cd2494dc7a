import { expect, test } from "vitest";
import { type ServiceTerms, shownTerms } from "../../../lib/domain/services/terms.ts";

const server = {
  host: "mail.example",
  port: 465,
  security: "tls",
  user: "desk",
  password: "hidden",
} as const;
const shownServer = { host: "mail.example", port: 465, security: "tls", user: "desk" };

/** How each service is reached, and what of it a page shows. */
const cases: readonly (readonly [ServiceTerms, object])[] = [
  [
    { service: "wecom", corpId: "corp", agentId: 7, secret: "hidden" },
    { corpId: "corp", agentId: 7 },
  ],
  [
    { service: "wecom", corpId: "corp", agentId: 7, secret: "hidden", baseUrl: "https://own.example" },
    { corpId: "corp", agentId: 7, baseUrl: "https://own.example" },
  ],
  [
    {
      service: "sms",
      url: "https://sms.example",
      signature: "【示例】",
      key: "hidden",
      linkTemplate: "L1",
      plainTemplate: "P1",
    },
    { url: "https://sms.example", signature: "【示例】", linkTemplate: "L1", plainTemplate: "P1" },
  ],
  [
    { service: "smtp", ...server, role: "standby" },
    { ...shownServer, role: "standby" },
  ],
  [
    { service: "imap", ...server, folder: "INBOX" },
    { ...shownServer, folder: "INBOX" },
  ],
  [
    { service: "wechat", appId: "wx1", projectId: "p1", token: "hidden", aesKey: "hidden", secret: "hidden" },
    { appId: "wx1", projectId: "p1" },
  ],
  [
    {
      service: "wechat",
      appId: "wx1",
      projectId: "p1",
      token: "hidden",
      template: { id: "t1", title: "thing1", text: "thing2" },
    },
    { appId: "wx1", projectId: "p1", templateId: "t1" },
  ],
];

test.each(cases)(
  "of a service all that is needed to know it is shown, and no key, password or token: %j",
  (terms, shown) => {
    expect(shownTerms(terms)).toEqual(shown);
    expect(JSON.stringify(shownTerms(terms))).not.toContain("hidden");
  },
);
