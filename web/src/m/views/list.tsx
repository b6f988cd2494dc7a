import { clockWords } from "../../../../lib/domain/words/clocks.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { urgentClock } from "../../parts/clocks.tsx";
import { placeOf } from "../../parts/place.ts";
import { lengthWords } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { usePhone, usePhoneState, useServerNow } from "../context.ts";
import { byDue, type Job, type Projected, projected } from "../jobs/job.ts";
import { isPending } from "../outbox/entry.ts";
import { mWords } from "../words.ts";
import { Link } from "./link.tsx";

/** The jobs in order of what is due, as they stand with everything in the outbox. */
export function useJobs(): readonly { readonly job: Job; readonly projected: Projected }[] {
  const { jobs, entries } = usePhoneState();
  return jobs
    .map((job) => ({
      job,
      projected: projected(
        job,
        entries.filter(({ complaintId }) => complaintId === job.id),
      ),
    }))
    .toSorted(byDue);
}

/** My jobs by what is due first. */
export function JobList() {
  const say = useSay();
  const phone = usePhone();
  const { isReached, jobs } = usePhoneState();
  const all = useJobs();
  document.title = `${say(mWords.title)} · 接诉`;
  return (
    <>
      <h1>{say(mWords.title)}</h1>
      {jobs.length === 0 && (
        <p className="panel">{say(isReached === true ? mWords.noJobs : mWords.notSeenYet)}</p>
      )}
      <ul className="jobs">
        {all.map(({ job, projected: now }) => (
          <li key={job.id}>
            <Row job={job} now={now} />
          </li>
        ))}
      </ul>
      <p className="foot">
        <a href="/">{say(mWords.openAtDesk)}</a>
        <button
          type="button"
          className="plain small"
          onClick={() => {
            void phone.signOut().finally(() => location.replace("/m"));
          }}
        >
          {say(mWords.signOut)}
        </button>
      </p>
    </>
  );
}

function Row({ job, now }: { readonly job: Job; readonly now: Projected }) {
  const say = useSay();
  const { entries } = usePhoneState();
  const { detail } = job;
  const waiting = entries.filter((entry) => entry.complaintId === job.id && isPending(entry)).length;
  return (
    <Link to={`/m/c/${encodeURIComponent(job.id)}`} className={detail.safety ? "job grave" : "job"}>
      <span className="job-top">
        <b>{placeOf(detail.location) || detail.place || job.projectName}</b>
        <small>{detail.number}</small>
      </span>
      <span className="job-text">{detail.matter}</span>
      <span className="job-foot">
        <Distance job={job} now={now} />
        {detail.safety && <b className="chip late">⚠ {say(mWords.safety)}</b>}
        {waiting > 0 && (
          <span className="chip">
            {say(mWords.waiting)} {waiting}
          </span>
        )}
      </span>
    </Link>
  );
}

/** `接单 还剩1小时20分钟`: the clock that runs out first, in words. */
export function Distance({ job: { detail }, now }: { readonly job: Job; readonly now: Projected }) {
  const say = useSay();
  const at = useServerNow();
  if (now.resolved) return <span className="distance good">✓ {say(mWords.done)}</span>;
  const clocks = detail.clocks.filter(({ name }) => !(name === "accept" && now.accepted));
  const clock = urgentClock(clocks);
  if (clock === undefined) return <span className="distance">{say(mWords.noLimit)}</span>;
  const left = Date.parse(clock.dueAt) - at;
  const isLate = left < 0;
  return (
    <span className={isLate ? "distance late" : "distance"}>
      {isLate ? "▲ " : "● "}
      {say.label(wordsFor(clockWords, clock.name))} {say(isLate ? mWords.lateBy : mWords.dueIn)}
      {say.language === "en" && " "}
      {say(lengthWords(left))}
    </span>
  );
}
