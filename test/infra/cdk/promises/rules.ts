import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { MetricUnit } from "@aws-lambda-powertools/metrics";
import { App, Stack } from "aws-cdk-lib";
import { Template } from "aws-cdk-lib/assertions";
import { Queue } from "aws-cdk-lib/aws-sqs";
import { AwsSolutionsChecks } from "cdk-nag";
import { beforeAll, describe, expect, it } from "vitest";
import { logQueries } from "../../../../infra/catalogue/log-queries.ts";
import { addJiesu, jiesuApp } from "../../../../infra/jiesu.ts";
import { settingOfOutput } from "../../../../infra/ops/commands/env.ts";
import { readStage, StageError, type StageSettings } from "../../../../infra/stages/stage.ts";
import { metrics } from "../../../../lib/adapters/runtime/telemetry.ts";
import { functionVariables } from "../../../../lib/config/environment.ts";
import {
  FUNCTION_DIMENSION,
  METRIC_NAMESPACE,
  METRIC_SERVICE,
  metricMeanings,
  STAGE_DIMENSION,
  WORK_FAILED,
} from "../../../../lib/config/metrics.ts";
import { type Loose, ownAddresses, root, type Synthesized, synthesize } from "../support.ts";

let local: Synthesized;
beforeAll(() => {
  local = synthesize("local");
}, 180_000);

describe("the whole app", () => {
  it.each(["local", "dev", "prod", "cn"])("cdk-nag finds nothing in stage %s", (stage) => {
    const { app } = synthesize(stage);
    expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
  });

  it("cdk-nag would find something", () => {
    const app = new App();
    const { stack } = new Queue(new Stack(app, "Careless"), "Queue");
    expect(new AwsSolutionsChecks(app).validateScope(stack).violations.length).toBeGreaterThan(0);
  });

  it("names no account, region or partition", () => {
    for (const template of local.templates.values()) {
      const text = JSON.stringify(template.toJSON()).replaceAll(/"S3Key":"[^"]+"/g, "");
      expect(text.match(/\b\d{12}\b/g)).toBeNull();
      expect(text.match(/\b(?:af|ap|ca|cn|eu|il|me|mx|sa|us)-(?:[a-z]+-)+\d\b/g)).toBeNull();
      expect(text.match(/arn:aws[a-z-]*/g)).toBeNull();
      expect(text.match(/amazonaws\.com\.cn/g)).toBeNull();
    }
  });

  it("has no custom resources, and only types another CloudFormation engine can have", () => {
    const types = new Set(local.resources.map(({ type }) => type));
    expect([...types].filter((type) => !type.startsWith("AWS::"))).toEqual([]);
    expect(types).not.toContain("AWS::CloudFormation::CustomResource");
    for (const template of local.templates.values()) {
      expect(template.toJSON().Parameters).toBeUndefined();
      expect(template.toJSON().Rules).toBeUndefined();
    }
  });

  it("no setting that may change later takes an export away that another stack still uses", () => {
    const exportsOf = (context: Record<string, string>) =>
      [...synthesize("prod", { context }).templates].map(([stack, template]) => [
        stack,
        Object.values<Loose>(template.toJSON().Outputs ?? {})
          .flatMap((output) => (output.Export === undefined ? [] : [String(output.Export.Name)]))
          .sort(),
      ]);
    const plain = exportsOf({});
    expect(plain.flatMap(([, names]) => names).length).toBeGreaterThan(5);
    for (const context of [
      { publicUrl: "https://desk.jiesu.internal" },
      {
        domainName: "desk.jiesu.internal",
        certificateArn: "arn:aws:acm:ap-southeast-1:123456789012:certificate/1",
      },
      { mailIn: "imap" },
      { mailIn: "s3" },
    ]) {
      expect(exportsOf(context)).toEqual(plain);
    }
  });

  it("a domain of the company's own gets its mapping, and the outputs name the DNS record to make", () => {
    const own = synthesize("prod", {
      context: {
        domainName: "desk.jiesu.internal",
        certificateArn: "arn:aws:acm:ap-southeast-1:123456789012:certificate/1",
      },
    });
    const [domain] = own.ofType("AWS::ApiGatewayV2::DomainName");
    const [mapping] = own.ofType("AWS::ApiGatewayV2::ApiMapping");
    expect(own.follow(mapping!.stack, mapping!.properties.DomainName)?.resource).toBe(domain);
    const outputs = own.templates.get(domain!.stack)!.toJSON().Outputs;
    expect(JSON.stringify(outputs.DnsRecord.Value)).toContain("desk.jiesu.internal CNAME ");
    expect(outputs.PublicUrl.Value).toBe("https://desk.jiesu.internal");
  });

  it("has every output that `npm run ops -- env` makes a variable of", () => {
    const prod = synthesize("prod");
    for (const [stack, settings] of Object.entries(settingOfOutput)) {
      const outputs = prod.templates.get(`jiesu-prod-${stack}`)?.toJSON().Outputs ?? {};
      expect(Object.keys(outputs)).toEqual(expect.arrayContaining(Object.keys(settings)));
    }
  });

  it("tags nothing that the China regions cannot tag", () => {
    for (const { properties } of synthesize("cn").ofType("AWS::Lambda::EventSourceMapping")) {
      expect(properties.Tags).toBeUndefined();
    }
  });

  it("stacks build on the stateful stack, never the other way round", () => {
    const [stateful, ...others] = local.stacks;
    expect(stateful!.dependencies).toEqual([]);
    for (const stack of others) expect(stack.dependencies).toContain(stateful);
  });
});

