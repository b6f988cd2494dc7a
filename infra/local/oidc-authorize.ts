/** The development issuer's sign-in page: one picks a sample person; no password, so never away from loopback. */

/** An authorization request (code with PKCE). */
export interface Authorization {
  readonly client: string;
  readonly redirect: string;
  readonly challenge: string;
  readonly state: string | null;
  readonly nonce: string | null;
}

/** Reads a request; a string says what is wrong with it, and nobody is sent anywhere. */
export function readAuthorization(query: URLSearchParams, issuer: string): Authorization | string {
  const client = query.get("client_id") ?? "";
  const redirect = query.get("redirect_uri") ?? "";
  const challenge = query.get("code_challenge") ?? "";
  if (query.get("response_type") !== "code") return "response_type 须为 code · must be code";
  if (client === "") return "缺少 client_id · client_id is missing";
  if (query.get("code_challenge_method") !== "S256" || challenge === "") {
    return "须用 PKCE S256 · PKCE with S256 is required";
  }
  if (!isOurs(redirect, issuer)) return "redirect_uri 不在本机 · redirect_uri is not on this machine";
  return { client, redirect, challenge, state: query.get("state"), nonce: query.get("nonce") };
}

/** The local cloud itself, or a development server of the pages on loopback. */
function isOurs(redirect: string, issuer: string): boolean {
  const target = URL.parse(redirect);
  if (target === null || target.protocol !== "http:") return false;
  return target.origin === new URL(issuer).origin || ["127.0.0.1", "localhost"].includes(target.hostname);
}

const style =
  "body{font:16px/1.6 sans-serif;color:#1f2933;background:#f4f5f7;margin:0}" +
  "main{max-width:40rem;margin:0 auto;padding:1rem}h1{font-size:1.25rem}" +
  "button{display:block;width:100%;text-align:left;font:inherit;margin:.25rem 0;padding:.6rem .8rem;border:1px solid #9aa5b1;border-radius:6px;background:#fff;cursor:pointer}" +
  "button:hover,button:focus{border-color:#0f4c81;outline:2px solid #0f4c81}small{color:#52606d;display:block}";

function frame(title: string, content: string): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${content}</main></body></html>`;
}

/** A button per person; the request travels along in hidden fields. */
export function choosePage(
  users: readonly { readonly id: string; readonly name: string; readonly post: string }[],
  request: URLSearchParams,
): string {
  const hidden = [...request].map(
    ([name, value]) => `<input type="hidden" name="${escaped(name)}" value="${escaped(value)}">`,
  );
  const buttons = users.map(
    ({ id, name, post }) =>
      `<button name="sub" value="${escaped(id)}">${escaped(name)} · ${escaped(id)}<small>${escaped(post)}</small></button>`,
  );
  return frame(
    "选择样例用户 · Choose a sample user",
    `<form method="post" action="authorize">${hidden.join("")}${buttons.join("")}</form>`,
  );
}

export function refusedPage(reason: string): string {
  return frame("无法登录 · Cannot sign in", `<p>${escaped(reason)}</p>`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);
}
