import type { Ports, ReportMessage } from "../ports.ts";
import { buildAtDeadline, buildCompanyReport } from "./company-build.ts";
import { buildProjectPart } from "./project-part.ts";

/** One step of a run: a project's part, or the company's files once all parts are there. */
export async function buildReportPart(ports: Ports, message: ReportMessage): Promise<void> {
  switch (message.kind) {
    case "project":
      return buildProjectPart(ports, message.runId, message.projectId);
    case "company":
      return buildCompanyReport(ports, message.runId);
    case "deadline":
      return buildAtDeadline(ports, message.runId);
  }
}
