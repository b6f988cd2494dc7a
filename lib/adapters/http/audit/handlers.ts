import { readsOf } from "../../../app/person-data/reads.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { isProblem } from "../../../app/problems/problem.ts";
import { auditRoutes } from "../../../contracts/audit/routes.ts";
import { defined, omit } from "../../../domain/present.ts";
import { json } from "../core/reply.ts";
import { forStaff, type ServingsOf } from "../core/serve.ts";

export type AuditApiPorts = Pick<Ports, "clock" | "complaints" | "organisation" | "readLog">;

const defaultLimit = 100;

/** Who was shown what, for headquarters. */
export const auditHandlers = {
  listReads: forStaff(auditRoutes.listReads, async (ports: AuditApiPorts, { query }) => {
    const { number = "", person, ...page } = query;
    const asked = person === undefined ? { number } : { person };
    const reads = await readsOf(ports, asked, { limit: defaultLimit, ...page });
    if (isProblem(reads)) return reads;
    const names = new Map((await ports.organisation.people()).map(({ id, name }) => [id, name]));
    return json(200, {
      items: reads.items.map((read) => ({
        ...omit(read, "complaintId"),
        ...defined({ name: names.get(read.by) }),
      })),
      ...defined({ cursor: reads.cursor }),
    });
  }),
} satisfies ServingsOf<typeof auditRoutes, AuditApiPorts>;
