import { useEffect, useRef, useState } from "react";
import { useSay } from "../../words/words.ts";
import type { TrendData } from "./chart.ts";
import type { Table } from "./query.ts";
import { ViewTable } from "./table.tsx";

const words = {
  trend: { zh: "十三个月趋势", en: "Thirteen months" },
  month: { zh: "月份", en: "Month" },
  chart: { zh: "趋势图，数字见旁边的表", en: "Chart of the trend; its numbers stand in the table beside it" },
};

const shown = ["received", "handlingRate", "timelyRate", "firstFollowUpSatisfaction"] as const;

/** Thirteen months as a chart, and the same as a table beside it. */
export function Trend({ table }: { readonly table: Table }) {
  const say = useSay();
  const [bars, ...lines] = shown.map((key) => ({
    name: table.columns.find((column) => column.key === key)?.label ?? key,
    values: table.rows.map(({ figures }) => figures[key] ?? null),
  }));
  if (bars === undefined) return undefined;
  return (
    <div className="beside">
      <Chart data={{ months: table.rows.map(({ key }) => key), bars, lines }} name={say(words.chart)} />
      <ViewTable
        view="months"
        table={table}
        rows={table.rows.toReversed()}
        columns={["received", "open", "handlingRate", "timelyRate", "firstFollowUpSatisfaction"]}
        caption={say(words.trend)}
        head={say(words.month)}
      />
    </div>
  );
}

/** The code that draws is loaded when a chart is seen; colours follow the page's. */
function Chart({ data, name }: { readonly data: TrendData; readonly name: string }) {
  const ref = useRef<HTMLDivElement>(null);
  const dark = useDark();
  const text = JSON.stringify(data);
  useEffect(() => {
    const element = ref.current;
    let away: (() => void) | undefined;
    let left = false;
    const draw = async () => {
      const { drawTrend } = await import("./chart.ts");
      if (element !== null && !left) away = drawTrend(element, data);
    };
    void draw();
    return () => {
      left = true;
      away?.();
    };
    // The text stands for the data: the same numbers are not drawn again.
  }, [text, dark]);
  return <div ref={ref} className="chart" role="img" aria-label={name} />;
}

function useDark(): boolean {
  const [dark, setDark] = useState(() => matchMedia("(prefers-color-scheme: dark)").matches);
  useEffect(() => {
    const media = matchMedia("(prefers-color-scheme: dark)");
    const changed = () => setDark(media.matches);
    media.addEventListener("change", changed);
    return () => media.removeEventListener("change", changed);
  }, []);
  return dark;
}
