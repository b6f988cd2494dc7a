import type { Rules } from "../../domain/clocks/start.ts";
import type { CalendarEdition } from "../../domain/editions/calendars.ts";
import type { PolicyEdition } from "../../domain/editions/scope.ts";
import type { StartDay } from "../../domain/statistics/period.ts";

/** What has been published, beside the built-in rules. */
export interface Published {
  readonly policies: readonly PolicyEdition[];
  readonly calendars: readonly CalendarEdition[];
}

/** The versions a clock was computed with. */
export interface Stamp {
  readonly policyVersion: string;
  readonly calendarVersion: string;
}

/** The rules in force, and those that were: every clock's stamp can be read again. */
export interface RuleBook {
  /**
   * Policy and calendar in force for a project. Rules published less than a minute ago may not be seen yet, unless a
   * document that was computed with them is at hand (`met`): nothing is ever timed back to rules of before.
   */
  forProject(projectId: string, timeZone: string, met?: readonly Stamp[]): Promise<Rules>;
  /** Reads what is published where it is due again: together with other reads, so that nobody waits for it later. */
  ahead(projectId: string): Promise<void>;
  /** The company's own, for periods and figures that span projects. */
  forCompany(timeZone: string): Promise<Rules>;
  /** On which day the company's periods began and begin, by month; see the domain's PeriodOptions. */
  periodStarts(timeZone: string): Promise<readonly StartDay[]>;
  /** The rules a clock was stamped with. Throws RangeError for versions that are not published. */
  stamped(stamp: Stamp, projectId: string, timeZone: string): Promise<Rules>;
}

/** How long a function may go on with what it has read, in seconds. */
export const RULES_CACHE_SECONDS = 60;
