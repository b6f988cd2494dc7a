// oxlint-disable no-new -- a construct joins the tree by being made
import { Duration, Stack } from "aws-cdk-lib";
import { CfnBudget } from "aws-cdk-lib/aws-budgets";
import { CfnQueryDefinition } from "aws-cdk-lib/aws-logs";
import type { Construct } from "constructs";
import { logQueries } from "../catalogue/log-queries.ts";
import { deskMetric } from "../constructs/desk-metric.ts";
import type { Foundation } from "../constructs/foundation.ts";
import { HumanAlarm } from "../constructs/human-alarm.ts";
import { OperatorDashboard } from "../constructs/operator-dashboard.ts";
import type { StageSettings } from "../stages/stage.ts";

/**
 * What whoever is on call looks at: the promises as alarms, one dashboard, saved log queries, the month's budget. It names
 * nothing of the other stacks but the alarm topic, so that none of them is ever kept from changing by what looks at it.
 */
export class OperationsStack extends Stack {
  constructor(scope: Construct, id: string, { stage, topic }: Foundation) {
    super(scope, id);
    this.keepPromises(stage, topic);
    new OperatorDashboard(this, "Dashboard", { stageName: stage.name });
    if (stage.logQueries) this.saveQueries(stage);
    if (stage.monthlyBudget !== undefined) this.watchCosts(stage, stage.monthlyBudget);
  }

  private keepPromises(stage: StageSettings, topic: Foundation["topic"]): void {
    new HumanAlarm(this, "RungsLate", {
      name: "rungs-late",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "六小时内每千级督办中至少一级晚了三分钟以上，承诺是 99.9% 准时。",
        en: "Within six hours at least one rung in a thousand came more than three minutes late; 99.9 % on time is promised.",
      },
      metric: deskMetric(stage.name, "RungsLate", { statistic: "Average", period: Duration.hours(6) }),
      threshold: 0.001,
    });
    new HumanAlarm(this, "NoticesFailed", {
      name: "notices-failed",
      stageName: stage.name,
      topic,
      humanImpact: {
        zh: "一小时内每二十条通知至少一条发不出去，有人没有得到消息。",
        en: "Within an hour at least one message in twenty could not be handed over; somebody did not hear.",
      },
      metric: deskMetric(stage.name, "NoticesFailed", { statistic: "Average", period: Duration.hours(1) }),
      threshold: 0.05,
    });
  }

  private saveQueries({ name }: StageSettings): void {
    for (const [id, { title, query }] of Object.entries(logQueries)) {
      new CfnQueryDefinition(this, `Query${id}`, { name: `jiesu-${name}/${title}`, queryString: query });
    }
  }

  /** Of what carries this stage's tag; mailed when 80 % are spent and when the month is forecast to exceed it. */
  private watchCosts({ name, alarmEmail }: StageSettings, amount: number): void {
    const subscribers = alarmEmail === undefined ? [] : [{ address: alarmEmail, subscriptionType: "EMAIL" }];
    const tell = (notificationType: "ACTUAL" | "FORECASTED", threshold: number) => ({
      notification: {
        notificationType,
        comparisonOperator: "GREATER_THAN",
        threshold,
        thresholdType: "PERCENTAGE",
      },
      subscribers,
    });
    new CfnBudget(this, "Budget", {
      budget: {
        budgetName: `jiesu-${name}`,
        budgetType: "COST",
        timeUnit: "MONTHLY",
        budgetLimit: { amount, unit: "USD" },
        costFilters: { TagKeyValue: [`user:jiesu:stage$${name}`] },
      },
      notificationsWithSubscribers: [tell("ACTUAL", 80), tell("FORECASTED", 100)],
    });
  }
}
