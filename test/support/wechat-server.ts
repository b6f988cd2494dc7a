/** What a request to WeChat is answered with, in order; a function looks at it. */
export type WechatAnswer = object | Uint8Array | { readonly status: number };

/** A WeChat that answers by a script and keeps what it was asked; asked once too often it fails. */
export function wechatServer(script: readonly WechatAnswer[]) {
  const asked: { readonly path: string; readonly query: Record<string, string>; readonly body: unknown }[] =
    [];
  const left = [...script];
  const call: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const text = await request.text();
    asked.push({
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body: text === "" ? undefined : JSON.parse(text),
    });
    const answer = left.shift();
    if (answer === undefined) throw new Error("asked once too often");
    if (answer instanceof Uint8Array)
      return new Response(new Uint8Array(answer), { headers: { "content-type": "image/jpeg" } });
    if ("status" in answer && typeof answer.status === "number")
      return new Response("", { status: answer.status });
    return Response.json(answer);
  };
  return { asked, call, paths: () => asked.map(({ path }) => path) };
}
