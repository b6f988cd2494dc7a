import type { LinkGiven, PageGiven } from "../../../contracts/core/route.ts";
import { reportPage as pageName } from "../../../contracts/residents/bodies.ts";
import { residentRoutes } from "../../../contracts/residents/routes.ts";
import type { ApiRequest } from "../core/request.ts";
import { forEverybody, type ServingsOf } from "../core/serve.ts";
import { showPage, takePage } from "./pages.ts";
import { privacyPage } from "./privacy.ts";
import { refusedPage } from "./refused-page.ts";
import { type Report, type ReportPorts, reportOf } from "./report.ts";
import { showStart, takeMatter } from "./start.ts";
import { unknownSign } from "./trouble.ts";

type Answer = PageGiven | LinkGiven;
type Load = () => Promise<ReportPorts>;

export const residentHandlers = {
  showReport: forEverybody(residentRoutes.showReport, (load: Load, http) => inReport(load, http, showStart)),
  tellMatter: forEverybody(residentRoutes.tellMatter, (load: Load, http) => inReport(load, http, takeMatter)),
  showReportPage: forEverybody(residentRoutes.showReportPage, (load: Load, http) =>
    inReport(load, http, shown),
  ),
  answerReportPage: forEverybody(residentRoutes.answerReportPage, (load: Load, http) =>
    inReport(load, http, taken),
  ),
} satisfies ServingsOf<typeof residentRoutes, ReportPorts>;

function shown(report: Report): Promise<Answer> {
  const { data: page } = pageName.safeParse(report.http.parameters["page"]);
  if (page === undefined) return showStart(report);
  return page === "privacy" ? privacyPage(report) : showPage(report, page);
}

function taken(report: Report): Promise<Answer> {
  const { data: page } = pageName.safeParse(report.http.parameters["page"]);
  return page === undefined || page === "privacy" ? takeMatter(report) : takePage(report, page);
}

/** People are answered with a page whatever was wrong with what they sent. */
async function inReport(
  load: Load,
  http: ApiRequest,
  act: (report: Report) => Promise<Answer>,
): Promise<Answer> {
  const report = await reportOf(await load(), http);
  if (report === undefined) return unknownSign(http);
  return act(report).catch((error: unknown) => refusedPage(error, http));
}
