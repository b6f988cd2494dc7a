import { useState } from "react";
import { noData } from "../../../../lib/domain/words/no-data.ts";
import { useSay } from "../../words/words.ts";
import { figureWords, warmth } from "./heat.ts";
import { Opening } from "./opened.tsx";
import type { Column, Row, Table, ViewName } from "./query.ts";

const words = {
  all: { zh: "显示全部 {n} 行", en: "Show all {n} rows" },
  wide: { zh: "可左右滚动", en: "scrolls sideways" },
};

/** More rows than these are shown when asked for. */
const mostRows = 40;

interface ViewTableProps {
  readonly view: ViewName;
  readonly table: Table;
  readonly caption: string;
  /** Of the view's columns; absent: all. */
  readonly columns?: readonly string[];
  /** Columns whose counts are coloured by how large they are. */
  readonly heat?: readonly string[];
  readonly rows?: readonly Row[];
  /** Head of the first column. */
  readonly head: string;
  readonly isStrong?: (row: Row) => boolean;
}

/** A view as a table: each number opens its complaints; counts may be coloured as a heat map. */
export function ViewTable(props: ViewTableProps) {
  const { view, table, caption, head, heat = [], rows = table.rows, isStrong = isTotal } = props;
  const say = useSay();
  const [all, setAll] = useState(false);
  const columns = chosen(table.columns, props.columns);
  const body = rows.filter((row) => !isTotal(row));
  const shown = [...(all ? body : body.slice(0, mostRows)), ...rows.filter(isTotal)];
  const most = Math.max(0, ...body.flatMap(({ figures }) => heat.map((key) => figures[key] ?? 0)));
  return (
    <>
      <div className="wide" role="region" aria-label={`${caption} (${say(words.wide)})`} tabIndex={0}>
        <table className={heat.length === 0 ? "figures" : "figures heat"}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              {columns.map(({ key, label }) => (
                <th scope="col" key={key}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr key={row.key} className={isStrong(row) ? "strong" : undefined}>
                <th scope="row">{row.label}</th>
                {columns.map((column) => (
                  <td
                    key={column.key}
                    className={
                      heat.includes(column.key) && !isTotal(row)
                        ? `warm${warmth(row.figures[column.key] ?? null, most)}`
                        : undefined
                    }
                  >
                    {row.unrecorded === true ? (
                      <Unrecorded isFirst={column === columns[0]} />
                    ) : (
                      <Cell view={view} row={row} column={column} />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!all && body.length > mostRows && (
        <button type="button" className="plain" onClick={() => setAll(true)}>
          {say(words.all).replace("{n}", String(body.length))}
        </button>
      )}
    </>
  );
}

/** A month before the first record says so once. */
function Unrecorded({ isFirst }: { readonly isFirst: boolean }) {
  const say = useSay();
  return isFirst ? <span className="quiet">{say(noData)}</span> : <>–</>;
}

interface CellProps {
  readonly view: ViewName;
  readonly row: Row;
  readonly column: Column;
}

/** Nothing stands as a quiet dot in a map of counts, so that what is there is seen. */
function Cell({ view, row, column }: CellProps) {
  const figure = row.figures[column.key];
  if (figure === 0 && column.unit === "count") return <span className="nothing">0</span>;
  if (column.unit === "ratio") return <>{figureWords(figure, "ratio")}</>;
  return (
    <Opening
      view={view}
      row={row.key}
      column={column.key}
      figure={figure}
      unit={column.unit}
      name={`${row.label} ${column.label}`}
    />
  );
}

function chosen(columns: readonly Column[], keys: readonly string[] | undefined): readonly Column[] {
  if (keys === undefined) return columns;
  return keys.flatMap((key) => columns.find((one) => one.key === key) ?? []);
}

export function isTotal({ key }: Pick<Row, "key">): boolean {
  return key === "total";
}
