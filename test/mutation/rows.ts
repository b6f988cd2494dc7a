/** What a run found. */
export type Measured = {
  readonly folder: string;
  readonly killed: number;
  readonly total: number;
  readonly commit: string;
};

const percent = ({ killed, total }: Measured) =>
  total === 0 ? "nothing to change" : `${((100 * killed) / total).toFixed(1)} %`;

const row = (measured: Measured) =>
  `| \`${measured.folder}\` | ${percent(measured)} | ${measured.killed} of ${measured.total} | ${measured.commit} |`;

/** The page with the row of this folder put in or taken over, in the order of the folders' names. Throws where it has no table. */
export function withRow(page: string, measured: Measured): string {
  const lines = page.split("\n");
  const head = lines.findIndex((line) => line.startsWith("| folder | score |"));
  if (head < 0) throw new Error("docs/mutation.md has no table of scores: | folder | score | …");
  const first = head + 2;
  const after = lines.findIndex((line, at) => at >= first && !line.startsWith("|"));
  const others = lines.slice(first, after).filter((line) => !line.startsWith(`| \`${measured.folder}\` |`));
  const rows = [...others, row(measured)].toSorted((one, other) => one.localeCompare(other, "en"));
  return [...lines.slice(0, first), ...rows, ...lines.slice(after)].join("\n");
}
