import type { Words } from "../../../../../lib/domain/words/words.ts";
import { useSay } from "../../../words/words.ts";

export interface RowFault {
  readonly row: number;
  readonly column?: string;
  readonly message: Words;
}

const words = {
  row: { zh: "行", en: "Row" },
  column: { zh: "列", en: "Column" },
  fault: { zh: "问题", en: "What is wrong" },
  rows: { zh: "行，其中正确", en: "rows, right ones" },
  good: { zh: "全部正确，尚未写入。", en: "All of them are right; nothing is written yet." },
};

interface RowReportProps {
  readonly rows: number;
  readonly valid: number;
  readonly faults: readonly RowFault[];
}

/** What a file holds and what is wrong with it, row by row, before anything is written. */
export function RowReport({ rows, valid, faults }: RowReportProps) {
  const say = useSay();
  return (
    <>
      <p className={faults.length === 0 ? "note good" : "note soon"} role="status">
        {rows} {say(words.rows)} {valid}
        {faults.length === 0 && `。${say(words.good)}`}
      </p>
      {faults.length > 0 && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{say(words.row)}</th>
                <th scope="col">{say(words.column)}</th>
                <th scope="col">{say(words.fault)}</th>
              </tr>
            </thead>
            <tbody>
              {faults.slice(0, shown).map(({ row, column, message }) => (
                <tr key={`${row} ${column} ${message.zh}`}>
                  <td>{row}</td>
                  <td>{column}</td>
                  <td>{say(message)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

const shown = 200;
