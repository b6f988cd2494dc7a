import { plannedNotice } from "../../../domain/notices/notice.ts";
import { toInstant } from "../../../domain/time/instant.ts";
import type { Ports } from "../../ports/index.ts";

/** Tells headquarters that an edition is there; told twice it is still one mail each. */
export async function announceEdition(
  ports: Pick<Ports, "clock" | "organisation" | "notices" | "noticeQueue">,
  month: string,
  edition: number,
): Promise<void> {
  const people = await ports.organisation.people();
  const now = toInstant(ports.clock.now());
  for (const person of people.filter((p) => p.assignments.some((a) => a.post === "headquarters"))) {
    const notice = plannedNotice(
      {
        key: `month-ready#${edition}#${person.id}#email`,
        subject: { kind: "report", month, edition },
        template: "month-ready",
        recipient: { kind: "person", id: person.id, post: "headquarters" },
        adapter: "email",
      },
      now,
    );
    await ports.notices.plan(notice);
    await ports.noticeQueue.send(ports.notices.refOf(notice));
  }
}
