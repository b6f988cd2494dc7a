import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useParams } from "react-router";
import {
  emergencyCategoryWords,
  emergencyOutcomeWords,
  emergencyStatusWords,
  reportStageWords,
} from "../../../../lib/domain/words/emergencies.ts";
import { useNames, useProjects } from "../../parts/directory.ts";
import { Awaited } from "../../parts/emergencies/awaited.tsx";
import { EmergencyForm } from "../../parts/emergencies/form.tsx";
import { Trouble } from "../../parts/refusal.tsx";
import { At, InZone } from "../../parts/time.tsx";
import { fieldLabel } from "../../words/fields.ts";
import { uiWords } from "../../words/ui.ts";
import { useSay } from "../../words/words.ts";
import { type Emergency, useEmergency } from "./query.ts";
import "../complaint/complaint.css";

const words = {
  reports: { zh: "报告", en: "Reports" },
  awaited: { zh: "应交报告", en: "Awaited" },
  told: { zh: "已通知", en: "Told" },
  late: { zh: "迟报", en: "late" },
  facts: { zh: "事件", en: "The event" },
  toList: { zh: "全部突发事件", en: "All events" },
};

/** One emergency event (D7): what happened, which report is due when, who was told; the next report in two taps. */
export function Page() {
  const { id = "" } = useParams();
  const say = useSay();
  const { data, error, isPending } = useEmergency(id);
  if (isPending) return <p className="waiting">{say(uiWords.loading)}</p>;
  if (data === undefined) {
    return (
      <div className="alone">
        <Trouble error={error} />
        <Link to="/emergencies">{say(words.toList)}</Link>
      </div>
    );
  }
  return <Shown event={data} />;
}

function Shown({ event }: { readonly event: Emergency }) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const project = projects.find(({ id }) => id === event.projectId);
  const title = say.label(emergencyCategoryWords[event.category]);
  document.title = `${title} · 接诉`;
  return (
    <InZone timeZone={project?.timeZone}>
      <article className="complaint">
        <header className="complaint-head">
          <h1>
            {title} <small>{project?.name}</small>
          </h1>
          <div className="chips">
            <span className={event.outcome === "negative" ? "chip late" : "chip good"}>
              {say(emergencyOutcomeWords[event.outcome])}
            </span>
            <span className="chip">{say(emergencyStatusWords[event.status])}</span>
            {event.accident && <span className="chip late">⚠ {say({ zh: "事故灾祸", en: "accident" })}</span>}
            {event.press && <span className="chip late">⚠ {say({ zh: "媒体负面", en: "bad press" })}</span>}
          </div>
        </header>
        <div className="complaint-grid">
          <section className="panel" aria-label={say(words.facts)}>
            <p className="text matter">{event.description}</p>
            <Facts event={event} />
          </section>
          <div>
            <Reporting event={event} />
          </div>
          <section className="panel timeline" aria-label={say(words.reports)}>
            <Given event={event} />
          </section>
        </div>
      </article>
    </InZone>
  );
}

function Facts({ event }: { readonly event: Emergency }) {
  const say = useSay();
  const { data: projects = [] } = useProjects();
  const departments = projects.find(({ id }) => id === event.projectId)?.departments ?? [];
  const { injury, loss, reporter } = event;
  const facts = [
    { name: "place", value: event.place },
    { name: "occurredAt", value: <At instant={event.occurredAt} /> },
    { name: "event:register.discoveredAt", value: <At instant={event.discoveredAt} /> },
    {
      name: "departmentId",
      value: departments.find(({ id }) => id === event.departmentId)?.name ?? event.departmentId,
    },
    { name: "dead", value: injury?.dead },
    { name: "injured", value: injury?.injured },
    { name: "loss", value: loss },
    { name: "event:register.reporter", value: reporter.name },
    { name: "phone", value: <a href={`tel:${reporter.phone}`}>{reporter.phone}</a> },
  ];
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== undefined)
        .map(({ name, value }) => (
          <div className="fact" key={name}>
            <dt>{say.label(labelOf(name))}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function labelOf(name: string) {
  if (name === "event:register.discoveredAt") return { zh: "发现时间", en: "discovered" };
  const [command = "", field] = name.split(".");
  return field === undefined ? fieldLabel(name) : fieldLabel(field, command);
}

/** Which reports are due, and the next one to give. */
function Reporting({ event }: { readonly event: Emergency }) {
  const say = useSay();
  const queries = useQueryClient();
  const { data: projects = [] } = useProjects();
  const project = projects.find(({ id }) => id === event.projectId);
  const [stage, setStage] = useState<Emergency["allowed"][number]>();
  return (
    <section className="panel" aria-label={say(words.awaited)}>
      <h2>{say(words.awaited)}</h2>
      {event.awaited.map((due) => (
        <div key={due.stage}>
          <Awaited due={due} />
        </div>
      ))}
      <div className="row-buttons">
        {event.allowed.map((one, index) => (
          <button
            type="button"
            key={one}
            className={index === 0 ? undefined : "plain"}
            onClick={() => setStage(one)}
          >
            {say.label(reportStageWords[one])}
          </button>
        ))}
      </div>
      {stage !== undefined && project !== undefined && (
        <EmergencyForm
          key={stage}
          title={say.label(reportStageWords[stage])}
          kind="report"
          path={`/events/${encodeURIComponent(event.id)}/reports`}
          beside={{ version: event.version, stage }}
          project={project}
          onClose={() => setStage(undefined)}
          onDone={() => {
            setStage(undefined);
            void queries.invalidateQueries({ queryKey: ["emergencies"] });
          }}
        />
      )}
    </section>
  );
}

/** The reports that were given, and who was told of the event. */
function Given({ event }: { readonly event: Emergency }) {
  const say = useSay();
  const nameOf = useNames(event.projectId);
  return (
    <>
      <h2>
        {say(words.reports)} {event.reports.length}
      </h2>
      <ol className="events">
        {event.reports.toReversed().map(({ seq, stage, at, by, late, text }) => (
          <li key={seq} className="event">
            <At instant={at} /> {say.label(reportStageWords[stage])} · {nameOf(by)}
            {late && <span className="late"> ▲ {say(words.late)}</span>}
            <p className="text">{text}</p>
          </li>
        ))}
        {event.announcements.toReversed().map(({ about, at, recipients }) => (
          <li key={`${about} ${at}`} className="event timer">
            <At instant={at} /> {say(words.told)}{" "}
            {recipients.map(({ personId }) => nameOf(personId)).join(say({ zh: "、", en: ", " }))}
          </li>
        ))}
      </ol>
    </>
  );
}
