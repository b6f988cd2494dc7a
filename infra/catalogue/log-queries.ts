/** A saved query of CloudWatch Logs Insights, run over the log groups of a stage. Lines are JSON (telemetry.ts). */
export interface LogQuery {
  /** For the console: 中文 English. */
  readonly title: string;
  readonly query: string;
}

/** What whoever is on call asks first; docs/operations.md says when. */
export const logQueries = {
  Failures: {
    title: "失败 failures by function and message",
    query: `fields @timestamp, @log, message, facts.pk, error.message
| filter level = "ERROR"
| stats count(*) as times, latest(@timestamp) as last by @log, message
| sort times desc`,
  },
  OneComplaint: {
    title: "一条投诉 one complaint by id (fill in)",
    query: `fields @timestamp, @log, level, message, facts
| filter @message like "COMPLAINT-ID"
| sort @timestamp asc
| limit 500`,
  },
  OneRequest: {
    title: "一次请求 one request by trace id (fill in)",
    query: `fields @timestamp, @log, level, message, facts, error.stack
| filter xray_trace_id = "TRACE-ID" or @message like "TRACE-ID"
| sort @timestamp asc`,
  },
  SlowFunctions: {
    title: "耗时 duration and memory of functions",
    query: `filter @type = "REPORT"
| stats count(*) as calls, pct(@duration, 50) as p50, pct(@duration, 95) as p95, max(@duration) as slowest, max(@maxMemoryUsed / 1000 / 1000) as mb by @log
| sort p95 desc`,
  },
  ColdStarts: {
    title: "冷启动 cold starts",
    query: `filter @type = "REPORT" and ispresent(@initDuration)
| stats count(*) as starts, pct(@initDuration, 50) as p50, pct(@initDuration, 95) as p95 by @log
| sort starts desc`,
  },
  MessagesThatCameBack: {
    title: "重试 queue messages that failed and came back",
    query: `fields @timestamp, @log, messageId, error.message
| filter message = "message failed and will come back"
| stats count(*) as times by messageId, error.message
| sort times desc`,
  },
} as const satisfies Record<string, LogQuery>;
