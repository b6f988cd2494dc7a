import type {
  DueSchedule,
  QueueDefinition,
  QueueMessage,
  Services,
  StreamRecord,
} from "../../../../../infra/local/contract.ts";

interface Held {
  readonly id: string;
  readonly body: string;
  visibleAt: number;
  receives: number;
}

/** The services' contract in memory, for tests of the host alone: queues, schedules, objects and scripted streams. */
export function memoryServices(startAt: number) {
  const shared = new SharedArrayBuffer(8);
  const cell = new BigInt64Array(shared);
  cell[0] = BigInt(startAt);
  const now = () => Number(cell[0]);
  const definitions = new Map<string, QueueDefinition>();
  const messages = new Map<string, Held[]>();
  const schedules = new Map<string, DueSchedule & { everyMs?: number }>();
  const streams = new Map<string, StreamRecord[]>();
  const objects = new Map<string, { body: Uint8Array; contentType: string }>();
  let listener = () => {};
  let tell: (event: Readonly<Record<string, unknown>>) => void = () => {};
  let serial = 0;

  const send = (arn: string, body: string, options?: { delaySeconds?: number }) => {
    const id = `m${(serial += 1)}`;
    const delay = options?.delaySeconds ?? definitions.get(arn)?.delaySeconds ?? 0;
    messages.get(arn)!.push({ id, body, visibleAt: now() + delay * 1000, receives: 0 });
    listener();
    return id;
  };

  const services: Services = {
    endpoint: "http://127.0.0.1:1",
    region: "ap-southeast-1",
    accountId: "000000000000",
    clock: { shared, now, set: (instant) => (cell[0] = BigInt(instant)) },
    queues: {
      define: (queue) => {
        definitions.set(queue.arn, queue);
        messages.set(queue.arn, messages.get(queue.arn) ?? []);
      },
      send,
      receive: (arn, max) => {
        const { redrive, visibilityTimeoutSeconds } = definitions.get(arn)!;
        const taken: QueueMessage[] = [];
        for (const held of messages.get(arn)!.slice()) {
          if (held.visibleAt > now() || taken.length === max) continue;
          if (redrive !== undefined && held.receives >= redrive.maxReceiveCount) {
            messages.set(
              arn,
              messages.get(arn)!.filter((one) => one !== held),
            );
            send(redrive.deadLetterArn, held.body);
            continue;
          }
          held.receives += 1;
          held.visibleAt = now() + visibilityTimeoutSeconds * 1000;
          const attributes = { ApproximateReceiveCount: String(held.receives) };
          taken.push({
            messageId: held.id,
            receiptHandle: held.id,
            body: held.body,
            attributes,
            messageAttributes: {},
            md5OfBody: "",
          });
        }
        return taken;
      },
      remove: (arn, handle) => {
        messages.set(
          arn,
          messages.get(arn)!.filter(({ id }) => id !== handle),
        );
      },
      changeVisibility: (arn, handle, seconds) => {
        const held = messages.get(arn)!.find(({ id }) => id === handle);
        if (held !== undefined) held.visibleAt = now() + seconds * 1000;
      },
      nextVisibleAt: (arn) => {
        const instants = messages.get(arn)!.map(({ visibleAt }) => visibleAt);
        return instants.length === 0 ? undefined : Math.min(...instants);
      },
      counts: () => [],
    },
    secrets: { define: () => undefined },
    schedules: {
      defineGroup: () => {},
      defineRecurring: ({ group, name, expression, targetArn, roleArn, input }) => {
        const minutes = Number(/^rate\((\d+) minutes?\)$/.exec(expression)?.[1]);
        const everyMs = minutes * 60_000;
        schedules.set(`${group}/${name}`, {
          group,
          name,
          targetArn,
          roleArn,
          input,
          everyMs,
          at: now() + everyMs,
        });
      },
      nextAt: () => {
        const instants = [...schedules.values()].map(({ at }) => at);
        return instants.length === 0 ? undefined : Math.min(...instants);
      },
      due: () => [...schedules.values()].filter(({ at }) => at <= now()).sort((a, b) => a.at - b.at),
      delivered: ({ group, name }) => {
        const key = `${group}/${name}`;
        const schedule = schedules.get(key)!;
        if (schedule.everyMs === undefined) schedules.delete(key);
        else schedules.set(key, { ...schedule, at: schedule.at + schedule.everyMs });
      },
      list: () =>
        [...schedules.values()].map(({ group, name, at }) => ({ group, name, nextAt: at, expression: "" })),
    },
    objects: {
      defineBucket: () => {},
      put: (bucket, key, body, contentType = "") => objects.set(`${bucket}/${key}`, { body, contentType }),
      get: (bucket, key) => objects.get(`${bucket}/${key}`),
      list: () => [],
    },
    tables: {
      define: (name) => {
        const streamArn = `engine:${name}`;
        streams.set(streamArn, []);
        return Promise.resolve({ tableArn: name, streamArn });
      },
      hasUnread: (arn) => streams.get(arn)!.length > 0,
      read: (arn, max) => Promise.resolve(streams.get(arn)!.slice(0, max)),
      commit: (arn, sequence) => {
        const records = streams.get(arn)!;
        streams.set(arn, records.slice(records.findIndex((record) => record.sequence === sequence) + 1));
      },
    },
    mails: {
      sent: () => [],
      count: () => 0,
      newest: () => [],
      find: () => undefined,
      defineConfigurationSet: () => {},
      onEvent: (told) => (tell = told),
    },
    messages: { take: () => "1", sent: () => [], count: () => 0 },
    callCounts: () => [],
    direct: undefined,
    enginePid: undefined,
    calls: () => [],
    setAuthorizer: () => {},
    onActivity: (callback) => (listener = callback),
    close: () => Promise.resolve(),
  };

  return {
    services,
    /** Bodies that lie in a queue. */
    bodies: (arn: string) => messages.get(arn)!.map(({ body }) => body),
    /** An event about a mail, as SES puts it on the default bus. */
    tell: (event: Readonly<Record<string, unknown>>) => tell(event),
    /** Schedules one delivery, as CreateSchedule does. */
    scheduleOnce: (schedule: DueSchedule) => {
      schedules.set(`${schedule.group}/${schedule.name}`, schedule);
      listener();
    },
    /** Writes to the table's stream. */
    change: (tableName: string, keys: readonly { pk: string; sk: string }[]) => {
      const records = keys.map(({ pk, sk }): StreamRecord => {
        const sequence = String((serial += 1)).padStart(21, "0");
        const dynamodb = { Keys: { pk: { S: pk }, sk: { S: sk } }, SequenceNumber: sequence };
        return { sequence, record: { eventName: "MODIFY", eventSource: "aws:dynamodb", dynamodb } };
      });
      streams.get(`engine:${tableName}`)!.push(...records);
      listener();
    },
  };
}
