import { useSay } from "../../words/words.ts";
import { figureWords } from "./heat.ts";
import { Opening } from "./opened.tsx";
import type { Column, Row, Table } from "./query.ts";

const words = {
  project: { zh: "项目", en: "Project" },
  worse: { zh: "差于同类", en: "worse than its like" },
  better: { zh: "优于同类", en: "better than its like" },
  alone: { zh: "没有可比的同类项目。", en: "There is nothing of its like to compare with." },
};

/** Columns by whether more of it is better. */
const shown: readonly (readonly [key: string, moreIsBetter: boolean | undefined])[] = [
  ["received", undefined],
  ["perHouseholds", false],
  ["basicPerHouseholds", false],
  ["perArea", false],
  ["basicPerArea", false],
  ["handlingRate", true],
  ["timelyRate", true],
  ["firstFollowUpSatisfaction", true],
];

interface ScopeGroup {
  readonly pooled: Row;
  readonly members: readonly Row[];
}

/** D15: each project beside the pooled figures of its like; a group of one says nothing and shows no marks. */
export function LikeTable({ table, caption }: { readonly table: Table; readonly caption: string }) {
  const say = useSay();
  const columns = shown.flatMap(([key, better]) => {
    const column = table.columns.find((one) => one.key === key);
    const isKnown = table.rows.some(({ figures }) => figures[key] !== null && figures[key] !== undefined);
    return column === undefined || !isKnown ? [] : [{ column, better }];
  });
  const groups = groupsOf(table.rows);
  if (groups.length === 0) return <p>{say(words.alone)}</p>;
  return (
    <div className="wide" role="region" aria-label={caption} tabIndex={0}>
      <table className="figures">
        <thead>
          <tr>
            <th scope="col">{say(words.project)}</th>
            {columns.map(({ column: { key, label } }) => (
              <th scope="col" key={key}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ pooled, members }) => (
          <tbody key={pooled.key}>
            {[pooled, ...members].map((row) => (
              <tr key={row.key} className={row === pooled ? "strong" : undefined}>
                <th scope="row">{row.label}</th>
                {columns.map(({ column, better }) => (
                  <td key={column.key}>
                    <Cell row={row} column={column} />
                    {row !== pooled && (members.length > 1 || pooled.closed === true) && (
                      <Mark own={row.figures[column.key]} like={pooled.figures[column.key]} better={better} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function Cell({ row, column }: { readonly row: Row; readonly column: Column }) {
  const figure = row.figures[column.key];
  if (column.unit === "ratio" || row.closed === true) return <>{figureWords(figure, column.unit)}</>;
  return (
    <Opening
      view="like"
      row={row.key}
      column={column.key}
      figure={figure}
      unit={column.unit}
      name={`${row.label} ${column.label}`}
    />
  );
}

interface MarkProps {
  readonly own: number | null | undefined;
  readonly like: number | null | undefined;
  readonly better: boolean | undefined;
}

/** An arrow in the direction of the difference, in words for those who hear it. */
function Mark({ own, like, better }: MarkProps) {
  const say = useSay();
  if (better === undefined || typeof own !== "number" || typeof like !== "number" || own === like)
    return undefined;
  const isBetter = own > like === better;
  return (
    <span className={isBetter ? "mark good" : "mark late"}>
      <span aria-hidden="true">{own > like ? "↑" : "↓"}</span>
      <span className="quiet">{say(isBetter ? words.better : words.worse)}</span>
    </span>
  );
}

function groupsOf(rows: readonly Row[]): readonly ScopeGroup[] {
  const groups: { pooled: Row; members: Row[] }[] = [];
  for (const row of rows)
    if (row.key.startsWith("group/")) groups.push({ pooled: row, members: [] });
    else groups.at(-1)?.members.push(row);
  return groups;
}
