import { useState } from "react";
import { Link } from "react-router";
import { clockWords } from "../../../../../lib/domain/words/clocks.ts";
import { wordsFor } from "../../../../../lib/domain/words/words.ts";
import { At, localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { TextBox } from "../parts/fields.tsx";
import { JobProgress, type JobResult, resultOf, useJob } from "../parts/job.tsx";
import { useSendBody } from "../parts/put.ts";
import { useSaving } from "../parts/saving.ts";
import { companyZone } from "../parts/zone.ts";
import { Contradictions } from "./contradictions.tsx";

const words = {
  trial: { zh: "试算", en: "Try it" },
  about: { zh: "只计算，不改任何投诉。", en: "Only reckons; no complaint is changed." },
  now: { zh: "现在会变动哪些时限", en: "What would move now" },
  month: { zh: "或用一个月的投诉重判", en: "Or judge a month again" },
  again: { zh: "重判", en: "Judge again" },
  seen: { zh: "条未结投诉，其中", en: "open complaints, of which" },
  moved: { zh: "条会变动", en: "would move" },
  atOnce: { zh: "立即触发", en: "fires at once" },
  late: { zh: "超时的时限", en: "Clocks late" },
  complaint: { zh: "投诉", en: "Complaint" },
  clock: { zh: "时限", en: "Clock" },
  before: { zh: "现在", en: "Now" },
  after: { zh: "之后", en: "Then" },
  otherwise: { zh: "判定不同的", en: "Judged otherwise" },
};

/** A dry run of the changed policy: what would move, and what of a month would have been late. */
export function Trial({ body }: { readonly body: object }) {
  const say = useSay();
  const send = useSendBody();
  const now = useNow();
  const [month, setMonth] = useState(localDateOf(now, companyZone).slice(0, 7));
  // A trial is of the text it was started with: with other values it no longer says anything.
  const [started, setStarted] = useState<{ readonly jobId: string; readonly of: string }>();
  const text = JSON.stringify(body);
  const trial = useSaving(async (replay?: string) => {
    const more = replay === undefined ? {} : { replay };
    const { jobId } = await send<{ jobId: string }>(
      "POST",
      "/policies/dry-run",
      { ...body, ...more },
      crypto.randomUUID(),
    );
    setStarted({ jobId, of: text });
  });
  return (
    <section className="panel" aria-label={say(words.trial)}>
      <h2>{say(words.trial)}</h2>
      <p>
        <small>{say(words.about)}</small>
      </p>
      {trial.error !== undefined && <Contradictions error={trial.error} />}
      <button type="button" className="plain" disabled={trial.busy} onClick={() => void trial.run(undefined)}>
        {say(words.now)}
      </button>
      <div className="tools trial-month">
        <TextBox label={say(words.month)} type="month" value={month} set={setMonth} />
        <button type="button" className="plain" disabled={trial.busy} onClick={() => void trial.run(month)}>
          {say(words.again)}
        </button>
      </div>
      {started !== undefined && started.of === text && <Result jobId={started.jobId} />}
    </section>
  );
}

function Result({ jobId }: { readonly jobId: string }) {
  const { data } = useJob(jobId);
  const result = resultOf(data);
  return (
    <>
      <JobProgress jobId={jobId} />
      {result?.kind === "dry-run" && <Moves result={result} />}
      {result?.kind === "replay" && <Judged result={result} />}
    </>
  );
}

function Moves({ result }: { readonly result: JobResult }) {
  const say = useSay();
  const { moves = [] } = result;
  return (
    <>
      <p role="status">
        {result.seen} {say(words.seen)} <strong>{result.changed}</strong> {say(words.moved)}
      </p>
      <ul className="list">
        {moves.map(({ id, number, clock, from, to, atOnce }) => (
          <li key={`${id} ${clock}`}>
            <Link to={`/c/${id}`}>{number}</Link> {say.label(wordsFor(clockWords, clock))}
            <br />
            <del>
              <At instant={from} />
            </del>{" "}
            → <At instant={to} />
            {atOnce.length > 0 && (
              <span className="late">
                {" "}
                ▲ {say(words.atOnce)} {atOnce.length}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Judged({ result }: { readonly result: JobResult }) {
  const say = useSay();
  const { judged = [], lateBefore = 0, lateAfter = 0 } = result;
  return (
    <>
      <p role="status">
        {say(words.late)}: {lateBefore} → <strong>{lateAfter}</strong>
      </p>
      {judged.length > 0 && <h3>{say(words.otherwise)}</h3>}
      <ul className="list">
        {judged.map(({ id, number, clock, before, after, lateAfter: late }) => (
          <li key={`${id} ${clock}`}>
            <Link to={`/c/${id}`}>{number}</Link> {say.label(wordsFor(clockWords, clock))}{" "}
            <span className={late ? "late" : "good"}>{late ? "▲" : "✓"}</span>
            <br />
            <At instant={before} /> → <At instant={after} />
          </li>
        ))}
      </ul>
    </>
  );
}