describe("alarms", () => {
  const alarms = () => local.ofType("AWS::CloudWatch::Alarm");
  const nameOf = (alarm: { properties: Loose }) =>
    String(alarm.properties.AlarmName).replace(/^jiesu-local-/, "");

  it("say in Chinese and in English what they mean for people, reach somebody, and name their runbook", () => {
    for (const alarm of alarms()) {
      const description = String(alarm.properties.AlarmDescription);
      expect(description).toMatch(/^[^A-Za-z]*\p{Script=Han}[^.]*。 [A-Z][^。]+\. Runbook: /u);
      expect(description.endsWith(`Runbook: docs/runbooks/${nameOf(alarm)}.md`)).toBe(true);
      for (const action of ["AlarmActions", "OKActions"]) {
        expect(local.follow(alarm.stack, alarm.properties[action][0])?.resource.id).toBe("AlarmTopic");
      }
    }
  });

  it("have exactly one runbook each, which repeats the human impact and has the three sections", () => {
    const folder = join(root, "docs", "runbooks");
    expect(
      readdirSync(folder)
        .filter((file) => file !== "README.md")
        .sort(),
    ).toEqual(
      alarms()
        .map((alarm) => `${nameOf(alarm)}.md`)
        .sort(),
    );
    for (const alarm of alarms()) {
      const text = readFileSync(join(folder, `${nameOf(alarm)}.md`), "utf8");
      const impact = String(alarm.properties.AlarmDescription).split(" Runbook: ")[0]!;
      const [zh, ...en] = impact.split("。 ");
      expect(text).toContain(`${zh}。`);
      expect(text).toContain(en.join("。 "));
      expect(text.match(/^## .*$/gm)).toEqual([
        "## 对人的影响 What it means for people",
        "## 怎么看 How to look",
        "## 怎么办 What to do",
      ]);
    }
  });

  it("watch every function's errors, the API's failures, throttling, a slow stream and the sweep's rescues", () => {
    const functions = local.ofType("AWS::Lambda::Function").length;
    const watched = (metric: string) =>
      alarms().filter(({ properties }) => properties.MetricName === metric).length;
    expect(failureAlarms()).toHaveLength(functions);
    const silent = alarms().find((alarm) => nameOf(alarm) === "sweep-silent");
    expect(silent?.properties).toMatchObject({
      MetricName: "Invocations",
      ComparisonOperator: "LessThanThreshold",
      TreatMissingData: "breaching",
    });
    for (const metric of ["5xx", "Throttles", "IteratorAge", "SweepRescues"]) expect(watched(metric)).toBe(1);
  });

  /** Those on what fails in a function, with the metrics that they add up. */
  const failureAlarms = () =>
    alarms().flatMap(({ properties }) => {
      if (properties.Metrics === undefined) return [];
      const [sum, ...parts]: Loose[] = properties.Metrics;
      return [{ sum, properties, parts: parts.map(({ MetricStat }) => MetricStat) }];
    });

  it("count what a function could not do beside what Lambda counts: a 500 and a message given back are no errors there", () => {
    for (const { sum, parts } of failureAlarms()) {
      expect(sum?.["Expression"]).toBe("FILL(errors, 0) + FILL(failed, 0)");
      const [errors, failed] = parts;
      expect(errors?.Metric).toMatchObject({ Namespace: "AWS/Lambda", MetricName: "Errors" });
      const [name] = errors?.Metric.Dimensions ?? [];
      expect(failed?.Metric).toEqual({
        Namespace: METRIC_NAMESPACE,
        MetricName: WORK_FAILED,
        Dimensions: [
          { Name: FUNCTION_DIMENSION, Value: name.Value },
          { Name: "service", Value: METRIC_SERVICE },
          { Name: STAGE_DIMENSION, Value: "local" },
        ],
      });
    }
  });

  it("of a function that a schedule starts can ring: two of three runs fall into two periods", () => {
    const schedules = local.ofType("AWS::Scheduler::Schedule").flatMap(({ stack, properties }) => {
      const minutes = /^rate\((\d+) (minute|hour)s?\)$/.exec(String(properties.ScheduleExpression));
      const target = local.follow(stack, properties.Target.Arn)?.resource.id;
      return minutes === null
        ? []
        : [[target, Number(minutes[1]) * (minutes[2] === "hour" ? 60 : 1)] as const];
    });
    expect(schedules.length).toBeGreaterThan(3);
    for (const [target, minutes] of schedules) {
      const alarm = failureAlarms().find(({ parts: [errors] }) =>
        JSON.stringify(errors?.Metric.Dimensions).includes(String(target)),
      );
      const seconds = Math.max(...(alarm?.parts ?? []).map(({ Period }) => Number(Period)));
      expect([
        target,
        seconds >= Math.min(minutes, 60) * 60 || alarm?.properties.DatapointsToAlarm === 1,
      ]).toEqual([target, true]);
    }
  });

  it("on our own counts name a metric with the dimensions the functions write", () => {
    const own = alarms().filter(({ properties }) => properties.Namespace === METRIC_NAMESPACE);
    expect(new Set(own.map(({ properties }) => properties.MetricName))).toEqual(
      new Set([
        "DocumentsNearBound",
        "UnusualReading",
        "HolidayNoticeMissing",
        "NoticesFailed",
        "PutAside",
        "RungsLate",
        "SweepRescues",
      ]),
    );
    for (const { properties } of own) {
      expect(Object.keys(metricMeanings)).toContain(properties.MetricName);
      metrics.addMetric(properties.MetricName, MetricUnit.Count, 1);
      const emitted: Loose = metrics.serializeMetrics();
      metrics.clearMetrics();
      expect(properties.Namespace).toBe(METRIC_NAMESPACE);
      expect(properties.Dimensions).toEqual(
        emitted["_aws"].CloudWatchMetrics[0].Dimensions[0].map((name: string) => ({
          Name: name,
          // What a function has among its settings; this process has none.
          Value: name === STAGE_DIMENSION ? "local" : emitted[name],
        })),
      );
    }
  });

  it("of two stages in one account look at counts of their own, and every function says whose it writes", () => {
    const looked = (stage: Synthesized) =>
      stage.ofType("AWS::CloudWatch::Alarm").flatMap(({ properties }) => {
        const parts: Loose[] = properties.Metrics?.flatMap(
          ({ MetricStat }: Loose) => MetricStat?.Metric ?? [],
        ) ?? [properties];
        return parts
          .filter(({ Namespace }) => Namespace === METRIC_NAMESPACE)
          .map(({ Dimensions }) => Dimensions.find(({ Name }: Loose) => Name === STAGE_DIMENSION)?.Value);
      });
    expect(new Set(looked(local))).toEqual(new Set(["local"]));
    expect(new Set(looked(synthesize("dev")))).toEqual(new Set(["dev"]));
    for (const [name, variables] of Object.entries(functionVariables))
      expect([name, variables]).toEqual([name, expect.arrayContaining(["STAGE"])]);
  });

  it("watch the promises as shares: the average of a count that is 0 or 1 each time", () => {
    const share = (metric: string) =>
      alarms().find(({ properties }) => properties.MetricName === metric)?.properties;
    expect(share("RungsLate")).toMatchObject({ Statistic: "Average", Threshold: 0.001, Period: 21_600 });
    expect(share("NoticesFailed")).toMatchObject({ Statistic: "Average", Threshold: 0.05, Period: 3600 });
  });

  it("are mailed to the address of the stage, if it gives one", () => {
    const to = synthesize("dev");
    expect(to.ofType("AWS::SNS::Subscription")[0]?.properties).toMatchObject({
      Endpoint: ownAddresses.alarmEmail,
      Protocol: "email",
    });
    expect(local.ofType("AWS::SNS::Subscription")).toEqual([]);
  });
});

