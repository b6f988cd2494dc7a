import * as z from "zod";
import { scheduleNeeds } from "../access.ts";
import { scheduleArn } from "../account.ts";
import { checked, jsonAnswer, readJson } from "../http/json.ts";
import {
  AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../http/wire.ts";
import { ExpressionError } from "./cron.ts";
import type { SchedulerEngine, ScheduleWish, StoredSchedule } from "./schedule-engine.ts";

/** What the protocol asks of an engine. */
export type ServedSchedules = Pick<SchedulerEngine, "create" | "update" | "remove" | "find" | "page">;

const invalid = "ValidationException";
const type = "application/json";
const name = z
  .string()
  .regex(/^[0-9a-zA-Z-_.]{1,64}$/, "must match [0-9a-zA-Z-_.]+ and have 1 to 64 characters");
const group = name.default("default");

const target = z.looseObject({
  Arn: z.string().regex(/^arn:/),
  RoleArn: z.string().regex(/^arn:[^:]+:iam::\d{12}:role\/.+/),
  Input: z.string().min(1).optional(),
});
const wishSchema = z.looseObject({
  GroupName: group,
  ScheduleExpression: z.string().min(1).max(256),
  ScheduleExpressionTimezone: z.string().min(1).max(50).default("UTC"),
  State: z.enum(["ENABLED", "DISABLED"]).default("ENABLED"),
  ActionAfterCompletion: z.enum(["NONE", "DELETE"]).default("NONE"),
  ClientToken: z.string().max(64).default(""),
  FlexibleTimeWindow: z.discriminatedUnion("Mode", [
    z.object({ Mode: z.literal("OFF") }),
    z.object({ Mode: z.literal("FLEXIBLE"), MaximumWindowInMinutes: z.int().min(1).max(1440) }),
  ]),
  Target: target,
  StartDate: z.undefined("is not implemented by the local cloud").optional(),
  EndDate: z.undefined("is not implemented by the local cloud").optional(),
});
const storedRequest = z.record(z.string(), z.unknown());

/** EventBridge Scheduler, REST JSON. */
export class SchedulerService implements AwsService {
  readonly accessDenied = "AccessDeniedException";
  readonly #engine: ServedSchedules;

  constructor(engine: ServedSchedules) {
    this.#engine = engine;
  }

  plan(request: WireRequest): Plan {
    const [root, segment, ...rest] = request.path.split("/").slice(1).map(decodeURIComponent);
    if (root !== "schedules" || rest.length > 0) {
      throw notImplemented("scheduler", `${request.method} ${request.path}`);
    }
    if (segment === undefined || segment === "") return this.#list(request);
    const scheduleName = checked(name, segment, invalid);
    switch (request.method) {
      case "POST":
        return this.#write("CreateSchedule", scheduleName, request, (wish) => this.#engine.create(wish));
      case "PUT":
        return this.#write("UpdateSchedule", scheduleName, request, (wish) => this.#engine.update(wish));
      case "GET":
        return this.#one("GetSchedule", scheduleName, request, (groupName) =>
          detail(this.#engine.find(groupName, scheduleName)),
        );
      case "DELETE":
        return this.#one("DeleteSchedule", scheduleName, request, (groupName) => {
          this.#engine.remove(groupName, scheduleName);
          return {};
        });
      default:
        throw notImplemented("scheduler", `${request.method} ${request.path}`);
    }
  }

  refuse(error: AwsError): WireAnswer {
    const answer = jsonAnswer({ Message: error.message }, error.status, type);
    return { ...answer, headers: { ...answer.headers, "x-amzn-errortype": error.code } };
  }

  #write(
    operation: "CreateSchedule" | "UpdateSchedule",
    scheduleName: string,
    request: WireRequest,
    write: (wish: ScheduleWish) => void,
  ): Plan {
    const input = readJson(request);
    const wish = wishOf(scheduleName, checked(wishSchema, input, invalid), JSON.stringify(input));
    return {
      operation,
      needs: scheduleNeeds(operation, wish),
      perform: () => {
        try {
          write(wish);
        } catch (error) {
          if (error instanceof ExpressionError) throw new AwsError(invalid, error.message);
          throw error;
        }
        return jsonAnswer({ ScheduleArn: scheduleArn(wish.group, wish.name) }, 200, type);
      },
    };
  }

  #one(
    operation: "GetSchedule" | "DeleteSchedule",
    scheduleName: string,
    request: WireRequest,
    perform: (groupName: string) => object,
  ): Plan {
    const groupName = checked(group, request.query.get("groupName") ?? undefined, invalid);
    return {
      operation,
      needs: scheduleNeeds(operation, { group: groupName, name: scheduleName }),
      perform: () => jsonAnswer(perform(groupName), 200, type),
    };
  }

  #list(request: WireRequest): Plan {
    if (request.method !== "GET") throw notImplemented("scheduler", `${request.method} ${request.path}`);
    const { query } = request;
    const groupName = query.get("ScheduleGroup") ?? "";
    return {
      operation: "ListSchedules",
      needs: scheduleNeeds("ListSchedules", { group: groupName, name: "" }),
      perform: () => {
        if (query.has("State")) throw notImplemented("scheduler", "ListSchedules with State");
        const limit = checked(z.int().min(1).max(100), Number(query.get("MaxResults") ?? 100), invalid);
        const token = query.get("NextToken");
        const page = this.#engine.page({
          ...(groupName === "" ? {} : { group: groupName }),
          prefix: query.get("NamePrefix") ?? "",
          ...(token === null ? {} : { after: readToken(token) }),
          limit: limit + 1,
        });
        const shown = page.slice(0, limit);
        const last = shown.at(-1);
        const more = page.length > limit && last !== undefined;
        return jsonAnswer(
          { Schedules: shown.map(summary), ...(more ? { NextToken: writeToken(last) } : {}) },
          200,
          type,
        );
      },
    };
  }
}

