import { useState } from "react";
import type { Words } from "../../../../../lib/domain/words/words.ts";
import { monthName } from "../../../parts/months.tsx";
import { localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { monthAfter } from "../parts/months.ts";
import { companyZone } from "../parts/zone.ts";
import { type DayKind, monthOf } from "./days.ts";
import type { Calendar } from "./model.ts";
import { weekdays, weekdayWords } from "./weekdays.ts";

const words = {
  month: { zh: "月历", en: "Month" },
  earlier: { zh: "上个月", en: "Month before" },
  later: { zh: "下个月", en: "Month after" },
};
const kinds: Readonly<Record<DayKind, Words>> = {
  worked: { zh: "工作日", en: "worked" },
  closed: { zh: "休息", en: "closed" },
  holiday: { zh: "放假", en: "holiday" },
  "made-up": { zh: "补班", en: "made up" },
  provisional: { zh: "暂定", en: "provisional" },
};

/** One month with what each day is, in words and colour. */
export function MonthGrid({ calendar }: { readonly calendar: Calendar }) {
  const say = useSay();
  const today = localDateOf(useNow(), companyZone);
  const [month, setMonth] = useState(today.slice(0, 7));
  const days = monthOf(calendar, month);
  const weeks = Array.from({ length: Math.ceil(days.length / weekdays.length) }, (_, index) =>
    weekdays.map((_day, place) => days[index * weekdays.length + place]),
  );
  return (
    <section className="panel" aria-label={say(words.month)}>
      <div className="tools">
        <button type="button" className="plain" onClick={() => setMonth(monthAfter(month, -1))}>
          ‹ {say(words.earlier)}
        </button>
        <strong aria-live="polite">{monthName(month, say.language)}</strong>
        <button type="button" className="plain" onClick={() => setMonth(monthAfter(month, 1))}>
          {say(words.later)} ›
        </button>
      </div>
      <table className="month">
        <thead>
          <tr>
            {weekdays.map((day) => (
              <th key={day} scope="col">
                {say(weekdayWords[day])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, index) => (
            <tr key={index}>
              {week.map((day, place) => (
                <td key={place} className={day?.kind} aria-current={day?.date === today ? "date" : undefined}>
                  {day !== undefined && (
                    <>
                      {day.day}
                      <small>{day.name ?? say(kinds[day.kind])}</small>
                      {day.kind === "made-up" && <small>{say(kinds["made-up"])}</small>}
                    </>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
