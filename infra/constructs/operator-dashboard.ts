import { Duration } from "aws-cdk-lib";
import {
  Dashboard,
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  SingleValueWidget,
  TextWidget,
} from "aws-cdk-lib/aws-cloudwatch";
import { Construct } from "constructs";
import { metricMeanings } from "../../lib/config/metrics.ts";
import { deskMetric } from "./desk-metric.ts";

const FULL_WIDTH = 24;
const HALF_WIDTH = FULL_WIDTH / 2;

export interface OperatorDashboardProps {
  readonly stageName: string;
}

/**
 * One page from the promises to people down to the machines. What AWS measures is found by search, because names of
 * functions and queues are CloudFormation's: a widget never names a resource and never keeps one from changing.
 */
export class OperatorDashboard extends Construct {
  constructor(scope: Construct, id: string, { stageName }: OperatorDashboardProps) {
    super(scope, id);
    const search = searchFor(stageName);
    const counted = countedBy(stageName);
    new Dashboard(this, "Page", { dashboardName: `jiesu-${stageName}` }).addWidgets(
      ...heading("承诺", "Promises"),
      promises(stageName),
      graph("督办 Rungs", [counted("RungsDecided"), counted("RungsLate"), counted("RungsWithoutRecipient")]),
      graph("通知 Messages", [
        counted("NoticesHandedOver"),
        counted("NoticesFailed"),
        counted("NoticesReturned"),
        counted("NoticesPossiblyTwice"),
      ]),
      graph("受理 Intake", [
        counted("ComplaintsRegistered"),
        counted("MailsQuarantined"),
        counted("MailsUnanswered"),
        counted("MessagesOverCap"),
      ]),
      graph("补救 Rescues", [counted("SweepRescues"), counted("PutAside"), counted("DocumentsNearBound")]),
      ...heading("机器", "Machines"),
      graph("队列最老消息（秒） Oldest message, s", [
        search("{AWS/SQS,QueueName} ApproximateAgeOfOldestMessage", "Maximum"),
      ]),
      graph("变更流延迟（毫秒） Stream behind, ms", [
        search("{AWS/Lambda,FunctionName} IteratorAge", "Maximum"),
      ]),
      graph("函数错误 Errors", [search("{AWS/Lambda,FunctionName} Errors", "Sum")]),
      graph("函数限流 Throttles", [search("{AWS/Lambda,FunctionName} Throttles", "Sum")]),
      graph("函数耗时 p95（毫秒） Duration p95, ms", [search("{AWS/Lambda,FunctionName} Duration", "p95")]),
      graph("并发 Concurrency", [search("{AWS/Lambda,FunctionName} ConcurrentExecutions", "Maximum")]),
      graph("写入容量 Write units", [search("{AWS/DynamoDB,TableName} ConsumedWriteCapacityUnits", "Sum")]),
      graph("读取容量 Read units", [search("{AWS/DynamoDB,TableName} ConsumedReadCapacityUnits", "Sum")]),
      graph("表限流 Table throttles", [search("{AWS/DynamoDB,TableName} ThrottledRequests", "Sum")]),
    );
  }
}

/** Lambda, SQS and DynamoDB metrics of this stage: every name that CloudFormation makes begins with the stack's. */
function searchFor(stageName: string) {
  return (what: string, statistic: "Sum" | "Maximum" | "p95"): IMetric =>
    new MathExpression({
      expression: `SEARCH('${what} jiesu ${stageName}', '${statistic}')`,
      usingMetrics: {},
      label: "",
      period: Duration.minutes(5),
    });
}

/** What this stage's functions count themselves. */
function countedBy(stageName: string) {
  return (name: keyof typeof metricMeanings): IMetric =>
    deskMetric(stageName, name).with({ label: metricMeanings[name] });
}

function promises(stageName: string): IWidget {
  const share = (name: "RungsLate" | "NoticesFailed", label: string) =>
    deskMetric(stageName, name, { statistic: "Average", period: Duration.days(1) }).with({ label });
  return new SingleValueWidget({
    title: "一天内的份额（0.001 = 0.1%） Share of a day",
    metrics: [
      share("RungsLate", "督办晚触发 rungs late, at most 0.001"),
      share("NoticesFailed", "通知失败 messages failed, at most 0.05"),
    ],
    width: FULL_WIDTH,
  });
}

function graph(title: string, metrics: IMetric[]): IWidget {
  return new GraphWidget({ title, left: metrics, width: HALF_WIDTH });
}

function heading(zh: string, en: string): readonly IWidget[] {
  return [new TextWidget({ markdown: `## ${zh} ${en}`, width: FULL_WIDTH, height: 1 })];
}
