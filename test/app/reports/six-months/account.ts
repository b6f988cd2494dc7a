/**
 * What a clerk would keep on paper about each complaint: what was told to the desk, when it happened and when it was entered. Nothing here
 * knows documents, events or how the product counts.
 */

export type Kind = "complaint" | "opinion" | "repair" | "help";
export type Validity = "valid" | "assisted" | "invalid";

/** Said of a complaint; the newest that is known holds. */
export interface Said {
  readonly kind?: Kind;
  readonly number?: string;
  readonly classCode?: string;
  readonly level?: string;
  readonly cause?: string;
  readonly validity?: Validity;
  readonly dueAt?: string;
  /** The result told; null: sent back (返单). */
  readonly done?: string | null;
  /** Taken back, referred, merged or sent back; null: it has come back. */
  readonly ended?: "withdrawn" | "referred" | "merged" | "returned" | null;
  /** D11: what it counts as in a group; null: in none. */
  readonly group?: "B" | null;
  readonly ticket?: TicketSaid;
  /** A follow-up: reached with a grade, or an attempt in vain. */
  readonly asked?: { readonly grade?: number };
  readonly paused?: boolean;
}

export type Answer = "yes" | "no" | "not-rated";

/** Said of a government ticket. */
export interface TicketSaid {
  /** The platform's time for our answer, and for the signature. */
  readonly dueAt?: string;
  readonly signBy?: string;
  readonly signed?: string | null;
  readonly answered?: string | null;
  /** 退单. */
  readonly sentBack?: string | null;
  /** 并单. */
  readonly merged?: true;
  /** 退回重办. */
  readonly handedBack?: true;
  readonly rated?: {
    readonly at: string;
    readonly contacted: Answer;
    readonly solved: Answer;
    readonly satisfied: Answer;
    readonly exempt?: string;
  };
}

export interface Line {
  readonly happened: string;
  readonly entered: string;
  readonly said: Said;
}

export interface Account {
  readonly id: string;
  readonly projectId: string;
  readonly receivedAt: string;
  readonly entered: string;
  readonly channel: string;
  readonly intake: string;
  readonly number: string;
  readonly building: string;
  readonly room: string;
  /** From an old ledger that does not say when it was due: done, and nobody knows whether in time. */
  readonly unrated?: true;
  readonly lines: Line[];
}

/** Its platform's ticket as the paper has it. */
export interface Ticket extends Omit<TicketSaid, "handedBack"> {
  readonly handedBack: boolean;
}

/** A complaint as somebody sees it who leafs through the paper with two instants in mind. */
export interface Seen extends Omit<Account, "lines"> {
  readonly kind: Kind;
  readonly newNumber: string | undefined;
  readonly classCode: string | undefined;
  readonly level: string | undefined;
  readonly cause: string | undefined;
  /** Undefined: nobody has judged it. */
  readonly validity: Validity | undefined;
  readonly dueAt: string | undefined;
  readonly done: string | undefined;
  readonly ended: string | undefined;
  readonly ticket: Ticket | undefined;
  /** The first answer that reached the customer. */
  readonly answer: { readonly at: string; readonly grade: number } | undefined;
  readonly everPaused: boolean;
}

/** What is known of it: everything entered by then of what had happened by then; undefined when it was not there yet. */
export function seen(account: Account, happenedUntil: string, enteredUntil: string): Seen | undefined {
  const { lines, ...rest } = account;
  if (account.receivedAt > happenedUntil || account.entered > enteredUntil) return undefined;
  const known = lines.filter(({ happened, entered }) => happened <= happenedUntil && entered <= enteredUntil);
  const last = <K extends keyof Said>(key: K) =>
    known.findLast(({ said }) => said[key] !== undefined)?.said[key];
  const answers = known.flatMap(({ happened, said }) =>
    said.asked?.grade === undefined ? [] : [{ at: happened, grade: said.asked.grade }],
  );
  return {
    ...rest,
    ticket: ticketIn(known),
    kind: last("kind") ?? "complaint",
    newNumber: last("number"),
    classCode: last("classCode"),
    level: graver(last("level"), last("group") ?? undefined),
    cause: last("cause"),
    validity: last("validity"),
    dueAt: last("dueAt"),
    done: last("done") ?? undefined,
    ended: last("ended") ?? undefined,
    answer: answers[0],
    everPaused: known.some(({ said }) => said.paused === true),
  };
}

function ticketIn(known: readonly Line[]): Ticket | undefined {
  const told = known.flatMap(({ said }) => said.ticket ?? []);
  return told.length === 0
    ? undefined
    : { ...Object.assign({}, ...told), handedBack: told.some(({ handedBack }) => handedBack === true) };
}

/** D11: a member of a group of complaints is a B, unless it is an A by itself. */
function graver(own: string | undefined, group: string | undefined): string | undefined {
  return group === undefined || (own !== undefined && own < group) ? own : group;
}
