import { useState } from "react";
import { Unreachable } from "../../api/problem.ts";
import { placeOf } from "../../parts/place.ts";
import { useSay } from "../../words/words.ts";
import { usePhone } from "../context.ts";
import type { Job } from "../jobs/job.ts";
import { SignInNeeded } from "../phone-session.ts";
import { mWords } from "../words.ts";

type Asked<T> = { readonly told: T } | "asked" | "no-signal" | "refused" | undefined;

/** Something that is asked for at the tap, with what came of it. */
function useAsked<T>(ask: () => Promise<T | undefined>): [Asked<T>, () => void] {
  const [asked, setAsked] = useState<Asked<T>>();
  const start = async () => {
    setAsked("asked");
    try {
      const told = await ask();
      setAsked(told === undefined ? "refused" : { told });
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof SignInNeeded)) throw error;
      setAsked("no-signal");
    }
  };
  return [asked, () => void start()];
}

/** Name and number are no part of the job: they are asked for at the tap, and who asked is on record. */
export function Call({ job }: { readonly job: Job }) {
  return job.detail.complainant.hasPhone ? <ToCall job={job} /> : <ToVisit job={job} />;
}

function ToCall({ job }: { readonly job: Job }) {
  const say = useSay();
  const phone = usePhone();
  const [asked, ask] = useAsked(() => phone.callOf(job));
  return (
    <div className="call">
      {typeof asked === "object" ? (
        <>
          <a className="button wide" href={`tel:${asked.told.phone}`}>
            ☎ {asked.told.name} {asked.told.phone}
          </a>
          <small>{say(mWords.callLogged)}</small>
        </>
      ) : (
        <button type="button" className="plain" disabled={asked === "asked"} onClick={ask}>
          ☎ {say(mWords.call)} {job.detail.complainant.name}
        </button>
      )}
      <Failed asked={asked} />
    </div>
  );
}

function ToVisit({ job }: { readonly job: Job }) {
  const say = useSay();
  const phone = usePhone();
  const [asked, ask] = useAsked(() => phone.visited(job));
  const { name } = job.detail.complainant;
  return (
    <div className="call">
      <p>
        {typeof asked === "object" ? `${asked.told.name ?? ""} ${placeOf(asked.told.location)}` : name}{" "}
        <small>{say(typeof asked === "object" ? mWords.shownLogged : mWords.noPhone)}</small>
      </p>
      {name !== undefined && typeof asked !== "object" && (
        <button type="button" className="plain" disabled={asked === "asked"} onClick={ask}>
          {say(mWords.showName)}
        </button>
      )}
      <Failed asked={asked} />
    </div>
  );
}

function Failed({ asked }: { readonly asked: Asked<unknown> }) {
  const say = useSay();
  if (asked === "no-signal") return <p role="alert">{say(mWords.callNeedsSignal)}</p>;
  return asked === "refused" ? <p role="alert">{say(mWords.callRefused)}</p> : undefined;
}
