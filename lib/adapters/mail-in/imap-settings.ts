import * as z from "zod";
import { mailServerTls } from "../mail-server/tls.ts";

/** Mailbox and account, e.g. `imaps://user:password@host:993`; secret like the other services' keys. */
export const imapSettings = z.strictObject({
  url: z.url({ protocol: /^imaps?$/ }),
  tls: mailServerTls.exactOptional(),
  folder: z.string().min(1).default("INBOX"),
});
export type ImapSettings = z.output<typeof imapSettings>;
