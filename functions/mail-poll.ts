import { container } from "../lib/adapters/composition/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { imapMailbox } from "../lib/adapters/mail-in/imap.ts";
import { pollMails } from "../lib/app/mail/poll.ts";

export const handler = scheduled(() => container("mail-poll", { imap: imapMailbox }), pollMails);
