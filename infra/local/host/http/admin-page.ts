export interface IndexPageInput {
  readonly status: {
    readonly now: string;
    readonly speed: number | null;
    readonly queues: readonly {
      readonly name: string;
      readonly visible: number;
      readonly delayed: number;
      readonly inFlight: number;
    }[];
    readonly functions: readonly {
      readonly name: string;
      readonly invocations: number;
      readonly failures: number;
    }[];
    readonly schedules: readonly { readonly name: string; readonly nextAt: string | null }[];
    readonly mails: number;
    readonly messages: number;
  };
  readonly files: readonly { readonly href: string; readonly key: string; readonly size: number }[];
  readonly people: readonly { readonly id: string; readonly name: string; readonly post: string }[];
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Text for HTML content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? character);
}

function table(
  title: string,
  heads: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const cells = (tag: string, row: readonly (string | number)[]) =>
    `<tr>${row.map((cell) => `<${tag}>${escapeHtml(String(cell))}</${tag}>`).join("")}</tr>`;
  return `<h2>${escapeHtml(title)}</h2><table>${cells("th", heads)}${rows.map((row) => cells("td", row)).join("")}</table>`;
}

/** The small page for people at `/_local/`. */
export function indexPage({ status, files, people }: IndexPageInput): string {
  const speed = status.speed === null ? "手动 · by hand" : `×${status.speed}`;
  const fileList = files.map(
    ({ href, key, size }) => `<li><a href="${escapeHtml(href)}">${escapeHtml(key)}</a> ${size} B</li>`,
  );
  return `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>接诉 · 本地云 Jiesu local cloud</title>
<style>body{font:16px/1.6 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
table{border-collapse:collapse}th,td{border:1px solid #ccc;padding:.2rem .6rem;text-align:left}
td+td{font-variant-numeric:tabular-nums}</style>
<h1>接诉 · 本地云 <small lang="en">Jiesu local cloud</small></h1>
<p>虚拟时刻 Virtual now: <b>${escapeHtml(status.now)}</b> (${speed})<br>
已发邮件 Mails sent: <a href="/_local/mailbox">${status.mails}</a><br>
企业微信与短信 WeCom and text messages: <a href="/_local/messages">${status.messages}</a></p>
<p><a href="/_local/status">状态 status</a> · <a href="/_local/mails">邮件数据 mails as JSON</a> · <a href="/_local/files">文件 files</a>
 · <a href="/_local/iam">权限 IAM</a> · <a href="/openapi.json">OpenAPI</a></p>
${table(
  "队列 Queues",
  ["名称 name", "可取 visible", "延迟 delayed", "处理中 in flight"],
  status.queues.map(({ name, visible, delayed, inFlight }) => [name, visible, delayed, inFlight]),
)}
${table(
  "函数 Functions",
  ["名称 name", "调用 invocations", "失败 failures"],
  status.functions.map(({ name, invocations, failures }) => [name, invocations, failures]),
)}
${table(
  "下一批定时 Next schedules",
  ["名称 name", "时刻 at"],
  status.schedules.slice(0, 20).map(({ name, nextAt }) => [name, nextAt ?? "–"]),
)}
${table(
  "样例用户 Sample users",
  ["id", "姓名 name", "岗位 post"],
  people.map(({ id, name, post }) => [id, name, post]),
)}
<h2>文件 Files</h2><ul>${fileList.join("")}</ul></html>
`;
}
