import {
  acceptQuarantined,
  dismissQuarantined,
  listQuarantined,
  readQuarantined,
} from "../../../app/mail/quarantine.ts";
import { listSenderRules, putSenderRule } from "../../../app/mail/sender-rules.ts";
import type { Ports } from "../../../app/ports/index.ts";
import type { ParsedMail, Quarantined } from "../../../app/ports/mail.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { countWaiting } from "../../../app/quarantine/waiting.ts";
import { quarantineRoutes } from "../../../contracts/quarantine/routes.ts";
import { cut } from "../../../domain/cut.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type QuarantineApiPorts = Pick<
  Ports,
  "clock" | "organisation" | "quarantine" | "mailInQueue" | "mailbox" | "parseMail" | "senderRules"
>;

const defaultLimit = 50;

/** Mails that could not become a complaint by themselves. */
export const quarantineHandlers = {
  listQuarantine: forStaff(
    quarantineRoutes.listQuarantine,
    async (ports: QuarantineApiPorts, { query, person }) => {
      const page = await listQuarantined(ports, person, { limit: defaultLimit, ...query });
      return json(200, {
        ...page,
        items: page.items.map(mailView),
      });
    },
  ),

  countQuarantine: forStaff(quarantineRoutes.countQuarantine, async (ports: QuarantineApiPorts, { person }) =>
    json(200, await countWaiting(ports, person)),
  ),

  readQuarantined: forStaff(
    quarantineRoutes.readQuarantined,
    async (ports: QuarantineApiPorts, { params, person }) => {
      const read = await readQuarantined(ports, person, params.id);
      if (isProblem(read)) return read;
      const { mail, letter } = read;
      return json(200, {
        mail: mailView(mail),
        ...(letter === undefined ? {} : { letter: letterView(letter) }),
      });
    },
  ),

  dismissQuarantined: forStaff(
    quarantineRoutes.dismissQuarantined,
    async (ports: QuarantineApiPorts, { params, person }) => {
      const dismissed = await dismissQuarantined(ports, person, params.id);
      return isProblem(dismissed) ? dismissed : json(200, mailView(dismissed));
    },
  ),

  listSenderRules: forStaff(quarantineRoutes.listSenderRules, async (ports: QuarantineApiPorts, { person }) =>
    json(200, { items: await listSenderRules(ports, person) }),
  ),

  putSenderRule: forStaff(
    quarantineRoutes.putSenderRule,
    async (ports: QuarantineApiPorts, { body, person }) => {
      const rule = await putSenderRule(ports, person, body);
      return isProblem(rule) ? rule : json(200, rule);
    },
  ),

  acceptQuarantined: forStaff(
    quarantineRoutes.acceptQuarantined,
    async (ports: QuarantineApiPorts, { params, body, person }) => {
      const accepted = await acceptQuarantined(ports, person, params.id, body.projectId);
      return isProblem(accepted) ? accepted : json(202, mailView(accepted));
    },
  ),
} satisfies ServingsOf<typeof quarantineRoutes, QuarantineApiPorts>;

function mailView({ projectIds, ...mail }: Quarantined) {
  return { ...mail, ...(projectIds === undefined ? {} : { projectIds: [...projectIds] }) };
}

/** More of a letter than this nobody reads on a page; the raw mail stays. */
const SHOWN = 100_000;
const SHOWN_FILES = 200;

/** The letter as text alone: no HTML, nothing of its files but their names. */
function letterView({ from, to, date, text, quoted, attachments, defects }: ParsedMail) {
  const [said, more] = [cut(text, SHOWN), cut(quoted, SHOWN)];
  return {
    ...(from === null || from.name === "" ? {} : { fromName: from.name }),
    to: [...to],
    date,
    text: said,
    quoted: more,
    cut: said !== text || more !== quoted || attachments.length > SHOWN_FILES,
    files: attachments
      .slice(0, SHOWN_FILES)
      .map(({ filename, contentType, size }) => ({ name: filename, contentType, size })),
    defects: [...defects],
  };
}
