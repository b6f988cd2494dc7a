import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { Trouble } from "../../../parts/refusal.tsx";
import { At } from "../../../parts/time.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { useEverybody } from "../parts/everybody.ts";
import { AdminPage } from "../parts/frame.tsx";
import { HoursDialog } from "./hours-dialog.tsx";
import type { Calendar } from "./model.ts";
import { MonthGrid } from "./month-grid.tsx";
import { NoticeDialog } from "./notice-dialog.tsx";
import { weekdays, weekdayWords } from "./weekdays.ts";
import "./calendar.css";

const words = {
  provisional: {
    zh: "放假通知只录入到这一天，之后的期限都是暂定：",
    en: "Notices are entered until this day; deadlines beyond it are provisional:",
  },
  enter: { zh: "录入国务院通知", en: "Enter a State Council notice" },
  hours: { zh: "工作时间", en: "Opening hours" },
  change: { zh: "修改工作时间", en: "Change the hours" },
  closed: { zh: "休息", en: "closed" },
  notices: { zh: "放假通知", en: "Holiday notices" },
  source: { zh: "原文", en: "source" },
  worked: { zh: "补班", en: "worked" },
  days: { zh: "天", en: "days" },
  editions: { zh: "发布记录", en: "What was published" },
};

/** Opening hours, the year's holidays, and where deadlines become provisional. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const [open, setOpen] = useState<"notice" | "hours">();
  const { data, error } = useQuery({
    queryKey: ["calendar"],
    queryFn: ({ signal }) => body(api.GET("/calendar", { params: { query: {} }, signal })),
  });
  return (
    <AdminPage path="/admin/calendar">
      {error !== null && <Trouble error={error} />}
      {data === undefined ? (
        error === null && <p className="waiting">{say(uiWords.loading)}</p>
      ) : (
        <>
          {data.publishedUntil !== undefined && (
            <p className="note soon">
              {say(words.provisional)} <strong>{data.publishedUntil}</strong>
            </p>
          )}
          <div className="tools">
            <button type="button" onClick={() => setOpen("notice")}>
              {say(words.enter)}
            </button>
            <button type="button" className="plain" onClick={() => setOpen("hours")}>
              {say(words.change)}
            </button>
          </div>
          <div className="calendar">
            <MonthGrid calendar={data} />
            <Week calendar={data} />
          </div>
          <Notices calendar={data} />
          <Editions calendar={data} />
          {open === "notice" && <NoticeDialog calendar={data} onClose={() => setOpen(undefined)} />}
          {open === "hours" && <HoursDialog calendar={data} onClose={() => setOpen(undefined)} />}
        </>
      )}
    </AdminPage>
  );
}

interface Part {
  readonly calendar: Calendar;
}

function Week({ calendar: { week } }: Part) {
  const say = useSay();
  return (
    <section className="panel" aria-label={say(words.hours)}>
      <h2>{say(words.hours)}</h2>
      <dl className="facts">
        {weekdays.map((day) => (
          <div key={day} className="fact">
            <dt>{say(weekdayWords[day])}</dt>
            <dd>{(week[day] ?? []).map(([from, to]) => `${from}–${to}`).join("、") || say(words.closed)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Notices({ calendar: { notices } }: Part) {
  const say = useSay();
  return (
    <section className="panel" aria-label={say(words.notices)}>
      <h2>{say(words.notices)}</h2>
      {notices
        .toSorted((a, b) => b.year - a.year)
        .map((notice, index) => (
          <details key={notice.year} open={index === 0}>
            <summary>
              {notice.title} <small>{notice.documentNumber}</small>
            </summary>
            <ul className="list">
              {notice.holidays.map(({ name, from, to, days, makeUpWorkdays }) => (
                <li key={`${name} ${from}`}>
                  <strong>{name}</strong> {from === to ? from : `${from} – ${to}`} · {days} {say(words.days)}
                  {makeUpWorkdays.length > 0 && (
                    <small>
                      {" "}
                      {say(words.worked)} {makeUpWorkdays.join("、")}
                    </small>
                  )}
                </li>
              ))}
            </ul>
            {notice.address !== null && (
              <p>
                <a href={notice.address} target="_blank" rel="noreferrer">
                  {say(words.source)}
                </a>
              </p>
            )}
          </details>
        ))}
    </section>
  );
}

function Editions({ calendar: { editions } }: Part) {
  const say = useSay();
  const { nameOf } = useEverybody();
  if (editions.length === 0) return undefined;
  return (
    <section className="panel" aria-label={say(words.editions)}>
      <h2>{say(words.editions)}</h2>
      <ol className="list">
        {editions.toReversed().map(({ version, publishedAt, publishedBy }) => (
          <li key={version}>
            {version} · <At instant={publishedAt} /> · {nameOf(publishedBy)}
          </li>
        ))}
      </ol>
    </section>
  );
}
