import { clockWords } from "../../../../lib/domain/words/clocks.ts";
import { postWords } from "../../../../lib/domain/words/organisation.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { Countdown } from "../../parts/clocks.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At, useInstantWords, useNow } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { type ClockDetail, type Complaint, useClocks } from "./query.ts";

const heading = { zh: "时限", en: "Clocks" };

/** Every clock as a bar with its rungs and the sentence that explains it; running ones first. */
export function ClockBars({ complaint }: { readonly complaint: Complaint }) {
  const say = useSay();
  const { data, error } = useClocks(complaint);
  const clocks = (data?.clocks ?? []).toSorted(
    (a, b) =>
      Number(a.stoppedAt !== undefined) - Number(b.stoppedAt !== undefined) || a.dueAt.localeCompare(b.dueAt),
  );
  return (
    <section className="panel" aria-label={say(heading)}>
      <h2>{say(heading)}</h2>
      {error !== null && <Trouble error={error} />}
      {clocks.map((clock) => (
        <ClockBar key={`${clock.name} ${clock.cycle} ${clock.key}`} clock={clock} />
      ))}
    </section>
  );
}

function ClockBar({ clock }: { readonly clock: ClockDetail }) {
  const say = useSay();
  const now = useNow();
  const instantWords = useInstantWords();
  const start = Date.parse(clock.startedAt);
  const lastRung = Math.max(...clock.rungs.map(({ at }) => Date.parse(at)), 0);
  const due = Date.parse(clock.dueAt);
  const end = Math.max(due, Math.min(Math.max(lastRung, now), due + (due - start)));
  const share = (instant: number) =>
    Math.min(100, Math.max(0, ((instant - start) / (end - start || 1)) * 100));
  const stopped = clock.stoppedAt === undefined ? now : Date.parse(clock.stoppedAt);
  return (
    <div className={`bar-clock ${clock.outcome}`}>
      <div>
        {clock.stoppedAt === undefined && clock.outcome !== "lapsed" ? (
          <Countdown clock={clock} showDue />
        ) : (
          <span>
            {clock.outcome === "kept" ? "✓" : clock.outcome === "missed" ? "▲" : "–"}{" "}
            {say.label(wordsFor(clockWords, clock.name))} {say(outcomes[clock.outcome])}{" "}
            <small>
              <At instant={clock.stoppedAt ?? clock.dueAt} />
            </small>
          </span>
        )}
      </div>
      <div className="track" aria-hidden="true">
        <span className="fill" style={{ width: `${share(stopped)}%` }} />
        <span className="due" style={{ left: `${share(due)}%` }} />
        {clock.rungs.map(({ id, at, audience, state }) => (
          <span
            key={`${id} ${audience}`}
            className={`rung ${state}`}
            style={{ left: `${share(Date.parse(at))}%` }}
          />
        ))}
      </div>
      <small>{say(clock.explanation)}</small>
      {clock.rungs.length > 0 && (
        <details>
          <summary>
            <small>{say({ zh: "督办层级", en: "Escalation" })}</small>
          </summary>
          <ul className="rungs">
            {clock.rungs.map(({ id, at, audience, state, posts = [], decidedAt, acknowledgedAt }) => (
              <li key={`${id} ${audience}`}>
                <small>
                  {instantWords(at)} · {posts.map((post) => say(wordsFor(postWords, post))).join("、")} ·{" "}
                  {say(rungStates[state])}
                  {acknowledgedAt !== undefined && ` · ${say({ zh: "已知晓", en: "acknowledged" })}`}
                  {state === "late" && decidedAt !== undefined && ` ${instantWords(decidedAt)}`}
                </small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

const outcomes = {
  running: { zh: "计时中", en: "running" },
  paused: { zh: "暂停中", en: "paused" },
  kept: { zh: "按时", en: "kept" },
  missed: { zh: "超时", en: "missed" },
  lapsed: { zh: "已失效", en: "lapsed" },
};

const rungStates = {
  pending: { zh: "未到", en: "to come" },
  decided: { zh: "已督办", en: "done" },
  late: { zh: "迟到督办", en: "done late" },
  dropped: { zh: "不再需要", en: "no longer needed" },
};
