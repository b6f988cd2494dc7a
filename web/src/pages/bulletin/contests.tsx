import { useState } from "react";
import { Link } from "react-router";
import { contestReasonWords } from "../../../../lib/domain/words/submissions.ts";
import { LongText } from "../../parts/long-text.tsx";
import { holdsOneOf, PersonName, useMe } from "../../parts/me.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type Contest, type Submission, useContest, useRule } from "./query.ts";

const words = {
  title: { zh: "异议", en: "Contested cases" },
  none: { zh: "没有异议。", en: "Nothing is contested." },
  upheld: { zh: "成立", en: "upheld" },
  rejected: { zh: "不成立", en: "rejected" },
  waiting: { zh: "待裁定", en: "waits for a ruling" },
  ruling: { zh: "裁定说明", en: "The ruling in words" },
  uphold: { zh: "裁定成立", en: "Uphold" },
  reject: { zh: "裁定不成立", en: "Reject" },
  again: { zh: "改判", en: "Rule again" },
  add: { zh: "提出异议", en: "Contest a case" },
  number: { zh: "投诉编号", en: "Number of the complaint" },
  reason: { zh: "理由", en: "Reason" },
  text: { zh: "说明", en: "In words" },
} as const;

interface ContestsProps {
  readonly month: string;
  readonly submission: Submission;
  readonly mayContest: boolean;
}

/** Cases that the project says are not its own, duplicate or malicious, and what was ruled. */
export function Contests({ month, submission, mayContest }: ContestsProps) {
  const say = useSay();
  const me = useMe();
  const mayRule = holdsOneOf(me.data, ["region", "headquarters"]);
  return (
    <section className="contests" aria-label={say(words.title)}>
      <h3>{say(words.title)}</h3>
      {submission.contests.length === 0 && <p>{say(words.none)}</p>}
      <ul className="contest-list">
        {submission.contests.map((contest) => (
          <li key={contest.number}>
            <div className="row-buttons">
              <Link to={`/c/${contest.complaintId}`}>{contest.number}</Link>
              <span className="chip">{say(contestReasonWords[contest.reason])}</span>
              <Standing contest={contest} />
              <small>
                <PersonName id={contest.by} /> <At instant={contest.at} />
              </small>
            </div>
            <p className="text">{contest.text}</p>
            {contest.ruling?.text !== undefined && <p className="note text">{contest.ruling.text}</p>}
            {mayRule && <Rule month={month} projectId={submission.projectId} contest={contest} />}
          </li>
        ))}
      </ul>
      {mayContest && <Add month={month} projectId={submission.projectId} />}
    </section>
  );
}

function Standing({ contest: { ruling } }: { readonly contest: Contest }) {
  const say = useSay();
  if (ruling === undefined) return <span className="chip soon">{say(words.waiting)}</span>;
  return (
    <span className={ruling.upheld ? "chip good" : "chip late"}>
      {say(ruling.upheld ? words.upheld : words.rejected)}
    </span>
  );
}

interface RuleProps {
  readonly month: string;
  readonly projectId: string;
  readonly contest: Contest;
}

function Rule({ month, projectId, contest: { number, ruling } }: RuleProps) {
  const say = useSay();
  const rule = useRule(month, projectId);
  const [again, setAgain] = useState(false);
  const [text, setText] = useState("");
  if (ruling !== undefined && !again)
    return (
      <button type="button" className="plain" onClick={() => setAgain(true)}>
        {say(words.again)}
        <span className="quiet"> {number}</span>
      </button>
    );
  const give = (upheld: boolean) =>
    rule.mutate(
      { number, upheld, text },
      {
        onSuccess: () => {
          setAgain(false);
          setText("");
        },
      },
    );
  return (
    <>
      <label className="field">
        <span className="label">
          {say(words.ruling)} <span className="quiet">{number}</span>
        </span>
        <LongText longest={500} value={text} set={setText} />
      </label>
      {rule.error !== null && <Trouble error={rule.error} />}
      <div className="row-buttons">
        {([true, false] as const).map((upheld) => (
          <button
            key={String(upheld)}
            type="button"
            className="plain"
            disabled={text.trim() === "" || rule.isPending}
            onClick={() => give(upheld)}
          >
            {say(upheld ? words.uphold : words.reject)}
            <span className="quiet"> {number}</span>
          </button>
        ))}
      </div>
    </>
  );
}

const reasons = ["not-ours", "duplicate", "malicious"] as const;

/** A project's manager contests a case of the month, until the bulletin's day. */
function Add({ month, projectId }: { readonly month: string; readonly projectId: string }) {
  const say = useSay();
  const contest = useContest(month, projectId);
  const empty = { number: "", reason: "not-ours", text: "" } as const;
  const [given, set] = useState<{ number: string; reason: (typeof reasons)[number]; text: string }>(empty);
  return (
    <form
      className="contest-add"
      aria-label={say(words.add)}
      onSubmit={(event) => {
        event.preventDefault();
        contest.mutate({ ...given, number: given.number.trim() }, { onSuccess: () => set(empty) });
      }}
    >
      <label className="field">
        <span className="label">{say(words.number)}</span>
        <input
          value={given.number}
          required
          onChange={(event) => set({ ...given, number: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="label">{say(words.reason)}</span>
        <select
          value={given.reason}
          onChange={(event) =>
            set({ ...given, reason: reasons.find((one) => one === event.target.value) ?? "not-ours" })
          }
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {say(contestReasonWords[one])}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">{say(words.text)}</span>
        <LongText required longest={500} value={given.text} set={(typed) => set({ ...given, text: typed })} />
      </label>
      {contest.error !== null && <Trouble error={contest.error} />}
      <button type="submit" className="plain" disabled={contest.isPending}>
        {say(contest.isPending ? uiWords.sending : words.add)}
      </button>
    </form>
  );
}
