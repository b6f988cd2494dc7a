import type * as z from "zod";
import { AwsError, type WireAnswer, type WireRequest } from "./wire.ts";

/** The body as JSON; an empty one is `{}`. Throws AwsError. */
export function readJson(request: WireRequest, code = "SerializationException"): unknown {
  if (request.body.length === 0) return {};
  try {
    return JSON.parse(request.body.toString("utf8"));
  } catch (error) {
    if (error instanceof SyntaxError) throw new AwsError(code, "the body is not JSON");
    throw error;
  }
}

/** Checks an input against its schema. Throws AwsError naming the fields. */
export function checked<T>(schema: z.ZodType<T>, value: unknown, code: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `${issue.path.join(".") || "body"}: ${issue.message}`);
  throw new AwsError(code, problems.join("; "));
}

/** AWS JSON 1.0: the operation is named by `X-Amz-Target: Prefix.Operation`. */
export function targetOperation(request: WireRequest): string {
  const target = request.headers["x-amz-target"];
  const operation = typeof target === "string" ? target.split(".").at(-1) : undefined;
  if (operation === undefined || operation === "") {
    throw new AwsError("MissingAction", "the header X-Amz-Target is missing");
  }
  return operation;
}

export function jsonAnswer(body: unknown, status = 200, type = "application/x-amz-json-1.0"): WireAnswer {
  return { status, headers: { "content-type": type }, body: JSON.stringify(body) };
}
