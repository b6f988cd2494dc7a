import { beforeAll, describe, expect, it } from "vitest";
import { lambdaOf, type Resource, type Synthesized, synthesize } from "../support.ts";

let local: Synthesized;
beforeAll(() => {
  local = synthesize("local");
}, 180_000);

const workQueues = () => local.ofType("AWS::SQS::Queue").filter(({ id }) => id.endsWith("Queue"));
const deadLetterQueues = () => local.ofType("AWS::SQS::Queue").filter(({ id }) => id.endsWith("DeadLetters"));
const alarmOn = (queue: Resource, metric: string) =>
  local
    .ofType("AWS::CloudWatch::Alarm")
    .filter(({ properties }) => properties.MetricName === metric)
    .find(
      ({ stack, properties }) => local.follow(stack, properties.Dimensions?.[0]?.Value)?.resource === queue,
    );
const mappingOf = (source: Resource) =>
  local
    .ofType("AWS::Lambda::EventSourceMapping")
    .filter(({ stack, properties }) => local.follow(stack, properties.EventSourceArn)?.resource === source);

describe("queues", () => {
  it("each have a dead-letter queue, an age alarm, and an alarm on the first dead letter", () => {
    expect(workQueues()).toHaveLength(6);
    expect(workQueues().length + deadLetterQueues().length).toBe(local.ofType("AWS::SQS::Queue").length);
    for (const queue of workQueues()) {
      const redrive = queue.properties.RedrivePolicy;
      const dead = local.follow(queue.stack, redrive.deadLetterTargetArn)?.resource;
      expect(deadLetterQueues()).toContain(dead);
      expect(redrive.maxReceiveCount).toBe(5);
      expect(dead!.properties.MessageRetentionPeriod).toBeGreaterThan(
        queue.properties.MessageRetentionPeriod,
      );
      expect(alarmOn(queue, "ApproximateAgeOfOldestMessage")).toBeDefined();
    }
    for (const queue of deadLetterQueues()) {
      expect(alarmOn(queue, "ApproximateNumberOfMessagesVisible")?.properties.Threshold).toBe(1);
    }
  });

  it("are encrypted and refuse plain HTTP", () => {
    for (const queue of local.ofType("AWS::SQS::Queue")) {
      expect(queue.properties.SqsManagedSseEnabled).toBe(true);
      const policy = local
        .ofType("AWS::SQS::QueuePolicy")
        .find(({ stack, properties }) => local.follow(stack, properties.Queues[0])?.resource === queue);
      expect(policy?.properties.PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } }),
      );
    }
  });

  it("hide a message for six times its consumer's timeout, and one bad message spoils no batch", () => {
    for (const queue of workQueues()) {
      const [mapping, ...others] = mappingOf(queue);
      expect(others).toEqual([]);
      const consumer = local.follow(mapping!.stack, mapping!.properties.FunctionName)!.resource;
      expect(queue.properties.VisibilityTimeout).toBe(6 * consumer.properties.Timeout);
      expect(mapping!.properties.FunctionResponseTypes).toEqual(["ReportBatchItemFailures"]);
    }
  });

  it("nothing is in the way of the age alarm of the alarm queue: a message may rest there for 15 minutes", () => {
    const queue = workQueues().find(({ id }) => id === "AlarmQueue")!;
    expect(alarmOn(queue, "ApproximateAgeOfOldestMessage")!.properties.Threshold).toBeGreaterThan(15 * 60);
  });
});

