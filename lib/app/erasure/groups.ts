import { mentionPattern, type Traces } from "../../domain/person-data/traces.ts";
import { eraseOfGroup } from "../groups/erase.ts";
import { eachOf } from "../paging/pages.ts";
import type { ErasurePorts } from "./ports.ts";

/** Takes out of the groups of the projects where the person's complaints were members who lives where, and texts that name the person. */
export async function eraseOfGroups(ports: ErasurePorts, traces: Traces): Promise<number> {
  const pattern = mentionPattern(traces, { names: true });
  let erased = 0;
  for (const projectId of traces.projectIds) {
    for await (const { id } of eachOf((page) => ports.groups.ofProject(projectId, page))) {
      const group = await ports.groups.load(id);
      if (group === undefined) continue;
      const isErased = await eraseOfGroup(ports, group, {
        complaintIds: traces.complaintIds,
        names: ({ value }) => pattern !== undefined && value.search(pattern) >= 0,
      });
      if (isErased) erased += 1;
    }
  }
  return erased;
}
