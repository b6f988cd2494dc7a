import { useState } from "react";
import { useParams } from "react-router";
import { holdsOneOf, useMe } from "../../parts/me.tsx";
import { MonthHead, monthName } from "../../parts/months.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { EditionPanel } from "./edition.tsx";
import { type Edition, type Run, useBuild, useMonthFiles } from "./query.ts";
import "./files.css";

const words = {
  title: { zh: "月报文件", en: "Files of the month" },
  none: {
    zh: "这个月还没有文件。每月1日02:00自动生成上月的初步版，第6个工作日生成通报版。",
    en: "There are no files of this month yet. The preliminary edition of a month is made at 02:00 on the 1st after it, the bulletin edition on the sixth working day.",
  },
  build: { zh: "现在生成一版", en: "Build an edition now" },
  building: { zh: "正在生成", en: "Being built" },
  buildFailed: { zh: "生成失败，没有出文件", en: "The build failed; no file was made" },
  startedAt: { zh: "开始于", en: "started" },
  spans: { zh: "其他期间与单个项目", en: "Other periods and single projects" },
};

/** Every edition of a month with its files; the announcement's link opens it. Without a month: the one that ended last. */
export function Page() {
  const { month: asked } = useParams();
  const say = useSay();
  const { data, error, isPending } = useMonthFiles(asked);
  const month = asked ?? data?.month;
  document.title = `${month === undefined ? "" : `${monthName(month, say.language)} `}${say(words.title)} · 接诉`;
  if (isPending) return <p className="waiting">{say(uiWords.loading)}</p>;
  if (data === undefined) return <Trouble error={error} />;
  return (
    <section className="months" aria-label={say(words.title)}>
      <MonthHead month={data.month} months={data.months} end="" />
      {error !== null && <Trouble error={error} />}
      <Runs runs={data.runs} />
      <Editions month={data.month} editions={data.editions} />
      <Build month={data.month} running={data.runs.some(({ state }) => state === "running")} />
    </section>
  );
}

/** The month's own editions of the company first; those of other periods or one project below. */
function Editions({ month, editions }: { readonly month: string; readonly editions: readonly Edition[] }) {
  const say = useSay();
  const isOwn = ({ from, to, projectId }: Edition) =>
    from === undefined && to === undefined && projectId === undefined;
  const own = editions.filter(isOwn);
  const others = editions.filter((one) => !isOwn(one));
  return (
    <>
      {editions.length === 0 && <p className="panel">{say(words.none)}</p>}
      {own.map((edition, index) => (
        <EditionPanel key={edition.edition} month={month} edition={edition} open={index === 0} />
      ))}
      {others.length > 0 && <h2 className="months-more">{say(words.spans)}</h2>}
      {others.map((edition, index) => (
        <EditionPanel
          key={edition.edition}
          month={month}
          edition={edition}
          open={own.length === 0 && index === 0}
        />
      ))}
    </>
  );
}

/** What is being built, and the last build if it failed. */
function Runs({ runs }: { readonly runs: readonly Run[] }) {
  const say = useSay();
  const shown = runs.filter(({ state }, index) => state === "running" || (state === "failed" && index === 0));
  return (
    <>
      {shown.map(({ id, state, done, total, startedAt, errors }) => (
        <div key={id} className={state === "failed" ? "note late" : "note"} role="status">
          {say(state === "failed" ? words.buildFailed : words.building)} · {say(words.startedAt)}{" "}
          <At instant={startedAt} />
          {state === "running" && (
            <progress value={done} max={total} aria-label={say(words.building)}>
              {done} / {total}
            </progress>
          )}
          {errors.length > 0 && <small> {errors.join("；")}</small>}
        </div>
      ))}
    </>
  );
}

/** Headquarters may have the month counted once more, as it is recorded until now. */
function Build({ month, running }: { readonly month: string; readonly running: boolean }) {
  const say = useSay();
  const me = useMe();
  const build = useBuild(month);
  const [key, setKey] = useState(() => crypto.randomUUID());
  if (!holdsOneOf(me.data, ["headquarters"])) return undefined;
  return (
    <div className="months-build">
      <button
        type="button"
        className="plain"
        disabled={running || build.isPending}
        onClick={() => build.mutate({ key }, { onSuccess: () => setKey(crypto.randomUUID()) })}
      >
        {say(words.build)}
      </button>
      {build.error !== null && <Trouble error={build.error} />}
    </div>
  );
}
