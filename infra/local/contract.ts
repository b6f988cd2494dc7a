/**
 * What the parts of the local cloud know of each other. Instants are epoch milliseconds of the virtual clock.
 *
 * services/  the AWS services behind one loopback endpoint, durable before they answer
 * host/      the synthesized template: provisioning, functions, event sources, the engine that moves the clock
 */

/** The virtual clock. `shared` holds the same instant for function workers (one BigInt64, milliseconds). */
export interface VirtualClock {
  readonly shared: SharedArrayBuffer;
  now(): number;
  /** Moves forward only; the new instant is on disk before this returns. */
  set(instant: number): void;
}

/** One operation that reached the endpoint, as IAM sees it. */
export interface RecordedCall {
  readonly keyId: string;
  readonly service: string;
  readonly operation: string;
  /** Every action/resource pair IAM would evaluate (implicit ones such as iam:PassRole included). */
  readonly needs: readonly AccessNeed[];
  readonly at: number;
  readonly status: number;
}

/** A call that a function made to the tables' engine itself, under the same policies. */
export interface DirectCall extends Pick<RecordedCall, "operation" | "needs" | "at" | "status"> {
  /** Tables that it may have written to. */
  readonly written: readonly string[];
  readonly denied: boolean;
}

/** How many calls of one operation the local cloud has answered since its start. */
export interface CallCount {
  readonly keyId: string;
  readonly service: string;
  readonly operation: string;
  readonly count: number;
  /** Those refused by IAM. */
  readonly denied: number;
}

/** One IAM question: may the caller perform this action on this resource? */
export interface AccessNeed {
  readonly action: string;
  readonly resource: string;
  /** Partition keys that the call names, of the table itself (dynamodb:LeadingKeys). */
  readonly leadingKeys?: readonly string[];
}

/** Answers IAM questions for an access key id. Unknown keys belong to the operator and may do everything. */
export interface Authorizer {
  check(keyId: string, need: AccessNeed): { allowed: true } | { allowed: false; reason: string };
}

export interface QueueDefinition {
  readonly name: string;
  readonly arn: string;
  readonly delaySeconds: number;
  readonly visibilityTimeoutSeconds: number;
  readonly retentionSeconds: number;
  readonly redrive?: { readonly deadLetterArn: string; readonly maxReceiveCount: number };
}

export interface QueueMessage {
  readonly messageId: string;
  readonly receiptHandle: string;
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly messageAttributes: Readonly<Record<string, { dataType: string; stringValue?: string }>>;
  readonly md5OfBody: string;
}

export interface QueueEngine {
  /** Creates or updates; messages survive. */
  define(queue: QueueDefinition): void;
  send(arn: string, body: string, options?: { delaySeconds?: number }): string;
  /** Takes up to `max` messages that are visible now; exhausted ones go to the dead-letter queue first. */
  receive(arn: string, max: number): QueueMessage[];
  remove(arn: string, receiptHandle: string): void;
  changeVisibility(arn: string, receiptHandle: string, seconds: number): void;
  /** Earliest instant at which any message of this queue is visible (may be in the past), or undefined. */
  nextVisibleAt(arn: string): number | undefined;
  counts(): readonly { name: string; arn: string; visible: number; delayed: number; inFlight: number }[];
}

/** A schedule whose instant has come. */
export interface DueSchedule {
  readonly group: string;
  readonly name: string;
  readonly at: number;
  readonly targetArn: string;
  readonly roleArn: string;
  readonly input: string;
}

export interface ScheduleEngine {
  defineGroup(name: string): void;
  /** A recurring schedule of the template: `cron(...)` or `rate(...)` in the given IANA zone. Keeps its progress. */
  defineRecurring(schedule: {
    readonly group: string;
    readonly name: string;
    readonly expression: string;
    readonly timeZone: string;
    readonly targetArn: string;
    readonly roleArn: string;
    readonly input: string;
  }): void;
  nextAt(): number | undefined;
  /** Due schedules up to now, oldest first. They stay due until `delivered` (at-least-once). */
  due(): DueSchedule[];
  /** One-time: removed if ActionAfterCompletion is DELETE, else completed. Recurring: moves to its next instant. */
  delivered(schedule: DueSchedule): void;
  list(): readonly { group: string; name: string; nextAt: number | undefined; expression: string }[];
}

/** A rule of a bucket's CORS configuration. */
export interface CrossOriginRule {
  readonly origins: readonly string[];
  readonly methods: readonly string[];
  /** In small letters. */
  readonly headers: readonly string[];
}

export interface ObjectEngine {
  defineBucket(bucket: {
    readonly name: string;
    /** S3 event notifications (ObjectCreated) to queues; a prefix of "" takes everything. */
    readonly notifications: readonly { readonly queueArn: string; readonly prefix: string }[];
    /** Whose pages may ask for what, as the template says. */
    readonly crossOrigin?: readonly CrossOriginRule[];
    /** Everything that is written stays as it is for so many days (the default retention of an object lock). */
    readonly lockDays?: number;
  }): void;
  put(bucket: string, key: string, body: Uint8Array, contentType?: string): void;
  get(bucket: string, key: string): { body: Uint8Array; contentType: string } | undefined;
  list(bucket: string, prefix?: string): readonly { key: string; size: number; lastModified: number }[];
}

