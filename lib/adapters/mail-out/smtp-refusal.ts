/** What a refused command looks like (nodemailer): its code, the command, and what the server said. */
export interface SmtpFailure extends Error {
  readonly code?: string | undefined;
  /** What broke the connection, e.g. `DEPTH_ZERO_SELF_SIGNED_CERT`. */
  readonly originalCode?: string | undefined;
  /** What was refused: `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH PLAIN`, `CONN` … */
  readonly command?: string;
  /** The system call that failed: `connect` where nobody listens. */
  readonly syscall?: string;
  readonly responseCode?: number | undefined;
  readonly response?: string;
}

/**
 * `for-good`: this mail will never be taken. `not-taken`: the server surely has nothing of it, and may take it later.
 * `unknown`: it may have gone out.
 */
export type SmtpVerdict = "for-good" | "not-taken" | "unknown";

/** No address, no TLS, or not let in: the server has seen nothing of the mail. */
const BEFORE_THE_MAIL: readonly string[] = ["EDNS", "ETLS", "EAUTH"];

/** A certificate that is not trusted, has ended or belongs to another name: TLS never began (OpenSSL, Node). */
const OF_THE_CERTIFICATE = /CERT|UNABLE_TO_VERIFY|HOSTNAME_MISMATCH/;

/** Said of whoever sends, whatever the recipient: relaying denied, sign in first, sender not allowed (RFC 3463, 5.7.x). */
const OF_THE_SENDER = /relay|authenticat|not (?:permitted|allowed|authoriz\w*) to send|sender/i;

/** What an answer of the server means for the mail. A refusal that is not about this mail must not end every mail for good. */
export function verdictOf(failure: SmtpFailure): SmtpVerdict {
  const { code = "", command = "", response = "", responseCode = 0, originalCode = "" } = failure;
  if (responseCode >= 500)
    return isOfTheMail(code, command, response, responseCode) ? "for-good" : "not-taken";
  const isBefore =
    failure.syscall === "connect" || BEFORE_THE_MAIL.includes(code) || OF_THE_CERTIFICATE.test(originalCode);
  if (responseCode >= 400 || isBefore) return "not-taken";
  return "unknown";
}

function isOfTheMail(code: string, command: string, response: string, responseCode: number): boolean {
  if (code === "EAUTH" || responseCode === 530 || responseCode === 535) return false;
  if (command === "RCPT TO") return !OF_THE_SENDER.test(response);
  // The greeting and the sender are the same for every mail; what is said of the text is about this one.
  return command === "DATA" || command === "";
}
