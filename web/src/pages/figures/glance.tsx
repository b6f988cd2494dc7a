import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Opening } from "./opened.tsx";
import { type Asked, type Table, useView } from "./query.ts";
import { type Tile, tileGroups } from "./tiles.ts";

const words = {
  period: { zh: "期间", en: "Period" },
  asOf: { zh: "截止到", en: "happened until" },
  recordedUntil: { zh: "收录至", en: "recorded until" },
  projects: { zh: "{n} 个项目", en: "{n} projects" },
};

/** The month at a glance: each tile is a cell of the month's workbook and opens its complaints. */
export function Glance({ asked }: { readonly asked: Asked }) {
  const say = useSay();
  const sheet = useView("sheet", asked);
  const analysis = useView("analysis", asked);
  const received = useView("received", asked);
  const tables = [sheet, analysis, received];
  const failed = tables.find(({ error }) => error !== null);
  const found = tables.flatMap(({ data }) => data ?? []);
  if (failed !== undefined) return <Trouble error={failed.error} />;
  if (found.length < tables.length) return <p className="waiting">{say(uiWords.loading)}</p>;
  return (
    <>
      {sheet.data !== undefined && <Basis table={sheet.data} />}
      <div className="tile-groups">
        {tileGroups.map(({ title, note, tiles }) => (
          <section key={title.en} className="panel" aria-label={say(title)}>
            <h2>{say(title)}</h2>
            <dl className="tiles">
              {tiles.map((tile) => (
                <TileView key={`${tile.view} ${tile.row} ${tile.column}`} tile={tile} tables={found} />
              ))}
            </dl>
            <small>{say(note)}</small>
          </section>
        ))}
      </div>
    </>
  );
}

function TileView({ tile, tables }: { readonly tile: Tile; readonly tables: readonly Table[] }) {
  const say = useSay();
  const { view, row, column, label, unit } = tile;
  const table = tables.find((one) => one.view === view);
  const figure = table?.rows.find(({ key }) => key === row)?.figures[column];
  return (
    <div className="tile">
      <dt>{say(label)}</dt>
      <dd>
        <Opening view={view} row={row} column={column} figure={figure} unit={unit} name={say(label)} />
      </dd>
    </div>
  );
}

/** What the figures are counted over: nobody reads a number without its two instants. */
function Basis({ table: { from, to, asOf, recordedUntil, projects } }: { readonly table: Table }) {
  const say = useSay();
  return (
    <p className="basis">
      <small>
        {say(words.period)} {from} – {to} · {say(words.asOf)} <At instant={asOf} /> ·{" "}
        {say(words.recordedUntil)} <At instant={recordedUntil} /> ·{" "}
        {say(words.projects).replace("{n}", String(projects.length))}
      </small>
    </p>
  );
}
