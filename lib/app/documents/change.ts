import { isProblem, type Problem } from "../problems/problem.ts";
import { type Attempt, race, raced } from "./race.ts";

type Revised = { readonly revision: number };

/** A conditional write of a document over the revision that was read. */
export type Replace<D> = (document: D, expectedRevision: number) => Promise<{ readonly conflict?: D }>;

/** Where a document stands after a change, what it was decided on, and whether anything was written. */
export interface Written<D> {
  readonly document: D;
  readonly before: D;
  readonly written: boolean;
}

/** Decides on a document; the same object means that nothing follows. Runs again on the newer one after a lost race. */
export type Decide<D, R extends D | Problem = D | Problem> = (document: D) => Promise<R> | R;

/** Decides and writes once, conditionally; again after a lost race. `busy` is the answer when that never ends. */
export async function changed<D extends Revised>(
  loaded: D,
  decide: Decide<D>,
  replace: Replace<D>,
  busy: (standing: D) => Problem,
): Promise<Written<D> | Problem> {
  const result = await race(loaded, (standing) => attempted<D, D | Problem>(standing, decide, replace));
  return "done" in result ? result.done : busy(result.lostTo);
}

/** The same for a decision that is never refused, where a race without end is an error; `what` opens its sentence. */
export async function written<D extends Revised>(
  what: string,
  loaded: D,
  decide: Decide<D, D>,
  replace: Replace<D>,
): Promise<Written<D>> {
  const result = await raced(what, loaded, (standing) => attempted<D, D>(standing, decide, replace));
  if (isProblem(result)) throw new Error(`${what}: ${result.problem}`);
  return result;
}

async function attempted<D extends Revised, R extends D | Problem>(
  before: D,
  decide: Decide<D, R>,
  replace: Replace<D>,
): Promise<Attempt<Written<D> | Problem, D>> {
  const document: D | Problem = await decide(before);
  if (isProblem(document)) return { done: document };
  if (document === before) return { done: { document, before, written: false } };
  const { conflict } = await replace(document, before.revision);
  return conflict === undefined ? { done: { document, before, written: true } } : { lostTo: conflict };
}
