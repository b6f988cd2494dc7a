import { Suspense, useEffect, useRef, useState } from "react";
import { NavLink, Outlet, useLocation } from "react-router";
import { leadersOfProject, rulersOfProject } from "../../../lib/domain/organisation/rights.ts";
import { Refused } from "../api/problem.ts";
import { serverNow } from "../api/server-time.ts";
import { HeldCommands } from "../parts/command/held.tsx";
import { holdsOneOf, type Person, PostNames, useMe } from "../parts/me.tsx";
import { localDateOf, Ticking, useZone } from "../parts/time.tsx";
import { WaitingMails } from "../parts/waiting-mails.tsx";
import { uiWords } from "../words/ui.ts";
import { type Language, useSay } from "../words/words.ts";
import { ClockBar, LostBar } from "./bars.tsx";
import { useSession, useSessionState } from "./services.ts";

interface LayoutProps {
  readonly language: Language;
  readonly setLanguage: (language: Language) => void;
}

/** The frame of every page: who is signed in, where one can go, and the bar of an expired session. */
export function Layout(props: LayoutProps) {
  const say = useSay();
  const state = useSessionState();
  const { pathname } = useLocation();
  if (pathname === "/signed-in") return <Outlet />;
  if (state.kind === "signed-out") return <Leaving />;
  return (
    <>
      <a className="skip" href="#main">
        {say(uiWords.skipToMain)}
      </a>
      <Head {...props} />
      <LostBar />
      <ClockBar />
      {state.kind === "expired" && <Expired />}
      <main id="main" tabIndex={-1}>
        <Ticking>
          <HeldCommands>
            <NotKnown />
            <Suspense fallback={<p className="waiting">{say(uiWords.loading)}</p>}>
              <Outlet />
            </Suspense>
          </HeldCommands>
        </Ticking>
      </main>
    </>
  );
}

/** Nobody is signed in: to the issuer, and back to this very address. */
function Leaving() {
  const say = useSay();
  const session = useSession();
  const { pathname, search } = useLocation();
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    if (failed) return;
    session.leave(pathname + search).catch(() => setFailed(true));
  }, [session, pathname, search, failed]);
  if (!failed) return <p className="waiting">{say(uiWords.signingIn)}</p>;
  return (
    <div className="alone" role="alert">
      <h1>{say(uiWords.signInFailed)}</h1>
      <p>{say(uiWords.issuerSilent)}</p>
      <button type="button" className="plain" onClick={() => setFailed(false)}>
        {say(uiWords.tryAgain)}
      </button>
    </div>
  );
}

/** Signed in at the issuer and nobody's colleague: where there is no company yet, this is its first administrator. */
function NotKnown() {
  const say = useSay();
  const { error } = useMe();
  const { pathname } = useLocation();
  if (!(error instanceof Refused) || error.problem.code !== "unknown-user" || pathname === "/setup")
    return undefined;
  return (
    <p className="note">
      {say(uiWords.notKnown)} <NavLink to="/setup">{say(uiWords.firstSetup)}</NavLink>
    </p>
  );
}

/** On top of everything, of an open form too: what lies below stays as it is. */
function Expired() {
  const say = useSay();
  const session = useSession();
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} aria-label={say(uiWords.signInAgain)} onCancel={(event) => event.preventDefault()}>
      <p>{say(uiWords.sessionExpired)}</p>
      <button type="button" onClick={() => void session.signInAgain()}>
        {say(uiWords.signInAgain)}
      </button>
    </dialog>
  );
}

/** Whoever has to do with the month's files begins there, other leaders with the figures of the month that runs. */
function monthsOf(person: Person | undefined, zone: string): string {
  if (holdsOneOf(person, rulersOfProject)) return "/months";
  return `/months/${localDateOf(serverNow(), zone).slice(0, 7)}/figures`;
}

function Head({ language, setLanguage }: LayoutProps) {
  const say = useSay();
  const session = useSession();
  const me = useMe();
  const zone = useZone();
  const other = language === "zh" ? "en" : "zh";
  return (
    <header className="head">
      <strong className="brand">接诉</strong>
      <nav aria-label={say(uiWords.navigation)}>
        <NavLink to="/" end>
          {say(uiWords.inbox)}
        </NavLink>
        <NavLink to="/new">{say(uiWords.register)}</NavLink>
        <NavLink to="/mine">{say(uiWords.mine)}</NavLink>
        <NavLink to="/emergencies">{say(uiWords.emergencies)}</NavLink>
        {holdsOneOf(me.data, leadersOfProject) && (
          <>
            <NavLink to="/actions">{say(uiWords.corrective)}</NavLink>
            <NavLink to={monthsOf(me.data, zone)}>{say(uiWords.months)}</NavLink>
            <NavLink to="/admin">
              {say(uiWords.administration)}
              <WaitingMails />
            </NavLink>
          </>
        )}
      </nav>
      <span className="who">
        {me.data?.name}
        {me.data !== undefined && <PostNames person={me.data} />}
      </span>
      <button type="button" className="plain" lang={other} onClick={() => setLanguage(other)}>
        {other === "en" ? "English" : "中文"}
      </button>
      <button type="button" className="plain" onClick={() => session.signOut()}>
        {say(uiWords.signOut)}
      </button>
    </header>
  );
}
