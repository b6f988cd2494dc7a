import type { Ports } from "../../app/ports/index.ts";
import { isProblem, problem } from "../../app/problems/problem.ts";
import { dryRun, publishCalendar, publishPolicy } from "../../app/rules/publish.ts";
import { placeQuery } from "../../contracts/core/queries.ts";
import { calendarBody } from "../../contracts/rules/calendar-body.ts";
import { dryRunBody, policyBody } from "../../contracts/rules/policy-body.ts";
import { completed, presets } from "../../contracts/rules/policy-presets.ts";
import { noticesInForce } from "../../domain/editions/calendars.ts";
import { type Person, reaches } from "../../domain/organisation/organisation.ts";
import { DEFAULT_TIME_ZONE } from "../../domain/time/instant.ts";
import { requiredIdempotencyKey } from "./idempotency.ts";
import { refusalOf } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { validated } from "./validate.ts";

export type RulesApiPorts = Pick<
  Ports,
  "clock" | "crypto" | "organisation" | "ruleStore" | "rules" | "jobs" | "reactQueue"
>;

/** What is in force for a project, or for the company, and everything that was published. */
export async function showPolicies(
  ports: RulesApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const { inForce } = await rulesHere(ports, request, person);
  const { policies } = await ports.ruleStore.published();
  return json(200, {
    inForce: inForce.policy,
    policies,
    presets: Object.entries(presets).map(([name, { name: title }]) => ({ name, title })),
  });
}

export async function putPolicy(ports: RulesApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const body = validated(policyBody, request.json());
  const { scope, effectiveFrom, base } = body;
  const result = await publishPolicy(ports, person, {
    scope,
    make: (version) => completed(version, base, body),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
  });
  if (isProblem(result)) throw refusalOf(result);
  const { edition, jobId } = result;
  return json(201, { ...edition, ...(jobId === undefined ? {} : { jobId }) });
}

export async function dryRunPolicy(
  ports: RulesApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const body = validated(dryRunBody, request.json());
  const key = requiredIdempotencyKey(request);
  const { scope, effectiveFrom, base, replay } = body;
  const job = await dryRun(ports, person, {
    scope,
    key,
    make: (version) => completed(version, base, body),
    ...(effectiveFrom === undefined ? {} : { effectiveFrom }),
    ...(replay === undefined ? {} : { replay }),
  });
  if (isProblem(job)) throw refusalOf(job);
  return json(202, { jobId: job.id });
}

/** The calendar in force: opening hours and every notice with its address, up to which day it is published. */
export async function showCalendar(
  ports: RulesApiPorts,
  request: ApiRequest,
  person: Person,
): Promise<Reply> {
  const { inForce } = await rulesHere(ports, request, person);
  const { calendars } = await ports.ruleStore.published();
  const { calendar, calendarVersion } = inForce;
  return json(200, {
    version: calendarVersion,
    timeZone: calendar.timeZone,
    week: calendar.week,
    ...(calendar.publishedUntil === undefined ? {} : { publishedUntil: calendar.publishedUntil }),
    notices: noticesInForce(calendars),
    editions: calendars.map(({ version, scope, publishedAt, publishedBy }) => ({
      version,
      scope,
      publishedAt,
      publishedBy,
    })),
  });
}

export async function putCalendar(ports: RulesApiPorts, request: ApiRequest, person: Person): Promise<Reply> {
  const { scope, ...change } = validated(calendarBody, request.json());
  const result = await publishCalendar(ports, person, { scope, change });
  if (isProblem(result)) throw refusalOf(result);
  const { version, publishedAt } = result.edition;
  return json(201, { version, scope, publishedAt, jobId: result.jobId });
}

async function rulesHere(ports: RulesApiPorts, request: ApiRequest, person: Person) {
  const { projectId } = validated(placeQuery, request.query);
  if (projectId === undefined) {
    const company = await ports.organisation.company();
    return { inForce: await ports.rules.forCompany(company?.timeZone ?? DEFAULT_TIME_ZONE) };
  }
  const project = await ports.organisation.project(projectId);
  if (project === undefined || !reaches(person, project)) {
    throw refusalOf(problem("unknown-project", { path: "projectId" }));
  }
  return { inForce: await ports.rules.forProject(projectId, project.timeZone) };
}
