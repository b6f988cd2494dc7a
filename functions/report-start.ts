import { container } from "../lib/adapters/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { startDueRuns } from "../lib/app/reports/due-runs.ts";

export const handler = scheduled(container("report-start"), startDueRuns);
