import type { Complaint } from "../../domain/complaint/document.ts";
import { defined } from "../../domain/present.ts";
import { toInstant } from "../../domain/time/instant.ts";
import { monthsOfRecords } from "../periods/first-month.ts";
import type { Ports } from "../ports/index.ts";

const PAGE = 100;

/** Every complaint there is, project by project and month by month, a page of documents at a time. */
export async function* eachPage(
  ports: Pick<Ports, "clock" | "complaints" | "organisation">,
): AsyncGenerator<readonly Complaint[]> {
  const now = toInstant(ports.clock.now());
  for (const project of await ports.organisation.projects()) {
    for (const month of await monthsOfRecords(ports, project, now)) {
      let cursor: string | undefined;
      do {
        const page = await ports.complaints.receivedInMonth(project.id, month, {
          limit: PAGE,
          ...defined({ cursor }),
        });
        yield await ports.complaints.loadMany(page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
    }
  }
}
