import { type SdkRequest, type SdkResponse, sdkResponse } from "../simulation/services/wire.ts";

/** One call to AWS, as it was answered. */
export interface CountedCall {
  readonly service: string;
  readonly operation: string;
  /** What it was about: the sort keys or the index of a table's call. */
  readonly about: string;
  /** The items named, `<pk> <sk>`. */
  readonly keys: readonly string[];
  /** The partitions that the call reads or writes, an index's behind its name. */
  readonly partitions: readonly string[];
  /** Of a write: the partition of each index in which the item has an entry. */
  readonly indexed: Readonly<Record<string, string>>;
  /** Calls of the same round were on their way at the same time. */
  readonly round: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Of a write: what the item itself takes, and each index in which its entry changed. */
  readonly written: Readonly<Record<string, number>>;
  readonly status: number;
}

const writes = /^(Put|Update|Delete)Item$/;
/** So many turns of the event loop without a further call mean that everybody waits. */
const QUIET_TURNS = 12;

interface Parked {
  readonly request: SdkRequest;
  readonly resolve: (answer: SdkResponse) => void;
  readonly reject: (cause: unknown) => void;
}

/**
 * A request handler for the SDK's clients that lets calls through in rounds: whatever was asked before an answer was
 * waited for goes together. The number of rounds is the number of round trips that a caller waits for one after the
 * other, whatever the machine is doing; the engine says how many capacity units each call takes.
 */
export class CountedCalls {
  readonly calls: CountedCall[] = [];
  readonly #endpoint: string;
  #parked: Parked[] = [];
  #round = 0;
  #isWaiting = false;

  constructor(endpoint: string) {
    this.#endpoint = endpoint;
  }

  get rounds(): number {
    return this.#round;
  }

