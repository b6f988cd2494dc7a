import { sourceStack } from "../../../../lib/adapters/runtime/source-stack.ts";
import type { DirectCall } from "../../contract.ts";
import type { RoleGrants } from "../iam/roles.ts";

/** The tables' engine, and what the function may ask of it. */
export interface TableAccess {
  readonly url: string;
  readonly role: RoleGrants;
}

/** What a function's worker is started with. Plain types only: whatever is imported here slows every cold start. */
export interface WorkerSettings {
  /** Absolute path of the bundle's entry file. */
  readonly bundle: string;
  readonly handler: string;
  /** The virtual clock's memory. */
  readonly clock: SharedArrayBuffer;
  readonly functionName: string;
  readonly functionArn: string;
  readonly memoryMb: number;
  /** Absent: calls of tables go to the endpoint, as all others do. */
  readonly tables?: TableAccess;
}

/** What a worker says: it has its bundle, it has called tables, or how the event went. */
export type WorkerMessage = "ready" | readonly DirectCall[] | InvocationResult;

/** One event for the worker; payloads travel as JSON texts, as they do between Lambda and its runtime. */
export interface WorkerRequest {
  readonly requestId: string;
  readonly event: string;
  readonly timeoutMs: number;
}

/** How an invocation failed, in Lambda's words. */
export interface InvocationFailure {
  readonly errorType: string;
  readonly errorMessage: string;
  readonly trace: readonly string[];
}

/** A worker's answer and what a caller gets: the function's JSON text or its failure. */
export type InvocationResult =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly failure: InvocationFailure };

/** The local cloud stopped in the middle: neither success nor failure, the source must not count it as a try. */
export const closed: InvocationFailure = {
  errorType: "Runtime.Closed",
  errorMessage: "the local cloud stops",
  trace: [],
};

export function isClosed(failure: InvocationFailure): boolean {
  return failure.errorType === closed.errorType;
}

/** An error in the form in which Lambda reports it. */
export function failureOf(error: unknown): InvocationFailure {
  if (error instanceof Error) {
    return {
      errorType: error.name,
      errorMessage: error.message,
      trace: sourceStack(error.stack ?? "")
        .split("\n")
        .slice(1)
        .map((line) => line.trim()),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}
