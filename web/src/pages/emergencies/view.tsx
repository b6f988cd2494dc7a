import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { leadersOfProject } from "../../../../lib/domain/organisation/rights.ts";
import {
  emergencyCategoryWords,
  emergencyOutcomeWords,
  emergencyStatusWords,
  reportStageWords,
} from "../../../../lib/domain/words/emergencies.ts";
import { type Project, useProject } from "../../parts/directory.ts";
import { Awaited } from "../../parts/emergencies/awaited.tsx";
import { EmergencyForm, type EmergencyResult } from "../../parts/emergencies/form.tsx";
import { holdsOneOf, useMe } from "../../parts/me.tsx";
import { ProjectChoice } from "../../parts/project-choice.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At, InZone, localDateOf, useNow } from "../../parts/time.tsx";
import { useSay } from "../../words/words.ts";
import { type EventRow, useEvents } from "./query.ts";
import "./emergencies.css";

const words = {
  title: { zh: "突发事件", en: "Emergency events" },
  register: { zh: "登记突发事件", en: "Register an event" },
  month: { zh: "发生月份", en: "Month" },
  none: {
    zh: "这个月没有突发事件。成功防止的也要登记。",
    en: "No event in this month. Prevented ones are registered too.",
  },
  registered: { zh: "已登记，请按时限报告：", en: "Registered. Reports are due:" },
  notLead: {
    zh: "登记和报告人人可做；事件列表只有主管及以上可看。",
    en: "Everybody registers and reports; the list is for supervisors and above.",
  },
  late: { zh: "迟报", en: "reports late" },
};

/** 突发事件 (D7): what happened in a month, and the form that registers one in a minute. */
export function Page() {
  const say = useSay();
  const queries = useQueryClient();
  const now = useNow();
  const { project, projects, choose } = useProject();
  const leads = holdsOneOf(useMe().data, leadersOfProject);
  const [chosen, setMonth] = useState<string>();
  const [open, setOpen] = useState(false);
  const [done, setDone] = useState<EmergencyResult>();
  const month = chosen ?? (project === undefined ? "" : localDateOf(now, project.timeZone).slice(0, 7));
  const events = useEvents(project?.id, month, leads);
  document.title = `${say(words.title)} · 接诉`;
  return (
    <InZone timeZone={project?.timeZone}>
      <section className="emergencies">
        <h1>{say(words.title)}</h1>
        <div className="row-buttons">
          {projects.length > 1 && <ProjectChoice project={project} projects={projects} choose={choose} />}
          {leads && (
            <input
              type="month"
              aria-label={say(words.month)}
              value={month}
              onChange={(event) => setMonth(event.target.value)}
            />
          )}
          <button type="button" disabled={project === undefined} onClick={() => setOpen(true)}>
            {say(words.register)}
          </button>
        </div>
        {done !== undefined && project !== undefined && (
          <Registered result={done} project={project} onReported={setDone} />
        )}
        {!leads && <p className="panel">{say(words.notLead)}</p>}
        {events.error !== null && <Trouble error={events.error} />}
        {events.data?.length === 0 && <p className="panel">{say(words.none)}</p>}
        <ul className="event-list">
          {events.data?.map((event) => (
            <Entry key={event.id} event={event} />
          ))}
        </ul>
        {open && project !== undefined && (
          <EmergencyForm
            title={say(words.register)}
            kind="register"
            path="/events"
            beside={{ projectId: project.id }}
            project={project}
            onClose={() => setOpen(false)}
            onDone={(result) => {
              setOpen(false);
              setDone(result);
              void queries.invalidateQueries({ queryKey: ["emergencies"] });
            }}
          />
        )}
      </section>
    </InZone>
  );
}

interface RegisteredProps {
  readonly result: EmergencyResult;
  readonly project: Project;
  readonly onReported: (result: EmergencyResult) => void;
}

/** Whoever registers gives the first report too, and may not read the list. */
function Registered({ result: { id, version, awaited, allowed }, project, onReported }: RegisteredProps) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [stage] = allowed;
  return (
    <div className="note good" role="status">
      <p>✓ {say(words.registered)}</p>
      {awaited.map((due) => (
        <div key={due.stage}>
          <Awaited due={due} />
        </div>
      ))}
      {stage !== undefined && (
        <button type="button" onClick={() => setOpen(true)}>
          {say.label(reportStageWords[stage])}
        </button>
      )}
      {open && stage !== undefined && (
        <EmergencyForm
          key={stage}
          title={say.label(reportStageWords[stage])}
          kind="report"
          path={`/events/${encodeURIComponent(id)}/reports`}
          beside={{ version, stage }}
          project={project}
          onClose={() => setOpen(false)}
          onDone={(result) => {
            setOpen(false);
            onReported(result);
          }}
        />
      )}
    </div>
  );
}

function Entry({ event }: { readonly event: EventRow }) {
  const say = useSay();
  const { id, category, outcome, status, accident, press, late, next, occurredAt } = event;
  return (
    <li className="panel">
      <div className="chips">
        <Link to={`/emergencies/${id}`}>{say.label(emergencyCategoryWords[category])}</Link>
        <span className={outcome === "negative" ? "chip late" : "chip good"}>
          {say(emergencyOutcomeWords[outcome])}
        </span>
        <span className="chip">{say(emergencyStatusWords[status])}</span>
        {accident && <span className="chip late">⚠ {say({ zh: "事故灾祸", en: "accident" })}</span>}
        {press && <span className="chip late">⚠ {say({ zh: "媒体负面", en: "bad press" })}</span>}
        {late > 0 && (
          <span className="chip soon">
            {say(words.late)} {late}
          </span>
        )}
      </div>
      <small>
        <At instant={occurredAt} />
      </small>
      {next !== undefined && (
        <div>
          <Awaited due={next} />
        </div>
      )}
    </li>
  );
}
