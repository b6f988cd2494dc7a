/** Something that must never be, with when it was seen. */
export interface Violation {
  readonly rule: string;
  readonly at: number;
  readonly about: string;
}

/** What is known of one document: the naive counterpart of everything the product derives. */
export interface Known {
  revision: number;
  hashes: string[];
  readonly commands: Map<string, number>;
  readonly rungs: Set<string>;
  readonly number: string;
  /** The first limit of each of its clocks. */
  readonly dues: Map<string, number>;
  /** Steps on record, and how its customer was called since it was last sent back. */
  readonly steps: Set<string>;
  readonly calls: { readonly outcome: string; readonly day: string }[];
  /** The first that the customer gave. */
  grade?: number | undefined;
  closed: boolean;
  urgent: boolean;
  grave: boolean;
  /** It was urgent or grave once. */
  pressed: boolean;
  /** When it left its group: what rested there rings from then on. */
  alone: number;
}

export function newlyKnown(number: string): Known {
  return {
    revision: 0,
    hashes: [],
    commands: new Map(),
    rungs: new Set(),
    number,
    dues: new Map(),
    steps: new Set(),
    calls: [],
    closed: false,
    urgent: false,
    grave: false,
    pressed: false,
    alone: 0,
  };
}

/** What the model may look at beside what is written and answered. */
export interface World {
  /** Epoch milliseconds. */
  now(): number;
  /** What has left a document, by its key. */
  beside(key: string): string | undefined;
  /** When a schedule will come, by its name. */
  scheduled(name: string): number | undefined;
}

/** Says that a rule is broken, and about what. */
export type Say = (rule: string, about: string) => void;

/** A clock may be wrong by so much. */
export const SKEW = 46_000;

/** What nobody is ever answered, with the rule that says so. */
export const neverAnswered: Readonly<Record<string, string>> = {
  // Twenty-five lost races in a row: there are not that many people.
  busy: "never-busy",
  // Else a part of the company would stand still and nobody would know.
  "invalid-request": "people-ask-rightly",
};
