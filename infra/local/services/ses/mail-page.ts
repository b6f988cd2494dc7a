import { once } from "node:events";
import { createRequire } from "node:module";
import type SesLocal from "aws-ses-v2-local";
import type * as SesStore from "aws-ses-v2-local/dist/store.js";
import PostalMime, { type Address } from "postal-mime";
import type { SentMail } from "../../contract.ts";

// The package is CommonJS; how its default export is imported differs between Node.js and the test runner.
const require = createRequire(import.meta.url);
const sesLocal: typeof SesLocal = require("aws-ses-v2-local");
const { getStoreReadonly, saveEmail }: typeof SesStore = require("aws-ses-v2-local/dist/store.js");

/**
 * The page of aws-ses-v2-local, where people read what was sent. It keeps mails in memory only and stamps them with
 * real time, so it is fed from our store: at a start with everything that is on disk, then mail by mail.
 */
export interface MailPage {
  readonly url: string;
  /** Shows a mail after those shown before. An unreadable one is shown as it is. */
  show(mail: SentMail): void;
  close(): Promise<void>;
}

/** So many of the newest mails are shown. */
export const SHOWN_MAILS = 300;

export async function openMailPage(mails: Iterable<SentMail>): Promise<MailPage> {
  const server = await sesLocal.default({ host: "127.0.0.1", port: 0 });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the mail page has no port");
  const shown: SesStore.Email[] = [];
  let closed = false;
  let feeding: Promise<void> = Promise.resolve();
  const feed = async (before: Promise<void>, mail: SentMail) => {
    await before;
    if (closed) return;
    const email = await asShown(mail).catch((error: unknown) => {
      process.emitWarning(`the mail page shows ${mail.id} as it is: ${String(error)}`);
      return asIs(mail);
    });
    shown.push(email);
    saveEmail(email);
    // The page holds what it shows in memory, mail by mail read and decoded; all of them stay on disk.
    for (const old of shown.splice(0, shown.length - SHOWN_MAILS)) {
      const { emails } = getStoreReadonly();
      const at = emails.indexOf(old);
      if (at >= 0) emails.splice(at, 1);
    }
  };
  const show = (mail: SentMail) => {
    feeding = feed(feeding, mail);
  };
  for (const mail of mails) show(mail);
  return {
    url: `http://127.0.0.1:${address.port}`,
    show,
    close: async () => {
      closed = true;
      await feeding;
      // The package has one store per process; another cloud in it keeps its mails.
      const { emails } = getStoreReadonly();
      emails.splice(0, emails.length, ...emails.filter((email) => !shown.includes(email)));
      server.close();
      server.closeAllConnections();
      await once(server, "close");
    },
  };
}

const written = (addresses: readonly Address[] | undefined) =>
  (addresses ?? []).map(({ name, address }) =>
    name === "" ? (address ?? "") : `${name} <${address ?? ""}>`,
  );

function asIs(mail: SentMail): SesStore.Email {
  return {
    messageId: mail.id,
    from: mail.from,
    replyTo: [],
    destination: { to: [...mail.to], cc: [], bcc: [] },
    subject: mail.subject,
    body: { text: mail.raw },
    attachments: [],
    at: Math.floor(mail.at / 1000),
  };
}

async function asShown(mail: SentMail): Promise<SesStore.Email> {
  const parsed = await PostalMime.parse(mail.raw, { attachmentEncoding: "base64" });
  return {
    ...asIs(mail),
    replyTo: written(parsed.replyTo),
    destination: { to: [...mail.to], cc: written(parsed.cc), bcc: written(parsed.bcc) },
    body: { text: parsed.text, html: parsed.html },
    attachments: parsed.attachments.map(({ content, mimeType, filename }) => {
      const encoded =
        typeof content === "string" ? content : Buffer.from(new Uint8Array(content)).toString("base64");
      return {
        content: encoded,
        contentType: mimeType,
        size: Buffer.byteLength(encoded, "base64"),
        ...(filename === null ? {} : { filename }),
      };
    }),
    headers: parsed.headers.map(({ key, value }) => ({ name: key, value })),
  };
}
