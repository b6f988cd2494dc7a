/** Grants that the played month does not need, each with the case that does: role, action, what it is on → reason. */
export const unusedGrants: ReadonlyMap<string, string> = new Map([
  [
    "ChannelsApi dynamodb:Query ComplaintTable",
    "the key of a channel is looked up among several after a rotation",
  ],
  [
    "StaffApi dynamodb:UpdateItem ComplaintTable",
    "a number is taken at the desk: the month's visits come by channel",
  ],
  ["StaffApi dynamodb:Query openByProject", "a project's work list, which people look at"],
  ["StaffApi dynamodb:Query openByCompany", "the company's work list"],
  ["ReportsApi dynamodb:PutItem ComplaintTable", "a month built again by hand"],
  ["ReportsApi dynamodb:UpdateItem ComplaintTable", "a month built again by hand"],
  ["ReportsApi sqs:SendMessage ReportQueue", "a month built again by hand"],
  ["PublicApi dynamodb:GetItem ComplaintTable", "a resident looks at the complaint"],
  ["PublicApi dynamodb:Query byNumber", "a resident looks at the complaint"],
  [
    "MailIn s3:ListBucket mailbucket",
    "a mail that was taken before must be missing (404), not forbidden (403)",
  ],
  ["Stream sqs:SendMessage StreamDeadLetters", "a stream record that cannot be handed over"],
  ["React dynamodb:UpdateItem ComplaintTable", "a message about a notice that stands already"],
  ["Alarm sqs:SendMessage AlarmQueue", "a timer that comes early is sent round once more"],
  ["Sweep dynamodb:Query ComplaintTable", "a company with more than one shard of late notices"],
  ["Sweep dynamodb:PutItem ComplaintTable", "a complaint that fails five times is put aside"],
  ["Sweep sqs:SendMessage MailInQueue", "a raw mail that nobody took for ten minutes"],
  ["EveryFiveMinutes sqs:SendMessage SweepDeadLetters", "a sweep that could not be started"],
  ["Send dynamodb:UpdateItem ComplaintTable", "a notice is claimed and handed over"],
  ["ReportStart sqs:SendMessage ReportStartDeadLetters", "a monthly run that could not be started"],
  ["Monthly sqs:SendMessage ReportStartDeadLetters", "a monthly run that could not be started"],
]);
