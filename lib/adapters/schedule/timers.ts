import {
  ConflictException,
  CreateScheduleCommand,
  DeleteScheduleCommand,
  ResourceNotFoundException,
  type SchedulerClient,
  ThrottlingException,
  UpdateScheduleCommand,
} from "@aws-sdk/client-scheduler";
import { ThrottledError, type Timers } from "../../app/ports/timers.ts";
import { fromInstant, type Instant } from "../../domain/time/instant.ts";

/** Where one-time schedules live and what they may do: send to the alarm queue, as this role. */
export interface TimerSettings {
  readonly group: string;
  readonly queueArn: string;
  readonly roleArn: string;
}

/** One-time schedules of EventBridge Scheduler. */
export function schedulerTimers(client: SchedulerClient, settings: TimerSettings): Timers {
  const { group, queueArn, roleArn } = settings;
  return {
    async schedule(name, at, message) {
      const schedule = {
        GroupName: group,
        Name: name,
        ScheduleExpression: atExpression(at),
        ScheduleExpressionTimezone: "UTC",
        FlexibleTimeWindow: { Mode: "OFF" },
        ActionAfterCompletion: "DELETE",
        Target: { Arn: queueArn, RoleArn: roleArn, Input: JSON.stringify(message) },
      } as const;
      try {
        await client.send(new CreateScheduleCommand(schedule)).catch(async (cause: unknown) => {
          if (!(cause instanceof ConflictException)) throw cause;
          // An epoch has one instant, so this is mostly the same one. A document that came back from a backup counts its epochs anew:
          // then it is one of before, for another instant.
          await client.send(new UpdateScheduleCommand(schedule));
        });
      } catch (cause) {
        throw cause instanceof ThrottlingException ? new ThrottledError(name, { cause }) : cause;
      }
    },

    async unschedule(name) {
      try {
        await client.send(new DeleteScheduleCommand({ GroupName: group, Name: name }));
      } catch (cause) {
        // It has fired and deleted itself, or was deleted by an earlier attempt.
        if (!(cause instanceof ResourceNotFoundException)) throw cause;
      }
    },
  };
}

/** `at(yyyy-mm-ddThh:mm:ss)` in UTC; a part of a second is rounded up, so that a timer never comes early. */
export function atExpression(at: Instant): string {
  const second = fromInstant(at).round({ smallestUnit: "second", roundingMode: "ceil" });
  return `at(${second.toString().slice(0, 19)})`;
}
