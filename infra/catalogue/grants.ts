import type { FunctionName } from "../../lib/config/environment.ts";
import { functionSecrets, type SecretName } from "../../lib/config/secrets.ts";
import { serviceNames } from "../../lib/domain/services/terms.ts";
import type { BucketName, IndexName, QueueName } from "../constructs/foundation.ts";

/**
 * What a grant is about. `objects:` is everything in a bucket; `inbox` and `kept-mails` are the two prefixes of the mail
 * bucket: a raw mail leaves the first when it is taken and nothing may leave the second;
 * `stream` and `every-stream` belong to the table's change stream; `mail` is sending from any verified identity;
 * `schedules` are the one-time alarm schedules of our group.
 */
export type GrantTarget =
  | "table"
  | `index:${IndexName}`
  | "stream"
  | "every-stream"
  | `queue:${QueueName}`
  | `bucket:${BucketName}`
  | `objects:${BucketName}`
  | "inbox"
  | "kept-mails"
  | "schedules"
  | "schedule-role"
  | `secret:${SecretName}`
  | "mail";

/** `service:Action`, never with a wildcard. */
export interface Grant {
  readonly actions: readonly `${string}:${string}`[];
  readonly on: GrantTarget;
  /** Of the table: the partitions it is about, as their keys begin; absent: all. */
  readonly partitions?: readonly string[];
}

/** What a resident's request begins, changes or counts (lib/adapters/dynamodb/core/keys.ts). */
const residentsWrite = [
  "C#*",
  "COUNTER#*",
  "DRAFT#*",
  "LOOKUP#*",
  "VISITOR#*",
  "FOLLOWER-FILE#*",
  "UPLOAD#*",
  "PERSON-DATA",
  // The first month of a project, and the copy of a project with its people that the next reader makes.
  "PROJECT#*",
  "DESK#*",
] as const;
/**
 * What it is decided by besides: never keys, people's reads, reports, jobs, held commands or quarantined mails. Of `WEBHOOKS`
 * it needs which events systems outside ask for; no secret stands there.
 */
const residentsRead = ["SETTINGS", "ORG", "RULES", "POLICY#*", "HOUSEHOLDS#*", "G#*", "WEBHOOKS"] as const;

const read = ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query"] as const;
const readWrite = [...read, "dynamodb:PutItem", "dynamodb:UpdateItem"] as const;
const query = ["dynamodb:Query"] as const;
const send = ["sqs:SendMessage"] as const;
/** What Lambda's poller does on a function's behalf with the queue it works off. */
const consume = ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes"] as const;

/** An upload becomes a file of a complaint. */
const takeFiles = [
  { actions: ["s3:GetObject", "s3:PutObject"], on: "objects:attachments" },
  // Without it S3 answers 403 instead of 404 for a file that was announced and never came.
  { actions: ["s3:ListBucket"], on: "bucket:attachments" },
] as const;

/** Older history and long texts lie beside documents: written before the document that names them, never changed. */
const readBeside = { actions: ["s3:GetObject"], on: "objects:documents" } as const;
const writeBeside = { actions: ["s3:GetObject", "s3:PutObject"], on: "objects:documents" } as const;

/** Written, taken away and brought back; never read. */
const keepSecret = [
  "secretsmanager:PutSecretValue",
  "secretsmanager:CreateSecret",
  "secretsmanager:DeleteSecret",
  "secretsmanager:RestoreSecret",
] as const;

/** The whole permission of a function beside writing its own log: what is granted below, and its secrets by name. */
export function grantsOf(name: FunctionName): readonly Grant[] {
  const secrets: readonly SecretName[] = functionSecrets[name];
  return [
    ...grants[name],
    ...secrets.map((secret) => {
      const on: GrantTarget = `secret:${secret}`;
      return { actions: ["secretsmanager:GetSecretValue"] as const, on };
    }),
  ];
}

