import { defined } from "../../domain/present.ts";
import { fromInstant, type Instant } from "../../domain/time/instant.ts";
import type { Page, PageRequest } from "../ports/page.ts";

const PAGE = 100;

/** Everything of a paged list. */
export async function* eachOf<T>(list: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T> {
  let cursor: string | undefined;
  do {
    const page: Page<T> = await list({ limit: PAGE, ...defined({ cursor }) });
    yield* page.items;
    cursor = page.cursor;
  } while (cursor !== undefined);
}

/** The months `YYYY-MM` from one before that of an instant to one after that of another: of whatever zone they are. */
export function monthsAround(from: Instant, to: Instant): readonly string[] {
  const last = fromInstant(to).toZonedDateTimeISO("UTC").toPlainDate().toPlainYearMonth().add({ months: 1 });
  const months: string[] = [];
  let month = fromInstant(from).toZonedDateTimeISO("UTC").toPlainDate().toPlainYearMonth();
  month = month.subtract({ months: 1 });
  while (month.toString() <= last.toString()) {
    months.push(month.toString());
    month = month.add({ months: 1 });
  }
  return months;
}
