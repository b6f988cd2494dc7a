import * as z from "zod";

/**
 * A value kept as JSON text in one attribute. DynamoDB bills a text like a map, but neither the SDK nor the local
 * engine has to take a nested map apart, which costs more than everything else about a document (ADR 0008).
 */
export const jsonText = z.string().transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The parser's own message would quote the text, which may be personal.
    context.addIssue({ code: "custom", message: "not JSON" });
    return z.NEVER;
  }
});
