import type { Ports } from "../../../app/ports/index.ts";
import { isProblem, problem } from "../../../app/problems/problem.ts";
import { dryRun, publishCalendar, publishPolicy } from "../../../app/rules/publish.ts";
import { completed, presets } from "../../../contracts/rules/policy-presets.ts";
import { ruleRoutes } from "../../../contracts/rules/routes.ts";
import { noticesInForce } from "../../../domain/editions/calendars.ts";
import { type Person, reaches } from "../../../domain/organisation/organisation.ts";
import { builtInPolicies } from "../../../domain/policy/built-in.ts";
import type { Policy } from "../../../domain/policy/policy.ts";
import { defined } from "../../../domain/present.ts";
import { DEFAULT_TIME_ZONE } from "../../../domain/time/instant.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type RulesApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "ruleStore" | "rules" | "jobs" | "reactQueue"
>;

export const ruleHandlers = {
  /** What is in force for a project, or for the company, and everything that was published. */
  showPolicies: forStaff(ruleRoutes.showPolicies, async (ports: RulesApiPorts, { query, person }) => {
    const inForce = await rulesHere(ports, person, query.projectId);
    if (isProblem(inForce)) return inForce;
    const { policies } = await ports.ruleStore.published();
    const { version } = query;
    const asked = version === undefined ? undefined : await policyNamed(ports, version);
    if (version !== undefined && asked === undefined) return problem("not-found");
    return json(200, {
      inForce: inForce.policy,
      ...defined({ asked }),
      policies,
      presets: Object.entries(presets).map(([name, { name: title }]) => ({ name, title })),
    });
  }),

  putPolicy: forStaff(ruleRoutes.putPolicy, async (ports: RulesApiPorts, { body, person }) => {
    const { scope, effectiveFrom, base } = body;
    const result = await publishPolicy(ports, person, {
      scope,
      make: (version) => completed(version, base, body),
      ...defined({ effectiveFrom }),
    });
    if (isProblem(result)) return result;
    const { edition, jobId } = result;
    return json(201, { ...edition, ...defined({ jobId }) });
  }),

  dryRunPolicy: forStaff(ruleRoutes.dryRunPolicy, async (ports: RulesApiPorts, { body, key, person }) => {
    const { scope, effectiveFrom, base, replay } = body;
    const job = await dryRun(ports, person, {
      scope,
      key,
      make: (version) => completed(version, base, body),
      ...defined({ effectiveFrom, replay }),
    });
    return isProblem(job) ? job : json(202, { jobId: job.id });
  }),

  /** The calendar in force: opening hours and every notice with its address, up to which day it is published. */
  showCalendar: forStaff(ruleRoutes.showCalendar, async (ports: RulesApiPorts, { query, person }) => {
    const inForce = await rulesHere(ports, person, query.projectId);
    if (isProblem(inForce)) return inForce;
    const { calendars } = await ports.ruleStore.published();
    const { calendar, calendarVersion } = inForce;
    return json(200, {
      version: calendarVersion,
      timeZone: calendar.timeZone,
      week: calendar.week,
      ...defined({ publishedUntil: calendar.publishedUntil }),
      notices: noticesInForce(calendars),
      editions: calendars.map(({ version, scope, publishedAt, publishedBy }) => ({
        version,
        scope,
        publishedAt,
        publishedBy,
      })),
    });
  }),

  putCalendar: forStaff(ruleRoutes.putCalendar, async (ports: RulesApiPorts, { body, person }) => {
    const { scope, ...change } = body;
    const result = await publishCalendar(ports, person, { scope, change });
    if (isProblem(result)) return result;
    const { version, publishedAt } = result.edition;
    return json(201, { version, scope, publishedAt, jobId: result.jobId });
  }),
} satisfies ServingsOf<typeof ruleRoutes, RulesApiPorts>;

/** A policy by its version: published, or released with the software. */
async function policyNamed({ ruleStore }: RulesApiPorts, version: string): Promise<Policy | undefined> {
  return builtInPolicies.find((one) => one.version === version) ?? ruleStore.policy(version);
}

async function rulesHere(ports: RulesApiPorts, person: Person, projectId: string | undefined) {
  if (projectId === undefined) {
    const company = await ports.organisation.company();
    return ports.rules.forCompany(company?.timeZone ?? DEFAULT_TIME_ZONE);
  }
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !reaches(person, project)) {
    return problem("unknown-project", { path: "projectId" });
  }
  return ports.rules.forProject(projectId, project.timeZone);
}
