import type { Answer, TicketSaid } from "./account.ts";
import type { Chance } from "./chance.ts";
import type { Act, Life } from "./lives.ts";
import { plus, workedAfter } from "./working-days.ts";

/** A government ticket's circumstances. */
export interface TicketLife {
  readonly receivedAt: string;
  readonly entered: string;
  readonly dueAt: string;
  readonly offset: number;
  /** What the result is due by as D6 has it, whatever the ticket says. */
  readonly limit: string;
}

const notOurs = { type: "return-ticket", reason: "not-our-business", text: "不属本单位" } as const;

/** What the paper says of a ticket that has come in: signed for within 480 working minutes, or as soon as the answer is due. */
export function ticketAtFirst({ receivedAt, dueAt, offset }: TicketLife): TicketSaid {
  return { dueAt, signBy: signBy(receivedAt, dueAt, offset) };
}

function signBy(from: string, dueAt: string, offset: number): string {
  const usual = workedAfter(from, 480, offset);
  return dueAt > from && dueAt < usual ? dueAt : usual;
}

/** All that goes between the desk and the platform. */
export function ticketActs(chance: Chance, of: TicketLife): Act[] {
  const { entered } = of;
  const later = (hours: number) => plus(entered, 0.05 + chance.next() * hours);
  const made: Act[] = [];
  if (chance.happens(0.7)) made.push(signed(later(24)));
  if (chance.happens(0.15)) {
    const at = later(8);
    made.push({
      at,
      by: "supervisor",
      command: notOurs,
      said: () => ({ ended: "returned", ticket: { sentBack: at } }),
    });
    if (chance.happens(0.5)) made.push(...handedBack(chance, plus(at, 1 + chance.next() * 200), of));
  }
  if (chance.happens(0.25)) made.push(...extended(chance, later(40), of));
  if (chance.happens(0.7)) {
    const at = later(chance.of([30, 200, 700]));
    made.push(answered(chance, at, of));
    if (chance.happens(0.3)) {
      const again = plus(at, 1 + chance.next() * 24 * 20);
      made.push(...handedBack(chance, again, of));
      if (chance.happens(0.6)) made.push(answered(chance, plus(again, chance.next() * 24 * 10), of));
    }
  }
  for (let left = chance.whole(0, 2); left > 0; left -= 1) made.push(rated(chance, later(24 * 45)));
  return made;
}

function signed(at: string): Act {
  return { at, by: "clerk", command: { type: "sign-ticket" }, said: () => ({ ticket: { signed: at } }) };
}

/** 回复件; sent now and then before it was entered. */
function answered(chance: Chance, at: string, { receivedAt }: TicketLife): Act {
  const early = plus(at, -chance.of([0, 0, 0, 5, 60]));
  const happened = early < receivedAt ? at : early;
  const occurred = happened === at ? {} : { occurredAt: happened };
  const command = { type: "send-reply-document", text: "已办理", ...occurred } as const;
  return { at, by: "supervisor", command, happened, said: () => ({ ticket: { answered: happened } }) };
}

/** 退回重办: everything begins again with the platform's new time, and the task keeps what it was due by. */
function handedBack(chance: Chance, at: string, { offset }: TicketLife): Act[] {
  const dueAt = plus(at, chance.whole(20, 200));
  const command = { type: "ticket-returned", dueAt, text: "回访未解决" } as const;
  const ticket: TicketSaid = {
    dueAt,
    signBy: signBy(at, dueAt, offset),
    signed: null,
    answered: null,
    sentBack: null,
    handedBack: true,
  };
  return [{ at, by: "clerk", command, said: () => ({ done: null, ended: null, ticket }) }];
}

/** 申请延期, and the platform's answer: the result that followed the ticket's time moves with it, not beyond its own. */
function extended(chance: Chance, at: string, { limit, dueAt }: TicketLife): Act[] {
  const more = plus(dueAt, chance.whole(10, 200));
  const granted = chance.happens(0.7);
  const moved = more < limit ? more : limit;
  return [
    { at, by: "supervisor", command: { type: "ask-extension", dueAt: more, reason: "等配件" } },
    {
      at: plus(at, 1 + chance.next() * 30),
      by: "clerk",
      command: { type: "record-extension", granted },
      said: ({ done, handedBack: again }) =>
        granted
          ? { ticket: { dueAt: more }, ...(done === undefined && !again ? { dueAt: moved } : {}) }
          : undefined,
    },
  ];
}

const answers: readonly Answer[] = ["yes", "yes", "no", "not-rated"];

function rated(chance: Chance, at: string): Act {
  const rating = {
    contacted: chance.of(answers),
    solved: chance.of(answers),
    satisfied: chance.of(answers),
    ...(chance.happens(0.2)
      ? { exempt: chance.of(["withdrawn-by-platform", "not-owner-business", "unreasonable"] as const) }
      : {}),
  };
  return {
    at,
    by: "clerk",
    command: { type: "record-ticket-rating", ...rating },
    said: () => ({ ticket: { rated: { at, ...rating } } }),
  };
}

/** 并单: the same household's second ticket of the same matter goes on with its first. */
export function merged(into: Life, at: string): Act {
  return {
    at,
    by: "supervisor",
    into,
    command: { type: "merge-ticket", complaintId: "" },
    said: () => ({ ended: "merged", ticket: { merged: true } }),
  };
}
