import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { complaintClasses, isClassCode } from "../../../../lib/domain/classification/classes.ts";
import { commandWords } from "../../../../lib/domain/words/commands.ts";
import { levelLabel, urgencyWords } from "../../../../lib/domain/words/complaint.ts";
import { groupStatusWords } from "../../../../lib/domain/words/groups.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { useAskedAgain, useDone, useTyped } from "../../parts/asked-again.ts";
import { Countdown } from "../../parts/clocks.tsx";
import { useProjects } from "../../parts/directory.ts";
import { lacking } from "../../parts/lacks.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { At, InZone } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { GroupDialog } from "./dialog.tsx";
import { Members } from "./members.tsx";
import { type Group, type GroupCommand, useGroup, useGroupHistory } from "./query.ts";
import { Seen } from "./seen.tsx";
import "../complaint/complaint.css";

const words = {
  group: { zh: "群体", en: "Group" },
  members: { zh: "成员", en: "Members" },
  clocks: { zh: "时限", en: "Clocks" },
  actions: { zh: "可做的事", en: "What you may do" },
  history: { zh: "经过", en: "What happened" },
  toClose: { zh: "结案前还缺", en: "Missing before it can be closed" },
  households: { zh: "户", en: "households" },
};

/** A group of complaints with one problem point (D11): its members, its clocks, one command for all. */
export function Page() {
  const { id = "" } = useParams();
  const say = useSay();
  const { data, error, isPending } = useGroup(id);
  if (isPending) return <p className="waiting">{say(uiWords.loading)}</p>;
  if (data === undefined) {
    return (
      <div className="alone">
        <Trouble error={error} />
        <Link to="/">{say(uiWords.toInbox)}</Link>
      </div>
    );
  }
  return <Shown group={data} />;
}

interface HeadProps {
  readonly group: Group;
  readonly projectName: string | undefined;
}

function Head({ group, projectName }: HeadProps) {
  const say = useSay();
  const { code } = group;
  return (
    <header className="complaint-head">
      <h1>
        {say(words.group)} {code} {isClassCode(code) && say(complaintClasses[code])}{" "}
        <small>{projectName}</small>
      </h1>
      <div className="chips">
        <span className="chip">{say(levelLabel(group.level))}</span>
        <span className="chip">{say.label(wordsFor(groupStatusWords, group.status))}</span>
        {group.urgency !== "general" && (
          <span className="chip">{say.label(urgencyWords[group.urgency])}</span>
        )}
        <span className="chip">
          {group.evidence.households} {say(words.households)}
        </span>
      </div>
    </header>
  );
}

function Shown({ group }: { readonly group: Group }) {
  const say = useSay();
  const [search] = useSearchParams();
  // A mail may ask for one command: `?do=daily-report`.
  const asking = group.allowed.find((name) => name === search.get("do"));
  const typed = useTyped();
  const [open, setOpen] = useState(asking);
  useAskedAgain(() => setOpen(asking));
  const done = useDone();
  const close = () => {
    setOpen(undefined);
    done();
  };
  const { data: projects = [] } = useProjects();
  const project = projects.find(({ id }) => id === group.projectId);
  const { code } = group;
  // Acknowledging is about one rung: it has a button of its own.
  const offered = group.allowed.filter((name) => name !== "acknowledge").toSorted(dissolvingLast);
  document.title = `${say(words.group)} ${code} · 接诉`;
  return (
    <InZone timeZone={project?.timeZone}>
      <article className="complaint">
        <Head group={group} projectName={project?.name} />
        <div className="complaint-grid">
          <section className="panel" aria-label={say(words.members)}>
            <h2>
              {say(words.members)} {group.members.length}
            </h2>
            <Members members={group.members} />
          </section>
          <div>
            <section className="panel" aria-label={say(words.actions)}>
              <h2>{say(words.actions)}</h2>
              <div className="row-buttons">
                <Seen group={group} />
                {offered.map((command, index) => (
                  <button
                    type="button"
                    key={command}
                    className={index === 0 ? undefined : "plain"}
                    onClick={() => setOpen(command)}
                  >
                    {say.label(wordsFor(commandWords, command))}
                  </button>
                ))}
              </div>
              {group.missing.length > 0 && (
                <p className="note">
                  {say(words.toClose)}：{lacking(group.missing, say)}
                </p>
              )}
            </section>
            <section className="panel" aria-label={say(words.clocks)}>
              <h2>{say(words.clocks)}</h2>
              {group.clocks
                .filter(({ stoppedAt }) => stoppedAt === undefined)
                .toSorted((a, b) => a.dueAt.localeCompare(b.dueAt))
                .map((clock) => (
                  <div key={`${clock.name} ${clock.cycle}`}>
                    <Countdown clock={clock} showDue /> <Followed group={group} id={clock.complaintId} />
                  </div>
                ))}
            </section>
          </div>
          <section className="panel timeline" aria-label={say(words.history)}>
            <h2>{say(words.history)}</h2>
            <History id={group.id} />
          </section>
        </div>
        {open !== undefined && (
          <GroupDialog
            key={open}
            group={group}
            command={open}
            initial={open === asking ? typed : undefined}
            timeZone={project?.timeZone ?? "Asia/Shanghai"}
            onClose={close}
          />
        )}
      </article>
    </InZone>
  );
}

/** The member whose limit it is: several of one name run side by side. */
function Followed({ group, id }: { readonly group: Group; readonly id: string | undefined }) {
  const member = group.members.find(({ complaintId }) => complaintId === id);
  return member === undefined ? undefined : <Link to={`/c/${member.complaintId}`}>{member.number}</Link>;
}

/** What undoes the group is never the first thing at hand. */
function dissolvingLast(a: GroupCommand, b: GroupCommand): number {
  return Number(a === "dissolve") - Number(b === "dissolve");
}

function History({ id }: { readonly id: string }) {
  const say = useSay();
  const { data, error } = useGroupHistory(id);
  if (error !== null) return <Trouble error={error} />;
  return (
    <ol className="events">
      {(data?.events ?? []).toReversed().map(({ seq, occurredAt, sentence, by }) => (
        <li key={seq} className={by.kind === "timer" ? "event timer" : "event"}>
          <At instant={occurredAt} /> {say(sentence)}
          {by.name !== undefined && <small> · {by.name}</small>}
        </li>
      ))}
    </ol>
  );
}
