import { apis } from "../adapters/http/support.ts";

/** The desk behind `fetch`: what the client sends goes through the real handlers. */
export function desk() {
  const api = apis();
  const sent: Request[] = [];
  const fetch = async (request: Request): Promise<Response> => {
    sent.push(request.clone());
    const { pathname, searchParams } = new URL(request.url);
    const text = await request.text();
    const answer = await (pathname.startsWith("/channels/") ? api.channels : api.staff)(
      `${request.method} ${pathname}`,
      {
        headers: Object.fromEntries(request.headers),
        query: Object.fromEntries(searchParams),
        ...(text === "" ? {} : { body: JSON.parse(text) }),
      },
    );
    return new Response(JSON.stringify(answer.json), {
      status: answer.status,
      headers: { "content-type": answer.status < 400 ? "application/json" : "application/problem+json" },
    });
  };
  return { api, sent, fetch };
}
