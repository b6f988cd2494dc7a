import type { Project } from "./organisation.ts";

/** A part of the tree: the company, a region or city company by its name, a project by its id. */
export const treeLevels = ["company", "region", "city", "project"] as const;
export type TreeLevel = (typeof treeLevels)[number];

/** The projects in a part of the tree; a name that nothing has holds none. */
export function projectsIn(
  all: readonly Project[],
  level: TreeLevel,
  scope: string | undefined,
): readonly Project[] {
  switch (level) {
    case "company":
      return all;
    case "region":
      return all.filter(({ region }) => region === scope);
    case "city":
      return all.filter(({ city }) => city === scope);
    case "project":
      return all.filter(({ id }) => id === scope);
  }
}
