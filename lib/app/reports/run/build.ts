import type { Ports } from "../../ports/index.ts";
import type { ReportMessage } from "../../ports/queues.ts";
import { buildProjectPart } from "../content/project-part.ts";
import { deliver } from "../deliver/deliver.ts";
import { buildAtDeadline, buildCompanyReport } from "./company-build.ts";

/** One step of a run: a project's part, the company's files once all parts are there, what subscribers get of them. */
export async function buildReportPart(ports: Ports, message: ReportMessage): Promise<void> {
  switch (message.kind) {
    case "project":
      return buildProjectPart(ports, message.runId, message.projectId);
    case "company":
      return buildCompanyReport(ports, message.runId);
    case "deadline":
      return buildAtDeadline(ports, message.runId);
    case "delivery":
      return deliver(ports, message.runId, message.subscription);
  }
}
