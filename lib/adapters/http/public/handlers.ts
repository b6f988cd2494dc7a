import { track } from "../../../app/complaints/tracking.ts";
import type { Ports } from "../../../app/ports/index.ts";
import { problem } from "../../../app/problems/problem.ts";
import { trackingQuery } from "../../../contracts/public/bodies.ts";
import { publicRoutes } from "../../../contracts/public/routes.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { sheetPage } from "./sheet-page.ts";
import { notFoundPage, trackingPage } from "./tracking-page.ts";
import { trackingOf } from "./tracking-view.ts";

export type PublicApiPorts = Pick<Ports, "crypto" | "complaints" | "organisation">;

export const publicHandlers = {
  /** The complainant's own progress, for whoever has the link. */
  trackComplaint: forEverybody(
    publicRoutes.trackComplaint,
    async (load: () => Promise<PublicApiPorts>, http) => {
      const asPage = wantsPage(http);
      const ports = await load();
      // A link without a proper secret is answered like a wrong one.
      const { data: query } = trackingQuery.safeParse(http.query);
      const number = http.parameters["number"] ?? "";
      const complaint = query === undefined ? undefined : await track(ports, number, query.secret);
      if (complaint === undefined) return asPage ? notFoundPage(http.language) : problem("unknown-complaint");
      const { projectId, timeZone } = complaint.registration;
      const project = await ports.organisation.project(projectId);
      const tracking = trackingOf(complaint, project?.name);
      return asPage ? trackingPage(tracking, timeZone, http.language) : json(200, tracking);
    },
  ),

  showSheet: forEverybody(publicRoutes.showSheet, async (_, http) => sheetPage(http)),
} satisfies ServingsOf<typeof publicRoutes, PublicApiPorts>;

/** Browsers, old ones too, name some kind of HTML; programs ask for JSON or for anything. */
function wantsPage(http: ApiRequest): boolean {
  return /text\/html|application\/xhtml\+xml|vnd\.wap/i.test(http.header("accept") ?? "");
}