function wishOf(scheduleName: string, input: z.infer<typeof wishSchema>, request: string): ScheduleWish {
  const { Target } = input;
  return {
    group: input.GroupName,
    name: scheduleName,
    expression: input.ScheduleExpression,
    timeZone: input.ScheduleExpressionTimezone,
    enabled: input.State === "ENABLED",
    deleteAfterCompletion: input.ActionAfterCompletion === "DELETE",
    targetArn: Target.Arn,
    roleArn: Target.RoleArn,
    input: Target.Input ?? "{}",
    request,
    clientToken: input.ClientToken,
  };
}

const token = z.tuple([z.string(), z.string()]);

function writeToken({ group: groupName, name: scheduleName }: StoredSchedule): string {
  return Buffer.from(JSON.stringify([groupName, scheduleName])).toString("base64url");
}

function readToken(value: string): [string, string] {
  try {
    return token.parse(JSON.parse(Buffer.from(value, "base64url").toString("utf8")));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) {
      throw new AwsError(invalid, "NextToken is malformed");
    }
    throw error;
  }
}

const dates = ({ createdAt, modifiedAt }: StoredSchedule) => ({
  CreationDate: createdAt / 1000,
  LastModificationDate: modifiedAt / 1000,
});

function detail(schedule: StoredSchedule) {
  const { ClientToken: _token, ...request } = storedRequest.parse(JSON.parse(schedule.request));
  return {
    ScheduleExpressionTimezone: "UTC",
    State: "ENABLED",
    ...request,
    Arn: scheduleArn(schedule.group, schedule.name),
    GroupName: schedule.group,
    Name: schedule.name,
    ...dates(schedule),
  };
}

const summaryTarget = z.looseObject({
  State: z.string().optional(),
  Target: z.looseObject({ Arn: z.string() }).optional(),
});

function summary(schedule: StoredSchedule) {
  const { State, Target } = summaryTarget.parse(JSON.parse(schedule.request));
  return {
    Arn: scheduleArn(schedule.group, schedule.name),
    GroupName: schedule.group,
    Name: schedule.name,
    State: State ?? "ENABLED",
    ...(Target === undefined ? {} : { Target: { Arn: Target.Arn } }),
    ...dates(schedule),
  };
}
