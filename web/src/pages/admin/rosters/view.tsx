import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { defined } from "../../../../../lib/domain/present.ts";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { useProject } from "../../../parts/directory.ts";
import { monthName } from "../../../parts/months.tsx";
import { ProjectChoice } from "../../../parts/project-choice.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { localDateOf, useNow } from "../../../parts/time.tsx";
import { useSay } from "../../../words/words.ts";
import { AdminPage } from "../parts/frame.tsx";
import { monthAfter } from "../parts/months.ts";
import { companyZone } from "../parts/zone.ts";
import { ImportDialog } from "./import-dialog.tsx";
import { RosterMonth } from "./month.tsx";

const words = {
  earlier: { zh: "上个月", en: "Month before" },
  later: { zh: "下个月", en: "Month after" },
  import: { zh: "导入 xlsx…", en: "Import an xlsx file…" },
  none: {
    zh: "这个月还没有值班表，请导入一份。",
    en: "This month has no roster yet: import one.",
  },
  version: { zh: "版本", en: "version" },
};

/** Who is on duty, day by day: moved by hand, or put in from a file after its rows were looked at. */
export function Page() {
  const say = useSay();
  const api = useApi();
  const { project, projects, choose } = useProject();
  const today = localDateOf(useNow(), companyZone);
  const [month, setMonth] = useState(today.slice(0, 7));
  const [importing, setImporting] = useState(false);
  const projectId = project?.id;
  const { data, error } = useQuery({
    queryKey: ["roster", projectId, month],
    enabled: projectId !== undefined,
    queryFn: ({ signal }) =>
      body(
        api.GET("/rosters", {
          params: { query: { month, ...defined({ projectId }) } },
          signal,
        }),
      ),
  });
  return (
    <AdminPage path="/admin/rosters">
      <div className="tools">
        <ProjectChoice project={project} projects={projects} choose={choose} />
        <button type="button" className="plain" onClick={() => setMonth(monthAfter(month, -1))}>
          ‹ {say(words.earlier)}
        </button>
        <strong aria-live="polite">{monthName(month, say.language)}</strong>
        <button type="button" className="plain" onClick={() => setMonth(monthAfter(month, 1))}>
          {say(words.later)} ›
        </button>
        <button type="button" onClick={() => setImporting(true)}>
          {say(words.import)}
        </button>
        {data !== undefined && data.version > 0 && (
          <small>
            {say(words.version)} {data.version}
          </small>
        )}
      </div>
      {error !== null && <Trouble error={error} />}
      {data?.version === 0 && <p className="panel">{say(words.none)}</p>}
      {data !== undefined && data.version > 0 && project !== undefined && (
        <RosterMonth
          key={`${data.projectId} ${month} ${data.version}`}
          roster={data}
          project={project}
          today={today}
        />
      )}
      {importing && project !== undefined && (
        <ImportDialog project={project} month={month} onClose={() => setImporting(false)} />
      )}
    </AdminPage>
  );
}
