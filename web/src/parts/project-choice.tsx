import { uiWords } from "../words/ui.ts";
import { useSay } from "../words/words.ts";
import type { Project } from "./directory.ts";

interface ProjectChoiceProps {
  readonly project: Project | undefined;
  readonly projects: readonly Project[];
  readonly choose: (id: string) => void;
}

/** Which of several projects one looks at. */
export function ProjectChoice({ project, projects, choose }: ProjectChoiceProps) {
  const say = useSay();
  return (
    <select
      aria-label={say(uiWords.project)}
      value={project?.id ?? ""}
      onChange={(event) => choose(event.target.value)}
    >
      {projects.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
