import { useState } from "react";
import { Unreachable } from "../../api/problem.ts";
import { useSay } from "../../words/words.ts";
import { usePhone } from "../context.ts";
import type { Job } from "../jobs/job.ts";
import { SignInNeeded } from "../phone-session.ts";
import { mWords } from "../words.ts";

type Shown = { readonly number: string } | "asked" | "no-signal" | "refused" | undefined;

/** The number is no part of the job: it is asked for at the tap, and who asked is on record. */
export function Call({ job }: { readonly job: Job }) {
  const say = useSay();
  const phone = usePhone();
  const [shown, setShown] = useState<Shown>();
  const { complainant } = job.detail;
  const ask = async () => {
    setShown("asked");
    try {
      const number = await phone.phoneOf(job);
      setShown(number === undefined ? "refused" : { number });
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof SignInNeeded)) throw error;
      setShown("no-signal");
    }
  };
  const name = complainant.name ?? "";
  if (!complainant.hasPhone) {
    return (
      <p>
        {name} <small>{say(mWords.noPhone)}</small>
      </p>
    );
  }
  return (
    <div className="call">
      {typeof shown === "object" ? (
        <>
          <a className="button wide" href={`tel:${shown.number}`}>
            ☎ {shown.number}
          </a>
          <small>{say(mWords.callLogged)}</small>
        </>
      ) : (
        <button type="button" className="plain" disabled={shown === "asked"} onClick={() => void ask()}>
          ☎ {say(mWords.call)} {name}
        </button>
      )}
      {shown === "no-signal" && <p role="alert">{say(mWords.callNeedsSignal)}</p>}
      {shown === "refused" && <p role="alert">{say(mWords.callRefused)}</p>}
    </div>
  );
}
