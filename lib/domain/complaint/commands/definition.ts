import type { Personal } from "../../document/personal.ts";
import type { Post } from "../../organisation/organisation.ts";
import type { Clause } from "../../regulations/clause.ts";
import type { Words } from "../../words/words.ts";
import type { Context, Decision } from "../decision.ts";
import type { Complaint, Status } from "../document.ts";
import type { Fact, StoredEvent } from "../events.ts";

/** What a command carries out: of a regulation or two, or our own (`default`) where they are silent. */
export interface Ruling extends Words {
  readonly clause: Clause;
}

export type FactType = Fact["type"];
export type FactOf<T extends FactType> = Extract<Fact, { readonly type: T }>;

/** What a fold may know beside the fact: who did it, when, and where its values stand. */
export type Circumstances = Pick<StoredEvent, "by" | "occurredAt" | "seq" | "digests">;

/** The document after one more fact. Pure and total. */
export type Fold<T extends FactType> = (
  complaint: Complaint,
  fact: FactOf<T>,
  circumstances: Circumstances,
) => Complaint;

export type Folds<T extends FactType = FactType> = { readonly [K in T]: Fold<K> };

/** A command: what it carries out, what it decides, and how the events that it alone makes change the document. */
export interface Definition<C extends { readonly type: string }, F extends FactType = never> {
  readonly name: C["type"];
  readonly rule: Ruling;
  readonly decide: (complaint: Complaint, command: C, context: Context) => Decision;
  readonly folds: Folds<F>;
}

/** From which states, by whom and where to. */
export interface Transition {
  readonly from: readonly Status[];
  /** Where it leads; absent: the status stays. */
  readonly to?: Status;
  /** Posts that may do it for the project. Whoever may do it at a post may not do it elsewhere. */
  readonly posts: readonly Post[];
  /** Posts that may do it from the second dissatisfaction on (D4: the project manager decides). */
  readonly secondTime?: readonly Post[];
  /** Handlers and heads of another department may not (D4); see answering.ts. */
  readonly ofDepartment?: true;
  /** False where it would mean nothing for this complaint: then it is refused, and not offered. */
  readonly fits?: (complaint: Complaint) => boolean;
  /** Somebody else is told at once: deciding it needs to know who holds the posts (rules/informing.ts). */
  readonly informs?: true;
  /** A timer may give it in any state: it ties complaints together, and decides itself what it finds. */
  readonly byTimer?: true;
}

/** A command that people give, completed with what is looked up outside (lib/app/complaints/looked-up.ts). */
export interface LookedUpDefinition<C extends { readonly type: string }, F extends FactType = never>
  extends Definition<C, F>,
    Transition {}

/** A command that people give: as it comes in, but for its free texts. */
export interface StaffDefinition<C extends { readonly type: string }, F extends FactType = never>
  extends LookedUpDefinition<C, F>,
    Salting<C> {}

export interface Salting<C> {
  /** The command with its free texts salted, ready to stand beside the event. */
  readonly salted: (plain: Plain<C>, salt: Salt) => C;
}

export type Salt = (text: string) => Personal;

/** A command before its free texts are salted. */
export type Plain<T> = T extends Personal
  ? string
  : T extends readonly (infer U)[]
    ? readonly Plain<U>[]
    : T extends object
      ? { readonly [K in keyof T]: Plain<T[K]> }
      : T;

/** Salts a text that need not be there. */
export function saltedText(text: string | undefined, salt: Salt): Personal | undefined {
  return text === undefined ? undefined : salt(text);
}
