import type { ArchivedRun } from "../../domain/document/archive.ts";
import type { PersonalRef } from "../../domain/document/personal.ts";

/** Keeps documents of one kind small: what does not fit lies beside them in the object store. */
export interface Archive<D> {
  /** The document as it fits its item; what leaves it is written first. Again for the same document it writes the same. */
  fit(document: D): Promise<D>;
  /** The document with its long texts in full, without its older history. */
  withTexts(document: D): Promise<D>;
  /** The document with its whole history and its long texts; reads nothing where nothing lies beside it. */
  whole(document: D): Promise<D>;
  /**
   * What is archived of the document, without these values and without what its entries say of somebody (`parts`); a run
   * that held any of it is written anew first.
   */
  without(
    document: D,
    refs: readonly PersonalRef[],
    parts?: readonly string[],
  ): Promise<readonly ArchivedRun[]>;
}
