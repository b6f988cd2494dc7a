import * as z from "zod";

/** What a function's worker is started with. */
export const workerDataSchema = z.object({
  bundle: z.string(),
  handler: z.string(),
  clock: z.instanceof(SharedArrayBuffer),
  functionName: z.string(),
  functionArn: z.string(),
  memoryMb: z.number(),
});

/** One event for the worker; payloads travel as JSON texts, as they do between Lambda and its runtime. */
export const requestSchema = z.object({ requestId: z.string(), event: z.string(), timeoutMs: z.number() });

export const failureSchema = z.object({
  errorType: z.string(),
  errorMessage: z.string(),
  trace: z.array(z.string()),
});

export const replySchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("done"), payload: z.string() }),
  z.object({ kind: z.literal("failed"), failure: failureSchema }),
]);

export type WorkerSettings = z.infer<typeof workerDataSchema>;
export type WorkerRequest = z.infer<typeof requestSchema>;
export type WorkerReply = z.infer<typeof replySchema>;
/** How an invocation failed, in Lambda's words. */
export type Failure = z.infer<typeof failureSchema>;

export type InvocationResult =
  | { readonly ok: true; readonly payload: string }
  | { readonly ok: false; readonly failure: Failure };

/** The local cloud stopped in the middle: neither success nor failure, the source must not count it as a try. */
export const closed: Failure = {
  errorType: "Runtime.Closed",
  errorMessage: "the local cloud stops",
  trace: [],
};

export function isClosed(failure: Failure): boolean {
  return failure.errorType === closed.errorType;
}

/** An error in the form in which Lambda reports it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Error) {
    return {
      errorType: error.name,
      errorMessage: error.message,
      trace: (error.stack ?? "")
        .split("\n")
        .slice(1)
        .map((line) => line.trim()),
    };
  }
  return { errorType: typeof error, errorMessage: String(error), trace: [] };
}
