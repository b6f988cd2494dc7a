import { useState } from "react";
import { holdsOneOf, useMe } from "../../parts/me.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At, localDateOf, useNow, useZone } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { type Listed, useRemind } from "./query.ts";

const words = {
  title: { zh: "项目上报", en: "Submissions" },
  project: { zh: "项目", en: "Project" },
  status: { zh: "状态", en: "Status" },
  when: { zh: "上报时间", en: "Submitted" },
  contests: { zh: "异议", en: "Contested" },
  actions: { zh: "操作", en: "Actions" },
  look: { zh: "查看", en: "Open" },
  remind: { zh: "催报", en: "Ask for it" },
  reminded: { zh: "今天已催报", en: "asked today" },
  remindedAt: { zh: "上次催报", en: "last asked" },
  remindAll: { zh: "催报全部未上报的（{n}）", en: "Ask all that are missing ({n})" },
  ruled: { zh: "{c} 件，已裁定 {r}", en: "{c}, {r} ruled on" },
};

export const statusWords = {
  open: { zh: "未上报", en: "not submitted" },
  overdue: { zh: "逾期未报", en: "overdue" },
  confirmed: { zh: "已上报", en: "submitted" },
  "confirmed-late": { zh: "迟报", en: "submitted late" },
} as const;
const tones = { open: "soon", overdue: "late", confirmed: "good", "confirmed-late": "soon" } as const;

interface SubmissionsProps {
  readonly month: string;
  readonly items: readonly Listed[];
  readonly open: string | undefined;
  readonly show: (projectId: string | undefined) => void;
}

/** Who has submitted and who not, the missing ones first; one click asks a project's manager, at most once a day. */
export function Submissions({ month, items, open, show }: SubmissionsProps) {
  const say = useSay();
  const me = useMe();
  const remind = useRemind(month);
  const [failed, setFailed] = useState<unknown>();
  const today = useToday();
  const ended = useEnded(month, items[0]?.dueAt);
  const may = ended && holdsOneOf(me.data, ["region", "headquarters"]);
  const sorted = items.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name, "zh"));
  const toRemind = sorted.filter((one) => isMissing(one) && !today(one.remindedAt));
  const ask = async (some: readonly Listed[]) => {
    setFailed(undefined);
    // One after another: what fails is said, and what is asked for stays so.
    for (const { projectId } of some) await remind.mutateAsync(projectId).catch(setFailed);
  };
  return (
    <section className="panel" aria-label={say(words.title)}>
      <div className="file-head">
        <h2>{say(words.title)}</h2>
        {may && toRemind.length > 1 && (
          <button
            type="button"
            className="plain"
            disabled={remind.isPending}
            onClick={() => void ask(toRemind)}
          >
            {say(words.remindAll).replace("{n}", String(toRemind.length))}
          </button>
        )}
      </div>
      {failed !== undefined && <Trouble error={failed} />}
      <table className="submissions">
        <thead>
          <tr>
            <th scope="col">{say(words.project)}</th>
            <th scope="col">{say(words.status)}</th>
            <th scope="col">{say(words.when)}</th>
            <th scope="col">{say(words.contests)}</th>
            <th scope="col">{say(words.actions)}</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((one) => (
            <tr key={one.projectId}>
              <th scope="row">{one.name}</th>
              <td>
                <span className={`chip ${tones[one.status]}`}>{say(statusWords[one.status])}</span>
              </td>
              <td>{one.confirmedAt === undefined ? "–" : <At instant={one.confirmedAt} />}</td>
              <td>
                {one.contested === 0
                  ? "–"
                  : say(words.ruled).replace("{c}", String(one.contested)).replace("{r}", String(one.ruled))}
              </td>
              <td>
                <div className="row-buttons">
                  <button
                    type="button"
                    className="plain"
                    aria-expanded={open === one.projectId}
                    onClick={() => show(open === one.projectId ? undefined : one.projectId)}
                  >
                    {say(words.look)}
                    <span className="quiet"> {one.name}</span>
                  </button>
                  {may && isMissing(one) && (
                    <Remind
                      one={one}
                      today={today(one.remindedAt)}
                      busy={remind.isPending}
                      ask={() => void ask([one])}
                    />
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface RemindProps {
  readonly one: Listed;
  readonly today: boolean;
  readonly busy: boolean;
  readonly ask: () => void;
}

function Remind({ one: { name, remindedAt }, today, busy, ask }: RemindProps) {
  const say = useSay();
  if (today) return <small className="good">✓ {say(words.reminded)}</small>;
  return (
    <>
      <button type="button" className="plain" disabled={busy} onClick={ask}>
        {say(words.remind)}
        <span className="quiet"> {name}</span>
      </button>
      {remindedAt !== undefined && (
        <small>
          {say(words.remindedAt)} <At instant={remindedAt} />
        </small>
      )}
    </>
  );
}

function useToday(): (at: string | undefined) => boolean {
  const now = useNow();
  const zone = useZone();
  return (at) => at !== undefined && localDateOf(Date.parse(at), zone) === localDateOf(now, zone);
}

const weekMs = 7 * 86_400_000;

/** Nobody is asked for a month that still runs; a company's own period may end before the calendar's month. */
export function useEnded(month: string, dueAt: string | undefined): boolean {
  const now = useNow();
  const zone = useZone();
  return (
    localDateOf(now, zone).slice(0, 7) > month || (dueAt !== undefined && Date.parse(dueAt) - now < weekMs)
  );
}

function isMissing({ status }: Listed): boolean {
  return status === "open" || status === "overdue";
}

function rank({ status }: Listed): number {
  return ["overdue", "open", "confirmed-late", "confirmed"].indexOf(status);
}
