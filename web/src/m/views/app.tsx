import { useEffect, useState } from "react";
import { lengthWords } from "../../parts/time.tsx";
import { type Language, rememberLanguage, SayContext, sayIn, useSay } from "../../words/words.ts";
import { placeOf, usePath } from "../address.ts";
import { PhoneContext, usePhone, usePhoneState } from "../context.ts";
import { isPending } from "../outbox/entry.ts";
import type { Phone } from "../phone.ts";
import { mWords } from "../words.ts";
import { onNewVersion } from "../worker.ts";
import { JobPage } from "./job.tsx";
import { Link } from "./link.tsx";
import { JobList } from "./list.tsx";
import { Outbox } from "./outbox.tsx";

export function App({ phone, language: first }: { readonly phone: Phone; readonly language: Language }) {
  const [language, setLanguage] = useState(first);
  const path = usePath();
  const choose = (chosen: Language) => {
    rememberLanguage(chosen);
    setLanguage(chosen);
  };
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return (
    <PhoneContext value={phone}>
      <SayContext value={sayIn(language)}>
        <Head language={language} setLanguage={choose} />
        <Notices />
        <Main path={path} />
      </SayContext>
    </PhoneContext>
  );
}

/** Busy until the server has been asked for the first time, or is known to be out of reach. */
function Main({ path }: { readonly path: string }) {
  const { isReached, isSignInNeeded } = usePhoneState();
  return (
    <main id="main" aria-busy={isReached === undefined && !isSignInNeeded}>
      <Shown path={path} />
    </main>
  );
}

function Shown({ path }: { readonly path: string }) {
  const place = placeOf(path);
  switch (place.kind) {
    case "job":
      return <JobPage key={place.id} id={place.id} />;
    case "outbox":
      return <Outbox />;
    case "list":
    case "signed-in":
      return <JobList />;
  }
}

interface HeadProps {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

/** Where one is, and what waits: always in sight. */
function Head({ language, setLanguage }: HeadProps) {
  const say = useSay();
  const { entries, isSending } = usePhoneState();
  const waiting = entries.filter(({ state }) => state.kind === "waiting").length;
  const asked = entries.filter(({ state }) => state.kind === "decide").length;
  const other = language === "zh" ? "en" : "zh";
  return (
    <header className="head">
      <Link to="/m" className="brand">
        接诉
      </Link>
      <Link to="/m/out" className={asked > 0 ? "outbox-link asked" : "outbox-link"}>
        {say(mWords.outbox)}
        {asked > 0 && <b>{` ${say(mWords.decide)} ${asked}`}</b>}
        {waiting > 0 && <b>{` ${isSending ? "↑" : say(mWords.waiting)} ${waiting}`}</b>}
        {waiting + asked === 0 && " ✓"}
      </Link>
      <button type="button" className="plain small" lang={other} onClick={() => setLanguage(other)}>
        {other === "en" ? "EN" : "中"}
      </button>
    </header>
  );
}

const wrongClockMs = 5 * 60_000;

/** What one should know, whatever one looks at. */
function Notices() {
  const say = useSay();
  const phone = usePhone();
  const { isReached, isSignInNeeded, skewMs, waitingOfOthers, entries } = usePhoneState();
  const [update, setUpdate] = useState<() => void>();
  useEffect(() => onNewVersion((take) => setUpdate(() => take)), []);
  const off = say(lengthWords(skewMs));
  return (
    <div role="status">
      {update !== undefined && (
        <button type="button" className="notice" onClick={update}>
          {say(mWords.newVersion)}
        </button>
      )}
      {isSignInNeeded && (
        <p className="notice soon">
          {say(mWords.signInAgain)}{" "}
          <button type="button" onClick={() => void phone.session.leave(location.pathname)}>
            {say(mWords.signIn)}
          </button>
        </p>
      )}
      {isReached === false && <p className="notice">{say(mWords.noSignal)}</p>}
      {Math.abs(skewMs) > wrongClockMs && (
        <p className="notice soon">
          {say(skewMs < 0 ? mWords.clockFast : mWords.clockSlow)}
          {say.language === "en" && " "}
          {off}
          {say(mWords.clockMeant)}
        </p>
      )}
      {waitingOfOthers > 0 && !entries.some(isPending) && (
        <p className="notice soon">
          {say(mWords.othersWait)}
          {waitingOfOthers}
        </p>
      )}
    </div>
  );
}
