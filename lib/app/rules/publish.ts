import { canonicalJson } from "../../domain/document/chain.ts";
import type { CalendarEdition } from "../../domain/editions/calendars.ts";
import {
  type Edition,
  nextVersion,
  type PolicyEdition,
  policyInForce,
  type Scope,
  scopesOf,
} from "../../domain/editions/scope.ts";
import type { Person, Project } from "../../domain/organisation/organisation.ts";
import type { Policy } from "../../domain/policy/policy.ts";
import { type Instant, plusSeconds, toInstant } from "../../domain/time/instant.ts";
import { shortDigest } from "../documents/ids.ts";
import { type Attempt, raced } from "../documents/race.ts";
import { startJob } from "../jobs/start.ts";
import type { Ports } from "../ports/index.ts";
import type { Job } from "../ports/job.ts";
import { isProblem, type Problem, problem } from "../problems/problem.ts";

type PublishPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "ruleStore" | "jobs" | "reactQueue" | "rules"
>;

export interface PolicyProposal {
  readonly scope: Scope;
  readonly effectiveFrom?: Instant;
  /** The whole policy under a version of its own. */
  readonly make: (version: string) => Policy;
}

/**
 * Publishes a policy for a scope. Open complaints of the scope are timed again by a job: at once, or when the policy
 * takes effect (the sweep starts it then).
 */
export async function publishPolicy(
  ports: PublishPorts,
  person: Person,
  { scope, effectiveFrom, make }: PolicyProposal,
): Promise<{ readonly edition: PolicyEdition; readonly jobId?: string } | Problem> {
  const now = toInstant(ports.clock.now());
  const projects = await allowedProjects(ports, person, scope);
  if (isProblem(projects)) return projects;
  if (effectiveFrom !== undefined && effectiveFrom < now) {
    return problem("effective-in-past", { path: "effectiveFrom" });
  }
  const base = { scope, publishedAt: now, publishedBy: person.id, effectiveFrom: effectiveFrom ?? now };
  const standing = await samePolicy(ports, { scope, make }, base.effectiveFrom, effectiveFrom === undefined);
  if (standing !== undefined) return withJob(ports, standing, projects, now, person);
  const edition = await claimed(ports, scope, async (name) => {
    // Read with each number: whoever took the one before may have a clock that is ahead.
    const from = effectiveFrom ?? (await afterThoseInForce(ports, scope, now));
    const candidate = { ...base, effectiveFrom: from, ...name };
    return (await ports.ruleStore.publishPolicy(candidate, make(name.version))) ? candidate : undefined;
  });
  return withJob(ports, edition, projects, now, person);
}

/** Functions' clocks differ by less: what takes effect sooner was published to hold at once. */
const TOGETHER_SECONDS = 120;

/**
 * From when a policy holds that is to hold at once: never before one of a lower number that holds already, or the later of two
 * that were published together would not count.
 */
async function afterThoseInForce(
  { ruleStore }: Pick<PublishPorts, "ruleStore">,
  scope: Scope,
  now: Instant,
): Promise<Instant> {
  const { policies } = await ruleStore.published();
  const until = plusSeconds(now, TOGETHER_SECONDS);
  const begun = policies.filter((one) => one.scope === scope && one.effectiveFrom <= until);
  return begun.reduce((last, { effectiveFrom }) => (effectiveFrom > last ? effectiveFrom : last), now);
}

async function withJob(
  ports: PublishPorts,
  edition: PolicyEdition,
  projects: readonly Project[],
  now: Instant,
  person: Person,
): Promise<{ readonly edition: PolicyEdition; readonly jobId?: string }> {
  if (edition.effectiveFrom > plusSeconds(now, TOGETHER_SECONDS)) return { edition };
  const job = await startJob(ports, retimeJob(ports, edition.version, projects, now, person.id));
  return { edition, jobId: job.id };
}

/** The scope's last edition if it says the same from the same date on: a request that is sent again publishes nothing. */
async function samePolicy(
  ports: Pick<PublishPorts, "ruleStore">,
  { scope, make }: PolicyProposal,
  from: Instant,
  atOnce: boolean,
): Promise<PolicyEdition | undefined> {
  const last = lastOf((await ports.ruleStore.published()).policies, scope);
  if (last === undefined) return undefined;
  const isSameDate = atOnce
    ? last.effectiveFrom <= plusSeconds(from, TOGETHER_SECONDS)
    : last.effectiveFrom === from;
  const text = isSameDate ? await ports.ruleStore.policy(last.version) : undefined;
  return text !== undefined && canonicalJson(text) === canonicalJson(make(last.version)) ? last : undefined;
}

function lastOf<T extends Edition>(editions: readonly T[], scope: Scope): T | undefined {
  return editions
    .filter((edition) => edition.scope === scope)
    .sort((a, b) => a.number - b.number)
    .at(-1);
}