/** Actions singly, nothing from a grant helper. */
const grants = {
  "channels-api": [
    writeBeside,
    { actions: readWrite, on: "table" },
    // The complaint that a complainant grades.
    { actions: query, on: "index:byNumber" },
    // The complaint of the number that a text message comes from.
    { actions: query, on: "index:byContact" },
    ...takeFiles,
  ],
  "staff-api": [
    writeBeside,
    // Lists load their documents in batches.
    { actions: readWrite, on: "table" },
    { actions: query, on: "index:byNumber" },
    { actions: query, on: "index:facts" },
    { actions: query, on: "index:openByProject" },
    // The doctor counts what was put aside.
    { actions: query, on: "index:alarms" },
    { actions: query, on: "index:byHousehold" },
    { actions: query, on: "index:byContact" },
    // What a desk that is being looked at asks every two seconds.
    { actions: query, on: "index:byChange" },
    // Publishing and dry runs are jobs.
    { actions: send, on: "queue:react" },
    // A trial of a subscription, and a dead letter that goes once more.
    { actions: send, on: "queue:webhook" },
    // A quarantined mail becomes a complaint.
    { actions: send, on: "queue:mail-in" },
    // A service is tried where the services of others are spoken to.
    { actions: send, on: "queue:notice" },
    // A quarantined mail is read; without ListBucket one past its time of keeping would be 403, not 404.
    { actions: ["s3:GetObject"], on: "kept-mails" },
    { actions: ["s3:ListBucket"], on: "bucket:mail" },
    // Links to files of complaints, and for uploads.
    ...takeFiles,
    // A service is set up on a page: its keys are written here and cannot be read.
    ...serviceNames.map((name) => {
      const on: GrantTarget = `secret:${name}`;
      return { actions: keepSecret, on };
    }),
  ],
  "reports-api": [
    writeBeside,
    { actions: readWrite, on: "table" },
    // A form is asked for, and a contested case named, by its number.
    { actions: query, on: "index:byNumber" },
    // The figures of the pages are counted from the same records as the files'.
    { actions: query, on: "index:facts" },
    { actions: ["s3:GetObject"], on: "objects:reports" },
    // What an edition was made of is kept for a while only; without ListBucket what is no more would be 403, not 404.
    { actions: ["s3:ListBucket"], on: "bucket:reports" },
    // An inspection file takes the files of a complaint, and lies beside them for a day.
    ...takeFiles,
    { actions: send, on: "queue:report" },
    // A list of households is compared and put in by a job.
    { actions: send, on: "queue:react" },
  ],
  "public-api": [
    writeBeside,
    // What a resident has begun to write, and what it becomes; batches: what neighbours have reported.
    { actions: read, on: "table", partitions: [...residentsRead, ...residentsWrite] },
    { actions: ["dynamodb:PutItem", "dynamodb:UpdateItem"], on: "table", partitions: residentsWrite },
    { actions: query, on: "index:byNumber" },
    { actions: query, on: "index:byCode" },
    // The complaint that a follower of the official account adds to.
    { actions: query, on: "index:byContact" },
    // A code by text message, a file from WeChat: where the services of others are spoken to.
    { actions: send, on: "queue:notice" },
    ...takeFiles,
  ],
  // Whether WeCom is set up, and that a code is taken once: nothing of complaints or people.
  "sign-in": [
    { actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem"], on: "table", partitions: ["SETTINGS"] },
    { actions: ["dynamodb:UpdateItem"], on: "table", partitions: ["COUNTER#sign-in#*"] },
  ],
  // Files beside its code and its own settings are all it knows.
  pages: [],
  "mail-poll": [
    // The mailbox's settings, and how far it has been taken.
    { actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"], on: "table" },
    { actions: ["s3:PutObject"], on: "inbox" },
  ],
  "mail-in": [
    writeBeside,
    { actions: readWrite, on: "table" },
    // The complaint whose number an answer carries.
    { actions: query, on: "index:byNumber" },
    // What the sender has written before: the same words again are no second complaint.
    { actions: query, on: "index:byContact" },
    // A returned notice goes another way.
    { actions: send, on: "queue:notice" },
    { actions: ["s3:GetObject", "s3:DeleteObject"], on: "inbox" },
    // A quarantined mail that somebody accepted is read again.
    { actions: ["s3:GetObject", "s3:PutObject"], on: "kept-mails" },
    // Without it S3 answers 403 instead of 404 for a mail that was taken before, and a repeat would end as a dead letter.
    { actions: ["s3:ListBucket"], on: "bucket:mail" },
    { actions: consume, on: "queue:mail-in" },
    { actions: ["s3:PutObject"], on: "objects:attachments" },
  ],
  stream: [
    {
      actions: ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"],
      on: "stream",
    },
    { actions: ["dynamodb:ListStreams"], on: "every-stream" },
    { actions: send, on: "queue:react" },
  ],
  react: [
    writeBeside,
    // Query: the last group of a series, and the people a group's messages go to; batches: its candidates and members;
    // published rules, and the pages of jobs.
    { actions: readWrite, on: "table" },
    { actions: query, on: "index:byCode" },
    { actions: query, on: "index:byHousehold" },
    { actions: query, on: "index:byContact" },
    { actions: query, on: "index:openByProject" },
    { actions: query, on: "index:facts" },
    { actions: consume, on: "queue:react" },
    // A job sends for its next page; complaints that came at the same moment are looked at once more.
    { actions: send, on: "queue:react" },
    { actions: send, on: "queue:notice" },
    { actions: send, on: "queue:webhook" },
    { actions: send, on: "queue:alarm" },
    {
      actions: ["scheduler:CreateSchedule", "scheduler:UpdateSchedule", "scheduler:DeleteSchedule"],
      on: "schedules",
    },
    { actions: ["iam:PassRole"], on: "schedule-role" },
  ],
  alarm: [
    writeBeside,
    // Batches: the members of a group.
    { actions: [...read, "dynamodb:PutItem"], on: "table" },
    { actions: consume, on: "queue:alarm" },
    // A timer that comes early is sent round once more.
    { actions: send, on: "queue:alarm" },
  ],
  send: [
    writeBeside,
    // Query: the people a notice may go to, and the editions it announces.
    { actions: readWrite, on: "table" },
    { actions: consume, on: "queue:notice" },
    // What reached nobody goes another way.
    { actions: send, on: "queue:notice" },
    // Raw content asks for both actions.
    { actions: ["ses:SendEmail", "ses:SendRawEmail"], on: "mail" },
    // A follower's picture becomes a file of the complaint.
    ...takeFiles,
    // The chart in the announcement of a month.
    { actions: ["s3:GetObject"], on: "objects:reports" },
  ],
  webhook: [
    { actions: ["dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:PutItem"], on: "table" },
    { actions: consume, on: "queue:webhook" },
    // It is tried again after a while.
    { actions: send, on: "queue:webhook" },
  ],
  sweep: [
    { actions: readWrite, on: "table" },
    { actions: query, on: "index:alarms" },
    // Open complaints computed with other rules than those in force.
    { actions: query, on: "index:openByProject" },
    { actions: send, on: "queue:react" },
    { actions: send, on: "queue:alarm" },
    { actions: send, on: "queue:notice" },
    { actions: send, on: "queue:webhook" },
    { actions: send, on: "queue:mail-in" },
    // A report run whose end nobody brought about.
    { actions: send, on: "queue:report" },
    { actions: ["s3:ListBucket"], on: "bucket:mail" },
    // A raw mail that fails for hours is put aside unread.
    { actions: ["s3:GetObject", "s3:DeleteObject"], on: "inbox" },
    { actions: ["s3:PutObject"], on: "kept-mails" },
  ],
  // It reads all and writes one kind of object, which nobody may change afterwards.
  digest: [
    readBeside,
    { actions: read, on: "table" },
    // How many digests there are.
    { actions: ["dynamodb:UpdateItem"], on: "table", partitions: ["COUNTER#digest"] },
    { actions: query, on: "index:facts" },
    { actions: ["s3:GetObject", "s3:PutObject"], on: "objects:digests" },
    { actions: ["s3:ListBucket"], on: "bucket:digests" },
  ],
  // The only function that may take things away for good.
  privacy: [
    { actions: [...readWrite, "dynamodb:DeleteItem"], on: "table" },
    { actions: query, on: "index:byNumber" },
    { actions: query, on: "index:byContact" },
    { actions: query, on: "index:facts" },
    ...(["documents", "attachments"] as const).flatMap(
      (bucket) =>
        [
          { actions: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"], on: `objects:${bucket}` },
          { actions: ["s3:ListBucket"], on: `bucket:${bucket}` },
        ] as const,
    ),
    { actions: ["s3:GetObject", "s3:DeleteObject"], on: "kept-mails" },
    { actions: ["s3:ListBucket"], on: "bucket:mail" },
    // Issued files are locked against everybody else; what names an erased person is replaced and its version ends.
    {
      actions: [
        "s3:GetObject",
        "s3:PutObject",
        "s3:PutObjectRetention",
        "s3:DeleteObject",
        "s3:DeleteObjectVersion",
        "s3:BypassGovernanceRetention",
      ],
      on: "objects:reports",
    },
    { actions: ["s3:ListBucket"], on: "bucket:reports" },
    { actions: send, on: "queue:notice" },
  ],
  "report-start": [
    { actions: [...read, "dynamodb:PutItem"], on: "table" },
    { actions: send, on: "queue:report" },
  ],
  "report-build": [
    readBeside,
    { actions: readWrite, on: "table" },
    { actions: query, on: "index:facts" },
    // What is issued is written under a lock.
    { actions: ["s3:GetObject", "s3:PutObject", "s3:PutObjectRetention"], on: "objects:reports" },
    // Without it the parts of an older edition, which are kept for a while only, would be forbidden, not missing.
    { actions: ["s3:ListBucket"], on: "bucket:reports" },
    { actions: consume, on: "queue:report" },
    { actions: send, on: "queue:report" },
    { actions: send, on: "queue:notice" },
  ],
} as const satisfies Record<FunctionName, readonly Grant[]>;
