import type { ClientRequest, IncomingMessage, RequestOptions } from "node:http";
import type { DirectCall } from "../../contract.ts";
import { readTableCall, type TableCall } from "../../services/dynamodb/needs.ts";
import { IamLedger } from "../iam/ledger.ts";
import type { TableAccess } from "./protocol.ts";

/** Takes each call when its answer has begun, or when there will be none. */
type Told = (call: DirectCall) => void;

/** A call that the function's role does not allow, as the SDK would give it. */
class AccessDenied extends Error {
  override readonly name = "AccessDeniedException";
  readonly $fault = "client";
  readonly $metadata = { httpStatusCode: 400 };
}

/**
 * Lets this thread's calls of DynamoDB go straight to the tables' engine (ADR 0026): whatever is sent through `node:http` with
 * such a target is read here once its body is whole, and leaves only if the function's role allows all that it needs. Every
 * other request goes where it was sent. To be called before the bundle takes hold of `request`; what would find another way
 * out reaches the endpoint, which asks the same questions.
 */
export function openDirectTables({ url, role }: TableAccess, told: Told): void {
  const { hostname, port } = new URL(url);
  const ledger = new IamLedger(new Map([[role.arn, role]]), new Map());
  const refusalOf = ({ needs }: TableCall) => {
    if (needs === undefined) return "the operation is not in the reviewed table of IAM actions";
    for (const need of needs) {
      const verdict = ledger.checkRole(role.arn, need);
      if (!verdict.allowed)
        return `not authorized to perform ${need.action} on ${need.resource}: ${verdict.reason}`;
    }
    return undefined;
  };
  // An import of Node's own would load the library behind `fetch` with it, as the bundles' own way to it says.
  const http = process.getBuiltinModule("node:http");
  const request = new Proxy(http.request, {
    apply: (original, self, given: unknown[]) => {
      const [options, listener] = given;
      const operation = tableOperation(options);
      if (operation === undefined || !isOptions(options)) {
        const other: unknown = Reflect.apply(original, self, given);
        return other;
      }
      const sent = original(
        { ...options, host: hostname, port },
        isListener(listener) ? listener : undefined,
      );
      guard(sent, operation, refusalOf, told);
      return sent;
    },
  });
  Reflect.set(http, "request", request);
}

/** Nothing leaves before the whole body has been judged. */
function guard(
  sent: ClientRequest,
  operation: string,
  refusalOf: (call: TableCall) => string | undefined,
  told: Told,
): void {
  const end = sent.end.bind(sent);
  const judged = (body: unknown) => {
    const call = readTableCall(operation, parsed(body));
    const refusal = refusalOf(call);
    const tell = (status: number, denied = false) => {
      const { needs = [], written } = call;
      told({ operation, needs, written: denied ? [] : written, at: Date.now(), status, denied });
    };
    if (refusal !== undefined) {
      tell(400, true);
      return sent.destroy(new AccessDenied(refusal));
    }
    let isTold = false;
    sent.once("response", ({ statusCode = 500 }) => {
      isTold = true;
      tell(statusCode);
    });
    // Also when the answer was lost: the write may have happened.
    sent.once("error", () => {
      if (!isTold) tell(500);
    });
    return end(body);
  };
  Reflect.set(sent, "end", judged);
  // A body in pieces would leave before it can be judged; the SDK sends none.
  Reflect.set(sent, "write", () => {
    sent.destroy(new AccessDenied("the body of a table's call comes whole"));
    return false;
  });
}

/** The methods of the SDK's own bytes that read them as a text warn that they will go. */
const utf8 = new TextDecoder();

function parsed(body: unknown): unknown {
  if (typeof body !== "string" && !Buffer.isBuffer(body)) return undefined;
  try {
    return JSON.parse(typeof body === "string" ? body : utf8.decode(body));
  } catch (error) {
    // What is no JSON needs what nobody may.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function tableOperation(options: unknown): string | undefined {
  if (!isOptions(options) || typeof options.headers !== "object") return undefined;
  const target: unknown = Reflect.get(options.headers, "x-amz-target");
  return typeof target === "string" && target.startsWith("DynamoDB_")
    ? target.slice(target.indexOf(".") + 1)
    : undefined;
}

function isOptions(value: unknown): value is RequestOptions {
  return typeof value === "object" && value !== null && !(value instanceof URL);
}

function isListener(value: unknown): value is (response: IncomingMessage) => void {
  return typeof value === "function";
}