describe("operations", () => {
  it("the dashboard shows counts that functions write, and names no resource of another stack", () => {
    const [dashboard] = local.ofType("AWS::CloudWatch::Dashboard");
    // The body is a text around the region's name, the only thing that it does not know.
    const parts: readonly unknown[] = dashboard!.properties.DashboardBody["Fn::Join"][1];
    const { widgets } = JSON.parse(parts.map((part) => (typeof part === "string" ? part : "here")).join(""));
    for (const part of parts) expect(["string", '{"Ref":"AWS::Region"}']).toContain(shapeOf(part));
    const metrics = widgets.flatMap((widget: Loose) => widget.properties.metrics ?? []);
    const own = metrics.filter((metric: unknown[]) => metric[0] === METRIC_NAMESPACE);
    expect(own.length).toBeGreaterThan(10);
    for (const [, name, ...dimensions] of own) {
      expect(Object.keys(metricMeanings)).toContain(name);
      expect(dimensions.slice(0, 4)).toEqual(["service", METRIC_SERVICE, STAGE_DIMENSION, "local"]);
    }
    const searches = metrics.flatMap(([found]: [Loose]) => found["expression"] ?? []);
    expect(searches.length).toBeGreaterThan(5);
    for (const search of searches)
      expect(search).toMatch(/^SEARCH\('\{AWS\/\w+,\w+\} \w+ jiesu local', '\w+'\)$/);
  });

  it("budget and saved queries come with their settings alone, because not every engine offers them", () => {
    expect(local.ofType("AWS::Budgets::Budget")).toEqual([]);
    expect(local.ofType("AWS::Logs::QueryDefinition")).toEqual([]);
    const folder = join(import.meta.dirname, "..", "fixtures");
    const stage = readStage((key) => ({ stage: "costly" })[key], folder);
    const [budget, ...queries] = operationsOf(stage);
    expect(budget!.Properties).toMatchObject({
      Budget: { BudgetLimit: { Amount: 300, Unit: "USD" } },
      NotificationsWithSubscribers: [
        {
          Notification: { NotificationType: "ACTUAL", Threshold: 80 },
          Subscribers: [{ Address: stage.alarmEmail }],
        },
        { Notification: { NotificationType: "FORECASTED", Threshold: 100 } },
      ],
    });
    const saved = queries.map(({ Properties }): string => Properties.QueryString);
    expect(new Set(saved)).toEqual(new Set(Object.values(logQueries).map(({ query }) => query)));
  });

  it("a budget of which nobody hears is refused", () => {
    const folder = join(import.meta.dirname, "..", "fixtures");
    expect(() => readStage((key) => ({ stage: "deaf" })[key], folder)).toThrow(/somebody must hear/);
  });
});

