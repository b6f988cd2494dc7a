import { noticesInForce } from "../../domain/editions/calendars.ts";
import { type Lack, lacksOf } from "../../domain/organisation/readiness.ts";
import { toInstant } from "../../domain/time/instant.ts";
import type { Ports } from "../ports/index.ts";

/** What this installation still lacks by its own table, the gravest first. */
export async function readiness(
  ports: Pick<Ports, "clock" | "organisation" | "channelSystems" | "ruleStore">,
  mailDomain?: string,
): Promise<readonly Lack[]> {
  const [company, projects, people, systems, { calendars }] = await Promise.all([
    ports.organisation.company(),
    ports.organisation.projects(),
    ports.organisation.people(),
    ports.channelSystems.list(),
    ports.ruleStore.published(),
  ]);
  const noticeYears = noticesInForce(calendars).map(({ year }) => year);
  const now = toInstant(ports.clock.now());
  return lacksOf({ company, projects, people, systems, noticeYears, mailDomain, now });
}