/** A secret that the template has the service make: random letters and digits under `key`. */
export interface SecretDefinition {
  readonly name: string;
  readonly generated: {
    readonly template: Readonly<Record<string, unknown>>;
    readonly key: string;
    readonly length: number;
  };
}

export interface SecretEngine {
  /** Makes it unless it exists. */
  define(secret: SecretDefinition): void;
}

/** One change of a table with a stream (keys-only view), oldest first. */
export interface StreamRecord {
  readonly sequence: string;
  /** The record as Lambda receives it (`Records[n]` of a DynamoDB stream event). */
  readonly record: Record<string, unknown>;
}

export interface TableEngine {
  /** Creates the table from CloudFormation properties of AWS::DynamoDB::Table if it does not exist. */
  define(
    name: string,
    properties: Record<string, unknown>,
  ): Promise<{ tableArn: string; streamArn: string | undefined }>;
  /** True after a write until the stream has been read to its end. */
  hasUnread(streamArn: string): boolean;
  /** Up to `max` records after the durable position, without moving it. */
  read(streamArn: string, max: number): Promise<StreamRecord[]>;
  /** Moves the durable position behind this record. */
  commit(streamArn: string, sequence: string): void;
}

/** Calls that do not pass the endpoint (ADR 0026). */
export interface DirectEngine {
  readonly url: string;
  /** Takes them into the record, asks IAM about them once more, and wakes the streams of what they wrote to. */
  called(keyId: string, calls: readonly DirectCall[]): void;
  /** Any table may have been written: somebody ended before telling. */
  lost(): void;
}

export interface SentMail {
  readonly id: string;
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly messageId: string;
  readonly raw: string;
}

export interface MailEngine {
  /** Mails accepted by SES, oldest first, kept on disk. */
  sent(): readonly SentMail[];
  /** How many, without reading them. */
  count(): number;
  /** The newest of those whose recipients or subject hold `text`, newest first. */
  newest(limit: number, text: string): readonly SentMail[];
  find(id: string): SentMail | undefined;
  /** A configuration set and the kinds of events (BOUNCE, COMPLAINT) it tells of. */
  defineConfigurationSet(name: string, events: readonly string[]): void;
  /** Called with each EventBridge event about a mail. */
  onEvent(listener: (event: Readonly<Record<string, unknown>>) => void): void;
}

/** A WeCom card or a text message that a local receiver took. */
export interface SentMessage {
  readonly id: string;
  readonly at: number;
  readonly way: "wecom" | "sms";
  readonly to: string;
  readonly title: string;
  /** Of a WeCom card: its little HTML (escaped text and `<br>`). */
  readonly text: string;
  readonly url?: string;
}

export interface MessageEngine {
  /** Keeps a message and gives its id. */
  take(message: Omit<SentMessage, "id" | "at">): string;
  /** Oldest first, kept on disk. */
  sent(): readonly SentMessage[];
  /** How many, without reading them. */
  count(): number;
}

export interface Services {
  /** `http://127.0.0.1:PORT`: every AWS service, told apart by the signature's credential scope. */
  readonly endpoint: string;
  readonly region: string;
  readonly accountId: string;
  readonly clock: VirtualClock;
  readonly queues: QueueEngine;
  readonly schedules: ScheduleEngine;
  readonly objects: ObjectEngine;
  readonly tables: TableEngine;
  readonly mails: MailEngine;
  readonly messages: MessageEngine;
  readonly secrets: SecretEngine;
  /** Calls since start, for IAM and cost checks: the newest. */
  calls(): readonly RecordedCall[];
  /** All of them counted, by key and operation. */
  callCounts(): readonly CallCount[];
  /** The tables' engine, where functions may speak with it themselves and tell afterwards. */
  readonly direct: DirectEngine | undefined;
  /** Process id of the tables' engine, where it is one of ours. */
  readonly enginePid: number | undefined;
  setAuthorizer(authorizer: Authorizer): void;
  /** Called after anything that may have made work due (message sent, schedule created, object put, table written). */
  onActivity(listener: () => void): void;
  close(): Promise<void>;
}

/** `startServices` of services/index.ts. */
export interface ServicesOptions {
  /** Folder of the durable state (SQLite files, DynamoDB engine database). */
  readonly directory: string;
  /** Loopback port of the endpoint; 0 picks a free one. */
  readonly port: number;
  /** The virtual clock's first instant when the directory is new. */
  readonly startAt: number;
  /** Name of the tables' engine; absent: JIESU_ENGINE, else whichever suits the machine. */
  readonly engine?: string | undefined;
}