function shapeOf(part: unknown): string {
  return typeof part === "string" ? "string" : JSON.stringify(part);
}

/** Budget and saved queries of a stage, the budget first. */
function operationsOf(stage: StageSettings): Loose[] {
  const app = jiesuApp({ context: { "aws:cdk:bundling-stacks": [] } });
  return addJiesu(app, stage)
    .flatMap((stack) => Object.values<Loose>(Template.fromStack(stack).toJSON().Resources ?? {}))
    .filter(({ Type }) => ["AWS::Budgets::Budget", "AWS::Logs::QueryDefinition"].includes(Type))
    .sort((a, b) => String(a.Type).localeCompare(String(b.Type)));
}

describe("stage settings", () => {
  const stage = (context: Record<string, unknown>) => readStage((key) => context[key]);

  it("are local unless said otherwise, and the command line may override addresses", () => {
    expect(stage({})).toMatchObject({ name: "local", publicUrl: "http://localhost.jiesu", retain: false });
    const publicUrl = "https://desk.jiesu.internal";
    expect(stage({ stage: "prod", ...ownAddresses, publicUrl })).toMatchObject({ name: "prod", publicUrl });
  });

  it.each(["prod", "cn", "dev"])(
    "stage %s without a company's own addresses is refused, naming each",
    (name) => {
      for (const missing of ["mailDomain", "mailFrom", "oidcIssuer"]) {
        expect(() => stage({ stage: name })).toThrow(missing);
      }
    },
  );

  it("a domain comes with its certificate, of ACM or (China) of IAM", () => {
    const domainName = "desk.jiesu.internal";
    const base = { stage: "prod", ...ownAddresses };
    expect(() => stage({ ...base, domainName })).toThrow(/certificateArn/);
    for (const certificateArn of [
      "arn:aws:acm:ap-southeast-1:123456789012:certificate/1",
      "arn:aws-cn:iam::123456789012:server-certificate/desk",
    ]) {
      expect(stage({ ...base, domainName, certificateArn })).toMatchObject({ domainName, certificateArn });
    }
    expect(() => stage({ ...base, domainName, certificateArn: "cert.pem" })).toThrow(/certificateArn/);
  });

  it.each([
    [{ stage: "nowhere" }, /unknown stage "nowhere"; known: cn, dev, local, prod/],
    [{ stage: "../stage" }, /unknown stage/],
    [
      { stage: "dev", ...ownAddresses, publicUrl: "https://desk.jiesu.internal/" },
      /no trailing slash[\s\S]*publicUrl/,
    ],
    [
      { stage: "dev", ...ownAddresses, oidcIssuer: "nonsense", alarmEmail: "nobody" },
      /oidcIssuer[\s\S]*alarmEmail/,
    ],
  ])("%j is refused by name", (context, message) => {
    expect(() => stage(context)).toThrow(StageError);
    expect(() => stage(context)).toThrow(message);
  });

  it("a stage other than dev and local cannot be set up to lose its data", () => {
    const folder = join(import.meta.dirname, "..", "fixtures");
    expect(() => readStage((key) => ({ stage: "careless" })[key], folder)).toThrow(
      /only the stages local and dev/,
    );
  });
});
