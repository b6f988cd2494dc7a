/** Occupied households and area of a project in one month, as they were put in at one time; nothing is written over. */
export interface ProjectMonth {
  readonly projectId: string;
  /** `YYYY-MM` */
  readonly month: string;
  /** 1, 2, 3 … of its month: the highest is in force. */
  readonly version: number;
  readonly occupiedHouseholds: number;
  /** m² */
  readonly occupiedArea: number;
  /** Counted from an imported list, or entered by a person. */
  readonly source: "households" | "entered";
  readonly at: string;
  readonly by: string;
}

/**
 * The figures a month is reckoned with: its own, else those of the last month before it that has any (`month` of the
 * answer says which). A later month never changes an earlier one's.
 */
export function figuresOfMonth(known: readonly ProjectMonth[], month: string): ProjectMonth | undefined {
  return known
    .filter((one) => one.month <= month)
    .reduce<ProjectMonth | undefined>(
      (last, one) => (last === undefined || order(one) > order(last) ? one : last),
      undefined,
    );
}

function order({ month, version }: ProjectMonth): string {
  return `${month} ${String(version).padStart(6, "0")}`;
}
