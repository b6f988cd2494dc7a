/** The thread in which one function's bundle runs; it stands for one Lambda execution environment. */
import { pathToFileURL } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import type { DirectCall } from "../../contract.ts";
import { openDirectTables } from "./direct-tables.ts";
import { givingBack } from "./giving-back.ts";
import { failureOf, type InvocationResult, type WorkerRequest, type WorkerSettings } from "./protocol.ts";
import { installVirtualDate } from "./virtual-date.ts";

const settings: WorkerSettings = workerData;
installVirtualDate(settings.clock);

/** Real milliseconds that a call waits at most before the host hears of it, where the event takes longer. */
const TOLD_WITHIN = 50;
let calls: DirectCall[] = [];
let timer: NodeJS.Timeout | undefined;

function tellCalls(): void {
  clearTimeout(timer);
  timer = undefined;
  if (calls.length > 0) parentPort?.postMessage(calls, []);
  calls = [];
}

if (settings.tables !== undefined) {
  openDirectTables(settings.tables, (call) => {
    calls.push(call);
    timer ??= setTimeout(tellCalls, TOLD_WITHIN);
  });
}

/** Real milliseconds; short of the time after which a thread that nobody calls is given up. */
const rests = givingBack(3_000);

type Handler = (event: unknown, context: object) => unknown;

function isHandler(value: unknown): value is Handler {
  return typeof value === "function";
}

async function loadHandler(): Promise<Handler> {
  const name = settings.handler.slice(settings.handler.lastIndexOf(".") + 1);
  const module: unknown = await import(pathToFileURL(settings.bundle).href);
  const handler: unknown =
    typeof module === "object" && module !== null ? Reflect.get(module, name) : undefined;
  if (!isHandler(handler))
    throw new Error(`Runtime.HandlerNotFound: ${settings.handler} is undefined or not exported`);
  if (handler.length > 2)
    throw new Error("Runtime.CallbackHandlerDeprecated: Node.js 24 takes async handlers only");
  return handler;
}

const handler = loadHandler();
// A bundle that cannot be loaded says so with its first event.
handler.then(
  () => parentPort?.postMessage("ready", []),
  () => parentPort?.postMessage("ready", []),
);

async function run({ requestId, event, timeoutMs }: WorkerRequest): Promise<InvocationResult> {
  try {
    const deadline = performance.now() + timeoutMs;
    const context = {
      functionName: settings.functionName,
      functionVersion: "$LATEST",
      invokedFunctionArn: settings.functionArn,
      memoryLimitInMB: String(settings.memoryMb),
      awsRequestId: requestId,
      logGroupName: `/aws/lambda/${settings.functionName}`,
      logStreamName: "local",
      callbackWaitsForEmptyEventLoop: false,
      getRemainingTimeInMillis: () => Math.max(0, Math.round(deadline - performance.now())),
    };
    const payload: unknown = JSON.parse(event);
    const result: unknown = await (await handler)(payload, context);
    return { ok: true, payload: JSON.stringify(result ?? null) };
  } catch (error) {
    return { ok: false, failure: failureOf(error) };
  }
}

async function answer(request: WorkerRequest): Promise<void> {
  const reply = await run(request);
  // Before the answer: whoever waits for it finds the calls counted and the streams awake.
  tellCalls();
  parentPort?.postMessage(reply, []);
  rests();
}

parentPort?.on("message", (request: WorkerRequest) => {
  void answer(request);
});
