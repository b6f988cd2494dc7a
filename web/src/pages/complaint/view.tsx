import { useState } from "react";
import { Link, useParams, useSearchParams } from "react-router";
import { recordKindWords, statusWords } from "../../../../lib/domain/words/complaint.ts";
import { wordsFor } from "../../../../lib/domain/words/words.ts";
import { useAskedAgain, useDone, useTyped } from "../../parts/asked-again.ts";
import { Countdown, urgentClock } from "../../parts/clocks.tsx";
import { CommandDialog } from "../../parts/command/dialog.tsx";
import { type CommandName, isCommandName } from "../../parts/command/names.ts";
import type { Values } from "../../parts/command/schema.ts";
import { useProjects } from "../../parts/directory.ts";
import { Trouble } from "../../parts/refusal.tsx";
import { InZone } from "../../parts/time.tsx";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { Actions } from "./actions.tsx";
import { ClockBars } from "./clock-bars.tsx";
import { Facts } from "./facts.tsx";
import { Papers } from "./papers.tsx";
import { type Complaint, useComplaint, useKeptUp } from "./query.ts";
import { QuickBar } from "./quick-bar.tsx";
import { Timeline } from "./timeline.tsx";
import "./complaint.css";
import { defined } from "../../../../lib/domain/present.ts";

/** One complaint: what is known, what happened, what is due and what may be done. */
export function Page() {
  const { id = "" } = useParams();
  const say = useSay();
  const { data, error, isPending } = useComplaint(id);
  if (isPending) return <p className="waiting">{say(uiWords.loading)}</p>;
  if (data === undefined) {
    return (
      <div className="alone">
        <Trouble error={error} />
        <Link to="/">{say(uiWords.toInbox)}</Link>
      </div>
    );
  }
  return <Shown asked={id} complaint={data} />;
}

const aboutYou = {
  zh: "这件投诉涉及您本人：您能看到它的进展，看不到投诉人和投诉内容，也不参与处理。请在「陈述」中说明有关情况。",
  en: "This complaint concerns you. You see how it stands, not who complained or what was said, and take no part in it. Please give your statement.",
};

interface Opened {
  readonly command: CommandName;
  readonly initial?: Values;
}

function Shown({ asked, complaint }: { readonly asked: string; readonly complaint: Complaint }) {
  const say = useSay();
  useKeptUp(asked, complaint);
  const [search] = useSearchParams();
  // A mail may ask for one command: `?do=daily-report`.
  const wanted = complaint.allowed.filter(isCommandName).find((name) => name === search.get("do"));
  const typed = useTyped();
  const asking = wanted === undefined ? undefined : { command: wanted, ...defined({ initial: typed }) };
  const [open, setOpen] = useState<Opened | undefined>(asking);
  useAskedAgain(() => setOpen(asking));
  const done = useDone();
  const close = () => {
    setOpen(undefined);
    done();
  };
  const pick = (command: CommandName, initial?: Values) => setOpen({ command, ...defined({ initial }) });
  const { data: projects = [] } = useProjects();
  const project = projects.find(({ id }) => id === complaint.projectId);
  const timeZone = project?.timeZone ?? "Asia/Shanghai";
  const urgent = urgentClock(complaint.clocks);
  document.title = `${complaint.number} · 接诉`;
  return (
    <InZone timeZone={timeZone}>
      <article className="complaint">
        <header className="complaint-head">
          <div>
            <h1>
              {complaint.number} <small>{project?.name}</small>
            </h1>
            <div className="chips">
              <span className="chip">{say.label(statusWords[complaint.status])}</span>
              {complaint.recordKind !== "complaint" && (
                <span className="chip">{say.label(wordsFor(recordKindWords, complaint.recordKind))}</span>
              )}
              {complaint.level !== undefined && <span className="chip">{complaint.level}</span>}
              {complaint.safety && <span className="chip late">⚠ {say({ zh: "安全", en: "Safety" })}</span>}
              {urgent !== undefined && <Countdown clock={urgent} showDue />}
            </div>
          </div>
        </header>
        {complaint.complainedOf === true && <p className="note">{say(aboutYou)}</p>}
        <div className="complaint-grid">
          <section className="panel" aria-label={say({ zh: "事实", en: "Facts" })}>
            <Facts complaint={complaint} />
          </section>
          <div>
            <QuickBar complaint={complaint} onPick={pick} />
            <Actions allowed={complaint.allowed.filter(isCommandName)} complaint={complaint} onPick={pick} />
            <ClockBars complaint={complaint} />
            {complaint.complainedOf !== true && <Papers complaint={complaint} />}
          </div>
          <section className="panel timeline" aria-label={say({ zh: "经过", en: "What happened" })}>
            <Timeline complaint={complaint} />
          </section>
        </div>
        {open !== undefined && (
          <CommandDialog
            key={open.command}
            command={open.command}
            initial={open.initial}
            complaint={complaint}
            timeZone={timeZone}
            onClose={close}
          />
        )}
      </article>
    </InZone>
  );
}