describe("mails that SES could not deliver", () => {
  it("reach the mail queue through one rule, which alone may put them there", () => {
    const [rule, ...others] = local.ofType("AWS::Events::Rule");
    expect(others).toEqual([]);
    const [set] = local.ofType("AWS::SES::ConfigurationSet");
    expect(rule!.properties.EventPattern).toMatchObject({
      source: ["aws.ses"],
      "detail-type": ["Email Bounced", "Email Complaint Received"],
      detail: { mail: { tags: { "ses:configuration-set": [set!.properties.Name] } } },
    });
    const queue = local.follow(rule!.stack, rule!.properties.Targets[0].Arn)?.resource;
    expect(queue?.id).toBe("MailInQueue");
    const policy = local
      .ofType("AWS::SQS::QueuePolicy")
      .find(({ stack, properties }) => local.follow(stack, properties.Queues[0])?.resource === queue);
    const statement = policy?.properties.PolicyDocument.Statement.find(
      ({ Sid }: { Sid?: string }) => Sid === "AcceptMailEvents",
    );
    expect(statement).toMatchObject({
      Action: "sqs:SendMessage",
      Principal: { Service: "events.amazonaws.com" },
    });
    expect(JSON.stringify(statement.Condition.ArnEquals)).toContain(`:rule/${rule!.properties.Name}`);
    expect(lambdaOf(local, "send").properties.Environment.Variables.MAIL_EVENTS).toBe(set!.properties.Name);
  });
});

describe("the stream", () => {
  it("wakes its function for documents only, splits failing batches and keeps what it gives up", () => {
    const [mapping] = mappingOf(local.ofType("AWS::DynamoDB::Table")[0]!);
    expect(local.follow(mapping!.stack, mapping!.properties.FunctionName)?.resource).toBe(
      lambdaOf(local, "stream"),
    );
    expect(JSON.parse(mapping!.properties.FilterCriteria.Filters[0].Pattern)).toEqual({
      dynamodb: { Keys: { sk: { S: ["DOC"] } } },
    });
    expect(mapping!.properties).toMatchObject({
      BisectBatchOnFunctionError: true,
      StartingPosition: "TRIM_HORIZON",
    });
    const failures = local.follow(
      mapping!.stack,
      mapping!.properties.DestinationConfig.OnFailure.Destination,
    );
    expect(failures?.resource.id).toBe("StreamDeadLetters");
  });
});

describe("schedules", () => {
  const scheduleFor = (name: string) =>
    local
      .ofType("AWS::Scheduler::Schedule")
      .find(
        ({ stack, properties }) =>
          local.follow(stack, properties.Target.Arn)?.resource === lambdaOf(local, name),
      )!.properties;

  it("the sweep runs every five minutes and has ended before the next one", () => {
    expect(scheduleFor("sweep").ScheduleExpression).toBe("rate(5 minutes)");
    expect(lambdaOf(local, "sweep").properties.Timeout).toBeLessThan(300);
  });

  it("each night at 02:00 in Shanghai it is looked whether a month has ended and what subscribers take", () => {
    expect(scheduleFor("report-start")).toMatchObject({
      ScheduleExpression: "cron(0 2 * * ? *)",
      ScheduleExpressionTimezone: "Asia/Shanghai",
      State: "ENABLED",
    });
  });

  it("each day at 18:00 in Shanghai it is looked whether the bulletin is due (D14)", () => {
    expect(
      local
        .ofType("AWS::Scheduler::Schedule")
        .filter(({ properties }) => properties.Target.Input === JSON.stringify({ kind: "bulletin" }))
        .map(({ properties }) => [properties.ScheduleExpression, properties.ScheduleExpressionTimezone]),
    ).toEqual([["cron(0 18 * * ? *)", "Asia/Shanghai"]]);
  });

  it("the mailbox is polled only where mail comes by IMAP, and there no receipt rule or SES event is set up", () => {
    const imap = synthesize("local", { context: { mailIn: "imap" } });
    const state = (stage: Synthesized, poll: Resource) =>
      stage
        .ofType("AWS::Scheduler::Schedule")
        .find(({ stack, properties }) => stage.follow(stack, properties.Target.Arn)?.resource === poll)
        ?.properties.State;
    expect(state(imap, lambdaOf(imap, "mail-poll"))).toBe("ENABLED");
    expect(state(local, lambdaOf(local, "mail-poll"))).toBe("DISABLED");
    for (const type of ["AWS::SES::ReceiptRule", "AWS::SES::ConfigurationSet", "AWS::Events::Rule"])
      expect(imap.ofType(type)).toEqual([]);
    expect(lambdaOf(imap, "send").properties.Environment.Variables.MAIL_EVENTS).toBe("none");
  });

  it("start their function through a role of this account that can do only that", () => {
    for (const { stack, properties } of local.ofType("AWS::Scheduler::Schedule")) {
      const role = local.follow(stack, properties.Target.RoleArn)!.resource;
      expect(role.properties.AssumeRolePolicyDocument.Statement).toEqual([
        {
          Action: "sts:AssumeRole",
          Condition: { StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } } },
          Effect: "Allow",
          Principal: { Service: "scheduler.amazonaws.com" },
        },
      ]);
      expect(local.follow(stack, properties.Target.DeadLetterConfig.Arn)?.resource.type).toBe(
        "AWS::SQS::Queue",
      );
    }
  });

  it("one-time schedules made at run time can reach the alarm queue and nothing else", () => {
    const policies = local
      .ofType("AWS::IAM::Policy")
      .filter(({ properties }) =>
        properties.Roles.some((role: { Ref: string }) => role.Ref === "ScheduleRole"),
      );
    expect(policies.flatMap(({ properties }) => properties.PolicyDocument.Statement)).toEqual([
      { Action: "sqs:SendMessage", Effect: "Allow", Resource: { "Fn::GetAtt": ["AlarmQueue", "Arn"] } },
    ]);
  });
});

