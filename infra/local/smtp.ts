import { randomBytes } from "node:crypto";
import type { AddressInfo } from "node:net";
import { callbackify } from "node:util";
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from "smtp-server";

/** SES takes inbound mail up to 40 MB. */
const sizeLimit = 40 * 1024 * 1024;

export interface SmtpOptions {
  /** Loopback port; 0 picks a free one. */
  readonly port: number;
  /** Virtual now, epoch milliseconds. */
  readonly now: () => number;
  /** Stores one raw mail durably under a new message id; the client's 250 waits for it. */
  readonly store: (messageId: string, raw: Buffer) => Promise<void>;
  /** A mail that could not be stored (the client has been told to try again) or a broken connection. */
  readonly onError: (error: unknown) => void;
}

export interface SmtpPort {
  readonly port: number;
  close(): Promise<void>;
}

/** Lower-case letters and digits, 40 of them, like the object names that SES gives. */
function newMessageId(): string {
  return BigInt(`0x${randomBytes(32).toString("hex")}`)
    .toString(36)
    .padStart(40, "0")
    .slice(0, 40);
}

/** The headers SES puts before a received mail. */
function receivedHeaders(messageId: string, session: SMTPServerSession, now: number): Buffer {
  const sender = session.envelope.mailFrom === false ? "" : session.envelope.mailFrom.address;
  const recipients = session.envelope.rcptTo.map(({ address }) => address);
  return Buffer.from(
    [
      `Return-Path: <${sender}>`,
      `Received: from ${session.clientHostname} (${session.remoteAddress})`,
      ` by inbound-smtp.local with SMTP id ${messageId}`,
      ` for ${recipients.join(", ")};`,
      ` ${new Date(now).toUTCString().replace("GMT", "+0000 (UTC)")}`,
      "X-SES-Spam-Verdict: PASS",
      "X-SES-Virus-Verdict: PASS",
      "",
    ].join("\r\n"),
  );
}

async function collect(stream: SMTPServerDataStream): Promise<Buffer | "too large"> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) {
    // What passes the limit is read to its end and dropped: the protocol allows an answer only then.
    if (!stream.sizeExceeded) chunks.push(Buffer.from(chunk));
  }
  return stream.sizeExceeded ? "too large" : Buffer.concat(chunks);
}

class SmtpRefusal extends Error {
  readonly responseCode: number;

  constructor(responseCode: number, message: string) {
    super(message);
    this.responseCode = responseCode;
  }
}

/** A loopback SMTP port that takes any mail from any client. Rejects with EADDRINUSE if the port is busy. */
export async function startSmtp(options: SmtpOptions): Promise<SmtpPort> {
  const server = new SMTPServer({
    banner: "Jiesu",
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    disableReverseLookup: true,
    size: sizeLimit,
    // Real milliseconds that open sessions get when the port closes.
    closeTimeout: 1000,
    onData(stream, session, callback) {
      const take = async () => {
        const raw = await collect(stream);
        if (raw === "too large") throw new SmtpRefusal(552, "邮件过大 · the mail is too large");
        const messageId = newMessageId();
        const headers = receivedHeaders(messageId, session, options.now());
        try {
          await options.store(messageId, Buffer.concat([headers, raw]));
        } catch (error) {
          options.onError(error);
          throw new SmtpRefusal(451, "稍后再试 · try again later");
        }
        return `OK ${messageId}`;
      };
      callbackify(take)(callback);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  // A client that breaks off in the middle must not take the port down.
  server.on("error", options.onError);
  const address: AddressInfo | string | null = server.server.address();
  if (address === null || typeof address === "string") throw new Error("the SMTP port has no address");
  return {
    port: address.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
