import { BatchProcessor, EventType, processPartialResponse } from "@aws-lambda-powertools/batch";
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import type * as z from "zod";
import type { Ports } from "../../app/ports/index.ts";
import { loading } from "../runtime/loading.ts";
import { wrapped } from "./wrapped.ts";

export interface ConsumerOptions {
  /** One after the other: whatever the process dies of, it dies within one message. */
  readonly inSeries?: boolean;
}

/**
 * A function that works a queue off: each message is parsed and done by itself; only those that failed come back
 * (partial batch response), so one bad message never holds up the others.
 */
export function queueConsumer<T>(
  load: () => Promise<Ports>,
  schema: z.ZodType<T>,
  work: (ports: Ports, message: T) => Promise<void>,
  { inSeries = false }: ConsumerOptions = {},
) {
  const ports = loading(load);
  return wrapped(async (event: SQSEvent, context: Context): Promise<SQSBatchResponse> => {
    const ready = await ports();
    const one = async (record: SQSRecord): Promise<void> => {
      try {
        await work(ready, schema.parse(JSON.parse(record.body)));
      } catch (cause) {
        ready.telemetry.failed("message failed and will come back", { messageId: record.messageId }, cause);
        throw cause;
      }
    };
    return processPartialResponse(event, one, new BatchProcessor(EventType.SQS), {
      context,
      throwOnFullBatchFailure: false,
      processInParallel: !inSeries,
    });
  });
}
