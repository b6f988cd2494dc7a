import { plannedNotice } from "../../../domain/notices/notice.ts";
import type { Person, Post } from "../../../domain/organisation/organisation.ts";
import { hasLeft } from "../../../domain/organisation/presence.ts";
import { DEFAULT_TIME_ZONE, localDate, toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";
import type { ReportRun } from "../../ports/report-run.ts";

/**
 * Tells headquarters that an edition is there, and of the bulletin's own edition the managers of its projects too: D14 is
 * addressed to every office (各管理处). Told twice it is still one mail each.
 */
export async function announceEdition(
  ports: Pick<Ports, "clock" | "organisation" | "notices" | "noticeQueue">,
  run: Pick<ReportRun, "month" | "bulletin" | "projectIds">,
  edition: number,
): Promise<void> {
  const now = toInstant(ports.clock.now());
  const zone = (await ports.organisation.company())?.timeZone ?? DEFAULT_TIME_ZONE;
  for (const person of await ports.organisation.people()) {
    const post = addressedAs(person, run);
    if (post === undefined || hasLeft(person, localDate(now, zone))) continue;
    const notice = plannedNotice(
      {
        key: `month-ready#${edition}#${person.id}#email`,
        subject: { kind: "report", month: run.month, edition },
        template: "month-ready",
        recipient: { kind: "person", id: person.id, post },
        adapter: "email",
      },
      now,
    );
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}

/** As what a person hears of the edition; undefined for who does not. */
function addressedAs(
  { assignments }: Person,
  { bulletin, projectIds }: Pick<ReportRun, "bulletin" | "projectIds">,
): Post | undefined {
  if (assignments.some(({ post }) => post === "headquarters")) return "headquarters";
  const manages = assignments.some(
    ({ post, projectId }) =>
      post === "project-manager" && projectId !== undefined && projectIds.includes(projectId),
  );
  return bulletin === true && manages ? "project-manager" : undefined;
}