  readonly handler = {
    metadata: { handlerProtocol: "counted" },
    handle: async (request: SdkRequest) => ({ response: await this.#park(request) }),
    updateHttpClientConfig: () => {},
    httpHandlerConfigs: () => ({}),
  };

  #park(request: SdkRequest): Promise<SdkResponse> {
    return new Promise((resolve, reject) => {
      this.#parked.push({ request, resolve, reject });
      if (this.#isWaiting) return;
      this.#isWaiting = true;
      void this.#release();
    });
  }

  async #release(): Promise<void> {
    let seen = 0;
    for (let quiet = 0; quiet < QUIET_TURNS; quiet += 1) {
      await new Promise((resolve) => setImmediate(resolve));
      if (this.#parked.length === seen) continue;
      seen = this.#parked.length;
      quiet = 0;
    }
    const together = this.#parked;
    this.#parked = [];
    this.#isWaiting = false;
    this.#round += 1;
    const round = this.#round;
    const answers = await Promise.allSettled(together.map(({ request }) => this.#forward(request, round)));
    for (const [index, answer] of answers.entries()) {
      const { resolve, reject } = together[index] as Parked;
      if (answer.status === "fulfilled") resolve(answer.value);
      else reject(answer.reason);
    }
  }

  async #forward(request: SdkRequest, round: number): Promise<SdkResponse> {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(request.query ?? {}))
      for (const one of Array.isArray(value) ? value : [value]) query.append(name, one ?? "");
    const { "content-length": _, host: __, ...headers } = request.headers;
    const service = serviceOf(request);
    const body = service === "dynamodb" ? withCapacity(String(request.body)) : request.body;
    const search = query.size === 0 ? "" : `?${query.toString()}`;
    const answer = await fetch(`${this.#endpoint}${request.path}${search}`, {
      method: request.method,
      headers,
      ...(request.method === "GET" || request.method === "HEAD" ? {} : { body: body as string }),
    });
    const content = Buffer.from(await answer.arrayBuffer());
    this.calls.push({
      ...said(service, request),
      ...unitsIn(service, request, content),
      round,
      status: answer.status,
    });
    return sdkResponse(
      { status: answer.status, headers: Object.fromEntries(answer.headers), body: content },
      request.method,
      service === "s3",
    );
  }
}

function serviceOf({ headers }: SdkRequest): string {
  return /Credential=[^/]+\/\d+\/[^/]+\/([a-z0-9]+)\//.exec(headers["authorization"] ?? "")?.[1] ?? "?";
}

function operationOf(service: string, { headers, method, path }: SdkRequest): string {
  const target = headers["x-amz-target"];
  if (target !== undefined) return target.slice(target.indexOf(".") + 1);
  if (service === "scheduler")
    return method === "POST" ? "CreateSchedule" : method === "PUT" ? "UpdateSchedule" : "DeleteSchedule";
  return service === "ses" ? "SendEmail" : `${method} ${path}`;
}

function withCapacity(body: string): string {
  return JSON.stringify({ ...(JSON.parse(body) as object), ReturnConsumedCapacity: "INDEXES" });
}

type Value = Readonly<Record<string, string>>;
interface TableCall {
  readonly Key?: Readonly<Record<string, Value>>;
  readonly Item?: Readonly<Record<string, Value>>;
  readonly RequestItems?: Readonly<
    Record<string, { readonly Keys: readonly Readonly<Record<string, Value>>[] }>
  >;
  readonly IndexName?: string;
  readonly KeyConditionExpression?: string;
  readonly ExpressionAttributeValues?: Readonly<Record<string, Value>>;
}

function said(service: string, request: SdkRequest) {
  const operation = operationOf(service, request);
  if (service !== "dynamodb") return { service, operation, about: "", keys: [], partitions: [], indexed: {} };
  const body = JSON.parse(String(request.body)) as TableCall;
  const items = [
    body.Key ?? [],
    body.Item ?? [],
    Object.values(body.RequestItems ?? {}).flatMap(({ Keys }) => Keys),
  ];
  const first = (value: Value | undefined) => value?.["S"]?.split("#")[0] ?? "";
  const about = items.flat().map(({ pk, sk }) => `${first(pk)}/${first(sk)}`);
  const keys = items.flat().map(({ pk, sk }) => `${pk?.["S"] ?? ""} ${sk?.["S"] ?? ""}`);
  const asked = Object.values(body.ExpressionAttributeValues ?? {}).map((value) => value["S"] ?? "");
  return {
    service,
    operation,
    keys,
    partitions: partitionsOf(body),
    indexed: indexedIn(body.Item ?? {}),
    about: (about.length > 0 ? about : [body.IndexName ?? asked.join(" ")]).join(" "),
  };
}

function partitionsOf(body: TableCall): readonly string[] {
  const { IndexName, KeyConditionExpression, ExpressionAttributeValues: values = {} } = body;
  if (KeyConditionExpression !== undefined) {
    const [, name = ""] = /= (:\w+)/.exec(KeyConditionExpression) ?? [];
    return [`${IndexName === undefined ? "" : `${IndexName} `}${values[name]?.["S"] ?? ""}`];
  }
  const named = [
    body.Key ?? [],
    body.Item ?? [],
    Object.values(body.RequestItems ?? {}).flatMap(({ Keys }) => Keys),
  ];
  return [...new Set(named.flat().map(({ pk }) => pk?.["S"] ?? ""))];
}

/** Partition attribute of each index (infra/constructs/complaint-table.ts). */
const indexPartitions = {
  byNumber: "number",
  facts: "factPk",
  openByProject: "openPk",
  alarms: "alarmShard",
  byHousehold: "householdPk",
  byContact: "contactPk",
  byCode: "codePk",
  byChange: "changePk",
} as const;

function indexedIn(item: Readonly<Record<string, Value>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(indexPartitions).flatMap(([index, attribute]) => {
      const value = item[attribute]?.["S"];
      return value === undefined ? [] : [[index, value]];
    }),
  );
}

interface Capacity {
  readonly CapacityUnits?: number;
  readonly Table?: { readonly CapacityUnits?: number };
  readonly GlobalSecondaryIndexes?: Readonly<Record<string, { readonly CapacityUnits?: number }>>;
}

function unitsIn(service: string, request: SdkRequest, content: Buffer) {
  if (service !== "dynamodb") return { readUnits: 0, writeUnits: 0, written: {} };
  const { ConsumedCapacity } = JSON.parse(content.toString("utf8")) as {
    ConsumedCapacity?: Capacity | Capacity[];
  };
  const all = [ConsumedCapacity ?? []].flat();
  const units = all.reduce((sum, one) => sum + (one.CapacityUnits ?? 0), 0);
  if (!writes.test(operationOf(service, request))) return { readUnits: units, writeUnits: 0, written: {} };
  const [only] = all;
  const indexes = Object.entries(only?.GlobalSecondaryIndexes ?? {});
  const written = {
    item: only?.Table?.CapacityUnits ?? 0,
    ...Object.fromEntries(indexes.map(([name, { CapacityUnits = 0 }]) => [name, CapacityUnits])),
  };
  return { readUnits: 0, writeUnits: units, written };
}
