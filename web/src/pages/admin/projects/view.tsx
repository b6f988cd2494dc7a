import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { body } from "../../../api/client.ts";
import { useApi } from "../../../app/services.ts";
import { useProject } from "../../../parts/directory.ts";
import { holdsOneOf, useMe } from "../../../parts/me.tsx";
import { ProjectChoice } from "../../../parts/project-choice.tsx";
import { Trouble } from "../../../parts/refusal.tsx";
import { uiWords } from "../../../words/ui.ts";
import { useSay } from "../../../words/words.ts";
import { AdminPage } from "../parts/frame.tsx";
import { Contractors } from "./contractors.tsx";
import { HouseholdsDialog } from "./households-dialog.tsx";
import { Months } from "./months.tsx";
import { ProjectForm } from "./project-form.tsx";

const words = {
  households: { zh: "导入房产台账…", en: "Import households…" },
  new: { zh: "新项目", en: "A new project" },
};

/** A project's facts, its months of area and occupancy, its households; the contractors of all. */
export function Page() {
  const say = useSay();
  const me = useMe();
  const { project, projects, choose } = useProject();
  const [open, setOpen] = useState<"households" | "new">();
  const mayRule = holdsOneOf(me.data, ["region", "headquarters"]);
  return (
    <AdminPage path="/admin/projects">
      <div className="tools">
        <ProjectChoice project={project} projects={projects} choose={choose} />
        <button type="button" onClick={() => setOpen("households")} disabled={project === undefined}>
          {say(words.households)}
        </button>
        {mayRule && (
          <button
            type="button"
            className="plain"
            aria-pressed={open === "new"}
            onClick={() => setOpen("new")}
          >
            ＋ {say(words.new)}
          </button>
        )}
      </div>
      {open === "new" && <ProjectForm standing={undefined} mayRule onDone={() => setOpen(undefined)} />}
      {project !== undefined && <Shown key={project.id} id={project.id} mayRule={mayRule} />}
      <Contractors mayRule={mayRule} />
      {open === "households" && project !== undefined && (
        <HouseholdsDialog project={project} onClose={() => setOpen(undefined)} />
      )}
    </AdminPage>
  );
}

function Shown({ id, mayRule }: { readonly id: string; readonly mayRule: boolean }) {
  const say = useSay();
  const api = useApi();
  const { data, error } = useQuery({
    queryKey: ["project", id],
    queryFn: ({ signal }) => body(api.GET("/projects/{id}", { params: { path: { id } }, signal })),
  });
  if (error !== null) return <Trouble error={error} />;
  if (data === undefined) return <p className="waiting">{say(uiWords.loading)}</p>;
  return (
    <>
      <ProjectForm key={data.version} standing={data} mayRule={mayRule} onDone={() => undefined} />
      <Months project={data} />
    </>
  );
}
