import { type ChangeEvent, useEffect, useState } from "react";
import { placeOf } from "../../parts/place.ts";
import { At, InZone, useInstantWords } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { usePhone, usePhoneState } from "../context.ts";
import { photoOf } from "../files/job-photo.ts";
import type { Job, Projected } from "../jobs/job.ts";
import type { ActionName } from "../outbox/entry.ts";
import type { Action } from "../phone.ts";
import { mWords } from "../words.ts";
import { Call } from "./call.tsx";
import { Link } from "./link.tsx";
import { Distance, useJobs } from "./list.tsx";
import { Entries } from "./outbox.tsx";
import { ActionSheet } from "./sheet.tsx";

/** One job: what it is, what to do with it, what was done. */
export function JobPage({ id }: { readonly id: string }) {
  const say = useSay();
  const all = useJobs();
  const { entries, isReached } = usePhoneState();
  const found = all.find(({ job }) => job.id === id || job.detail.number === id);
  if (found === undefined) return <Unknown key={String(isReached)} id={id} />;
  const { job, projected: now } = found;
  const next = all.find((one) => one.job.id !== job.id && !one.projected.resolved);
  document.title = `${job.detail.number} · 接诉`;
  return (
    <InZone timeZone={job.timeZone}>
      <Facts job={job} now={now} />
      <Actions job={job} now={now} />
      <Entries entries={entries.filter(({ complaintId }) => complaintId === job.id)} />
      <p className="foot">
        <Link to="/m">{say(mWords.back)}</Link>
        <a href={`/c/${encodeURIComponent(job.id)}`}>{say(mWords.openAtDesk)}</a>
        {next !== undefined && (
          <Link to={`/m/c/${encodeURIComponent(next.job.id)}`} className="button">
            {say(mWords.next)} →
          </Link>
        )}
      </p>
    </InZone>
  );
}

/** Not among the jobs on this phone: asked for, where there is signal. */
function Unknown({ id }: { readonly id: string }) {
  const say = useSay();
  const phone = usePhone();
  const [isTold, setTold] = useState<boolean>();
  useEffect(() => {
    void phone.look(id).then(setTold);
  }, [phone, id]);
  return (
    <>
      <p className="panel">{say(isTold === false ? mWords.unknownJob : mWords.notSeenYet)}</p>
      <p className="foot">
        <Link to="/m">{say(mWords.back)}</Link>
        <a href={`/c/${encodeURIComponent(id)}`}>{say(mWords.openAtDesk)}</a>
      </p>
    </>
  );
}

function Facts({ job, now }: { readonly job: Job; readonly now: Projected }) {
  const say = useSay();
  const { detail } = job;
  const place = [placeOf(detail.location), detail.place].filter(Boolean).join(" · ");
  return (
    <section className={detail.safety ? "panel grave" : "panel"}>
      <h1>{place || job.projectName}</h1>
      <p>
        <Distance job={job} now={now} />
      </p>
      <p className="matter">{detail.matter}</p>
      <p>
        <small>
          {detail.number} · {job.projectName} · <At instant={detail.receivedAt} />
        </small>
      </p>
      <Call job={job} />
      {now.nodes.length > 0 && (
        <>
          <h2>{say(mWords.nodes)}</h2>
          <ul className="nodes">
            {now.nodes.map(({ id, text, dueAt }) => (
              <li key={id}>
                {text} <At instant={dueAt} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** The big buttons: what is most likely first. */
function Actions({ job, now }: { readonly job: Job; readonly now: Projected }) {
  const say = useSay();
  const [open, setOpen] = useState<ActionName>();
  const { act, failed } = useAct(job);
  const may = (name: ActionName) => now.actions.includes(name);
  return (
    <section className="actions">
      {failed !== undefined && (
        <p className="notice late" role="alert">
          {failed}
        </p>
      )}
      {may("accept") && (
        <button
          type="button"
          className="wide"
          onClick={() => void act({ command: "accept", values: {}, files: [] })}
        >
          {say(mWords.accept)}
        </button>
      )}
      {may("progress") && <Arrived job={job} act={act} />}
      {may("progress") && (
        <button type="button" className="plain" onClick={() => setOpen("progress")}>
          {say(mWords.progress)}
        </button>
      )}
      {may("note") && (
        <button type="button" className="plain" onClick={() => setOpen("note")}>
          {say(mWords.note)}
        </button>
      )}
      {may("resolve") && (
        <button type="button" className="wide good" onClick={() => setOpen("resolve")}>
          {say(mWords.finish)}
        </button>
      )}
      {open !== undefined && (
        <ActionSheet job={job} nodes={now.nodes} command={open} act={act} close={() => setOpen(undefined)} />
      )}
    </section>
  );
}

/** Keeps what was done; says so where the phone has no room for it, and then nothing is lost silently. */
function useAct(job: Job) {
  const say = useSay();
  const phone = usePhone();
  const [failed, setFailed] = useState<string>();
  const act = async (action: Action): Promise<boolean> => {
    try {
      await phone.act(job, action);
      setFailed(undefined);
      return true;
    } catch (error) {
      setFailed(`${say(mWords.keepsNothing)} (${String(error)})`);
      return false;
    }
  };
  return { act, failed };
}

interface ArrivedProps {
  readonly job: Job;
  readonly act: (action: Action) => Promise<boolean>;
}

/** 到场拍照: one tap to the camera, and the photo is in the outbox. */
function Arrived({ job, act }: ArrivedProps) {
  const say = useSay();
  const inWords = useInstantWords();
  const [failed, setFailed] = useState(false);
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const [picture] = event.target.files ?? [];
    event.target.value = "";
    if (picture === undefined) return;
    try {
      const file = await photoOf(picture, job, say(mWords.arrived), inWords);
      setFailed(false);
      await act({ command: "progress", values: { text: say(mWords.arrivedText) }, files: [file] });
    } catch {
      setFailed(true);
    }
  };
  return (
    <>
      <label className="button wide plain">
        {say(mWords.arrived)}
        <input type="file" accept="image/*" capture="environment" onChange={(event) => void take(event)} />
      </label>
      {failed && (
        <p className="notice late" role="alert">
          {say(mWords.photoFailed)}
        </p>
      )}
    </>
  );
}