export interface CalendarProposal {
  readonly scope: Scope;
  readonly change: Pick<CalendarEdition, "week" | "extraWorkdayHours" | "notices">;
}

/** Publishes opening hours or holiday notices; they hold at once, and provisional deadlines are computed again. */
export async function publishCalendar(
  ports: PublishPorts,
  person: Person,
  { scope, change }: CalendarProposal,
): Promise<{ readonly edition: CalendarEdition; readonly jobId: string } | Problem> {
  const now = toInstant(ports.clock.now());
  const projects = await allowedProjects(ports, person, scope);
  if (isProblem(projects)) return projects;
  const base = { scope, publishedAt: now, publishedBy: person.id, ...change };
  const { calendars } = await ports.ruleStore.published();
  const last = lastOf(calendars, scope);
  const said = { week: last?.week, extraWorkdayHours: last?.extraWorkdayHours, notices: last?.notices };
  const isSame = last !== undefined && canonicalJson(said) === canonicalJson(change);
  const edition = isSame
    ? last
    : await claimed(ports, scope, async (name) => {
        const candidate = { ...base, ...name };
        return (await ports.ruleStore.publishCalendar(candidate)) ? candidate : undefined;
      });
  const job = await startJob(
    ports,
    retimeJob(ports, `calendar ${edition.version}`, projects, now, person.id),
  );
  return { edition, jobId: job.id };
}

/** Tries the next number of the scope until one is free: two people may publish at once. */
async function claimed<T>(
  ports: Pick<PublishPorts, "ruleStore">,
  scope: Scope,
  claim: (name: { readonly version: string; readonly number: number }) => Promise<T | undefined>,
): Promise<T> {
  const { policies, calendars } = await ports.ruleStore.published();
  const first = nextVersion([...policies, ...calendars], scope).number;
  return raced(
    `versions of ${scope} from ${first} on`,
    first,
    async (number): Promise<Attempt<T, number>> => {
      const edition = await claim({ version: `${scope}@${number}`, number });
      return edition === undefined ? { lostTo: number + 1 } : { done: edition };
    },
  );
}

/** The job that follows an edition: its id is the edition's, so that it is started once, by whomever. */
export function retimeJob(
  ports: Pick<Ports, "crypto">,
  version: string,
  projects: readonly Project[],
  startedAt: Instant,
  startedBy: string,
): Job {
  const projectIds = projects.map(({ id }) => id);
  return { id: retimeJobId(ports, version), task: { kind: "retime" }, startedAt, startedBy, projectIds };
}

/** Scopes carry names in any language; a digest goes into any address. */
export function retimeJobId({ crypto }: Pick<Ports, "crypto">, version: string): string {
  return `retime-${shortDigest(crypto, version)}`;
}

/** `POST /policies/dry-run`: what the policy would move now, or would have judged otherwise in a month. */
export async function dryRun(
  ports: PublishPorts,
  person: Person,
  proposal: PolicyProposal & { readonly replay?: string; readonly key: string },
): Promise<Job | Problem> {
  const projects = await allowedProjects(ports, person, proposal.scope);
  if (isProblem(projects)) return projects;
  const now = toInstant(ports.clock.now());
  const policy = proposal.make("draft");
  const { policies } = await ports.ruleStore.published();
  const draft: PolicyEdition = {
    version: "draft",
    scope: proposal.scope,
    number: Number.MAX_SAFE_INTEGER,
    publishedAt: now,
    publishedBy: person.id,
    effectiveFrom: proposal.effectiveFrom ?? now,
  };
  // A nearer scope's own policy stands over the draft: those projects would not be moved.
  const moved = projects.filter(
    ({ id, city, region }) =>
      policyInForce([...policies, draft], { projectId: id, city, region }, draft.effectiveFrom) === draft,
  );
  return startJob(ports, {
    id: `what-if-${shortDigest(ports.crypto, `${person.id}:${proposal.key}`)}`,
    task:
      proposal.replay === undefined
        ? { kind: "dry-run", policy }
        : { kind: "replay", policy, month: proposal.replay },
    startedAt: now,
    startedBy: person.id,
    projectIds: moved.map(({ id }) => id),
  });
}

/** The projects of a scope, if the person may decide for all of them: headquarters, or region for what is in it. */
async function allowedProjects(
  ports: Pick<PublishPorts, "organisation">,
  person: Person,
  scope: Scope,
): Promise<readonly Project[] | Problem> {
  const projects = (await ports.organisation.projects()).filter(({ id, city, region }) =>
    scopesOf({ projectId: id, city, region }).includes(scope),
  );
  if (projects.length === 0) return problem("unknown-scope", { path: "scope" });
  if (person.assignments.some(({ post }) => post === "headquarters")) return projects;
  const own = person.assignments.flatMap(({ post, region }) => (post === "region" ? [region] : []));
  const isOwn = scope !== "company" && projects.every(({ region }) => own.includes(region));
  return isOwn ? projects : problem("forbidden");
}
