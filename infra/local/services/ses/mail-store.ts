import * as z from "zod";
import type { SentMail } from "../../contract.ts";
import { bytes, type Database, type DatabaseRow, integer, text } from "../database.ts";

const schema = `
  create table if not exists sent_mails (
    position integer primary key, id text not null unique, at integer not null, sender text not null,
    recipients text not null, subject text not null, message_id text not null, raw blob not null
  ) strict;
`;

const recipients = z.array(z.string());

/** Every mail that SES has accepted, oldest first; on disk before the sender hears of it. */
export class MailStore {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
    db.define(schema);
  }

  /** `raw` holds the mail's own bytes, of which `mail.raw` is the text. */
  add(mail: SentMail, raw: Uint8Array): void {
    this.#db.run(
      `insert into sent_mails (id, at, sender, recipients, subject, message_id, raw) values (?, ?, ?, ?, ?, ?, ?)`,
      mail.id,
      mail.at,
      mail.from,
      JSON.stringify(mail.to),
      mail.subject,
      mail.messageId,
      raw,
    );
  }

  count(): number {
    const row = this.#db.get("select count(*) as count from sent_mails");
    return row === undefined ? 0 : integer(row, "count");
  }

  /** The newest of those whose recipients or subject hold `text`, newest first. */
  newest(limit: number, text: string): SentMail[] {
    return this.#db
      .all(
        `select * from sent_mails where instr(lower(recipients || char(10) || subject), lower(?)) > 0
         order by position desc limit ?`,
        text,
        limit,
      )
      .map(mailOf);
  }

  find(id: string): SentMail | undefined {
    const row = this.#db.get("select * from sent_mails where id = ?", id);
    return row === undefined ? undefined : mailOf(row);
  }

  sent(): SentMail[] {
    return this.#db.all("select * from sent_mails order by position").map(mailOf);
  }
}

function mailOf(row: DatabaseRow): SentMail {
  return {
    id: text(row, "id"),
    at: integer(row, "at"),
    from: text(row, "sender"),
    to: recipients.parse(JSON.parse(text(row, "recipients"))),
    subject: text(row, "subject"),
    messageId: text(row, "message_id"),
    raw: Buffer.from(bytes(row, "raw")).toString("utf8"),
  };
}
