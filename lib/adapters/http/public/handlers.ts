import { track } from "../../../app/complaints/tracking.ts";
import { problem } from "../../../app/problems/problem.ts";
import { trackingQuery } from "../../../contracts/public/bodies.ts";
import { publicRoutes } from "../../../contracts/public/routes.ts";
import { json } from "../core/reply.ts";
import type { ApiRequest } from "../core/request.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import type { ReportPorts } from "../residents/report.ts";
import { progressPage } from "../residents/track-page.ts";
import { type TrackPorts, trackedOf, unknownTracked } from "../residents/tracked.ts";
import { registerPublicly } from "./public-complaint.ts";
import { addPublicMessage } from "./public-message.ts";
import { sheetPage } from "./sheet-page.ts";
import { trackingOf } from "./tracking-view.ts";

export type PublicApiPorts = TrackPorts & ReportPorts;

export const publicHandlers = {
  /** The complainant's own progress, for whoever has the link. */
  trackComplaint: forEverybody(
    publicRoutes.trackComplaint,
    async (load: () => Promise<PublicApiPorts>, http) => {
      const ports = await load();
      if (wantsPage(http)) {
        const tracked = await trackedOf(ports, http);
        return tracked === undefined ? unknownTracked(http) : progressPage(tracked);
      }
      // A link without a proper secret is answered like a wrong one.
      const { data: query } = trackingQuery.safeParse(http.query);
      const number = http.parameters["number"] ?? "";
      const complaint = await track(ports, number, query?.secret ?? "");
      if (complaint === undefined) return problem("unknown-complaint");
      const project = await ports.organisation.project(complaint.registration.projectId);
      return json(200, trackingOf(complaint, project?.name));
    },
  ),

  registerPublicly: forEverybody(publicRoutes.registerPublicly, registerPublicly),

  addPublicMessage: forEverybody(publicRoutes.addPublicMessage, addPublicMessage),

  showSheet: forEverybody(publicRoutes.showSheet, async (_, http) => sheetPage(http)),
} satisfies ServingsOf<typeof publicRoutes, PublicApiPorts>;

/** Browsers, old ones too, name some kind of HTML; programs ask for JSON or for anything. */
function wantsPage(http: ApiRequest): boolean {
  return /text\/html|application\/xhtml\+xml|vnd\.wap/i.test(http.header("accept") ?? "");
}
