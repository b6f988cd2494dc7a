/** How each alarm is caused here, and what its runbook's commands need; docs/runbooks holds what is then done. */
export interface Cause {
  /** The part of the night in which it rings. */
  readonly during:
    | "table-out-of-reach"
    | "schedules-refused"
    | "runs-fail"
    | "stream-stuck"
    | "mail-refused"
    | "concurrency-used-up"
    | "growing"
    | "reading"
    | "year-end";
  /** What a call of the runbook sends. */
  readonly bodies?: Readonly<Record<string, unknown>>;
}

const withinTable = { during: "table-out-of-reach" } as const;
const withinSchedules = { during: "schedules-refused" } as const;
const withinRuns = { during: "runs-fail" } as const;

export const causes: Readonly<Record<string, Cause>> = {
  // Functions that do not reach the table: what they should do fails, comes back, ages and ends as dead letters.
  "react-errors": withinTable,
  "alarm-errors": withinTable,
  "mail-in-errors": withinTable,
  "webhook-errors": withinTable,
  "report-build-errors": withinTable,
  "react-queue-late": withinTable,
  "alarm-queue-late": withinTable,
  "notice-queue-late": withinTable,
  "mail-in-queue-late": withinTable,
  "webhook-queue-late": withinTable,
  "report-queue-late": withinTable,
  "react-queue-dead-letters": withinTable,
  "alarm-queue-dead-letters": withinTable,
  "notice-queue-dead-letters": withinTable,
  "mail-in-queue-dead-letters": withinTable,
  "webhook-queue-dead-letters": withinTable,
  "report-queue-dead-letters": withinTable,
  "channels-api-errors": withinTable,
  "staff-api-errors": withinTable,
  "public-api-errors": withinTable,
  "reports-api-errors": withinTable,
  "api-server-errors": withinTable,
  "sweep-rescues": withinTable,
  "put-aside": withinTable,
  "rungs-late": withinTable,
  // The Scheduler may not start functions.
  "sweep-silent": withinSchedules,
  "sweep-dead-letters": withinSchedules,
  "digest-dead-letters": withinSchedules,
  "privacy-dead-letters": withinSchedules,
  "report-start-dead-letters": withinSchedules,
  "mail-poll-dead-letters": withinSchedules,
  // It may, and they fail.
  "sweep-errors": withinRuns,
  "digest-errors": withinRuns,
  "privacy-errors": withinRuns,
  "report-start-errors": withinRuns,
  "mail-poll-errors": withinRuns,
  "pages-errors": withinRuns,
  "sign-in-errors": withinRuns,
  "stream-errors": { during: "stream-stuck" },
  "stream-late": { during: "stream-stuck" },
  "stream-dead-letters": { during: "stream-stuck" },
  "send-errors": { during: "mail-refused" },
  "notices-failed": { during: "mail-refused" },
  "function-throttles": { during: "concurrency-used-up" },
  "documents-near-bound": { during: "growing" },
  "unusual-reading": { during: "reading" },
  "holiday-notice-missing": {
    during: "year-end",
    bodies: {
      "PUT /calendar": {
        scope: "company",
        notices: [
          {
            year: 2027,
            title: "关于2027年部分节假日安排的通知",
            documentNumber: "示例〔2026〕1号",
            publishedOn: "2026-12-08",
            address: null,
            holidays: [
              { name: "元旦", from: "2027-01-01", to: "2027-01-03", days: 3, makeUpWorkdays: [] },
              { name: "春节", from: "2027-02-05", to: "2027-02-11", days: 7, makeUpWorkdays: ["2027-02-20"] },
            ],
          },
        ],
      },
    },
  },
};
