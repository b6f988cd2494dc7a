import { useSay } from "../../words/words.ts";
import { useNames, useProjects } from "../directory.ts";
import { useInstantWords } from "../time.tsx";
import type { Naming } from "./value-words.ts";

/** What people, departments and times of a project are called for this reader. */
export function useNaming(projectId: string): Naming {
  const say = useSay();
  const personName = useNames(projectId);
  const instant = useInstantWords();
  const { data: projects = [] } = useProjects();
  const departments = projects.find(({ id }) => id === projectId)?.departments ?? [];
  return {
    say,
    personName,
    instant,
    departmentName: (id) => departments.find((one) => one.id === id)?.name ?? id,
    projectName: (id) => projects.find((one) => one.id === id)?.name ?? id,
  };
}
