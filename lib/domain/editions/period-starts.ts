import { Temporal } from "temporal-polyfill";
import type { StartDay } from "../statistics/period.ts";
import { fromInstant, instantAt } from "../time/instant.ts";
import { type PolicyEdition, policyInForce } from "./scope.ts";

/**
 * On which day the company's periods begin, month by month: the period of a month is cut by the policy that was published
 * and in force when the calendar month began in the company's zone. Whatever is published later never cuts it again,
 * also with an effective date in the past.
 */
export function periodStarts(
  editions: readonly PolicyEdition[],
  dayOf: (version: string) => number,
  timeZone: string,
): readonly StartDay[] {
  const own = editions.filter(({ scope }) => scope === "company");
  const months = new Set(own.map((edition) => firstMonthOf(edition, timeZone)));
  const place = { projectId: "", city: "", region: "" };
  return [...months].sort().map((month) => {
    const begin = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 }).toZonedDateTime(timeZone);
    const at = instantAt(begin.epochMilliseconds);
    const known = own.filter(({ publishedAt }) => publishedAt <= at);
    const edition = policyInForce(known, place, at);
    if (edition === undefined) throw new RangeError(`no policy is in force when ${month} begins`);
    return { from: month, day: dayOf(edition.version) };
  });
}

/** The first calendar month that begins at or after the edition was both published and in force. */
function firstMonthOf(
  { effectiveFrom, publishedAt }: Pick<PolicyEdition, "effectiveFrom" | "publishedAt">,
  timeZone: string,
): string {
  const at = fromInstant(effectiveFrom > publishedAt ? effectiveFrom : publishedAt);
  const local = at.toZonedDateTimeISO(timeZone);
  const month = local.toPlainDate().toPlainYearMonth();
  const isItsBeginning = Temporal.Instant.compare(
    at,
    month.toPlainDate({ day: 1 }).toZonedDateTime(timeZone).toInstant(),
  );
  return (isItsBeginning === 0 ? month : month.add({ months: 1 })).toString();
}
