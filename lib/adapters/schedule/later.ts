import type { Timers } from "../../app/ports/timers.ts";
import { once } from "../../domain/once.ts";
import type { AwsConfig } from "../runtime/aws-clients.ts";
import type { TimerSettings } from "./timers.ts";

/** Timers whose client is loaded with the first one: most functions never set any. */
export function timersLater(aws: AwsConfig, settings: TimerSettings): Timers {
  const timers = once(async () => {
    const [{ schedulerTimers }, { schedulerClient }] = await Promise.all([
      import("./timers.ts"),
      import("./scheduler-client.ts"),
    ]);
    return schedulerTimers(schedulerClient(aws), settings);
  });
  return {
    schedule: async (...given) => (await timers()).schedule(...given),
    unschedule: async (...given) => (await timers()).unschedule(...given),
  };
}
