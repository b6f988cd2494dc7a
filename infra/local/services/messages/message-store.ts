import { defined } from "../../../../lib/domain/present.ts";
import type { MessageEngine, SentMessage } from "../../contract.ts";
import { type Database, type DatabaseRow, integer, optionalText, text } from "../database.ts";

const schema = `
  create table if not exists sent_messages (
    position integer primary key, at integer not null, way text not null, recipient text not null,
    title text not null, body text not null, url text
  ) strict;
`;

/** WeCom cards and text messages that the local receivers took, oldest first; on disk before the sender hears of it. */
export class MessageStore implements MessageEngine {
  readonly #db: Database;
  readonly #now: () => number;

  constructor(db: Database, now: () => number) {
    this.#db = db;
    this.#now = now;
    db.define(schema);
  }

  take(message: Omit<SentMessage, "id" | "at">): string {
    this.#db.run(
      "insert into sent_messages (at, way, recipient, title, body, url) values (?, ?, ?, ?, ?, ?)",
      this.#now(),
      message.way,
      message.to,
      message.title,
      message.text,
      message.url ?? null,
    );
    const newest = this.#db.get("select max(position) as position from sent_messages");
    if (newest === undefined) throw new Error("the message that was just kept is gone");
    return String(integer(newest, "position"));
  }

  count(): number {
    const row = this.#db.get("select count(*) as count from sent_messages");
    return row === undefined ? 0 : integer(row, "count");
  }

  sent(): SentMessage[] {
    return this.#db.all("select * from sent_messages order by position").map(messageOf);
  }
}

function messageOf(row: DatabaseRow): SentMessage {
  const url = optionalText(row, "url");
  return {
    id: String(integer(row, "position")),
    at: integer(row, "at"),
    way: text(row, "way") === "wecom" ? "wecom" : "sms",
    to: text(row, "recipient"),
    title: text(row, "title"),
    text: text(row, "body"),
    ...defined({ url }),
  };
}
