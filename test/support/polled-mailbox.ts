import type {
  MailboxPosition,
  PolledMail,
  PolledMailbox,
  PollPositions,
} from "../../lib/app/ports/polled-mailbox.ts";

export class MemoryPollPositions implements PollPositions {
  position: MailboxPosition | undefined;

  load(): Promise<MailboxPosition | undefined> {
    return Promise.resolve(this.position);
  }

  save(position: MailboxPosition): Promise<void> {
    this.position = position;
    return Promise.resolve();
  }
}

/** A mailbox that keeps the port's promises in memory. */
export class MemoryPolledMailbox implements PolledMailbox {
  uidValidity = "1";
  mails: PolledMail[] = [];
  readonly seen: number[] = [];

  async poll(...[position, limit, take]: Parameters<PolledMailbox["poll"]>): Promise<void> {
    const last = position?.uidValidity === this.uidValidity ? position.lastUid : 0;
    for (const mail of this.mails.filter(({ uid }) => uid > last).slice(0, limit)) {
      await take(mail, { uidValidity: this.uidValidity, lastUid: mail.uid });
      this.seen.push(mail.uid);
    }
  }
}
