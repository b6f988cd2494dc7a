import { calendarOfNotices, loadChineseCalendar } from "../calendar/chinese.ts";
import { type NoticesRelease, noticesRelease, noticesReleases } from "../calendar/notices/index.ts";
import type { HolidayNotice } from "../calendar/notices/types.ts";
import type { WallPeriod, WorkingCalendar } from "../calendar/types.ts";
import { type Edition, type Place, scopesOf } from "./scope.ts";

/** A published change of the calendar: other opening hours for a scope, or holiday notices for the whole company. */
export interface CalendarEdition extends Edition {
  readonly week?: WorkingCalendar["week"];
  readonly extraWorkdayHours?: readonly WallPeriod[];
  /** Only of scope `company`: the State Council's calendar is everybody's. */
  readonly notices?: readonly HolidayNotice[];
}

export interface CalendarInForce {
  readonly calendar: WorkingCalendar;
  /** `cn-2026.1+company@2+project:p1@1`: the built-in notices and the last edition of every scope that counts. */
  readonly calendarVersion: string;
}

/** The calendar of a place: all notices of the company, the opening hours of the nearest scope that has some. */
export function calendarInForce(
  editions: readonly CalendarEdition[],
  place: Place,
  timeZone: string,
  builtIn: NoticesRelease = noticesRelease,
): CalendarInForce {
  const company = editions.filter(({ scope }) => scope === "company").sort(byNumber);
  const hours = hoursInForce(editions, place);
  const own = hours === undefined || hours.scope === "company" ? undefined : hours;
  const last = company.at(-1);
  const shared = loadChineseCalendar();
  if (builtIn === noticesRelease && last === undefined && own === undefined && timeZone === shared.timeZone) {
    return { calendar: shared, calendarVersion: builtIn.version };
  }
  const parts = [builtIn.version, last?.version, own?.version].filter((part) => part !== undefined);
  const { week, extraWorkdayHours } = hours ?? {};
  return {
    calendar: calendarOfNotices(noticesInForce(editions, builtIn), { timeZone, week, extraWorkdayHours }),
    calendarVersion: parts.join("+"),
  };
}

/** The built-in notices and those that the company has added; a later one of the same year takes its place. */
export function noticesInForce(
  editions: readonly CalendarEdition[],
  builtIn: NoticesRelease = noticesRelease,
): readonly HolidayNotice[] {
  const added = editions
    .filter(({ scope }) => scope === "company")
    .sort(byNumber)
    .flatMap(({ notices }) => notices ?? []);
  const byYear = new Map([...builtIn.notices, ...added].map((notice) => [notice.year, notice]));
  return [...byYear.values()].sort((a, b) => a.year - b.year);
}

/** The calendar that a clock was stamped with. Throws RangeError for a version that was never released or published. */
export function calendarOfVersion(
  editions: readonly CalendarEdition[],
  calendarVersion: string,
  place: Place,
  timeZone: string,
  releases: readonly NoticesRelease[] = noticesReleases,
): WorkingCalendar {
  const [base, ...parts] = calendarVersion.split("+");
  const upTo = parts.map((part) => editions.find(({ version }) => version === part));
  const builtIn = releases.find(({ version }) => version === base);
  if (builtIn === undefined || upTo.some((edition) => edition === undefined)) {
    throw new RangeError(`calendar version ${calendarVersion} is not published`);
  }
  const known = editions.filter((edition) =>
    upTo.some((last) => last?.scope === edition.scope && edition.number <= last.number),
  );
  return calendarInForce(known, place, timeZone, builtIn).calendar;
}

function hoursInForce(editions: readonly CalendarEdition[], place: Place): CalendarEdition | undefined {
  for (const scope of scopesOf(place)) {
    const own = editions.filter((edition) => edition.scope === scope && edition.week !== undefined);
    const last = own.sort(byNumber).at(-1);
    if (last !== undefined) return last;
  }
  return undefined;
}

function byNumber(a: CalendarEdition, b: CalendarEdition): number {
  return a.number - b.number;
}
