import openapi from "../../../docs/openapi.json" with { type: "json" };
import { track } from "../../app/complaints/tracking.ts";
import type { Ports } from "../../app/ports/index.ts";
import { healthRoutes } from "../../contracts/health/routes.ts";
import { trackingQuery } from "../../contracts/public/bodies.ts";
import { publicRoutes } from "../../contracts/public/routes.ts";
import { Refusal } from "./refusal.ts";
import { json, type Reply } from "./reply.ts";
import type { ApiRequest } from "./request.ts";
import { api, type Log } from "./router.ts";
import { sheetPage } from "./sheet-page.ts";
import { notFoundPage, trackingPage } from "./tracking-page.ts";
import { trackingOf } from "./tracking-view.ts";

export type PublicApiPorts = Pick<Ports, "crypto" | "complaints" | "organisation">;

/** Version of the stored documents this code writes and reads. */
const documentSchema = 1;

/** What anyone may ask: the complainant's own progress, health, the API's description; and every unknown route. */
export function publicApi(ports: () => Promise<PublicApiPorts>, log?: Log) {
  return api({
    name: "public-api",
    routes: { ...publicRoutes, ...healthRoutes },
    ports,
    handlers: {
      trackComplaint: progress,
      showSheet: async (_, request) => sheetPage(request),
      health: async () => json(200, { status: "up", version: openapi.info.version, schema: documentSchema }),
      openapi: async () => json(200, openapi),
    },
    log,
  });
}

async function progress(load: () => Promise<PublicApiPorts>, request: ApiRequest): Promise<Reply> {
  const asPage = wantsPage(request);
  const ports = await load();
  // A link without a proper secret is answered like a wrong one.
  const { data: query } = trackingQuery.safeParse(request.query);
  const number = request.parameters["number"] ?? "";
  const complaint = query === undefined ? undefined : await track(ports, number, query.secret);
  if (complaint === undefined) {
    if (asPage) return notFoundPage(request.language);
    throw new Refusal("unknown-complaint");
  }
  const { projectId, timeZone } = complaint.registration;
  const project = await ports.organisation.project(projectId);
  const tracking = trackingOf(complaint, project?.name);
  return asPage ? trackingPage(tracking, timeZone, request.language) : json(200, tracking);
}

/** Browsers, old ones too, name some kind of HTML; programs ask for JSON or for anything. */
function wantsPage(request: ApiRequest): boolean {
  return /text\/html|application\/xhtml\+xml|vnd\.wap/i.test(request.header("accept") ?? "");
}
