import * as z from "zod";
import { mailServerTls } from "./tls.ts";

/** Server and account, e.g. `smtps://user:password@host:465`; secret like the other services' keys. */
export const smtpSettings = z.strictObject({
  url: z.url({ protocol: /^smtps?$/ }),
  tls: mailServerTls.exactOptional(),
  role: z.enum(["instead", "standby"]).default("instead"),
});
export type SmtpSettings = z.output<typeof smtpSettings>;
