import type { ReactNode } from "react";
import { readConfig, type WebConfig } from "../api/config.ts";
import { learnServerTime, serverNow, serverSkewMs } from "../api/server-time.ts";
import { startTrouble } from "../words/sign-in.ts";
import { type Language, readLanguage } from "../words/words.ts";
import { go, placeOf } from "./address.ts";
import { forgottenBefore, Phone } from "./phone.ts";
import { PhoneSession } from "./phone-session.ts";
import { openPhoneStore } from "./store/database.ts";
import { App } from "./views/app.tsx";
import { server } from "./wire.ts";
import { mWords } from "./words.ts";

const configKey = "jiesu.m.config";
const skewKey = "jiesu.m.skew";

/** Opens with what the phone knows: nothing waits for the network, not the settings, not the sign-in. */
export async function opened(): Promise<ReactNode> {
  const language = readLanguage();
  const session = new PhoneSession();
  rememberSkew();
  const known = keptConfig();
  if (known !== undefined) session.configure(known);
  const fresh = freshConfig(session);
  if (known === undefined || placeOf(location.pathname).kind === "signed-in") {
    const trouble = await fresh;
    if (trouble !== undefined && known === undefined) return <Alone language={language} reason={trouble} />;
  }
  if (placeOf(location.pathname).kind === "signed-in") {
    try {
      go(await session.complete(new URL(location.href)), "replace");
    } catch (error) {
      return <Alone language={language} reason={startTrouble(error)[language]} session={session} />;
    }
  }
  const { personId } = session;
  if (personId === undefined) {
    await fresh;
    // A phone that changed hands, or whose person has left, tells no more than any other.
    await openPhoneStore()
      .then((store) => store.forgetOld(forgottenBefore(serverNow())))
      .catch((error: unknown) => reportError(error));
    return leaving(session, language);
  }
  try {
    void navigator.storage?.persist?.();
    const store = await openPhoneStore();
    await store.forgetOld(forgottenBefore(serverNow()));
    const phone = new Phone(store, session, server(session, readLanguage), personId);
    await phone.open();
    return <App phone={phone} language={language} />;
  } catch (error) {
    return <Alone language={language} reason={startTrouble(error)[language]} />;
  }
}

/** Asks for the settings; a sentence where nobody answered. Those of before are good as long. */
async function freshConfig(session: PhoneSession): Promise<string | undefined> {
  try {
    const config = await readConfig();
    // The issuer sends people back to one address of ours.
    const home = new URL(config.publicUrl);
    if (home.origin !== location.origin && location.port !== "5173") {
      location.replace(home.origin + location.pathname + location.search);
    }
    localStorage.setItem(configKey, JSON.stringify(config));
    session.configure(config);
    return undefined;
  } catch (error) {
    return startTrouble(error)[readLanguage()];
  }
}

function keptConfig(): WebConfig | undefined {
  const text = localStorage.getItem(configKey);
  if (text === null) return undefined;
  const value: WebConfig = JSON.parse(text);
  return value;
}

/** How wrong the clock is, is known without signal too. */
function rememberSkew(): void {
  const kept = Number(localStorage.getItem(skewKey) ?? 0);
  if (Number.isFinite(kept)) learnServerTime(new Date(Date.now() + kept).toISOString());
  addEventListener("pagehide", () => localStorage.setItem(skewKey, String(serverSkewMs())));
}

async function leaving(session: PhoneSession, language: Language): Promise<ReactNode> {
  const place = placeOf(location.pathname);
  try {
    await session.leave(place.kind === "signed-in" ? "/m" : location.pathname);
    return undefined;
  } catch (error) {
    return <Alone language={language} reason={startTrouble(error)[language]} session={session} />;
  }
}

interface AloneProps {
  readonly language: Language;
  readonly reason: string;
  readonly session?: PhoneSession;
}

/** Nothing can be shown yet, and what to do about it. */
function Alone({ language, reason, session }: AloneProps) {
  const again = () => (session === undefined ? location.reload() : void leaving(session, language));
  return (
    <main className="alone" role="alert">
      <h1>{mWords.firstSignIn[language]}</h1>
      <p>{reason}</p>
      <button type="button" onClick={again}>
        {mWords.signIn[language]}
      </button>
    </main>
  );
}
