import { container } from "../lib/adapters/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { startScheduledRun } from "../lib/app/reports/start.ts";

export const handler = scheduled(container("report-start"), startScheduledRun);
