import { type ReactNode, useEffect } from "react";
import { readConfig } from "../api/config.ts";
import { Session } from "../api/session.ts";
import { returnOf, SignIn } from "../api/sign-in.ts";
import { forgetOldDrafts } from "../parts/draft.ts";
import { startTrouble } from "../words/sign-in.ts";
import { uiWords } from "../words/ui.ts";
import { readLanguage } from "../words/words.ts";
import { App } from "./app.tsx";

/** Reads the settings and signs in; what cannot work yet is a page that says what to do next. */
export async function boot(): Promise<ReactNode> {
  // The issuer knows one address: who signed in on the handler's page goes on there.
  if (location.pathname === "/signed-in" && /^\/m(?:\/|$)/.test(returnOf(new URL(location.href)) ?? "")) {
    location.replace(`/m/signed-in${location.search}`);
    return undefined;
  }
  try {
    const config = await readConfig();
    // The issuer knows one address of ours; tokens and drafts belong to one origin.
    const home = new URL(config.publicUrl);
    if (home.origin !== location.origin && !isDevelopment()) {
      location.replace(home.origin + location.pathname + location.search);
      return undefined;
    }
    forgetOldDrafts(Date.now());
    return <App session={new Session(new SignIn(config))} stage={config.stage} />;
  } catch (error) {
    return <Unstartable reason={startTrouble(error)[readLanguage()]} />;
  }
}

/** `npm run dev:web` serves the pages apart from the API. */
function isDevelopment(): boolean {
  return location.port === "5173";
}

const lookAgainMs = 5000;

/** Begins anew as soon as the server answers. */
function useReload(): void {
  useEffect(() => {
    const timer = setInterval(() => {
      readConfig().then(
        () => location.reload(),
        // Not there yet: asked again.
        () => undefined,
      );
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, []);
}

function Unstartable({ reason }: { readonly reason: string }) {
  const words = uiWords.cannotStart;
  const language = readLanguage();
  useReload();
  return (
    <main className="alone">
      <h1>{words[language]}</h1>
      <p>{reason}</p>
      <button type="button" className="plain" onClick={() => location.reload()}>
        {uiWords.tryAgain[language]}
      </button>
    </main>
  );
}
