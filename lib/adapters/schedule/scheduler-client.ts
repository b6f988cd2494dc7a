import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { type AwsConfig, settingsOf, withoutLog } from "../runtime/aws-clients.ts";

/** A burst of new complaints creates schedules faster than the account's rate: slow down instead of failing. */
export function schedulerClient(given: AwsConfig): SchedulerClient {
  return withoutLog(new SchedulerClient({ ...settingsOf(given), retryMode: "adaptive", maxAttempts: 8 }));
}
