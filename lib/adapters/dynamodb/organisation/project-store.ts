import * as z from "zod";
import type { OrganisationStore } from "../../../app/ports/organisation.ts";
import type { Project } from "../../../domain/organisation/organisation.ts";
import { conditionally, read } from "../core/errors.ts";
import { updateItem } from "../core/items.ts";
import { keys } from "../core/keys.ts";
import { instant, text } from "../core/shape.ts";
import type { Table } from "../core/table.ts";
import { getItem } from "../core/together.ts";
import { valueOf } from "../core/value-item.ts";
import type { deskCopies } from "./desk-copies.ts";
import { projectSchema } from "./organisation-schema.ts";

/** The lock and the last change beside the facts; an imported project has no change yet. */
const beside = z.object({
  version: z.int().default(0),
  changedAt: instant.exactOptional(),
  changedBy: text.exactOptional(),
});

const noted = z.object({ month: text });

/** Writes a project over whatever stood there. Counts up, so that an entry somebody saw before is stale. */
export async function overwriteProject(table: Table, project: Project): Promise<void> {
  await updateItem(table, {
    Key: keys.project(project.id),
    UpdateExpression: "SET #value = :value ADD version :one REMOVE changedAt, changedBy",
    ExpressionAttributeNames: { "#value": "value" },
    ExpressionAttributeValues: { ":value": JSON.stringify(project), ":one": 1 },
  });
}

/** Projects one by one; the list is read with the organisation's partition. */
export function projectStore(
  table: Table,
  desks: Pick<ReturnType<typeof deskCopies>, "project" | "people" | "changing">,
): Pick<
  OrganisationStore,
  "project" | "staff" | "projectRecord" | "changeProject" | "firstMonth" | "noteFirstMonth"
> {
  return {
    project: (id) => desks.project(id),
    staff: (id) => desks.people(id),
    async projectRecord(id) {
      const ref = keys.project(id);
      const item = await getItem(table, ref);
      if (item === undefined) return undefined;
      const { version, changedAt: at, changedBy: by } = read(beside, item, ref);
      const changed = at === undefined || by === undefined ? {} : { changed: { at, by } };
      return { project: valueOf(item, projectSchema), version, ...changed };
    },
    async firstMonth(projectId) {
      const ref = keys.firstMonth(projectId);
      const item = await getItem(table, ref);
      return item === undefined ? undefined : read(noted, item, ref).month;
    },
    async noteFirstMonth(projectId, month) {
      await conditionally(() =>
        updateItem(table, {
          Key: keys.firstMonth(projectId),
          UpdateExpression: "SET #month = :month",
          ConditionExpression: "attribute_not_exists(#month) OR #month > :month",
          ExpressionAttributeNames: { "#month": "month" },
          ExpressionAttributeValues: { ":month": month },
        }),
      );
    },
    async changeProject({ project, version, changed: { at, by } }) {
      const write = () =>
        updateItem(table, {
          Key: keys.project(project.id),
          UpdateExpression: "SET #value = :value, version = :version, changedAt = :at, changedBy = :by",
          ConditionExpression: version === 1 ? "attribute_not_exists(version)" : "version = :before",
          ExpressionAttributeNames: { "#value": "value" },
          ExpressionAttributeValues: {
            ":value": JSON.stringify(project),
            ":version": version,
            ":at": at,
            ":by": by,
            ...(version === 1 ? {} : { ":before": version - 1 }),
          },
        });
      const change = `project ${project.id} ${version}`;
      return (await desks.changing([project.id], change, () => conditionally(write))).done;
    },
  };
}
