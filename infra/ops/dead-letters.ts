/** `npm run ops -- dead-letters`: work that failed for good, looked at and sent back to its queue. */
import {
  ChangeMessageVisibilityCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  ListQueuesCommand,
  type Message,
  ReceiveMessageCommand,
  SendMessageCommand,
  type SQSClient,
} from "@aws-sdk/client-sqs";
import { defined } from "../../lib/domain/present.ts";

/** A dead-letter queue, and the queue its messages came from; none for those of streams and schedules. */
export interface DeadLetters {
  readonly name: string;
  readonly url: string;
  readonly waiting: number;
  readonly source?: string;
}

/** One message: ids only, no personal value. */
export interface DeadLetter {
  readonly id: string;
  readonly sentAt: string;
  readonly received: number;
  readonly body: string;
  /** Why it lies here, where whoever put it here says so (EventBridge Scheduler does). */
  readonly reason?: string;
  readonly handle: string;
}

/** Dead-letter queues are named so by the stateful and clocks stacks. */
const DEAD_LETTERS = "DeadLetters";
/** Long enough to look at a batch, short enough to look again. */
const LOOK_SECONDS = 60;

/** Every dead-letter queue whose name begins with the prefix, `jiesu-<stage>`. */
export async function deadLetterQueues(sqs: SQSClient, prefix: string): Promise<readonly DeadLetters[]> {
  const urls = await queueUrls(sqs, prefix);
  const queues = await Promise.all(urls.map((url) => described(sqs, url)));
  return queues
    .filter(({ url }) => nameOf(url).includes(DEAD_LETTERS))
    .map(({ url, arn, waiting }) => {
      const source = queues.find(({ target }) => target === arn)?.url;
      return { name: nameOf(url), url, waiting, ...defined({ source }) };
    });
}

/** The messages of a queue, without taking any away: they are back as soon as all have been seen. */
export async function look(sqs: SQSClient, { url }: DeadLetters): Promise<readonly DeadLetter[]> {
  const letters = await taken(sqs, url);
  await putBack(sqs, url, letters);
  return letters;
}

/**
 * Sends every message back to the queue it came from, then deletes it here. A crash between the two sends it twice,
 * which consumers take for once. Returns how many went.
 */
export async function replay(sqs: SQSClient, { url, source }: DeadLetters): Promise<number> {
  if (source === undefined)
    throw new RangeError("nothing works this queue off: its cause is made good otherwise");
  let sent = 0;
  for (;;) {
    const batch = await receive(sqs, url);
    if (batch.length === 0) return sent;
    for (const { body, handle } of batch) {
      await sqs.send(new SendMessageCommand({ QueueUrl: source, MessageBody: body }));
      await sqs.send(new DeleteMessageCommand({ QueueUrl: url, ReceiptHandle: handle }));
      sent += 1;
    }
  }
}

/** Takes messages away, all or one: what they stood for has been made good otherwise. Returns how many went. */
export async function discard(sqs: SQSClient, queue: DeadLetters, only?: string): Promise<number> {
  const letters = await taken(sqs, queue.url);
  const unwanted = letters.filter(({ id }) => only === undefined || id === only);
  for (const { handle } of unwanted) {
    await sqs.send(new DeleteMessageCommand({ QueueUrl: queue.url, ReceiptHandle: handle }));
  }
  await putBack(
    sqs,
    queue.url,
    letters.filter((letter) => !unwanted.includes(letter)),
  );
  return unwanted.length;
}

/** Every message of a queue, nobody else's for a minute. */
async function taken(sqs: SQSClient, url: string): Promise<readonly DeadLetter[]> {
  const seen = new Map<string, DeadLetter>();
  for (;;) {
    const batch = await receive(sqs, url);
    const fresh = batch.filter(({ id }) => !seen.has(id));
    for (const letter of batch) seen.set(letter.id, letter);
    if (fresh.length === 0) return [...seen.values()];
  }
}

async function putBack(sqs: SQSClient, url: string, letters: readonly DeadLetter[]): Promise<void> {
  for (const { handle } of letters) {
    await sqs.send(
      new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: handle, VisibilityTimeout: 0 }),
    );
  }
}

async function receive(sqs: SQSClient, url: string): Promise<readonly DeadLetter[]> {
  const { Messages = [] } = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: LOOK_SECONDS,
      MessageSystemAttributeNames: ["SentTimestamp", "ApproximateReceiveCount"],
      MessageAttributeNames: [...reasons],
    }),
  );
  return Messages.map(letterOf);
}

/** Attributes in which the Scheduler says why it could not start what it should. */
const reasons = ["ERROR_CODE", "ERROR_MESSAGE"] as const;

function letterOf({ MessageId = "", Body = "", ReceiptHandle = "", ...more }: Message): DeadLetter {
  const { Attributes = {}, MessageAttributes = {} } = more;
  const said = reasons.flatMap((name) => MessageAttributes[name]?.StringValue ?? []).join(": ");
  return {
    ...(said === "" ? {} : { reason: said }),
    id: MessageId,
    sentAt: new Date(Number(Attributes.SentTimestamp ?? 0)).toISOString(),
    received: Number(Attributes.ApproximateReceiveCount ?? 0),
    body: Body,
    handle: ReceiptHandle,
  };
}

async function queueUrls(sqs: SQSClient, prefix: string): Promise<readonly string[]> {
  const { QueueUrls = [] } = await sqs.send(
    new ListQueuesCommand({ QueueNamePrefix: prefix, MaxResults: 1000 }),
  );
  return QueueUrls;
}

async function described(sqs: SQSClient, url: string) {
  const { Attributes = {} } = await sqs.send(
    new GetQueueAttributesCommand({
      QueueUrl: url,
      AttributeNames: ["QueueArn", "RedrivePolicy", "ApproximateNumberOfMessages"],
    }),
  );
  return {
    url,
    arn: Attributes.QueueArn ?? "",
    waiting: Number(Attributes.ApproximateNumberOfMessages ?? 0),
    target: /"deadLetterTargetArn":\s*"([^"]+)"/.exec(Attributes.RedrivePolicy ?? "")?.[1],
  };
}

function nameOf(url: string): string {
  return url.slice(url.lastIndexOf("/") + 1);
}
