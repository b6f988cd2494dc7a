import { container } from "../lib/adapters/composition/container.ts";
import { scheduled } from "../lib/adapters/lambda/scheduled.ts";
import { startDueRuns } from "../lib/app/reports/run/due-runs.ts";

export const handler = scheduled(() => container("report-start"), startDueRuns);
