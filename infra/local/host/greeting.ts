import { mailboxPath } from "./http/mailbox-pages.ts";
import type { LocalCloud } from "./index.ts";

/** What `npm start` prints once everything is up, for people. */
export function greeting(cloud: LocalCloud, speed: number, directory: string): string {
  const { baseUrl, smtpPort, engine, company } = cloud;
  const [someone] = company.users;
  const lines = [
    "",
    "接诉 本地云已就绪 · Jiesu local cloud is ready",
    "",
    `  员工页面 Pages      ${baseUrl}   (选样例用户登录 sign in as a sample user)`,
    `  接口 API            ${baseUrl}   (${baseUrl}/openapi.json)`,
    `  控制页 Control page ${baseUrl}/_local/`,
    `  邮件页 Mail page    ${baseUrl}${mailboxPath}`,
    `  消息页 Messages     ${baseUrl}/_local/messages   (企业微信、短信 WeCom, text messages)`,
    `  收信端口 SMTP port  127.0.0.1:${smtpPort}`,
    `  文件 Files          ${baseUrl}/_local/files`,
    `  数据与日志 Data     ${directory}  (logs/*.log)`,
    `  虚拟时刻 Now        ${new Date(engine.now()).toISOString()}  (×${speed})`,
    `  快进 Jump           curl -X POST ${baseUrl}/_local/clock -d '{"by":"PT3H"}'`,
    `  运维命令 Operators  eval "$(curl -s ${baseUrl}/_local/env)"   (然后 then npm run ops -- …)`,
  ];
  if (someone !== undefined) {
    lines.push("", "  样例用户 Sample users (id · 姓名 name · 岗位 post)");
    for (const { id, name, post } of company.users) lines.push(`    ${id} · ${name} · ${post}`);
    lines.push(
      "  取令牌 Token",
      `    curl -s -X POST ${baseUrl}/_local/oidc/token -d username=${someone.id}   (12 h, access_token)`,
    );
  }
  if (company.channelKeys.length > 0) {
    lines.push("", "  渠道密钥 Channel keys");
    for (const { system, key } of company.channelKeys) lines.push(`    ${system}  ${key}`);
  }
  lines.push("", "  Ctrl-C 停止 stops", "");
  return lines.join("\n");
}
