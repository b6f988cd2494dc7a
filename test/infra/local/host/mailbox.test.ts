import { describe, expect, it } from "vitest";
import type { SentMail } from "../../../../infra/local/contract.ts";
import { mailboxPage, mailFile, mailPage } from "../../../../infra/local/host/http/mailbox-pages.ts";

const picture = Buffer.from("not much of a picture").toString("base64");
const raw = [
  "From: desk@jiesu.example",
  "To: manager@jiesu.example",
  "Subject: =?UTF-8?B?5YKs5Yqe?=",
  'Content-Type: multipart/related; boundary="b"',
  "",
  "--b",
  "Content-Type: text/html; charset=utf-8",
  "",
  `<p>超时 "两" 小时</p><script>alert(1)</script><img src="cid:chart@jiesu">`,
  "--b",
  "Content-Type: image/png",
  "Content-ID: <chart@jiesu>",
  "Content-Transfer-Encoding: base64",
  'Content-Disposition: inline; filename="chart.png"',
  "",
  picture,
  "--b--",
].join("\r\n");

const mail: SentMail = {
  id: "0111-a/b",
  at: Date.parse("2026-03-02T01:00:00Z"),
  from: "desk@jiesu.example",
  to: ["manager@jiesu.example"],
  subject: `催办 <b>"1"</b>`,
  messageId: "<m@jiesu.example>",
  raw,
};

describe("the mails that were sent, as pages", () => {
  it("lists them with Chinese wall time, nothing of them taken for HTML", () => {
    const page = mailboxPage([mail], 7, `"><script>`);
    expect(page).toContain("2026/3/2 09:00:00");
    expect(page).toContain("显示 1 封，共 7 封");
    expect(page).toContain('href="/_local/mailbox/0111-a%2Fb"');
    expect(page).toContain("催办 &lt;b&gt;&quot;1&quot;&lt;/b&gt;");
    expect(page).not.toContain("<script>");
  });

  it("shows one in a frame where no script of it runs, its pictures within", async () => {
    const page = await mailPage(mail);
    expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect(page).toContain("超时 &quot;两&quot; 小时");
    expect(page).toContain(`src=&quot;data:image/png;base64,${picture}&quot;`);
    expect(page).not.toContain("<script>");
    expect(page).toContain('<a href="/_local/mailbox/0111-a%2Fb/files/0">chart.png</a> 21 B');
    expect(await mailFile(mail, 0)).toMatchObject({ filename: "chart.png", mimeType: "image/png" });
    expect(await mailFile(mail, 1)).toBeUndefined();
  });

  it("shows a mail without HTML as text", async () => {
    const page = await mailPage({ ...mail, raw: "Subject: x\r\n\r\n一 < 二" });
    expect(page).toContain("<pre>一 &lt; 二");
    expect(page).not.toContain("<iframe");
  });
});
