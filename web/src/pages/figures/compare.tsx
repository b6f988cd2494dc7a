import { useState } from "react";
import { editionStageWords } from "../../../../lib/domain/words/editions.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import type { Edition } from "../months/query.ts";
import { figureWords } from "./heat.ts";
import { OpenContext, Opening } from "./opened.tsx";
import { type Asked, type Figure, type Table, useView } from "./query.ts";
import { tileGroups } from "./tiles.ts";

const words = {
  change: { zh: "变化", en: "Change" },
  onlyChanged: { zh: "只看变了的", en: "Changed ones only" },
  nothing: { zh: "两版的数字完全相同。", en: "Both editions say the same." },
  counts: {
    zh: "计法不同的投诉 {n} 件，见文件“更正清单”。",
    en: "{n} complaints count otherwise: see the file of changes.",
  },
  numbered: { zh: "第 {n} 版", en: "Edition {n}" },
};

interface CompareProps {
  readonly asked: Asked;
  readonly editions: readonly Edition[];
  readonly open: (figure: Figure, edition: string) => void;
}

/** The preliminary edition beside the bulletin's, or any two, with what changed. */
export function Compare({ asked, editions, open }: CompareProps) {
  const say = useSay();
  const [after, before] = pair(editions);
  const [left, setLeft] = useState(before);
  const [right, setRight] = useState(after);
  const [changed, setChanged] = useState(false);
  const of = (edition: number) => ({ ...asked, edition: String(edition) });
  const tables = {
    left: useViews(of(left)),
    right: useViews(of(right)),
  };
  const error = tables.left.error ?? tables.right.error;
  const lines = linesOf(tables.left.tables, tables.right.tables, say.language);
  const shown = changed ? lines.filter(({ a, b }) => a !== b) : lines;
  const correction = editions.find(({ edition }) => edition === right)?.correction;
  return (
    <>
      <div className="figure-controls">
        <Choice value={left} set={setLeft} editions={editions} />
        <Choice value={right} set={setRight} editions={editions} />
        <label className="check">
          <input type="checkbox" checked={changed} onChange={(event) => setChanged(event.target.checked)} />
          {say(words.onlyChanged)}
        </label>
      </div>
      {error !== null && <Trouble error={error} />}
      {tables.left.pending || tables.right.pending ? (
        <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <>
          {lines.every(({ a, b }) => a === b) && <p className="note good">{say(words.nothing)}</p>}
          {correction !== undefined && correction.of === left && correction.complaints > 0 && (
            <p className="note">{say(words.counts).replace("{n}", String(correction.complaints))}</p>
          )}
          <div className="tile-groups">
            {tileGroups.map(({ title }) => (
              <CompareTable
                key={title.en}
                title={say(title)}
                lines={shown.filter(({ group }) => group === title.en)}
                editions={[left, right]}
                open={open}
              />
            ))}
          </div>
        </>
      )}
    </>
  );
}

interface CompareTableProps {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly editions: readonly [left: number, right: number];
  readonly open: CompareProps["open"];
}

function CompareTable({ title, lines, editions: [left, right], open }: CompareTableProps) {
  const say = useSay();
  if (lines.length === 0) return undefined;
  return (
    <div className="wide">
      <table className="figures compare">
        <thead>
          <tr>
            <th scope="col">{title}</th>
            <th scope="col">{say(words.numbered).replace("{n}", String(left))}</th>
            <th scope="col">{say(words.numbered).replace("{n}", String(right))}</th>
            <th scope="col">{say(words.change)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key} className={line.a === line.b ? undefined : "changed"}>
              <th scope="row">{line.label}</th>
              {(
                [
                  [left, line.a],
                  [right, line.b],
                ] as const
              ).map(([edition, figure], index) => (
                <td key={index === 0 ? "left" : "right"}>
                  <OpenContext value={(which) => open(which, String(edition))}>
                    <Opening {...line.figure} figure={figure} unit={line.unit} name={line.label} />
                  </OpenContext>
                </td>
              ))}
              <td>{difference(line)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface Line {
  readonly group: string;
  readonly key: string;
  readonly label: string;
  readonly figure: Figure;
  readonly unit: "count" | "rate";
  readonly a: number | null | undefined;
  readonly b: number | null | undefined;
}

function linesOf(a: readonly Table[], b: readonly Table[], language: "zh" | "en"): readonly Line[] {
  return tileGroups.flatMap(({ title, tiles }) =>
    tiles.map(
      ({ view, row, column, label, unit }): Line => ({
        group: title.en,
        key: `${view} ${row} ${column}`,
        label: label[language],
        figure: { view, row, column },
        unit,
        a: figureIn(a, { view, row, column }),
        b: figureIn(b, { view, row, column }),
      }),
    ),
  );
}

function figureIn(tables: readonly Table[], { view, row, column }: Figure): number | null | undefined {
  return tables.find((one) => one.view === view)?.rows.find(({ key }) => key === row)?.figures[column];
}

function difference({ a, b, unit }: Line): string {
  if (typeof a !== "number" || typeof b !== "number" || a === b) return a === b ? "" : "–";
  const sign = b > a ? "+" : "−";
  return `${sign}${figureWords(Math.abs(b - a), unit)}`;
}

function useViews(asked: Asked) {
  const views = [useView("sheet", asked), useView("analysis", asked), useView("received", asked)];
  return {
    tables: views.flatMap(({ data }) => data ?? []),
    pending: views.some(({ isPending }) => isPending),
    error: views.find(({ error }) => error !== null)?.error ?? null,
  };
}

/** The newest bulletin edition and the newest preliminary one before it; else the two newest. */
function pair(editions: readonly Edition[]): readonly [after: number, before: number] {
  const bulletin = editions.find(({ stage }) => stage === "bulletin");
  const preliminary = editions.find(({ stage }) => stage === "preliminary");
  const [newest, second = newest] = editions;
  const after = (preliminary === undefined ? newest : (bulletin ?? newest))?.edition ?? 0;
  const before =
    (bulletin === undefined || preliminary === undefined ? second : preliminary)?.edition ?? after;
  return [after, before];
}

interface ChoiceProps {
  readonly value: number;
  readonly set: (edition: number) => void;
  readonly editions: readonly Edition[];
}

function Choice({ value, set, editions }: ChoiceProps) {
  const say = useSay();
  const chosen = editions.find(({ edition }) => edition === value);
  return (
    <label>
      <select
        aria-label={say(words.numbered).replace("{n}", String(value))}
        value={value}
        onChange={(event) => set(Number(event.target.value))}
      >
        {editions.map(({ edition, stage }) => (
          <option key={edition} value={edition}>
            {say(words.numbered).replace("{n}", String(edition))} {say(editionStageWords[stage])}
          </option>
        ))}
      </select>
      {chosen !== undefined && (
        <small>
          <At instant={chosen.recordedUntil} />
        </small>
      )}
    </label>
  );
}
