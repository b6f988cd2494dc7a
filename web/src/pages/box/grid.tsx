import type { ClipboardEvent, KeyboardEvent } from "react";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { columns, type PaperSlip, pasted, type SlipColumn, withRoom } from "./model.ts";

interface GridProps {
  readonly slips: readonly PaperSlip[];
  readonly set: (slips: readonly PaperSlip[]) => void;
  /** Why a slip was not taken, by its number. */
  readonly faults: ReadonlyMap<string, string>;
}

/** Longest text of a column; what is longer is said by the server, never cut. */
const wide: ReadonlySet<SlipColumn> = new Set(["matter"]);

/** One line a slip. Enter and the arrows go to the slip below or above, Tab to the next cell; cells can be pasted. */
export function SlipGrid({ slips, set, faults }: GridProps) {
  const say = useSay();
  return (
    <div className="scrolls">
      <table className="slips">
        <thead>
          <tr>
            <th scope="col">#</th>
            {columns.map((column) => (
              <th scope="col" key={column} className={wide.has(column) ? "wide" : undefined}>
                {say.label(fieldLabel(column))}
              </th>
            ))}
            <th scope="col">{say.label(uiWords.anonymous)}</th>
          </tr>
        </thead>
        <tbody>
          {slips.map((slip, row) => (
            <SlipRow
              key={slip.id}
              slip={slip}
              row={row}
              fault={faults.get(slip.id)}
              set={(changed) => set(withRoom(slips.with(row, changed)))}
              paste={(column, text) => set(pasted(slips, row, column, text))}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly slip: PaperSlip;
  readonly row: number;
  readonly fault: string | undefined;
  readonly set: (slip: PaperSlip) => void;
  readonly paste: (column: SlipColumn, text: string) => void;
}

function SlipRow({ slip, row, fault, set, paste }: RowProps) {
  const say = useSay();
  const takePaste = (column: SlipColumn) => (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (!/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    paste(column, text);
  };
  const name = (column: SlipColumn) => `${say.label(fieldLabel(column))} ${slip.id}`;
  return (
    <>
      <tr>
        <th scope="row">{slip.id}</th>
        {columns.map((column) => (
          <td key={column} data-name={say.label(fieldLabel(column))}>
            <input
              aria-label={name(column)}
              aria-invalid={fault !== undefined}
              data-cell={`${row} ${column}`}
              autoComplete="off"
              inputMode={column === "phone" ? "tel" : "text"}
              value={slip[column]}
              onChange={(event) => set({ ...slip, [column]: event.target.value })}
              onKeyDown={(event) => moveFrom(event, row, column)}
              onPaste={takePaste(column)}
            />
          </td>
        ))}
        <td data-name={say.label(uiWords.anonymous)}>
          <input
            type="checkbox"
            aria-label={`${say.label(uiWords.anonymous)} ${slip.id}`}
            checked={slip.anonymous}
            onChange={(event) => set({ ...slip, anonymous: event.target.checked })}
          />
        </td>
      </tr>
      {fault !== undefined && (
        <tr>
          <td colSpan={columns.length + 2} className="fault" role="alert">
            ▲ {slip.id}：{fault}
          </td>
        </tr>
      )}
    </>
  );
}

/** Up and down as in a spreadsheet; Ctrl+Enter is the form's. */
function moveFrom(event: KeyboardEvent<HTMLInputElement>, row: number, column: SlipColumn): void {
  const steps: Readonly<Record<string, number>> = { Enter: 1, ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  const table = event.currentTarget.closest("table");
  table?.querySelector<HTMLInputElement>(`[data-cell="${row + step} ${column}"]`)?.focus();
}
