import { Agent, type IncomingHttpHeaders, request } from "node:http";
import * as z from "zod";
import { AwsError, type WireAnswer } from "../http/wire.ts";

const refusal = z.object({
  __type: z.string(),
  message: z.string().optional(),
  Message: z.string().optional(),
});

/** What the engine reads of a request; the SDK's other headers are for AWS. */
const passedOn = ["x-amz-target", "content-type", "x-amz-date", "authorization"] as const;

/** Speaks DynamoDB's JSON with the engine over kept connections. */
export class EngineClient {
  readonly #url: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(url: URL) {
    this.#url = url;
  }

  /** Passes a request on as it came; the answer is the engine's own. */
  async forward(headers: IncomingHttpHeaders, body: Buffer): Promise<WireAnswer> {
    const passed: Record<string, string> = {};
    for (const name of passedOn) {
      const value = headers[name];
      if (typeof value === "string") passed[name] = value;
    }
    return new Promise((resolve, reject) => {
      const outgoing = request(
        this.#url,
        { method: "POST", agent: this.#agent, headers: { ...passed, "content-length": body.length } },
        (response) => {
          const chunks: Buffer[] = [];
          response.on("data", (chunk: Buffer) => chunks.push(chunk));
          response.on("error", reject);
          response.on("end", () => {
            const kept: Record<string, string> = {};
            for (const name of ["content-type", "x-amz-crc32", "x-amzn-requestid"]) {
              const value = response.headers[name];
              if (typeof value === "string") kept[name] = value;
            }
            resolve({ status: response.statusCode ?? 500, headers: kept, body: Buffer.concat(chunks) });
          });
        },
      );
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  }

  /** One call of ours; `target` like `DynamoDB_20120810.CreateTable`. Throws AwsError. */
  async call<T>(target: string, input: object, output: z.ZodType<T>): Promise<T> {
    const body = Buffer.from(JSON.stringify(input));
    const answer = await this.forward(
      {
        "x-amz-target": target,
        "content-type": "application/x-amz-json-1.0",
        // The engine wants a signature but does not check it.
        "x-amz-date": "20260101T000000Z",
        authorization:
          "AWS4-HMAC-SHA256 Credential=local/20260101/local/dynamodb/aws4_request, SignedHeaders=host, Signature=0",
      },
      body,
    );
    const result: unknown = JSON.parse(Buffer.from(answer.body).toString("utf8"));
    if (answer.status === 200) return output.parse(result);
    const { __type, message, Message } = refusal.parse(result);
    throw new AwsError(__type.slice(__type.indexOf("#") + 1), message ?? Message ?? __type, answer.status);
  }

  close(): void {
    this.#agent.destroy();
  }
}
