import type { IncomingMessage } from "node:http";

/** The whole body, or "too large" as soon as it passes the limit (bytes). Rejects if the client goes away. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Buffer | "too large"> {
  const declared = Number(request.headers["content-length"] ?? 0);
  if (declared > limit) return "too large";
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limit) return "too large";
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
