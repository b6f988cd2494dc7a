import { parseMail } from "../../lib/adapters/mail-in/index.ts";
import { loadCorpus } from "../adapters/mail-in/corpus.ts";

export type MailBench = {
  mails: number;
  mailsPerSecond: number;
  peakMegabytes: number;
  largeSeconds: number;
  largePeakMegabytes: number;
};

/** Parses a mixed corpus of 1,000 mails and one of 30 MB, one after the other (≥ 300/s, ≤ 200 MB; 30 MB within 512 MB). */
export async function benchMail(mails = 1000): Promise<MailBench> {
  const corpus = loadCorpus();
  const residentMegabytes = (): number => process.memoryUsage().rss / 1e6;
  for (const mail of corpus) await parseMail(mail.raw);
  let peakMegabytes = 0;
  const started = performance.now();
  for (let i = 0; i < mails; i += 1) {
    const mail = corpus[i % corpus.length];
    if (mail !== undefined) await parseMail(mail.raw);
    if (i % 50 === 0) peakMegabytes = Math.max(peakMegabytes, residentMegabytes());
  }
  const seconds = (performance.now() - started) / 1000;
  const raw = largeMail(30_000_000);
  const largeStarted = performance.now();
  const parsed = await parseMail(raw);
  const largeSeconds = (performance.now() - largeStarted) / 1000;
  if ((parsed.attachments[0]?.size ?? 0) < 20_000_000) throw new Error("the large mail lost its attachment");
  return {
    mails,
    mailsPerSecond: mails / seconds,
    peakMegabytes,
    largeSeconds,
    largePeakMegabytes: residentMegabytes(),
  };
}

function largeMail(size: number): Buffer {
  const line = `${"QUJD".repeat(19)}\r\n`;
  const head =
    "From: a@b.cn\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b\r\n" +
    "Content-Type: video/mp4; name=v.mp4\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const raw = Buffer.alloc(size, line, "latin1");
  raw.write(head, "latin1");
  raw.write("\r\n--b--\r\n", size - 9, "latin1");
  return raw;
}

if (import.meta.main) console.log(JSON.stringify(await benchMail(), null, 2));
