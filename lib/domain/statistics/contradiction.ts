/** Figures that disagree with each other: an error of ours that must never be printed. */
export class ContradictionError extends Error {
  override readonly name = "ContradictionError";
}
