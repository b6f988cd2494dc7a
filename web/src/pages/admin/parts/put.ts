import { answered } from "../../../api/client.ts";
import { useSend } from "../../../app/services.ts";

/** Sends a body that a form made; the server checks it. Throws Refused, Unreachable or Unexpected. */
export function useSendBody() {
  const send = useSend();
  return <T>(method: "POST" | "PUT", path: string, body: unknown, idempotencyKey?: string): Promise<T> =>
    answered<T>(
      send(
        new Request(path, {
          method,
          headers: {
            "content-type": "application/json",
            ...(idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey }),
          },
          body: JSON.stringify(body),
        }),
      ),
    );
}
