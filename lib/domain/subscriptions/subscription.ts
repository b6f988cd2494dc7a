import { Temporal } from "temporal-polyfill";
import type { Person, Project } from "../organisation/organisation.ts";
import { hasLeft } from "../organisation/presence.ts";
import { isHeadquarters, mayRule } from "../organisation/rights.ts";
import { projectsIn, type TreeLevel } from "../organisation/tree.ts";

/** day: the day before, each morning; week: Monday to Sunday, on Monday; month: with the bulletin's edition (D14). */
export const rhythms = ["day", "week", "month"] as const;
export type Rhythm = (typeof rhythms)[number];

/** The files of a part of the tree, taken by mail. */
export interface Subscription {
  readonly every: Rhythm;
  readonly level: TreeLevel;
  /** A region or city company by its name, a project by its id; absent for the company. */
  readonly scope?: string;
}

/** What one person takes. `version` rises with every change; who changed it may be headquarters. */
export interface Subscriptions {
  readonly personId: string;
  readonly version: number;
  readonly items: readonly Subscription[];
  readonly changed: { readonly at: string; readonly by: string };
}

/** `default`: nobody reads more mails than these. */
export const MOST_SUBSCRIPTIONS = 20;

/** The same for every person who takes the same. */
export function subscriptionId({ every, level, scope }: Subscription): string {
  return scope === undefined ? `${every}~${level}` : `${every}~${level}~${scope}`;
}

/**
 * True if all of that part of the tree is the person's to read on this local date: files of a region that lack a project
 * are nobody's, the company's are headquarters'. Asked again before each mail: who has left, or lost the post, gets none.
 */
export function mayTake(
  person: Person,
  { level, scope }: Pick<Subscription, "level" | "scope">,
  all: readonly Project[],
  date: string,
): boolean {
  if (hasLeft(person, date)) return false;
  const projects = projectsIn(all, level, scope);
  if (projects.length === 0) return false;
  return level === "company" ? isHeadquarters(person) : projects.every((project) => mayRule(person, project));
}

/** Local dates, both included. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

/** How many days a night may be late, or fail, and still bring what it should have brought. */
const CATCH_UP_DAYS = 2;

/**
 * The periods that have ended by this local date and may still be sent, the oldest first; a month's files come with its
 * edition instead.
 */
export function periodsEnded(every: Rhythm, date: string): readonly Days[] {
  const today = Temporal.PlainDate.from(date);
  switch (every) {
    case "day":
      return Array.from({ length: CATCH_UP_DAYS }, (_, index) => {
        const day = today.subtract({ days: CATCH_UP_DAYS - index }).toString();
        return { from: day, to: day };
      });
    case "week": {
      const sunday = today.subtract({ days: today.dayOfWeek });
      if (today.since(sunday).days > CATCH_UP_DAYS) return [];
      return [{ from: sunday.subtract({ days: 6 }).toString(), to: sunday.toString() }];
    }
    case "month":
      return [];
  }
}
