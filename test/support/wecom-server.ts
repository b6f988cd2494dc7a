/** Members of a company at WeCom and what WeCom says of them; it answers the calls of a sign-in as its documentation says. */
export function wecomServer() {
  const members = new Map<string, { readonly status: number }>();
  const codes = new Map<string, object>();
  const asked: string[] = [];
  let isAway = false;
  let token = 1;
  const answers: Readonly<Record<string, (query: URLSearchParams) => object>> = {
    "/cgi-bin/gettoken": (query) =>
      query.get("corpid") === "corp" && query.get("corpsecret") === "secret"
        ? { errcode: 0, access_token: `token-${token}`, expires_in: 7200 }
        : { errcode: 40001 },
    "/cgi-bin/auth/getuserinfo": (query) => {
      const code = query.get("code") ?? "";
      const who = codes.get(code);
      // A code opens once.
      codes.delete(code);
      return who === undefined ? { errcode: 40029 } : { errcode: 0, ...who };
    },
    "/cgi-bin/user/get": (query) => {
      const member = members.get(query.get("userid") ?? "");
      return member === undefined ? { errcode: 60111 } : { errcode: 0, ...member };
    },
  };
  const call: typeof fetch = async (input) => {
    const { pathname, searchParams } = new URL(new Request(input).url);
    asked.push(pathname);
    if (isAway) throw new TypeError("fetch failed");
    const isToken = pathname === "/cgi-bin/gettoken";
    if (!isToken && searchParams.get("access_token") !== `token-${token}`)
      return Response.json({ errcode: 42001 });
    const answer = answers[pathname];
    return answer === undefined ? new Response("", { status: 404 }) : Response.json(answer(searchParams));
  };
  return {
    call,
    asked,
    /** Who stands in the company's address book and may sign in. */
    members: () => [...members].flatMap(([id, { status }]) => (status === 1 ? [id] : [])),
    settings: { baseUrl: "https://qyapi.weixin.qq.com", corpId: "corp", agentId: 7, secret: "secret" },
    member: (id: string, status = 1) => void members.set(id, { status }),
    gone: (id: string) => void members.delete(id),
    /** What WeCom's page sends the browser back with, for whoever it has recognised. */
    recognises: (code: string, who: object) => void codes.set(code, who),
    tokenEnds: () => void (token += 1),
    isAway: (away: boolean) => {
      isAway = away;
    },
  };
}
