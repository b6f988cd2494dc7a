import * as z from "zod";

export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

const structured = z.looseObject({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

/** An answer of API Gateway itself. */
export function gatewayAnswer(status: number, message: string): HttpAnswer {
  return {
    status,
    headers: { "content-type": "application/json" },
    body: Buffer.from(JSON.stringify({ message })),
  };
}

/** A function's response (payload format 2.0) as HTTP; a malformed one is the gateway's 500, as on AWS. */
export function apiAnswer(payload: string): HttpAnswer {
  const value: unknown = JSON.parse(payload);
  const hasStatus = typeof value === "object" && value !== null && "statusCode" in value;
  if (!hasStatus) {
    const body = typeof value === "string" ? value : payload;
    return { status: 200, headers: { "content-type": "application/json" }, body: Buffer.from(body) };
  }
  const parsed = structured.safeParse(value);
  if (!parsed.success) return gatewayAnswer(500, "Internal Server Error");
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  const out: Record<string, string | readonly string[]> = { "content-type": "text/plain;charset=UTF-8" };
  for (const [name, header] of Object.entries(headers ?? {})) out[name.toLowerCase()] = String(header);
  if (cookies !== null && cookies !== undefined && cookies.length > 0) out["set-cookie"] = cookies;
  return {
    status: statusCode,
    headers: out,
    body: Buffer.from(body ?? "", isBase64Encoded === true ? "base64" : "utf8"),
  };
}
