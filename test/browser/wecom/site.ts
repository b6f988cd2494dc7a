import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { receiverKeys } from "../../../infra/local/host/http/receivers.ts";
import type { Seed } from "../../../infra/local/host/index.ts";
import { seedSampleCompany } from "../../../infra/local/sample.ts";
import { storeMessengers } from "../../../infra/ops/store.ts";
import { wecomServer } from "../../support/wecom-server.ts";

/** WeCom at a real address: its interface, the page with a code to scan, and the way within its application. */
export interface WecomSite {
  readonly seed: Seed;
  readonly wecom: ReturnType<typeof wecomServer>;
  /** Whose phone the application runs on: it asks nothing. */
  holder: string;
  close(): Promise<void>;
}

export async function openWecomSite(): Promise<WecomSite> {
  const wecom = wecomServer();
  let codes = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", "http://wecom.example");
    const query = url.searchParams;
    const back = (member: string) => {
      const code = `code-${(codes += 1)}`;
      wecom.recognises(code, { userid: member });
      const to = new URL(query.get("redirect_uri") ?? "");
      to.searchParams.set("code", code);
      to.searchParams.set("state", query.get("state") ?? "");
      response.writeHead(302, { location: to.href }).end();
    };
    if (url.pathname === "/connect/oauth2/authorize") return back(site.holder);
    if (url.pathname === "/wwlogin/sso/login") {
      const scanned = query.get("scanned");
      if (scanned !== null) return back(scanned);
      // Each link stands for a phone that scans the code.
      const links = wecom
        .members()
        .map((id) => `<li><a href="${url.pathname}${url.search}&amp;scanned=${id}">${id}</a></li>`);
      return response
        .setHeader("content-type", "text/html; charset=utf-8")
        .end(`<h1>请使用企业微信扫描二维码登录</h1><ul>${links.join("")}</ul>`);
    }
    void wecom.call(url.href).then(
      async (answer) =>
        response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text()),
      () => response.destroy(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const site: WecomSite = {
    wecom,
    holder: "",
    seed: {
      ...seedSampleCompany,
      connect: ({ env }) =>
        storeMessengers(env, {
          wecom: { ...wecom.settings, baseUrl: `http://127.0.0.1:${port}` },
          sms: { ...receiverKeys.sms, url: `${env.PUBLIC_URL}/_local/sms/send` },
        }),
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return site;
}
