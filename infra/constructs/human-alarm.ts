import { Alarm, ComparisonOperator, type IMetric, TreatMissingData } from "aws-cdk-lib/aws-cloudwatch";
import { SnsAction } from "aws-cdk-lib/aws-cloudwatch-actions";
import type { ITopic } from "aws-cdk-lib/aws-sns";
import { Construct } from "constructs";

/** What an alarm means for people, in both languages; one sentence each. */
export interface HumanImpact {
  readonly zh: string;
  readonly en: string;
}

export interface HumanAlarmProps {
  /** kebab-case; also names the runbook docs/runbooks/NAME.md. */
  readonly name: string;
  readonly stageName: string;
  readonly topic: ITopic;
  readonly humanImpact: HumanImpact;
  readonly metric: IMetric;
  /** The alarm is raised at or above this value; with `silent` below it, and where there is no value at all. */
  readonly threshold: number;
  /** Something that must go on has stopped: too little is the alarm, not too much. */
  readonly silent?: true;
  /** Periods looked at, and how many of them must be at or above the threshold. Default 1 of 1. */
  readonly periods?: { readonly of: number; readonly breaching: number };
}

/** An alarm that says whom it hurts and where the runbook is; there is no other way to make one here. */
export class HumanAlarm extends Construct {
  readonly alarm: Alarm;

  constructor(scope: Construct, id: string, props: HumanAlarmProps) {
    super(scope, id);
    const periods = props.periods ?? { of: 1, breaching: 1 };
    const alarm = new Alarm(this, "Alarm", {
      alarmName: `jiesu-${props.stageName}-${props.name}`,
      alarmDescription: `${props.humanImpact.zh} ${props.humanImpact.en} Runbook: docs/runbooks/${props.name}.md`,
      metric: props.metric,
      threshold: props.threshold,
      comparisonOperator:
        props.silent === true
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      evaluationPeriods: periods.of,
      datapointsToAlarm: periods.breaching,
      // No data means nothing happened: most metrics watched here are only written when there is traffic.
      treatMissingData: props.silent === true ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
    });
    const action = new SnsAction(props.topic);
    alarm.addAlarmAction(action);
    alarm.addOkAction(action);
    this.alarm = alarm;
  }
}
