import { type NoticesRelease, noticesRelease, noticesReleases } from "../../domain/calendar/notices/index.ts";
import type { Rules } from "../../domain/clocks/start.ts";
import { type CalendarInForce, calendarInForce, calendarOfVersion } from "../../domain/editions/calendars.ts";
import { periodStarts } from "../../domain/editions/period-starts.ts";
import { type Place, policyInForce } from "../../domain/editions/scope.ts";
import { builtInPolicies, builtInPolicy } from "../../domain/policy/built-in.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import type { TimeSource } from "../ports/clock.ts";
import type { Freshness } from "../ports/freshness.ts";
import type { OrganisationStore } from "../ports/organisation.ts";
import type { Published, RuleBook, Stamp } from "../ports/published.ts";
import { RULES_CACHE_SECONDS } from "../ports/published.ts";
import type { RuleStore } from "../ports/rules.ts";

/** What ships with the software: every version ever released, and those in force. */
export interface BuiltIn {
  readonly policies: readonly Policy[];
  readonly policy: Policy;
  readonly calendars: readonly NoticesRelease[];
  readonly calendar: NoticesRelease;
}

const released: BuiltIn = {
  policies: builtInPolicies,
  policy: builtInPolicy,
  calendars: noticesReleases,
  calendar: noticesRelease,
};

/** Rules from the store, read at most once a minute; policies themselves never change and are kept. */
export function ruleBook(
  store: RuleStore,
  organisation: Pick<OrganisationStore, "project">,
  clock: TimeSource,
  builtIn: BuiltIn = released,
): RuleBook {
  const policies = new Map(builtIn.policies.map((one) => [one.version, one]));
  const calendars = new Map<string, CalendarInForce>();
  // What is kept for a minute need not be of this second; a version that is met and not known is looked for again.
  const editions = forAMinute(clock, (freshness) => store.published(freshness));
  const places = new Map<string, Kept<Place>>();

  /** What is published; read again when a stamp was met that came after the last reading. */
  async function published(met: readonly Stamp[] = []): Promise<Published> {
    const known = await editions.read();
    return met.every((stamp) => isKnown(stamp, known, builtIn)) ? known : editions.again();
  }

  async function policy(version: string): Promise<Policy> {
    const known = policies.get(version) ?? (await store.policy(version));
    if (known === undefined) throw new RangeError(`policy version ${version} is not published`);
    policies.set(version, known);
    return known;
  }

  /** The same object for the same version and zone: what is computed from a calendar is kept with it. */
  function kept(timeZone: string, found: CalendarInForce): CalendarInForce {
    const key = `${timeZone} ${found.calendarVersion}`;
    const known = calendars.get(key) ?? found;
    calendars.set(key, known);
    return known;
  }

  async function placeOf(projectId: string): Promise<Place> {
    let place = places.get(projectId);
    if (place === undefined) {
      place = forAMinute(clock, async () => {
        const project = await organisation.project(projectId);
        return { projectId, city: project?.city ?? "", region: project?.region ?? "" };
      });
      places.set(projectId, place);
    }
    return place.read();
  }

  async function rulesAt(known: Published, place: Place, timeZone: string): Promise<Rules> {
    const edition = policyInForce(known.policies, place, toInstant(clock.now()));
    return {
      policy: edition === undefined ? builtIn.policy : await policy(edition.version),
      ...kept(timeZone, calendarInForce(known.calendars, place, timeZone, builtIn.calendar)),
    };
  }

  return {
    async ahead(projectId) {
      await Promise.all([published(), places.get(projectId)?.read()]);
    },
    async forProject(projectId, timeZone, met) {
      const known = await published(met);
      const { policies: own, calendars: other } = known;
      // Nothing published: no need to know where the project belongs.
      const place =
        own.length + other.length === 0 ? { projectId, city: "", region: "" } : await placeOf(projectId);
      return rulesAt(known, place, timeZone);
    },
    async forCompany(timeZone) {
      return rulesAt(await published(), { projectId: "", city: "", region: "" }, timeZone);
    },
    async periodStarts(timeZone) {
      const { policies: found } = await published();
      const days = new Map<string, number>();
      for (const { version, scope } of found) {
        if (scope === "company") days.set(version, (await policy(version)).periodStartDay);
      }
      return periodStarts(found, (version) => days.get(version) ?? builtInPolicy.periodStartDay, timeZone);
    },
    async stamped(stamp, projectId, timeZone) {
      const { policyVersion, calendarVersion } = stamp;
      const known = await published([stamp]);
      const place = await placeOf(projectId);
      const calendar = calendarOfVersion(
        known.calendars,
        calendarVersion,
        place,
        timeZone,
        builtIn.calendars,
      );
      return {
        policy: await policy(policyVersion),
        ...kept(timeZone, { calendar, calendarVersion }),
      };
    },
  };
}

function isKnown(
  { policyVersion, calendarVersion }: Stamp,
  { policies, calendars }: Published,
  builtIn: BuiltIn,
): boolean {
  const [, ...parts] = calendarVersion.split("+");
  return (
    [...builtIn.policies, ...policies].some(({ version }) => version === policyVersion) &&
    parts.every((part) => calendars.some(({ version }) => version === part))
  );
}

interface Kept<T> {
  read(): Promise<T>;
  /** Reads again, however young what is kept. */
  again(): Promise<T>;
}

/** A read that is made again a minute later; a failed one is made again at once. Who asks meanwhile waits for the same. */
function forAMinute<T>(clock: TimeSource, load: (freshness: Freshness) => Promise<T>): Kept<T> {
  let kept: { readonly until: Instant; readonly value: T } | undefined;
  let reading: Promise<T> | undefined;
  const anew = async (freshness: Freshness) => {
    const value = await load(freshness);
    kept = { until: plusSeconds(toInstant(clock.now()), RULES_CACHE_SECONDS), value };
    return value;
  };
  const due = () => {
    reading ??= anew("lately").finally(() => {
      reading = undefined;
    });
    return reading;
  };
  return {
    again: () => anew("now"),
    read: async () => (kept === undefined || kept.until <= toInstant(clock.now()) ? due() : kept.value),
  };
}
