import type { Complaint } from "../../domain/complaint/document.ts";
import { monthOf, toInstant } from "../../domain/time/instant.ts";
import { monthsBetween } from "../../domain/time/months.ts";
import type { Ports } from "../ports/index.ts";

const PAGE = 100;

/** Every complaint there is, project by project and month by month, a page of documents at a time. */
export async function* eachPage(
  ports: Pick<Ports, "clock" | "complaints" | "organisation">,
): AsyncGenerator<readonly Complaint[]> {
  const now = toInstant(ports.clock.now());
  for (const project of await ports.organisation.projects()) {
    for (const month of monthsBetween(project.since, monthOf(now, project.timeZone))) {
      let cursor: string | undefined;
      do {
        const page = await ports.complaints.receivedInMonth(project.id, month, {
          limit: PAGE,
          ...(cursor === undefined ? {} : { cursor }),
        });
        yield await ports.complaints.loadMany(page.items.map(({ id }) => id));
        cursor = page.cursor;
      } while (cursor !== undefined);
    }
  }
}
