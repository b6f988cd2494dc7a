import type * as z from "zod";
import { defined } from "../../../../lib/domain/present.ts";
import { queueNeeds } from "../access.ts";
import { accountId } from "../account.ts";
import { checked, jsonAnswer, readJson, targetOperation } from "../http/json.ts";
import {
  AwsError,
  type AwsService,
  notImplemented,
  type Plan,
  type WireAnswer,
  type WireRequest,
} from "../http/wire.ts";
import { checkBatch, checkSize, checkText, inputs, invalidParameter, sizeLimit } from "./inputs.ts";
import { attributesDigest, type MessageAttributes, md5 } from "./message-attributes.ts";
import { noSuchQueue, type SqsEngine, type TakenMessage } from "./queue-engine.ts";

/** What the protocol asks of an engine. */
export type ServedQueues = Pick<
  SqsEngine,
  "arnOf" | "names" | "definition" | "add" | "take" | "remove" | "changeVisibility" | "depth"
>;

/** Error codes of the JSON protocol → codes of the older query protocol, which SDKs still report. */
const queryCodes: Readonly<Record<string, string>> = {
  QueueDoesNotExist: "AWS.SimpleQueueService.NonExistentQueue",
  MessageNotInflight: "AWS.SimpleQueueService.MessageNotInflight",
  BatchEntryIdsNotDistinct: "AWS.SimpleQueueService.BatchEntryIdsNotDistinct",
  TooManyEntriesInBatchRequest: "AWS.SimpleQueueService.TooManyEntriesInBatchRequest",
  EmptyBatchRequest: "AWS.SimpleQueueService.EmptyBatchRequest",
  BatchRequestTooLong: "AWS.SimpleQueueService.BatchRequestTooLong",
};

/** SQS in AWS JSON 1.0. `endpoint` is the address that queue URLs begin with. */
export class SqsService implements AwsService {
  readonly accessDenied = "AccessDeniedException";
  readonly #engine: ServedQueues;
  readonly #endpoint: () => string;

  constructor(engine: ServedQueues, endpoint: () => string) {
    this.#engine = engine;
    this.#endpoint = endpoint;
  }

