import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router";
import { useSession } from "../../app/services.ts";
import { startTrouble } from "../../words/sign-in.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";

/** Where the issuer sends people back to; from here they go on to where they wanted to be. */
export function Page() {
  const say = useSay();
  const session = useSession();
  const navigate = useNavigate();
  const [outcome, setOutcome] = useState<"waiting" | "closed" | { readonly failed: unknown }>("waiting");
  // The code opens once, and React runs effects twice while developing.
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    session.complete(new URL(location.href)).then(
      (to) => (to === undefined ? setOutcome("closed") : void navigate(to, { replace: true })),
      (failed: unknown) => setOutcome({ failed }),
    );
  }, [session, navigate]);
  if (outcome === "waiting") return <p className="waiting">{say(uiWords.loading)}</p>;
  if (outcome === "closed") return <p className="waiting">{say(uiWords.signInDone)}</p>;
  return (
    <main className="alone" role="alert">
      <h1>{say(uiWords.signInFailed)}</h1>
      <p>{say(startTrouble(outcome.failed))}</p>
      <Link to="/">{say(uiWords.signInAgain)}</Link>
    </main>
  );
}
