import { useState } from "react";
import { At } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { usePhone, usePhoneState } from "../context.ts";
import { type Entry, isPending, type ServerRefusal } from "../outbox/entry.ts";
import { actionWords, mWords } from "../words.ts";
import { Link } from "./link.tsx";

/** Everything done on this phone that is not sent yet, or was today. */
export function Outbox() {
  const say = useSay();
  const phone = usePhone();
  const { entries, isSending } = usePhoneState();
  document.title = `${say(mWords.outbox)} · 接诉`;
  return (
    <>
      <h1>{say(mWords.outbox)}</h1>
      {entries.length === 0 && <p className="panel">{say(mWords.nothingWaits)}</p>}
      <Entries entries={entries} showNumbers />
      <p className="foot">
        <Link to="/m">{say(mWords.back)}</Link>
        {entries.some(isPending) && (
          <button type="button" disabled={isSending} onClick={() => phone.sync()}>
            {say(isSending ? mWords.sending : mWords.sendNow)}
          </button>
        )}
      </p>
    </>
  );
}

interface EntriesProps {
  readonly entries: readonly Entry[];
  readonly showNumbers?: boolean;
}

/** The actions, those that ask for a decision with what the person must know. */
export function Entries({ entries, showNumbers = false }: EntriesProps) {
  const asked = new Set(entries.filter(({ state }) => state.kind === "decide").map((one) => one.complaintId));
  return (
    <ol className="entries">
      {entries.map((entry) => (
        <EntryLine
          key={entry.key}
          entry={entry}
          isBlocked={entry.state.kind === "waiting" && asked.has(entry.complaintId)}
          showNumber={showNumbers}
        />
      ))}
    </ol>
  );
}

interface EntryLineProps {
  readonly entry: Entry;
  readonly isBlocked: boolean;
  readonly showNumber: boolean;
}

function EntryLine({ entry, isBlocked, showNumber }: EntryLineProps) {
  const say = useSay();
  const phone = usePhone();
  const { held } = usePhoneState();
  const { state, command, values, files, doneAtMs, skewMs } = entry;
  const stateWords = { waiting: mWords.waiting, sent: mWords.sent, decide: mWords.decide }[state.kind];
  return (
    <li className={`entry ${state.kind}`}>
      <div className="entry-top">
        <b>{say(actionWords[command])}</b>
        {showNumber && <Link to={`/m/c/${encodeURIComponent(entry.complaintId)}`}>{entry.number}</Link>}
        <span className={`state ${state.kind}`}>
          {state.kind === "sent" ? "✓" : state.kind === "decide" ? "!" : "…"} {say(stateWords)}
        </span>
      </div>
      <small>
        <At instant={new Date(doneAtMs + skewMs).toISOString()} />
        {files.length > 0 && ` · ${say(mWords.files)} ${files.length}`}
        {isBlocked && ` · ${say(mWords.blocked)}`}
      </small>
      {values.text !== undefined && <p className="text">{values.text}</p>}
      {state.kind === "waiting" && held.has(entry.key) && (
        <div className="row">
          <button type="button" className="plain" onClick={() => void phone.callBack(entry)}>
            {say(mWords.callBack)}
          </button>
          <button type="button" className="plain" onClick={() => phone.letGo(entry.key)}>
            {say(mWords.letGo)}
          </button>
        </div>
      )}
      {state.kind === "decide" && <Decision entry={entry} refusal={state.refusal} />}
    </li>
  );
}

/** 需您决定: why, what others did meanwhile, and what can be done with the work. */
function Decision({ entry, refusal }: { readonly entry: Entry; readonly refusal: ServerRefusal }) {
  const say = useSay();
  const phone = usePhone();
  const [isSure, setSure] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const choose = (choice: "again" | "note" | "give-up") => {
    setBusy(true);
    const text = `${say(mWords.couldNot)}（${say(actionWords[entry.command])}）：${entry.values.text ?? ""}`;
    void phone.decide(entry, choice, text).finally(() => setBusy(false));
  };
  return (
    <div className="decision" role="alert">
      <p>{refusal.code === "stale-version" ? say(mWords.changedByOthers) : refusal.detail}</p>
      {refusal.news.length > 0 && (
        <>
          <p>{say(mWords.changedMeanwhile)}</p>
          <ul>
            {refusal.news.map((news) => (
              <li key={`${news.at} ${news.zh}`}>
                <At instant={news.at} /> {news[say.language]}
                {news.by !== undefined && ` · ${news.by}`}
                {news.text !== undefined && <q>{news.text}</q>}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="row">
        <button type="button" disabled={isBusy} onClick={() => choose("again")}>
          {say(mWords.sendAnyway)}
        </button>
        {entry.command !== "note" && (
          <button type="button" className="plain" disabled={isBusy} onClick={() => choose("note")}>
            {say(mWords.asNote)}
          </button>
        )}
        <button
          type="button"
          className="plain"
          disabled={isBusy}
          onClick={() => (isSure ? choose("give-up") : setSure(true))}
        >
          {say(isSure ? mWords.reallyGiveUp : mWords.giveUp)}
        </button>
      </div>
    </div>
  );
}