  plan(request: WireRequest): Plan {
    const operation = targetOperation(request);
    const input = readJson(request);
    if (operation === "ListQueues") {
      return { operation, needs: queueNeeds(operation, undefined), perform: () => this.#list(input) };
    }
    const arn =
      operation === "GetQueueUrl"
        ? this.#engine.arnOf(checked(inputs.getUrl, input, invalidParameter).QueueName)
        : this.#engine.arnOf(nameOf(checked(inputs.queueUrl, input, invalidParameter).QueueUrl));
    const action = this.#action(operation, input, request.keyId);
    if (action === undefined) throw notImplemented("sqs", operation);
    if (arn === undefined) throw noSuchQueue();
    return { operation, needs: queueNeeds(operation, arn), perform: () => jsonAnswer(action(arn)) };
  }

  refuse(error: AwsError): WireAnswer {
    const status = error.code === this.accessDenied ? 400 : error.status;
    const { headers, body } = jsonAnswer({
      __type: `com.amazonaws.sqs#${error.code}`,
      message: error.message,
    });
    const query = `${queryCodes[error.code] ?? error.code};${status < 500 ? "Sender" : "Receiver"}`;
    return { status, headers: { ...headers, "x-amzn-query-error": query }, body };
  }

  #action(operation: string, input: unknown, sender: string): ((arn: string) => unknown) | undefined {
    const engine = this.#engine;
    switch (operation) {
      case "SendMessage":
        return (arn) => {
          const message = checked(inputs.send, input, invalidParameter);
          checkSize([message]);
          return { ...this.#send(arn, message, sender) };
        };
      case "SendMessageBatch":
        return (arn) => {
          const { Entries } = checked(inputs.sendBatch, input, invalidParameter);
          checkBatch(Entries);
          checkSize(Entries, "BatchRequestTooLong");
          return perEntry(Entries, (entry) => this.#send(arn, entry, sender));
        };
      case "ReceiveMessage":
        return (arn) => {
          const wish = checked(inputs.receive, input, invalidParameter);
          // Long polling ends at once: the virtual clock stands while a caller waits.
          const taken = engine.take(arn, wish.MaxNumberOfMessages, wish.VisibilityTimeout);
          return taken.length === 0 ? {} : { Messages: taken.map((message) => shown(message, wish)) };
        };
      case "DeleteMessage":
        return (arn) => {
          engine.remove(arn, checked(inputs.remove, input, invalidParameter).ReceiptHandle);
          return {};
        };
      case "DeleteMessageBatch":
        return (arn) => {
          const { Entries } = checked(inputs.removeBatch, input, invalidParameter);
          checkBatch(Entries);
          return perEntry(Entries, ({ ReceiptHandle }) => {
            engine.remove(arn, ReceiptHandle);
            return {};
          });
        };
      case "ChangeMessageVisibility":
        return (arn) => {
          const wish = checked(inputs.changeVisibility, input, invalidParameter);
          engine.changeVisibility(arn, wish.ReceiptHandle, wish.VisibilityTimeout);
          return {};
        };
      case "GetQueueUrl":
        return (arn) => ({ QueueUrl: this.#url(engine.definition(arn).name) });
      case "GetQueueAttributes":
        return (arn) => {
          const { AttributeNames } = checked(inputs.getAttributes, input, invalidParameter);
          return { Attributes: pick(this.#attributes(arn), AttributeNames) };
        };
      default:
        return undefined;
    }
  }

  #send(
    arn: string,
    message: {
      MessageBody: string;
      DelaySeconds?: number | undefined;
      MessageAttributes?: MessageAttributes | undefined;
    },
    sender: string,
  ) {
    const { MessageBody, DelaySeconds, MessageAttributes = {} } = message;
    checkText(MessageBody);
    const MessageId = this.#engine.add(arn, {
      body: MessageBody,
      attributes: MessageAttributes,
      sender,
      ...defined({ delaySeconds: DelaySeconds }),
    });
    return {
      MessageId,
      MD5OfMessageBody: md5(MessageBody),
      ...(Object.keys(MessageAttributes).length === 0
        ? {}
        : { MD5OfMessageAttributes: attributesDigest(MessageAttributes) }),
    };
  }

  #list(input: unknown): WireAnswer {
    const { QueueNamePrefix, MaxResults } = checked(inputs.list, input, invalidParameter);
    const names = this.#engine.names().filter((name) => name.startsWith(QueueNamePrefix));
    return jsonAnswer({ QueueUrls: names.slice(0, MaxResults ?? 1000).map((name) => this.#url(name)) });
  }

  #url(name: string): string {
    return `${this.#endpoint()}/${accountId}/${name}`;
  }

  #attributes(arn: string): Record<string, string> {
    const { delaySeconds, visibilityTimeoutSeconds, retentionSeconds, redrive } =
      this.#engine.definition(arn);
    const { visible, delayed, inFlight } = this.#engine.depth(arn);
    return {
      QueueArn: arn,
      DelaySeconds: String(delaySeconds),
      VisibilityTimeout: String(visibilityTimeoutSeconds),
      MessageRetentionPeriod: String(retentionSeconds),
      MaximumMessageSize: String(sizeLimit),
      ApproximateNumberOfMessages: String(visible),
      ApproximateNumberOfMessagesDelayed: String(delayed),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
      ...(redrive === undefined
        ? {}
        : {
            RedrivePolicy: JSON.stringify({
              deadLetterTargetArn: redrive.deadLetterArn,
              maxReceiveCount: redrive.maxReceiveCount,
            }),
          }),
    };
  }
}

/** Any host and port: the port may have changed since the URL was given out. */
function nameOf(queueUrl: string): string {
  return queueUrl.slice(queueUrl.lastIndexOf("/") + 1);
}

/** Each entry succeeds or fails by itself. */
function perEntry<E extends { Id: string }>(entries: readonly E[], perform: (entry: E) => object) {
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...perform(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Failed.push({
        Id: entry.Id,
        SenderFault: error.status < 500,
        Code: error.code,
        Message: error.message,
      });
    }
  }
  return { Successful, Failed };
}

function pick<V>(values: Readonly<Record<string, V>>, names: readonly string[]): Record<string, V> {
  const wanted = (name: string) =>
    names.some(
      (one) =>
        one === "All" ||
        one === ".*" ||
        one === name ||
        (one.endsWith(".*") && name.startsWith(one.slice(0, -1))),
    );
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
}

function shown(message: TakenMessage, wish: z.infer<typeof inputs.receive>) {
  const attributes = pick(message.attributes, [...wish.AttributeNames, ...wish.MessageSystemAttributeNames]);
  const messageAttributes = pick(
    message.wireAttributes,
    wish.MessageAttributeNames.map((name) => (name === "All" ? ".*" : name)),
  );
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: message.md5OfBody,
    ...(Object.keys(attributes).length === 0 ? {} : { Attributes: attributes }),
    ...(Object.keys(messageAttributes).length === 0
      ? {}
      : {
          MessageAttributes: messageAttributes,
          MD5OfMessageAttributes: attributesDigest(messageAttributes),
        }),
  };
}
