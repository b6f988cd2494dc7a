/** One line of the list of what changed since the edition before (更正): a figure of D1, or a fact of a complaint. */
export interface ChangeLine {
  readonly project: string;
  /** Absent: the company's figures. */
  readonly projectId: string | undefined;
  /** Number of a complaint; of a figure none. */
  readonly number: string | null;
  /** In Chinese, as the values: local times, words. */
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}
