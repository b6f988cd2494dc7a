import { Temporal } from "temporal-polyfill";
import { rosterColumns } from "../../../../lib/domain/organisation/roster-file.ts";
import { postWords } from "../../../../lib/domain/words/organisation.ts";
import type { Project } from "../../parts/directory.ts";
import type { Person } from "../../parts/me.tsx";

/**
 * A roster of a month (`YYYY-MM`) that its import takes: everybody of the project on duty each day from eight to six in their
 * post. CSV as Excel opens it: UTF-8 with BOM, CRLF.
 */
export function sampleRoster(project: Project, people: readonly Person[], month: string): Blob {
  const first = Temporal.PlainYearMonth.from(month);
  const departments = new Map(project.departments.map(({ id, name }) => [id, name]));
  const rows = Array.from({ length: first.daysInMonth }, (_, index) =>
    first.toPlainDate({ day: index + 1 }).toString(),
  ).flatMap((date) =>
    people.flatMap(({ id, assignments }) =>
      assignments
        .filter(({ projectId }) => projectId === project.id)
        .map(({ post, departmentId }) => [
          date,
          "08:00",
          "18:00",
          postWords[post].zh,
          departments.get(departmentId ?? "") ?? "",
          id,
        ]),
    ),
  );
  const lines = [rosterColumns.map(({ zh }) => zh), ...rows].map((cells) => cells.map(quoted).join(","));
  return new Blob([`\uFEFF${lines.join("\r\n")}\r\n`], { type: "text/csv;charset=utf-8" });
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
