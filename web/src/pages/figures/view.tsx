import { useParams } from "react-router";
import { MonthHead, monthName } from "../../parts/months.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Compare } from "./compare.tsx";
import { Controls } from "./controls.tsx";
import { Glance } from "./glance.tsx";
import { OpenContext, Opened } from "./opened.tsx";
import { type Asked, type Figure, useAsked, useMonth, useView, type ViewName } from "./query.ts";
import { Section, sections, ViewSection } from "./sections.tsx";
import "./figures.css";

const words = {
  title: { zh: "月度数字", en: "Figures of the month" },
  compare: { zh: "初步版与通报版", en: "Preliminary and bulletin editions" },
  parts: { zh: "本页内容", en: "On this page" },
};

/** The month in figures: as recorded now or as an edition of the files has it, of any part of the tree that is one's own. */
export function Page() {
  const { month = "" } = useParams();
  const say = useSay();
  const { months, editions, ready, error } = useMonth(month);
  document.title = `${monthName(month, say.language)} ${say(words.title)} · 接诉`;
  if (error !== null) return <Trouble error={error} />;
  if (!ready) return <p className="waiting">{say(uiWords.loading)}</p>;
  return <Figures month={month} months={months} editions={editions} />;
}

type FiguresProps = Pick<ReturnType<typeof useMonth>, "months" | "editions"> & { readonly month: string };

function Figures({ month, months, editions }: FiguresProps) {
  const say = useSay();
  const { asked, chosen, set, search } = useAsked(month, editions);
  const open = (figure: Figure, edition = chosen) =>
    set({
      open: [figure.view, figure.row, figure.column].join("|"),
      of: edition === chosen ? undefined : edition,
    });
  const opened = openedIn(search.get("open"));
  const compares = editions.length > 1;
  return (
    <OpenContext value={open}>
      <div className="figures-page">
        <MonthHead month={month} months={months} end="/figures" />
        <Controls asked={asked} chosen={chosen} editions={editions} set={set} />
        <nav className="figure-parts" aria-label={say(words.parts)}>
          {compares && <a href="#compare">{say(words.compare)}</a>}
          {sections.map(({ view, title }) => (
            <a key={view} href={`#${view}`}>
              {say(title)}
            </a>
          ))}
        </nav>
        <Glance asked={asked} />
        <div className="figure-grid">
          {compares && (
            <Section id="compare" title={words.compare}>
              {(seen) => seen && <Compare asked={asked} editions={editions} open={open} />}
            </Section>
          )}
          {sections.map((section) => (
            <ViewSection key={section.view} section={section} asked={asked} />
          ))}
        </div>
      </div>
      {opened !== undefined && (
        <OpenedFigure
          figure={opened}
          asked={inEdition(asked, search.get("of"))}
          onClose={() => set({ open: undefined, of: undefined })}
        />
      )}
    </OpenContext>
  );
}

/** Its title says the row and column as the view names them. */
function OpenedFigure({
  figure,
  asked,
  onClose,
}: {
  readonly figure: Figure;
  readonly asked: Asked;
  readonly onClose: () => void;
}) {
  const { data } = useView(figure.view, asked);
  const row = data?.rows.find(({ key }) => key === figure.row)?.label ?? "";
  const column = data?.columns.find(({ key }) => key === figure.column)?.label ?? "";
  return (
    <Opened
      figure={figure}
      asked={asked}
      title={`${data?.title ?? ""} · ${row} ${column}`}
      onClose={onClose}
    />
  );
}

function inEdition(asked: Asked, edition: string | null): Asked {
  if (edition === null) return asked;
  const { edition: _, ...rest } = asked;
  return edition === "live" ? rest : { ...rest, edition };
}

function openedIn(text: string | null): Figure | undefined {
  const parts = text?.split("|") ?? [];
  const view = viewNames.find((one) => one === parts[0]);
  const column = parts.at(-1);
  if (view === undefined || column === undefined || parts.length < 3) return undefined;
  return { view, row: parts.slice(1, -1).join("|"), column };
}

const viewNames: readonly ViewName[] = ["analysis", "received", ...sections.map(({ view }) => view)];
