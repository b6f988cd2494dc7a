import { Link, useRouteError } from "react-router";
import { Unreachable } from "../api/problem.ts";
import { uiWords } from "../words/ui.ts";
import { useSay } from "../words/words.ts";

/** No page has this address. */
export function NotFound() {
  const say = useSay();
  return (
    <div className="alone">
      <h1>{say(uiWords.noSuchPage)}</h1>
      <Link to="/">{say(uiWords.toInbox)}</Link>
    </div>
  );
}

/** A page broke, or its code could not be loaded: after a new release old files are gone. */
export function PageError() {
  const say = useSay();
  const error = useRouteError();
  const lost =
    error instanceof Unreachable || (error instanceof TypeError && /fetch|import/i.test(error.message));
  return (
    <div className="alone" role="alert">
      <h1>{say(lost ? uiWords.offline : uiWords.pageBroke)}</h1>
      <p>{lost ? say(uiWords.draftsKept) : String(error)}</p>
      <button type="button" className="plain" onClick={() => location.reload()}>
        {say(uiWords.tryAgain)}
      </button>
    </div>
  );
}