describe("mail in", () => {
  it("goes from the receipt rule to raw/ in the bucket, and from there to the queue", () => {
    const rule = local.ofType("AWS::SES::ReceiptRule")[0]!;
    expect(rule.properties.Rule).toMatchObject({ Enabled: true, Recipients: ["jiesu.example"] });
    const [{ S3Action }] = rule.properties.Rule.Actions;
    expect(S3Action.ObjectKeyPrefix).toBe("raw/");
    const bucket = local.follow(rule.stack, S3Action.BucketName)!.resource;
    const [notification] = bucket.properties.NotificationConfiguration.QueueConfigurations;
    expect(notification).toMatchObject({
      Event: "s3:ObjectCreated:*",
      Filter: { S3Key: { Rules: [{ Name: "prefix", Value: "raw/" }] } },
    });
    const queue = local.follow(bucket.stack, notification.Queue)!.resource;
    const consumer = local.follow(mappingOf(queue)[0]!.stack, mappingOf(queue)[0]!.properties.FunctionName);
    expect(consumer?.resource).toBe(lambdaOf(local, "mail-in"));
  });

  it("the queue's policy stands before the bucket and lets only this account's buckets of this stack in", () => {
    const bucket = local.ofType("AWS::S3::Bucket").find(({ id }) => id === "MailBucket")!;
    const policy = local
      .ofType("AWS::SQS::QueuePolicy")
      .find(
        ({ stack, properties }) => local.follow(stack, properties.Queues[0])?.resource.id === "MailInQueue",
      )!;
    expect(bucket.raw.DependsOn).toEqual([policy.id]);
    expect(JSON.stringify(policy.properties)).not.toContain("MailBucket");
    const statement = policy.properties.PolicyDocument.Statement.find(
      ({ Sid }: { Sid?: string }) => Sid === "AnnounceRawMail",
    );
    expect(statement.Condition.StringEquals).toEqual({ "aws:SourceAccount": { Ref: "AWS::AccountId" } });
    expect(JSON.stringify(statement.Condition.ArnLike)).toContain(":s3:::jiesu-local-stateful-*");
  });

  it("SES of this account may only put raw mails, and nothing of it exists where SES is not offered", () => {
    const puts = (from: Synthesized) =>
      from
        .ofType("AWS::S3::BucketPolicy")
        .flatMap(({ properties }) => properties.PolicyDocument.Statement)
        .filter((statement) => statement.Principal?.Service === "ses.amazonaws.com");
    expect(puts(local)).toEqual([
      expect.objectContaining({
        Action: "s3:PutObject",
        Resource: { "Fn::Join": ["", [{ "Fn::GetAtt": ["MailBucket", "Arn"] }, "/raw/*"]] },
        Condition: expect.objectContaining({
          StringEquals: { "aws:SourceAccount": { Ref: "AWS::AccountId" } },
        }),
      }),
    ]);
    const china = synthesize("dev", { context: { mailIn: "s3" } });
    expect(puts(china)).toEqual([]);
    expect(china.resources.filter(({ type }) => type.startsWith("AWS::SES::"))).toEqual([]);
  });
});
