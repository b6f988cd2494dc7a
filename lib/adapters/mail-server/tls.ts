import * as z from "zod";

/** How a mail server of one's own is trusted, for mail in (IMAP) and out (SMTP) alike. */
export const mailServerTls = z.strictObject({
  /** Certificates of the authority that signed the server's, PEM; absent: the public ones. */
  ca: z.string().includes("-----BEGIN CERTIFICATE-----").exactOptional(),
  /**
   * Without `s` in the address a connection begins in clear. `required` (default) changes to TLS before the password is said
   * or ends there; `none` is for a server on this machine or a closed network.
   */
  startTls: z.enum(["required", "none"]).default("required"),
});
export type MailServerTls = z.output<typeof mailServerTls>;

const THIS_MACHINE = new Set(["127.0.0.1", "localhost", "[::1]"]);

/** True if a connection to this address may stay in clear. */
export function mayStayInClear(url: URL, tls: MailServerTls | undefined): boolean {
  return tls?.startTls === "none" || (tls === undefined && THIS_MACHINE.has(url.hostname));
}
